package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.access.Cases;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.DraftSummary;
import org.safespaces.notes.ItemKind;
import org.safespaces.notes.NoteDrafts;
import org.safespaces.notes.NoteStanding;
import org.safespaces.notes.NoteSummary;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** The notes of a case: her drafts, the record, and process notes for whoever holds it. Opens nothing, and works with the vault locked. */
@Named
@RequestScoped
public class NotesPage {
    @Inject
    private Cases cases;

    @Inject
    private CaseNotes notes;

    @Inject
    private NoteDrafts noteDrafts;

    @Inject
    private People people;

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private String id;
    private boolean own;
    private List<Line> record = List.of();
    private List<Line> process = List.of();
    private List<Draft> drafts = List.of();

    /** A note in a list. */
    public record Line(String id, String title, String day, int version, String author, String check, boolean locked) {}

    /** A draft in a list. */
    public record Draft(String id, String title, String kept) {}

    public void load() {
        CaseId caseId = CaseId.parse(exchange.parameter("case").orElse(null));
        id = caseId.value().toString();
        own = cases.mine(caseId).coverUntil().isEmpty();
        List<NoteSummary> listed = notes.list(caseId);
        List<NoteSummary> apart = own ? notes.listProcess(caseId) : List.of();
        Map<TherapistId, String> names = Stream.concat(listed.stream(), apart.stream())
                .map(NoteSummary::author)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), author -> people.therapist(author).shownName()));
        record = listed.stream().map(note -> line(note, names)).toList();
        process = apart.stream().map(note -> line(note, names)).toList();
        drafts = noteDrafts.of(caseId).stream().map(this::line).toList();
    }

    private Line line(NoteSummary note, Map<TherapistId, String> names) {
        return new Line(
                note.itemId().toString(),
                title(note.kind()),
                Days.dated(note.day()),
                note.version(),
                names.get(note.author()),
                note.check(),
                note.standing() == NoteStanding.LOCKED);
    }

    private String title(ItemKind kind) {
        return exchange.text("casefile", "client.kind." + kind.name());
    }

    private Draft line(DraftSummary draft) {
        SpokenTime at = new SpokenTime(draft.keptAt(), diary.zone());
        String title = exchange.text("notes", draft.process() ? "notes.draft.process" : "notes.draft");
        String kept = String.format(Locale.UK, exchange.text("notes", "notes.draft.at"), at.day() + ", " + at.hour());
        return new Draft(draft.id().toString(), title, kept);
    }

    public String getId() {
        return id;
    }

    /** She holds the case, and does not only cover. */
    public boolean isOwn() {
        return own;
    }

    public List<Line> getRecord() {
        return record;
    }

    public List<Line> getProcess() {
        return process;
    }

    public List<Draft> getDrafts() {
        return drafts;
    }
}
