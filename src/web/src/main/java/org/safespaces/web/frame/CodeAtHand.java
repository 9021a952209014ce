package org.safespaces.web.frame;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.safespaces.intake.HeldCodes;
import org.safespaces.keys.KeysDoNotFit;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.settings.PracticeSettings;

/**
 * Her code on the pages of a client: typed once, and kept as long as they are open, in her session, sealed under a key that only her
 * browser has. Each page hands over what it opens with it.
 */
@Named
@RequestScoped
public class CodeAtHand {
    private static final String COOKIE = "__Host-back";
    private static final int LONGEST = 120;

    @Inject
    private HeldCodes held;

    @Inject
    private PracticeSettings settings;

    @Inject
    private Exchange exchange;

    private Optional<HeldCodes.Entered> entered = Optional.empty();
    private boolean busy;
    private String wrong = "";

    @PostConstruct
    void begin() {
        entered = exchange.cookie(COOKIE).flatMap(held::open);
    }

    /** What was asked of the code itself, if anything was: to open with it, or to forget it. */
    public boolean isAsked(String here, Consumer<String> open) {
        return switch (exchange.parameter("do").orElse("")) {
            case "open" -> {
                enter(here, open);
                yield true;
            }
            case "close" -> {
                forget();
                exchange.goTo("/client/home");
                yield true;
            }
            default -> false;
        };
    }

    private void enter(String here, Consumer<String> open) {
        String typed = exchange.parameter("code").orElse("");
        if (typed.isEmpty() || typed.length() > LONGEST) {
            complain(exchange.text("form", "code.error.missing"));
            return;
        }
        try {
            open.accept(typed);
            boolean shared = exchange.parameter("shared").isPresent();
            exchange.keepCookie(COOKIE, held.keep(new HeldCodes.Entered(typed, shared)));
            exchange.goTo(here);
        } catch (WrongPhrase | KeysDoNotFit opensNothingHere) {
            complain(exchange.text("form", "code.error.wrong"));
        } catch (TooManyTries wait) {
            complain(String.format(exchange.text("form", "code.error.wait"), wait.minutes()));
        } catch (TooBusy | KeystoreUnavailable later) {
            complain(exchange.text("form", "error.busy"));
        }
    }

    private void complain(String said) {
        wrong = said;
        exchange.complainAt("code", said);
    }

    /** Opens, with the code that is kept, what this answer shows; nothing while none is. */
    public void use(Consumer<String> open) {
        if (entered.isEmpty()) {
            return;
        }
        try {
            open.accept(entered.get().code());
        } catch (WrongPhrase | KeysDoNotFit opensNothingAnyMore) {
            forget();
            complain(exchange.text("form", "code.error.wrong"));
        } catch (TooManyTries | TooBusy | KeystoreUnavailable later) {
            busy = true;
        }
    }

    private void forget() {
        held.forget();
        entered = Optional.empty();
        exchange.dropCookie(COOKIE);
    }

    /** The code that is kept, for sending; empty where there is none any more. */
    public Optional<String> code() {
        return entered.map(HeldCodes.Entered::code);
    }

    public boolean isOpen() {
        return entered.isPresent();
    }

    public boolean isBusy() {
        return busy;
    }

    public String getWrong() {
        return wrong;
    }

    /** After how long without a sign from her the page closes. */
    public long getIdleSeconds() {
        boolean shared = entered.map(HeldCodes.Entered::shared).orElse(false);
        Duration idle = shared ? settings.sharedDeviceIdle() : settings.publicIdle();
        return idle.toSeconds();
    }
}
