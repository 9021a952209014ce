package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.safespaces.access.Cases;
import org.safespaces.access.Confidential;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.OpenIntake;
import org.safespaces.intake.Question;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.DisclosureClass;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.ItemKind;
import org.safespaces.notes.KeptDraft;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.NoteDrafts;
import org.safespaces.notes.NoteFile;
import org.safespaces.notes.NoteLocked;
import org.safespaces.notes.NotePart;
import org.safespaces.notes.NoteStanding;
import org.safespaces.notes.NoteSummary;
import org.safespaces.notes.NoteTemplate;
import org.safespaces.notes.NoteVersion;
import org.safespaces.notes.OpenDraft;
import org.safespaces.notes.OpenNote;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistSummary;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryEntry;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.home.FormWords;

/** A note: read with its versions and with what was written beside it, or written. */
@Named
@RequestScoped
public class NotePage {
    private static final String BUNDLE = "notes";
    private static final int LONGEST_REASON = 500;
    private static final int MOST_APPOINTMENTS = 20;

    @Inject
    private Cases cases;

    @Inject
    private CaseNotes notes;

    @Inject
    private NoteDrafts drafts;

    @Inject
    private NoteWords noteWords;

    @Inject
    private Intakes intakes;

    @Inject
    private People people;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Unlocking unlocking;

    @Inject
    private Diary diary;

    @Inject
    private FormWords words;

    @Inject
    private Exchange exchange;

    private final Map<String, String> errors = new HashMap<>();

    private ClientsPage.Row client;
    private OpenNote opened;
    private NoteForm form;
    private KeptDraft kept;
    private List<NoteVersion> history = List.of();
    private List<NoteSummary> versions = List.of();
    private List<Beside> beside = List.of();
    private List<DiaryEntry> appointments;
    private String phrase;
    private boolean pressed;
    private boolean locked;
    private boolean again;
    private boolean changed;
    private boolean closed;

    /** A part of the form. */
    public record Field(String name, String headingName, String heading, String label, String said)
            implements Confidential {
        @Override
        public String toString() {
            return "Field[redacted]";
        }
    }

    /** A line of the history. */
    public record VersionLine(
            int version, String how, String when, String author, String reason, String check, boolean here)
            implements Confidential {
        @Override
        public String toString() {
            return "VersionLine[redacted]";
        }
    }

    /** A note beside this one, opened with it. */
    public record Beside(String id, String title, String signed, List<NotePart> parts) implements Confidential {
        public Beside {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return "Beside[redacted]";
        }
    }

    /** Something to choose from. */
    public record Choice(String value, String label, boolean chosen) {}

