package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safespaces.access.Cases;
import org.safespaces.access.ClientCodes;
import org.safespaces.access.Covers;
import org.safespaces.access.GivenCover;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.OpenIntake;
import org.safespaces.intake.Question;
import org.safespaces.keys.CodeStanding;
import org.safespaces.keys.VaultLock;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.NoteSummary;
import org.safespaces.notes.OpenNote;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryEntry;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.home.FormWords;

@Named
@RequestScoped
public class ClientPage {
    @Inject
    private Cases cases;

    @Inject
    private CaseNotes notes;

    @Inject
    private Intakes intakes;

    @Inject
    private People people;

    @Inject
    private Covers given;

    @Inject
    private ClientCodes codes;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Diary diary;

    @Inject
    private FormWords words;

    @Inject
    private Exchange exchange;

    private ClientsPage.Row client;
    private List<GivenCover> covers = List.of();
    private Optional<CodeStanding> code = Optional.empty();
    private List<NoteLine> record;
    private List<AppointmentLine> appointments;
    private List<IntakePage.Line> contact;
    private boolean doubtful;
    private boolean contactDoubtful;

    /** An item of the record in a list. */
    public record NoteLine(String id, String kind, String day, int version, String author, String check) {
        static NoteLine of(NoteSummary note, People people) {
            return new NoteLine(
                    note.itemId().toString(),
                    note.kind().name(),
                    Days.dated(note.day()),
                    note.version(),
                    people.therapist(note.author()).shownName(),
                    note.check());
        }
    }

    /** An appointment in a list. */
    public record AppointmentLine(String id, String when, String what, String colleague) {}

    public void load() {
        CaseId id = CaseId.parse(exchange.parameter("id").orElse(null));
        client = ClientsPage.Row.of(cases.mine(id));
        covers = client.coverUntil().isEmpty() ? given.of(id) : List.of();
        code = codes.of(id);
        record = notes.list(id).stream().map(note -> NoteLine.of(note, people)).toList();
        doubtful = vaultLock.isOpen() && !notes.isWhole(id);
        appointments = diary.appointmentsOf(id).stream().map(this::line).toList();
    }

    private AppointmentLine line(DiaryEntry entry) {
        return new AppointmentLine(
                entry.id().toString(),
                Spoken.when(entry, diary.zone()),
                exchange.text("casefile", "appointment." + entry.status().name()),
                diary.isMine(entry) ? "" : entry.therapist().shownName());
    }

    /** Opens who she is, for this one answer. */
    public void show() {
        try {
            Optional<OpenNote> opened =
                    notes.contact(CaseId.parse(exchange.parameter("id").orElse(null)));
            contact = opened.map(note -> lines(intakes.reread(note.said()))).orElse(List.of());
            contactDoubtful = opened.filter(note -> !note.whole()).isPresent();
        } catch (DoesNotOpen tamperedWith) {
            contact = List.of();
            contactDoubtful = true;
        }
    }

    private List<IntakePage.Line> lines(OpenIntake document) {
        return document.answered(Question.Part.IDENTITY).stream()
                .map(question -> new IntakePage.Line(
                        words.of(question.id() + ".short"), words.answer(question, document.answers())))
                .toList();
    }

    public ClientsPage.Row getClient() {
        return client;
    }

    public List<NoteLine> getRecord() {
        return record;
    }

    public boolean isShown() {
        return contact != null;
    }

    public List<IntakePage.Line> getContact() {
        return contact;
    }

    /** The record does not match its seal: seen only with the vault open. */
    public boolean isDoubtful() {
        return doubtful || contactDoubtful;
    }

    public boolean isContactDoubtful() {
        return contactDoubtful;
    }

    /** It is her own: somebody who covers neither hands over nor lets others in. */
    public boolean isOwn() {
        // asked while a post is taken apart, before the page has been read
        return client == null || client.coverUntil().isEmpty();
    }

    /** Who covers, and until when. */
    public List<String> getCovers() {
        return covers.stream()
                .filter(cover -> !cover.over())
                .map(cover -> String.format(
                        exchange.text("handover", "client.cover"), cover.colleague(), Days.dated(cover.last())))
                .toList();
    }

    /** Until when the client's code works, and since when it is in use; one line saying so if there is none. */
    public List<String> getCodeLines() {
        return code.map(standing -> List.of(
                        said("case.until", standing.expiresOn()),
                        said("case.by." + standing.givenBy(), standing.givenOn())))
                .orElseGet(() -> List.of(exchange.text("codes", "case.none")));
    }

    private String said(String key, LocalDate day) {
        return String.format(exchange.text("codes", key), Days.dated(day));
    }

    public boolean isTaken() {
        return exchange.parameter("taken").isPresent() && isOwn();
    }

    public boolean isNewlyOpened() {
        return exchange.parameter("new").isPresent();
    }

    public String getId() {
        return client.id();
    }

    public List<AppointmentLine> getAppointments() {
        return appointments;
    }
}
