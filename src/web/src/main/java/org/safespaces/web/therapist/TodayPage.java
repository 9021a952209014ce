package org.safespaces.web.therapist;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.safespaces.access.Cases;
import org.safespaces.access.Covers;
import org.safespaces.access.HandOvers;
import org.safespaces.access.Offer;
import org.safespaces.keys.Alarm;
import org.safespaces.keys.Standing;
import org.safespaces.keys.Tripped;
import org.safespaces.keys.VaultLock;
import org.safespaces.people.People;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.Requests;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

@Named
@RequestScoped
public class TodayPage {
    @Inject
    private Diary diary;

    @Inject
    private Requests requests;

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

    private List<Line> offered;
    private List<Line> given;
    private List<ClientsPage.Row> lockToChange;
    private DiaryGrid grid;
    private List<DiaryPage.Line> asked;

    /** A case that is offered, to her or by her. */
    public record Line(String id, String designation, String initials, String said) {}

    @PostConstruct
    void load() {
        offered = handOvers.toMe().stream().map(this::offered).toList();
        given = handOvers.byMe().stream().map(this::given).toList();
        lockToChange = covers.lockToChange().stream()
                .map(cases::mine)
                .map(ClientsPage.Row::of)
                .toList();
        grid = new DiaryGrid(diary.days(diary.today(), 1), diary.zone(), diary.now(), exchange);
        asked = requests.waiting().stream()
                .map(entry -> DiaryPage.Line.of(entry, diary.zone(), exchange))
                .toList();
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
        return exchange.counted("casefile", "today.appointments", grid.getSessions()) + " "
                + exchange.counted("casefile", "intakes.lead", intakes.getRows().size());
    }

    /** What stands in today's diary, as it is drawn. */
    public DiaryGrid getGrid() {
        return grid;
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