    /** What is shown: a note with its versions, or a form. Nothing is opened when the form comes back. */
    public void load() {
        CaseId id = caseId();
        client = ClientsPage.Row.of(cases.mine(id));
        if (exchange.isPost()) {
            comeBack();
        } else if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        } else {
            begin(id);
        }
        if (form != null && form.of().isPresent()) {
            versions = notes.versions(id, form.noteId());
        }
    }

    private void begin(CaseId id) {
        try {
            if (isDiscarding()) {
                kept = keptNow(id);
            } else if (exchange.parameter("draft").isPresent()) {
                OpenDraft draft =
                        drafts.open(id, Ids.parse(exchange.parameter("draft").orElse(null)));
                form = NoteForm.of(draft);
                kept = draft.kept();
            } else if (exchange.parameter("id").isPresent()) {
                read(id, Ids.parse(exchange.parameter("id").orElse(null)));
            } else {
                form = blank(id);
            }
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        }
    }

    private void read(CaseId id, UUID noteId) {
        if (exchange.parameter("edit").isPresent()) {
            opened = notes.read(id, noteId);
            form = isWritten() ? NoteForm.upon(opened) : null;
            return;
        }
        int version = exchange.number("v").orElse(0);
        NoteFile file = notes.file(id, noteId, version);
        opened = file.shown();
        history = file.history();
        beside = file.beside().stream().map(this::beside).toList();
    }

    private Beside beside(OpenNote note) {
        NoteSummary line = note.summary();
        return new Beside(line.itemId().toString(), title(line.kind()), signed(note), note.parts());
    }

    private String signed(OpenNote note) {
        return when(note) + ", " + people.therapist(note.summary().author()).shownName();
    }

    private NoteForm blank(CaseId id) {
        ItemKind kind = NoteForm.kind(exchange.parameter("kind"));
        if (kind == ItemKind.FORMULATION && notes.formulation(id).isPresent()) {
            return NoteForm.upon(notes.read(id, notes.formulation(id).orElseThrow()));
        }
        Optional<UUID> besideOf = exchange.parameter("beside").map(Ids::parse);
        ItemKind ofOther = besideOf.map(other -> newest(id, other).kind()).orElse(kind);
        NoteTemplate template =
                noteWords.template(ofOther, exchange.parameter("template").orElse(""));
        return NoteForm.blank(
                ofOther, template.id(), noteWords.headings(template), knownAppointment(aboutAsked()), besideOf);
    }

    private NoteSummary newest(CaseId id, UUID noteId) {
        return notes.versions(id, noteId).stream()
                .filter(note -> note.kind() == ItemKind.NOTE || note.kind() == ItemKind.PROCESS)
                .findFirst()
                .orElseThrow(NoSuchPerson::new);
    }

    private Optional<UUID> aboutAsked() {
        return exchange.parameter("about").map(Ids::parse);
    }

    /** What was typed is there again. Where no button was heard, the page was made in a session that has ended: she presses once more. */
    private void comeBack() {
        if (form == null && isForm()) {
            form = NoteForm.read(exchange::parameter);
            locked = !vaultLock.isOpen();
            again = !pressed && !locked;
        }
    }

    /** Not one of the two small forms, which have nothing typed. */
    private boolean isForm() {
        return exchange.parameter("lock").isEmpty()
                && exchange.parameter("discard").isEmpty();
    }

    // --- what can be done

    public void sign() {
        sign(NoteStanding.SIGNED);
    }

    public void signAndLock() {
        sign(NoteStanding.LOCKED);
    }

    private void sign(NoteStanding standing) {
        if (takeUp() && isUnlocked()) {
            write(standing);
        }
    }

    /** For a browser without script: what is kept by itself otherwise. */
    public void keep() {
        pressed = true;
        form = NoteForm.read(exchange::parameter);
        if (form.note().length() > CaseNotes.LONGEST) {
            complain(NoteForm.SAID, exchange.text("casefile", "note.error.long"), CaseNotes.LONGEST);
        } else if (isUnlocked()) {
            try {
                KeptDraft now = drafts.keep(caseId(), form.draft(), form.seen(), form.text());
                exchange.goTo("/therapist/note?case=" + client().id() + "&draft=" + now.id());
            } catch (DoesNotOpen | KeystoreUnavailable notNow) {
                complain(NoteForm.SAID, exchange.text("erasure", "note.error.later"));
            }
        }
    }

    /** The same words under the headings of another template. */
    public void changeTemplate() {
        pressed = true;
        NoteForm typed = NoteForm.read(exchange::parameter);
        NoteTemplate template =
                noteWords.template(typed.note().kind(), typed.note().template());
        form = typed.under(template.id(), noteWords.headings(template));
    }

    public void lock() {
        pressed = true;
        UUID id = Ids.parse(exchange.parameter("id").orElse(null));
        try {
            notes.lock(caseId(), id, upon());
        } catch (NoteChanged | NoteLocked meanwhile) {
            // somebody was faster: the page that follows shows what there is now
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
            return;
        }
        exchange.goTo(address(id));
    }

    public void discard() {
        pressed = true;
        drafts.discard(caseId(), Ids.parse(exchange.parameter("draft").orElse(null)), upon());
        exchange.goTo("/therapist/notes?case=" + client().id());
    }

    /** What was typed, if it can be signed: else it is said what is missing. */
    private boolean takeUp() {
        pressed = true;
        form = NoteForm.read(exchange::parameter);
        form = form.about(knownAppointment(form.note().about()));
        if (form.note().isBlank()) {
            complain(NoteForm.SAID, exchange.text("casefile", "note.error.empty"));
        } else if (form.note().length() > CaseNotes.LONGEST) {
            complain(NoteForm.SAID, exchange.text("casefile", "note.error.long"), CaseNotes.LONGEST);
        } else if (form.text().reason().length() > LONGEST_REASON) {
            complain("reason", exchange.text("casefile", "note.error.long"), LONGEST_REASON);
        }
        return errors.isEmpty();
    }

    private void complain(String field, String pattern, Object... values) {
        String said = String.format(Locale.UK, pattern, values);
        errors.put(field, said);
        exchange.complainAt(field, said);
    }

    /** A vault that has locked meanwhile is unlocked here, over the page: nothing typed is lost. */
    private boolean isUnlocked() {
        locked = !vaultLock.isOpen();
        if (locked && phrase != null) {
            boolean right = unlocking.succeeds(phrase, "note:phrase", "unlock.error.phrase", vaultLock::unlock);
            locked = !right || unlocking.isStopped();
            if (right && locked) {
                exchange.complain("note:phrase", "casefile", "unlock.error.stopped");
            }
        }
        phrase = null;
        return !locked;
    }

    private void write(NoteStanding standing) {
        try {
            if (form.of().isPresent()) {
                Optional<String> reason = Optional.of(form.text().reason()).filter(why -> !why.isBlank());
                notes.revise(caseId(), form.noteId(), form.text().upon(), form.note(), standing, reason);
            } else {
                notes.write(caseId(), form.noteId(), form.note(), standing);
            }
            drafts.discard(caseId(), form.draft(), form.seen());
            exchange.goTo(address(form.noteId()));
        } catch (NoteChanged meanwhile) {
            changed = true;
            form = uponWhatIsThere();
        } catch (NoteLocked needsAReason) {
            complain("reason", exchange.text(BUNDLE, "error.reason"));
        } catch (DoesNotOpen tamperedWith) {
            complain(NoteForm.SAID, exchange.text("casefile", "note.error.keys"));
        } catch (KeystoreUnavailable down) {
            complain(NoteForm.SAID, exchange.text("erasure", "note.error.later"));
        }
    }

    /** Signed in another window meanwhile: what was typed goes upon the newest version, or beside the note, when it is signed again. */
    private NoteForm uponWhatIsThere() {
        CaseId id = caseId();
        Optional<UUID> formulation =
                form.note().kind() == ItemKind.FORMULATION ? notes.formulation(id) : Optional.empty();
        Optional<UUID> note = formulation.or(form::of);
        if (note.isPresent()) {
            int newest = notes.versions(id, note.get()).get(0).version();
            return form.upon(note.get(), newest);
        }
        return form.beside(form.draft());
    }

    private String address(UUID note) {
        return form != null && form.note().kind() == ItemKind.FORMULATION
                ? "/therapist/formulation?case=" + client().id()
                : "/therapist/note?case=" + client().id() + "&id=" + note;
    }

    private int upon() {
        return exchange.number("upon").orElse(0);
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    private ClientsPage.Row client() {
        return client == null ? ClientsPage.Row.of(cases.mine(caseId())) : client;
    }

    public ClientsPage.Row getClient() {
        return client();
    }

    // --- the form

    public boolean isWriting() {
        return exchange.isPost() ? isForm() : form != null;
    }

    public List<Field> getFields() {
        if (form == null) {
            return List.of();
        }
        List<NotePart> parts = form.note().parts();
        return IntStream.range(0, parts.size())
                .mapToObj(nth -> field(nth, parts.get(nth)))
                .toList();
    }

    private Field field(int nth, NotePart part) {
        String label = part.heading().isEmpty() ? exchange.text("casefile", "note.said") : part.heading();
        return new Field(NoteForm.field(nth), NoteForm.heading(nth), part.heading(), label, part.said());
    }

    /** Of the form, for the hidden fields; empty where there is no form. */
    public String field(String name) {
        if (form == null) {
            return "";
        }
        return switch (name) {
            case "kind" -> form.note().kind().name().toLowerCase(Locale.ROOT);
            case "parts" -> Integer.toString(form.note().parts().size());
            case "draft" -> form.draft().toString();
            case "seen" -> Integer.toString(form.seen());
            case "id" -> form.of().map(UUID::toString).orElse("");
            case "upon" -> Integer.toString(form.text().upon());
            case "beside" -> form.note().beside().map(UUID::toString).orElse("");
            case "reason" -> form.text().reason();
            default -> "";
        };
    }

    public String wrong(String field) {
        return errors.getOrDefault(field, "");
    }

    public List<NoteWords.Choice> getTemplates() {
        return form == null
                ? List.of()
                : noteWords.choices(form.note().kind(), form.note().template());
    }

    /** Who may be shown it one day; nothing to choose for a process note. */
    public List<Choice> getClasses() {
        if (form == null || form.note().kind() == ItemKind.PROCESS) {
            return List.of();
        }
        return List.of(DisclosureClass.CLIENT_VISIBLE, DisclosureClass.DISCLOSABLE, DisclosureClass.THIRD_PARTY)
                .stream()
                .map(one -> new Choice(
                        one.name(), className(one), one == form.note().disclosure()))
                .toList();
    }

    private String className(DisclosureClass one) {
        return exchange.text(BUNDLE, "class." + one.name());
    }

    /** A formulation is about no single appointment. */
    public boolean isAboutAsked() {
        return form != null && form.note().kind() != ItemKind.FORMULATION;
    }

    /** Appointments a note may be about: those of the case that took place, or are booked; the newest first. */
    public List<Choice> getAppointments() {
        if (!isAboutAsked()) {
            return List.of();
        }
        return appointments().stream()
                .map(entry -> new Choice(
                        entry.id().toString(),
                        Spoken.when(entry, diary.zone()),
                        form.note().about().filter(entry.id()::equals).isPresent()))
                .toList();
    }

    private List<DiaryEntry> appointments() {
        if (appointments == null) {
            Predicate<DiaryEntry> real = entry -> entry.status() == AppointmentStatus.CONFIRMED
                    || entry.status() == AppointmentStatus.DONE
                    || entry.status() == AppointmentStatus.NO_SHOW
                    || entry.status() == AppointmentStatus.REQUESTED;
            appointments = diary.appointmentsOf(caseId()).stream()
                    .filter(real)
                    .limit(MOST_APPOINTMENTS)
                    .toList();
        }
        return appointments;
    }

    /** An appointment of this case, or none. */
    private Optional<UUID> knownAppointment(Optional<UUID> asked) {
        return asked.filter(id -> diary.appointmentsOf(caseId()).stream()
                .anyMatch(entry -> entry.id().equals(id)));
    }

    /** It is to be a version of a locked note: then it says why. */
    public boolean isReasonAsked() {
        return !versions.isEmpty() && versions.get(0).standing() == NoteStanding.LOCKED;
    }

    /** When it was kept last; empty while it has not been. */
    public String getKept() {
        return kept == null ? "" : new SpokenTime(kept.at(), diary.zone()).hour();
    }

    /** Nothing was kept yet, since the page was of a session that has ended: she has to press once more. */
    public boolean isAgain() {
        return again;
    }

    /** The vault has locked while something was being typed: the form asks for the phrase as well. */
    public boolean isLockedNow() {
        return exchange.isPost() && !vaultLock.isOpen();
    }

    public boolean isLocked() {
        return locked;
    }

    public boolean isChanged() {
        return changed;
    }

    /** Where what was signed meanwhile can be read. */
    public String getMeanwhile() {
        if (form == null) {
            return "";
        }
        UUID other = form.note().beside().filter(id -> form.of().isEmpty()).orElseGet(form::noteId);
        return "/therapist/note?case=" + client().id() + "&id=" + other;
    }

    public boolean isProcess() {
        return form != null && form.note().kind() == ItemKind.PROCESS
                || opened != null && kindOpened() == ItemKind.PROCESS;
    }

    public String getHeading() {
        if (isDiscarding()) {
            return exchange.text(BUNDLE, "discard.h1");
        }
        if (form != null) {
            String which = form.of().isPresent() ? "edit" : form.note().beside().isPresent() ? "beside" : "new";
            return exchange.text(BUNDLE, which + "." + form.note().kind().name());
        }
        return title(opened == null ? ItemKind.NOTE : kindOpened());
    }

    private String title(ItemKind kind) {
        return exchange.text("casefile", "client.kind." + kind.name());
    }

    // --- one that is read

    public boolean isOpen() {
        return opened != null && form == null;
    }

    private ItemKind kindOpened() {
        return opened.summary().kind();
    }

    /** Written here, and not sent in. */
    private boolean isWritten() {
        return switch (kindOpened()) {
            case NOTE, PROCESS, FORMULATION -> true;
            default -> false;
        };
    }

    public String getId() {
        return opened == null
                ? exchange.parameter("id").orElse("")
                : opened.summary().itemId().toString();
    }

    public boolean isIntake() {
        return opened != null && kindOpened() == ItemKind.INTAKE;
    }

    public List<NotePart> getParts() {
        return opened == null ? List.of() : opened.parts();
    }

    /** Who wrote it, where that is not who signed it. */
    public String getWriter() {
        return Optional.ofNullable(opened)
                .flatMap(OpenNote::by)
                .map(people::therapist)
                .map(TherapistSummary::shownName)
                .orElse("");
    }

    public String getDay() {
        return opened == null ? "" : when(opened);
    }

    private String when(OpenNote note) {
        return note.at()
                .map(at -> new SpokenTime(at, diary.zone()))
                .map(at -> at.dayOfYear() + ", " + at.hour())
                .orElseGet(() -> Days.dated(note.summary().day()));
    }

    public String getAbout() {
        return Optional.ofNullable(opened)
                .flatMap(OpenNote::appointment)
                .flatMap(id -> diary.appointmentsOf(caseId()).stream()
                        .filter(entry -> entry.id().equals(id))
                        .findFirst())
                .map(entry -> Spoken.when(entry, diary.zone()))
                .orElse("");
    }

    /** Who may be shown it one day; empty for what has no class. */
    public String getShownTo() {
        return opened != null && isWritten() ? className(opened.disclosure()) : "";
    }

    /** An earlier version is shown, and nothing can be done with it. */
    public boolean isEarlier() {
        return opened != null
                && !history.isEmpty()
                && opened.summary().version() < history.get(0).summary().version();
    }

    /** The newest version, of a note that is written here. */
    public boolean isMendable() {
        return isOpen() && isWritten() && !isEarlier();
    }

    public boolean isLockedNote() {
        return opened != null && opened.summary().standing() == NoteStanding.LOCKED;
    }

    /** Asked also while the post of that small form is taken apart. */
    public boolean isLockable() {
        return exchange.isPost()
                ? exchange.parameter("lock").isPresent()
                : isMendable() && opened.summary().standing() == NoteStanding.SIGNED;
    }

    public boolean isBesidable() {
        return isMendable() && isLockedNote() && kindOpened() != ItemKind.FORMULATION;
    }

    /** The note that this one was written beside. */
    public String getBesideOf() {
        return opened == null
                ? ""
                : opened.summary().beside().map(UUID::toString).orElse("");
    }

    public List<Beside> getBeside() {
        return beside;
    }

    public int getNewest() {
        return history.isEmpty() ? upon() : history.get(0).summary().version();
    }

    public List<VersionLine> getVersions() {
        return history.stream().map(this::line).toList();
    }

    private VersionLine line(NoteVersion version) {
        NoteSummary note = version.summary();
        String when = version.at()
                .map(at -> new SpokenTime(at, diary.zone()))
                .map(at -> at.dayOfYear() + ", " + at.hour())
                .orElseGet(() -> Days.dated(note.day()));
        return new VersionLine(
                note.version(),
                exchange.text(BUNDLE, "standing." + note.standing().name()),
                when,
                people.therapist(note.author()).shownName(),
                version.reason().orElse(""),
                note.check(),
                opened != null && opened.summary().version() == note.version());
    }

    /** The enquiry as it was sent, with the questions of its own form. */
    public List<IntakePage.Line> getAnswers() {
        if (!isIntake()) {
            return List.of();
        }
        OpenIntake document = intakes.reread(opened.said());
        return document.answered(Question.Part.CLINICAL).stream()
                .map(question -> new IntakePage.Line(
                        words.of(question.id() + ".short"), words.answer(question, document.answers())))
                .toList();
    }

    /** What is stored is not what was signed: there is nothing to show, and nothing to add to. */
    public boolean isClosed() {
        return closed;
    }

    /** It opens, and the record around it does not match its seal. */
    public boolean isDoubtful() {
        return opened != null && !opened.whole();
    }

    // --- discarding a draft

    private KeptDraft keptNow(CaseId id) {
        UUID draft = Ids.parse(exchange.parameter("draft").orElse(null));
        return drafts.of(id).stream()
                .filter(one -> one.id().equals(draft))
                .map(one -> new KeptDraft(draft, one.count(), one.keptAt()))
                .findFirst()
                .orElseThrow(NoSuchPerson::new);
    }

    public String getDraft() {
        return exchange.parameter("draft").orElse("");
    }

    /** How often it had been kept when she was asked. */
    public int getCount() {
        return kept == null ? upon() : kept.count();
    }

    /** Asked before a draft goes for good; asked also while the post of that small form is taken apart. */
    public boolean isDiscarding() {
        return exchange.parameter("discard").isPresent();
    }

    public String getPhrase() {
        return phrase;
    }

    public void setPhrase(String phrase) {
        this.phrase = phrase;
    }
}
