package org.safespaces.web.therapist;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.access.Cases;
import org.safespaces.access.Covers;
import org.safespaces.access.HandOvers;
import org.safespaces.access.Offer;
import org.safespaces.keys.Alarm;
import org.safespaces.keys.Standing;
import org.safespaces.keys.Tripped;
import org.safespaces.keys.VaultLock;
import org.safespaces.measures.FormsBack;
import org.safespaces.measures.Measures;
import org.safespaces.notes.CaseMessages;
import org.safespaces.notes.Copies;
import org.safespaces.notes.CopyDue;
import org.safespaces.notes.DraftSummary;
import org.safespaces.notes.NoteDrafts;
import org.safespaces.notes.NotesDue;
import org.safespaces.notes.ReportDue;
import org.safespaces.notes.Reports;
import org.safespaces.notes.UnreadMessages;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.People;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryDay;
import org.safespaces.scheduling.DiaryEntry;
import org.safespaces.scheduling.Requests;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

@Named
@RequestScoped
public class TodayPage {
    /** For so many days back Today asks for a note that nobody has written. */
    private static final int NOTES_ARE_ASKED_FOR = 14;

    private static final int AT_ONCE = 8;

    @Inject
    private Diary diary;

    @Inject
    private Requests requests;

    @Inject
    private Reports reports;

    @Inject
    private NotesDue notesDue;

    @Inject
    private Copies copies;

    @Inject
    private NoteDrafts drafts;

    @Inject
    private Measures measures;

    @Inject
    private CaseMessages messages;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private IntakesPage intakes;

    @Inject
    private Cases cases;

    @Inject
    private HandOvers handOvers;

    @Inject
    private Covers covers;

    @Inject
    private Alarm alarm;

    @Inject
    private People people;

    @Inject
    private Exchange exchange;

    private Map<CaseId, ClientSummary> mine;
    private List<Line> offered;
    private List<Line> given;
    private List<ClientsPage.Row> lockToChange;
    private DiaryGrid grid;
    private List<Coming> tomorrow;
    private List<Task> tasks = List.of();
    private Optional<DiaryEntry> next;
    private List<DiaryPage.Line> asked;

    /** An appointment of another day. */
    public record Coming(String hour, String designation, String session) {}

    /** Something of hers that is to be done by today: whose it is, what, and where. */
    public record Task(String address, String designation, String initials, String said) {}

    /** A case that is offered, to her or by her. */
    public record Line(String id, String designation, String initials, String said) {}

    @PostConstruct
    void load() {
        offered = handOvers.toMe().stream().map(this::offered).toList();
        given = handOvers.byMe().stream().map(this::given).toList();
        Set<CaseId> toChange = Set.copyOf(covers.lockToChange());
        mine = new LinkedHashMap<>();
        cases.mine().forEach(client -> mine.put(client.id(), client));
        lockToChange = mine.values().stream()
                .filter(client -> toChange.contains(client.id()))
                .map(ClientsPage.Row::of)
                .toList();
        List<DiaryDay> all = diary.days(diary.today().minusDays(NOTES_ARE_ASKED_FOR), NOTES_ARE_ASKED_FOR + 2);
        List<DiaryDay> days = all.subList(NOTES_ARE_ASKED_FOR, NOTES_ARE_ASKED_FOR + 2);
        grid = new DiaryGrid(days.subList(0, 1), diary.zone(), diary.now(), exchange);
        tomorrow = days.get(1).entries().stream()
                .filter(entry -> entry.status() != AppointmentStatus.HELD)
                .map(this::coming)
                .toList();
        next = days.get(0).entries().stream()
                .filter(entry -> entry.status() == AppointmentStatus.CONFIRMED)
                .filter(entry -> entry.start().isAfter(diary.now()))
                .findFirst();
        tasks = Stream.of(
                        unwritten(all),
                        unsigned(),
                        copies.due().stream().map(this::task),
                        reports.due().stream().map(this::task),
                        measures.back().stream().map(this::task),
                        messages.unread().stream().map(this::task))
                .flatMap(each -> each)
                .toList();
        asked = requests.waiting().stream()
                .map(entry -> DiaryPage.Line.of(entry, diary.zone(), exchange))
                .toList();
    }

    private Coming coming(DiaryEntry entry) {
        return new Coming(
                new SpokenTime(entry.start(), diary.zone()).hour(), Spoken.whose(entry, exchange), entry.session());
    }

    /**
     * Appointments of the last days about which nobody has written, the oldest first. One with somebody whose case has gone to a colleague
     * stays in this diary, and asks her for nothing; one over midnight stands in two days.
     */
    private Stream<Task> unwritten(List<DiaryDay> days) {
        List<DiaryEntry> over = days.stream()
                .flatMap(day -> day.entries().stream())
                .distinct()
                .filter(entry -> entry.caseId().filter(mine::containsKey).isPresent())
                .filter(entry -> !entry.end().isAfter(diary.now()))
                .filter(entry ->
                        entry.status() == AppointmentStatus.CONFIRMED || entry.status() == AppointmentStatus.DONE)
                .toList();
        Set<UUID> due = notesDue.among(over.stream().map(DiaryEntry::id).toList());
        return over.stream()
                .filter(entry -> due.contains(entry.id()))
                .map(entry -> task(
                        "/therapist/note?case=" + Spoken.caseId(entry) + "&about=" + entry.id(),
                        Spoken.whose(entry, exchange),
                        String.format(
                                exchange.text("casefile", "today.note"), Spoken.brief(entry.start(), diary.zone()))));
    }

