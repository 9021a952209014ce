package org.safespaces.web.therapist;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.safespaces.keys.Standing;
import org.safespaces.keys.VaultLock;
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
    private Exchange exchange;

    private List<Item> items;

    /** An appointment of today. */
    public record Item(String caseId, String hour, String designation, String initials, String session) {}

    @PostConstruct
    void load() {
        items = diary.day(diary.today()).stream().map(this::item).toList();
    }

    private Item item(DiaryEntry entry) {
        return new Item(
                entry.caseId().value().toString(),
                Spoken.hours(entry, diary.zone()),
                entry.designation(),
                Initials.of(entry.designation()),
                entry.session());
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

    public boolean isLocked() {
        return !vaultLock.isOpen();
    }
}
