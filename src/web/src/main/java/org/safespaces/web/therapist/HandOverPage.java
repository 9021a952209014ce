package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safespaces.access.AlreadyOffered;
import org.safespaces.access.Cases;
import org.safespaces.access.Covers;
import org.safespaces.access.DaysDoNotFit;
import org.safespaces.access.GivenCover;
import org.safespaces.access.HandOvers;
import org.safespaces.access.Offer;
import org.safespaces.access.OfferGone;
import org.safespaces.keys.KeysDoNotFit;
import org.safespaces.keys.UnvouchedColleague;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.HandOverSummaries;
import org.safespaces.notes.NoteDrafts;
import org.safespaces.notes.SummaryStanding;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.Ids;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class HandOverPage {
    private static final String HERE = "/therapist/hand-over?case=";

    @Inject
    private Cases cases;

    @Inject
    private HandOvers handOvers;

    @Inject
    private Covers covers;

    @Inject
    private Diary diary;

    @Inject
    private NoteDrafts noteDrafts;

    @Inject
    private HandOverSummaries summaries;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Exchange exchange;

    private ClientsPage.Row client;
    private List<Colleague> colleagues = List.of();
    private Optional<Offer> offer = Optional.empty();
    private List<CoverLine> given = List.of();
    private List<String> ahead = List.of();
    private final Map<String, String> errors = new HashMap<>();
    private boolean lockToChange;
    private int drafts;
    private int own;
    private Optional<SummaryStanding> summary = Optional.empty();

    /** Somebody who can be chosen. */
    public record Colleague(String id, String name, boolean chosenToCover, boolean chosenToTakeOver) {}

    /** A cover that runs, or is to be closed. */
    public record CoverLine(String id, String colleague, String days, boolean over) {}

    /** Shows what there is; or does what was asked. */
    public void load() {
        CaseId id = caseId();
        offer = handOvers.of(id);
        if (!vaultLock.isOpen()) {
            unlockFirst();
            return;
        }
        if (exchange.isPost()) {
            act(id);
        }
        show(id);
    }

    private void unlockFirst() {
        if (!exchange.isPost()) {
            throw new VaultLocked();
        }
        exchange.goTo("/therapist/unlock?then=%2Ftherapist%2Fhand-over%3Fcase%3D" + caseId().value());
    }

    private void act(CaseId id) {
        try {
            String[] asked = exchange.parameter("do").orElse("").split(":", 2);
            switch (asked[0]) {
                case "cover" -> cover(id);
                case "offer" -> offer(id);
                case "withdraw" -> withdraw(id);
                case "end" -> {
                    covers.end(id, Ids.parse(asked[asked.length - 1]));
                    done(id, "ended");
                }
                case "lock" -> {
                    covers.changeLock(id);
                    done(id, "lock");
                }
                default -> done(id, "");
            }
        } catch (VaultLocked meanwhile) {
            unlockFirst();
        } catch (UnvouchedColleague notAnyMore) {
            exchange.complainAt(null, exchange.text("handover", "error.unvouched"));
        } catch (KeysDoNotFit doNotOpen) {
            exchange.complainAt(null, exchange.text("handover", "error.keys"));
        }
    }

    private void cover(CaseId id) {
        Optional<LocalDate> first = date("first");
        Optional<LocalDate> last = date("last");
        Optional<TherapistId> colleague = colleague("covers");
        if (colleague.isEmpty()) {
            complain("covers", "error.colleague");
        }
        if (first.isEmpty()) {
            complain("first", "error.date");
        }
        if (last.isEmpty()) {
            complain("last", "error.date");
        }
        if (colleague.isPresent() && first.isPresent() && last.isPresent()) {
            give(id, colleague.get(), first.get(), last.get());
        }
    }

    private void give(CaseId id, TherapistId colleague, LocalDate first, LocalDate last) {
        List<CaseId> chosen = isAll() ? ownCases() : List.of(id);
        try {
            covers.give(chosen, colleague, first, last);
            done(id, "cover");
        } catch (DaysDoNotFit days) {
            complain("last", "error.days");
        }
    }

    private void offer(CaseId id) {
        Optional<TherapistId> colleague = colleague("takes");
        if (colleague.isEmpty()) {
            complain("takes", "error.colleague");
            return;
        }
        try {
            handOvers.offer(id, colleague.get());
            done(id, "offer");
        } catch (AlreadyOffered inAnotherWindow) {
            done(id, "");
        }
    }

    private void withdraw(CaseId id) {
        try {
            handOvers.withdraw(id);
            done(id, "withdrawn");
        } catch (OfferGone answeredMeanwhile) {
            done(id, "");
        }
    }

    private void complain(String field, String key) {
        String said = exchange.text("handover", key);
        errors.put(field, said);
        exchange.complainAt(field, said);
    }

    private void done(CaseId id, String what) {
        exchange.goTo(HERE + id.value() + (what.isEmpty() ? "" : "&done=" + what));
    }

    private void show(CaseId id) {
        drafts = noteDrafts.of(id).size();
        summary = summaries.standing(id).filter(each -> each.own() && !each.acknowledged());
        client = ClientsPage.Row.of(cases.mine(id));
        own = ownCases().size();
        offer = handOvers.of(id);
        given = covers.of(id).stream().map(HandOverPage::line).toList();
        lockToChange = covers.lockToChange().contains(id);
        colleagues = handOvers.colleagues().stream().map(this::choice).toList();
        ahead = diary.ahead(id).stream()
                .filter(diary::isMine)
                .map(entry -> Spoken.when(entry, diary.zone()))
                .toList();
    }

    private Colleague choice(TherapistSummary colleague) {
        String id = colleague.id().value().toString();
        return new Colleague(id, colleague.shownName(), isChosen("covers", id), isChosen("takes", id));
    }

    private boolean isChosen(String field, String id) {
        return exchange.parameter(field).filter(id::equals).isPresent();
    }

    private static CoverLine line(GivenCover cover) {
        return new CoverLine(
                cover.id().toString(),
                cover.colleague(),
                Days.dated(cover.first()) + " to " + Days.dated(cover.last()),
                cover.over());
    }

    private List<CaseId> ownCases() {
        return cases.mine().stream()
                .filter(each -> each.coverUntil().isEmpty())
                .map(ClientSummary::id)
                .toList();
    }

    /** One of those that are offered for choice; empty for anything else. */
    private Optional<TherapistId> colleague(String field) {
        return handOvers.colleagues().stream()
                .map(TherapistSummary::id)
                .filter(id -> isChosen(field, id.value().toString()))
                .findFirst();
    }

    private Optional<LocalDate> date(String field) {
        try {
            return exchange.parameter(field).map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    public ClientsPage.Row getClient() {
        return client;
    }

    public boolean isReady() {
        return client != null;
    }

    /** What is wrong with a field; empty when nothing is. */
    public String wrong(String field) {
        return errors.getOrDefault(field, "");
    }

    /** Whether there is one for whoever takes the case over; and when it was written, if there is. */
    public boolean isSummed() {
        return summary.isPresent();
    }

    public String getSummary() {
        return summary.map(each -> String.format(exchange.text("handover", "summary.kept"), Days.dated(each.day())))
                .orElseGet(() -> exchange.text("handover", "summary.line"));
    }

    public List<Colleague> getColleagues() {
        return colleagues;
    }

    public boolean isOffered() {
        return offer.isPresent();
    }

    public String getOfferedLine() {
        return String.format(
                exchange.text("handover", "offered.line"),
                offer.orElseThrow().to(),
                Days.dated(offer.orElseThrow().offeredOn()));
    }

    public List<CoverLine> getGiven() {
        return given;
    }

    public boolean isLockToChange() {
        return lockToChange;
    }

    public List<String> getAhead() {
        return ahead;
    }

    public int getOwn() {
        return own;
    }

    public String getAllOf() {
        return exchange.counted("handover", "cover.all", own);
    }

    public boolean isAll() {
        return isChosen("scope", "all");
    }

    public String getFirst() {
        return exchange.parameter("first").orElseGet(() -> diary.today().toString());
    }

    public String getLast() {
        return exchange.parameter("last").orElse("");
    }

    public String getToday() {
        return diary.today().toString();
    }

    /** What has just been done; empty for nothing. */
    public String getDone() {
        return exchange.parameter("done")
                .filter(List.of("cover", "offer", "withdrawn", "ended", "lock", "summary")::contains)
                .orElse("");
    }

    /** How many notes she has not signed: they do not pass on. Empty for none. */
    public String getDrafts() {
        return drafts == 0 ? "" : exchange.counted("notes", "handover.drafts", drafts);
    }
}