    /** Clients about whom she has begun to write and has not signed, whoever was written about last first. */
    private Stream<Task> unsigned() {
        Map<CaseId, List<DraftSummary>> byClient = drafts.mine().stream()
                .collect(Collectors.groupingBy(DraftSummary::caseId, LinkedHashMap::new, Collectors.toList()));
        return byClient.entrySet().stream().map(each -> unsigned(mine.get(each.getKey()), each.getValue()));
    }

    private Task unsigned(ClientSummary client, List<DraftSummary> kept) {
        String last = Spoken.brief(kept.get(0).keptAt(), diary.zone());
        String said = kept.size() == 1
                ? String.format(exchange.text("casefile", "today.draft.one"), last)
                : String.format(exchange.text("casefile", "today.draft.many"), kept.size(), last);
        return task("/therapist/notes?case=" + client.id().value(), client.designation(), said);
    }

    private Task task(FormsBack back) {
        String said = back.forms() == 1
                ? String.format(exchange.text("casefile", "today.form.one"), Days.brief(back.since()))
                : String.format(exchange.text("casefile", "today.form.many"), back.forms(), Days.brief(back.since()));
        return task("/therapist/measures?id=" + back.caseId().value(), back.designation(), said);
    }

    private Task task(UnreadMessages unread) {
        String said = unread.count() == 1
                ? String.format(exchange.text("casefile", "today.message.one"), Days.brief(unread.since()))
                : String.format(
                        exchange.text("casefile", "today.message.many"), unread.count(), Days.brief(unread.since()));
        return task("/therapist/messages?id=" + unread.caseId().value(), unread.designation(), said);
    }

    private Task task(CopyDue due) {
        return task(
                "/therapist/copy?case=" + due.client().id().value(),
                due.client().designation(),
                String.format(exchange.text("rights", "today.copy"), Days.brief(due.dueOn())));
    }

    private static Task task(String address, String designation, String said) {
        return new Task(address, designation, Initials.of(designation), said);
    }

    private Task task(ReportDue due) {
        String said = due.reports() == 1
                ? String.format(exchange.text("reports", "today.one"), Days.brief(due.since()))
                : String.format(exchange.text("reports", "today.many"), due.reports(), Days.brief(due.since()));
        return new Task(
                "/therapist/reports?id=" + due.client().id().value(),
                due.client().designation(),
                Initials.of(due.client().designation()),
                said);
    }

    private Line offered(Offer offer) {
        return new Line(
                offer.id().toString(),
                offer.designation(),
                Initials.of(offer.designation()),
                String.format(
                        exchange.text("handover", "today.offered.line"), offer.from(), Days.brief(offer.offeredOn())));
    }

    private Line given(Offer offer) {
        return new Line(
                offer.caseId().value().toString(),
                offer.designation(),
                Initials.of(offer.designation()),
                String.format(
                        exchange.text("handover", "today.given.line"), offer.to(), Days.brief(offer.offeredOn())));
    }

    public List<Line> getOffered() {
        return offered;
    }

    public List<Line> getGiven() {
        return given;
    }

    public List<ClientsPage.Row> getLockToChange() {
        return lockToChange;
    }

    public String getDay() {
        return Days.day(diary.today());
    }

    public String getZone() {
        return String.format(exchange.text("casefile", "today.zone"), SpokenTime.place(diary.zone()));
    }

    public String getSummary() {
        List<String> said = new ArrayList<>();
        said.add(exchange.counted("casefile", "today.appointments", grid.getSessions()));
        next.ifPresent(entry -> said.add(String.format(
                exchange.text("casefile", "today.next"), new SpokenTime(entry.start(), diary.zone()).hour())));
        said.add(exchange.counted("casefile", "today.tasks", tasks.size()));
        said.add(exchange.counted(
                "casefile", "today.enquiries", intakes.getRows().size()));
        return String.join(" ", said).replaceAll(" +", " ");
    }

    /** What stands in today's diary, as it is drawn. */
    public DiaryGrid getGrid() {
        return grid;
    }

    /** What stands in tomorrow's diary. */
    public List<Coming> getTomorrow() {
        return tomorrow;
    }

    public String getTomorrowDay() {
        return Days.day(diary.today().plusDays(1));
    }

    public String getTomorrowAddress() {
        return "/therapist/diary?view=day&date=" + diary.today().plusDays(1);
    }

    /** How much is to be done by today. */
    public int getTaskCount() {
        return tasks.size();
    }

    /** What is to be done by today, the first of it: a long list at once is no calm day. */
    public List<Task> getTasks() {
        return tasks.stream().limit(AT_ONCE).toList();
    }

    /** The rest, to be unfolded. */
    public List<Task> getMoreTasks() {
        return tasks.stream().skip(AT_ONCE).toList();
    }

    public String getMore() {
        return exchange.counted("casefile", "today.tasks.more", Math.max(0, tasks.size() - AT_ONCE));
    }

    /** First sessions that wait for her word. */
    public List<DiaryPage.Line> getRequests() {
        return asked;
    }

    /** She has a vault, and nobody has vouched for its keys yet: nothing can be sealed to her. */
    public boolean isUnvouched() {
        return vaultLock.standing() == Standing.UNVOUCHED;
    }

    /** Whose vault has locked itself lately, and when. */
    public List<String> getTripped() {
        return alarm.tripped().stream().map(this::told).toList();
    }

    private String told(Tripped tripped) {
        SpokenTime when = new SpokenTime(tripped.at(), diary.zone());
        return String.format(
                exchange.text("casefile", "today.tripped.body"),
                people.therapist(tripped.whose()).shownName(),
                when.day() + ", " + when.hour());
    }

    /** She came in with the code from paper and has chosen no new words. */
    public boolean isWithoutWords() {
        return vaultLock.isOpenedByCode();
    }

    public boolean isLocked() {
        return !vaultLock.isOpen();
    }
}
