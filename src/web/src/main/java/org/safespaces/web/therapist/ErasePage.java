package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.safespaces.access.AlreadyDecided;
import org.safespaces.access.Cases;
import org.safespaces.access.Erasure;
import org.safespaces.access.ErasureReason;
import org.safespaces.access.ErasureSummary;
import org.safespaces.access.HoldReason;
import org.safespaces.access.HoldSummary;
import org.safespaces.access.Holds;
import org.safespaces.access.OnHold;
import org.safespaces.access.TooEarly;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class ErasePage {
    private static final int LONGEST = 400;

    @Inject
    private Cases cases;

    @Inject
    private Erasure erasure;

    @Inject
    private Holds holds;

    @Inject
    private Diary diary;

    @Inject
    private Clock clock;

    @Inject
    private Exchange exchange;

    private ClientsPage.Row client;
    private Optional<HoldSummary> hold;
    private Optional<ErasureSummary> waiting;
    private String reason;
    private String holdReason;
    private String phrase;

    /** A record that is not hers, or not there any more, is not found here either. */
    public void load() {
        client = ClientsPage.Row.of(cases.mine(id()));
        hold = holds.on(id());
        waiting = erasure.waitingFor(id());
    }

    public void ask() {
        Optional<ErasureReason> why = one(ErasureReason.values(), reason);
        if (why.isEmpty()) {
            exchange.complain("ask:reason", "erasure", "erase.error.reason");
        }
        String typed = typed("ask:phrase");
        if (why.isPresent() && typed != null) {
            tryTo("ask:phrase", () -> {
                erasure.ask(id(), why.get(), typed);
                exchange.goTo(here());
            });
        }
    }

    /** In a practice of one, after the wait. */
    public void confirm() {
        String typed = typed("confirm:phrase");
        if (typed != null) {
            tryTo("confirm:phrase", () -> {
                ErasureSummary mine = erasure.waitingFor(id()).orElseThrow(NoSuchPerson::new);
                erasure.confirmAlone(mine.id(), typed);
                exchange.goTo("/therapist/erasures?done=" + mine.id());
            });
        }
    }

    public void withdraw() {
        try {
            erasure.waitingFor(id()).ifPresent(mine -> erasure.withdraw(mine.id()));
        } catch (AlreadyDecided meanwhile) {
            // the page says how it stands now
        }
        exchange.goTo(here());
    }

    public void hold() {
        Optional<HoldReason> why = one(HoldReason.values(), holdReason);
        if (why.isEmpty()) {
            exchange.complain("hold:holdReason", "erasure", "erase.error.reason");
            return;
        }
        holds.set(id(), why.get());
        exchange.goTo(here());
    }

    public void lift() {
        holds.lift(id());
        exchange.goTo(here());
    }

    /** What was typed, taken out of the page; complains when it cannot be a phrase. */
    private String typed(String field) {
        String typed = phrase;
        phrase = null;
        if (typed == null || typed.isBlank() || typed.length() > LONGEST) {
            exchange.complain(field, "casefile", "unlock.error.phrase");
            return null;
        }
        return typed;
    }

    private void tryTo(String field, Runnable act) {
        try {
            act.run();
        } catch (WrongPhrase doesNotOpen) {
            exchange.complain(field, "casefile", "unlock.error.phrase");
        } catch (TooManyTries wait) {
            exchange.complain(field, "casefile", "unlock.error.wait", wait.minutes());
        } catch (TooBusy busy) {
            exchange.complain(field, "casefile", "unlock.error.busy");
        } catch (OnHold | AlreadyDecided | TooEarly changed) {
            exchange.goTo(here());
        }
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private CaseId id() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    private String here() {
        return "/therapist/erase?case=" + id().value();
    }

    /** Asked for when the page is shown, and already while a post is taken apart: it decides which forms there are. */
    private Optional<HoldSummary> stands() {
        if (hold == null) {
            hold = holds.on(id());
        }
        return hold;
    }

    private Optional<ErasureSummary> asked() {
        if (waiting == null) {
            waiting = erasure.waitingFor(id());
        }
        return waiting;
    }

    public ClientsPage.Row getClient() {
        return client;
    }

    public boolean isHeld() {
        return stands().isPresent();
    }

    public String getHoldSince() {
        return stands().map(
                        each -> exchange.text("erasure", "hold." + each.reason().name()) + ". "
                                + String.format(exchange.text("erasure", "hold.since"), Days.dated(each.since())))
                .orElse("");
    }

    public boolean isWaiting() {
        return asked().isPresent();
    }

    public boolean isAskable() {
        return !isHeld() && !isWaiting();
    }

    /** From which day on it may be erased, once it is approved and waits; empty until then. */
    public String getBegins() {
        return asked().flatMap(ErasureSummary::beginsOn)
                .map(day -> String.format(exchange.text("erasure", "erasures.begins"), Days.dated(day)))
                .orElse("");
    }

    /** Nobody else could decide. */
    public boolean isAlone() {
        return notBefore().isPresent();
    }

    public boolean isRipe() {
        return !isHeld()
                && notBefore().filter(day -> !clock.instant().isBefore(day)).isPresent()
                && asked().flatMap(ErasureSummary::beginsOn)
                        .filter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)::isBefore)
                        .isEmpty();
    }

    public String getRipeFrom() {
        return notBefore()
                .map(instant -> new SpokenTime(instant, diary.zone()))
                .map(time -> time.day() + ", " + time.hour())
                .orElse("");
    }

    private Optional<Instant> notBefore() {
        return asked().flatMap(ErasureSummary::notBefore);
    }

    public String getAsked() {
        return asked().map(mine ->
                        exchange.text("erasure", "reason." + mine.reason().name()))
                .orElse("");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getHoldReason() {
        return holdReason;
    }

    public void setHoldReason(String holdReason) {
        this.holdReason = holdReason;
    }

    public String getPhrase() {
        return phrase;
    }

    public void setPhrase(String phrase) {
        this.phrase = phrase;
    }
}
