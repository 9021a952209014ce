package org.safespaces.web.therapist;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safespaces.access.Cases;
import org.safespaces.access.Covers;
import org.safespaces.access.HandOvers;
import org.safespaces.access.Offer;
import org.safespaces.keys.Alarm;
import org.safespaces.keys.Standing;
import org.safespaces.keys.Tripped;
import org.safespaces.keys.VaultLock;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.People;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryEntry;
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

    private Set<CaseId> held;
    private List<Line> offered;
    private List<Line> given;
    private List<ClientsPage.Row> lockToChange;
    private List<Item> items;

    /** An appointment of today. */
    public record Item(String caseId, String hour, String designation, String initials, String session, boolean held) {}

    /** A case that is offered, to her or by her. */
    public record Line(String id, String designation, String initials, String said) {}

    @PostConstruct
    void load() {
        held = cases.mine().stream().map(ClientSummary::id).collect(Collectors.toSet());
        offered = handOvers.toMe().stream().map(this::offered).toList();
        given = handOvers.byMe().stream().map(this::given).toList();
        lockToChange = covers.lockToChange().stream()
                .map(cases::mine)
                .map(ClientsPage.Row::of)
                .toList();
        items = diary.day(diary.today()).stream().map(this::item).toList();
    }

    private Item item(DiaryEntry entry) {
        String designation = Spoken.whose(entry, exchange);
        return new Item(
                Spoken.caseId(entry),
                Spoken.hours(entry, diary.zone()),
                designation,
                Initials.of(designation),
                entry.session(),
                entry.caseId().filter(held::contains).isPresent());
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
        return exchange.counted("casefile", "today.appointments", items.size()) + " "
                + exchange.counted("casefile", "intakes.lead", intakes.getRows().size());
    }

    public List<Item> getItems() {
        return items;
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
