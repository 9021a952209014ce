package org.safespaces.web.therapist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.safespaces.access.Confidential;
import org.safespaces.notes.DisclosureClass;
import org.safespaces.notes.DraftText;
import org.safespaces.notes.ItemKind;
import org.safespaces.notes.NotePart;
import org.safespaces.notes.OpenDraft;
import org.safespaces.notes.OpenNote;
import org.safespaces.notes.WrittenNote;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;

/**
 * What stands in the form for a note: as it is begun, as it was kept, or as it comes back. Its fields have one name each, on the page
 * and in what the page keeps by itself.
 *
 * @param draft under which it is kept while it is not signed; for a new note it becomes the note's id
 * @param seen how often it had been kept when the page was made
 */
record NoteForm(DraftText text, UUID draft, int seen) implements Confidential {
    static final int MOST_PARTS = 12;
    static final String SAID = "note:said";

    static NoteForm blank(
            ItemKind kind, String template, List<String> headings, Optional<UUID> about, Optional<UUID> beside) {
        List<NotePart> parts =
                headings.stream().map(heading -> new NotePart(heading, "")).toList();
        WrittenNote note = new WrittenNote(kind, template, parts, usual(kind), about, beside);
        return new NoteForm(new DraftText(note, Optional.empty(), 0, ""), Ids.fresh(), 0);
    }

    private static DisclosureClass usual(ItemKind kind) {
        return kind == ItemKind.PROCESS ? DisclosureClass.PROCESS : DisclosureClass.DISCLOSABLE;
    }

    /** The next version of a note. */
    static NoteForm upon(OpenNote note) {
        WrittenNote written = new WrittenNote(
                note.summary().kind(),
                note.template(),
                note.parts(),
                note.disclosure(),
                note.appointment(),
                note.summary().beside());
        return new NoteForm(
                new DraftText(
                        written,
                        Optional.of(note.summary().itemId()),
                        note.summary().version(),
                        ""),
                Ids.fresh(),
                0);
    }

    static NoteForm of(OpenDraft draft) {
        return new NoteForm(draft.text(), draft.kept().id(), draft.kept().count());
    }

    /** As it was typed; nothing of it is checked but what no page of ours sends. */
    static NoteForm read(Function<String, Optional<String>> sent) {
        ItemKind kind = kind(sent.apply("kind"));
        int count = Math.max(1, Math.min(MOST_PARTS, number(sent.apply("parts"))));
        List<NotePart> parts = IntStream.range(0, count)
                .mapToObj(nth -> new NotePart(text(sent, heading(nth)), text(sent, field(nth))))
                .toList();
        WrittenNote note = new WrittenNote(
                kind,
                text(sent, "template"),
                parts,
                disclosure(kind, sent.apply("class")),
                sent.apply("about").map(Ids::parse),
                sent.apply("beside").map(Ids::parse));
        Optional<UUID> of = sent.apply("id").map(Ids::parse);
        DraftText text = new DraftText(note, of, number(sent.apply("upon")), text(sent, "reason"));
        return new NoteForm(
                text, sent.apply("draft").map(Ids::parse).orElseGet(Ids::fresh), number(sent.apply("seen")));
    }

    /** Of an address, or of a form; a case note where nothing is said. */
    static ItemKind kind(Optional<String> named) {
        return switch (named.orElse("note").toLowerCase(Locale.ROOT)) {
            case "note" -> ItemKind.NOTE;
            case "process" -> ItemKind.PROCESS;
            case "formulation" -> ItemKind.FORMULATION;
            default -> throw new NoSuchPerson();
        };
    }

    private static DisclosureClass disclosure(ItemKind kind, Optional<String> chosen) {
        return chosen.filter(one -> kind != ItemKind.PROCESS)
                .flatMap(
                        one -> List.of(
                                        DisclosureClass.CLIENT_VISIBLE,
                                        DisclosureClass.DISCLOSABLE,
                                        DisclosureClass.THIRD_PARTY)
                                .stream()
                                .filter(each -> each.name().equals(one))
                                .findFirst())
                .orElse(usual(kind));
    }

    private static int number(Optional<String> typed) {
        return typed.filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** Line ends as everywhere here, and no character that nobody typed. */
    private static String text(Function<String, Optional<String>> sent, String name) {
        return sent.apply(name).orElse("").replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    /** The name of the field for a part. */
    static String field(int nth) {
        return nth == 0 ? SAID : SAID + "-" + nth;
    }

    /** The name under which the heading of a part comes along. */
    static String heading(int nth) {
        return "heading-" + nth;
    }

    WrittenNote note() {
        return text.note();
    }

    Optional<UUID> of() {
        return text.of();
    }

    /** The note that signing this makes, or makes a version of. */
    UUID noteId() {
        return of().orElse(draft);
    }

    /** The same words under other headings; what has no place of its own any more goes into the last. */
    NoteForm under(String template, List<String> headings) {
        List<NotePart> before = note().parts();
        List<NotePart> parts = new ArrayList<>();
        for (int nth = 0; nth < headings.size(); nth++) {
            parts.add(new NotePart(
                    headings.get(nth), nth < before.size() ? before.get(nth).said() : ""));
        }
        for (NotePart left : before.subList(Math.min(parts.size(), before.size()), before.size())) {
            NotePart last = parts.remove(parts.size() - 1);
            parts.add(new NotePart(last.heading(), (last.said() + "\n\n" + left.said()).strip()));
        }
        return with(
                new WrittenNote(note().kind(), template, parts, note().disclosure(), note().about(), note().beside()));
    }

    NoteForm about(Optional<UUID> appointment) {
        return with(new WrittenNote(
                note().kind(), note().template(), note().parts(), note().disclosure(), appointment, note().beside()));
    }

    /** As a new note beside another, under an id of its own. */
    NoteForm beside(UUID other) {
        WrittenNote note = new WrittenNote(
                note().kind(),
                note().template(),
                note().parts(),
                note().disclosure(),
                note().about(),
                Optional.of(other));
        return new NoteForm(new DraftText(note, Optional.empty(), 0, ""), Ids.fresh(), 0);
    }

    /** As a version of a note upon one that was written meanwhile. */
    NoteForm upon(UUID other, int version) {
        return new NoteForm(new DraftText(note(), Optional.of(other), version, text.reason()), draft, seen);
    }

    private NoteForm with(WrittenNote note) {
        return new NoteForm(new DraftText(note, text.of(), text.upon(), text.reason()), draft, seen);
    }

    @Override
    public String toString() {
        return "NoteForm[redacted]";
    }
}
