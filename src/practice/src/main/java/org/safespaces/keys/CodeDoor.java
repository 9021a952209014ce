package org.safespaces.keys;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.vault.Pepper;
import org.safespaces.vault.ReturnCode;
import org.safespaces.vault.VaultException;

/**
 * Where every typed code comes in, whatever it may belong to: wrong, expired and unknown ones cost the same, are counted
 * together and are answered the same.
 */
@ApplicationScoped
class CodeDoor {
    @Inject
    private ServerSecrets secrets;

    @Inject
    private Lanes lanes;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    private Tries tries;
    private Brake brake;

    @PostConstruct
    void begin() {
        tries = new Tries(clock);
        brake = new Brake(clock);
    }

    /** A code that leads somewhere, with its keys in clear: whoever gets it closes it. */
    record Entered<T>(ReturnCode code, T found) implements AutoCloseable {
        @Override
        public void close() {
            code.close();
        }

        @Override
        public String toString() {
            return "Entered[redacted]";
        }
    }

    /**
     * What a typed code leads to.
     *
     * @param typed as typed; spaces and dashes do not matter in a drawn one
     * @param who whatever stands for the one who tries, to count wrong tries by
     * @param find looks it up, among what lives
     * @throws WrongPhrase where it leads nowhere; {@link TooManyTries} while there is a wait; {@link TooBusy}
     */
    <T> Entered<T> open(String typed, String who, Function<ReturnCode, Optional<T>> find) {
        begin(who);
        Optional<Entered<T>> entered = tried(typed, who, find);
        if (entered.isEmpty()) {
            audit.recordRefusal(caller.actor(), AuditAction.CODE_FAILED, "code", null);
            throw new WrongPhrase();
        }
        tries.succeeded(who);
        brake.release();
        return entered.get();
    }

    /** Counted as wrong from here on, by herself and over all. */
    void begin(String who) {
        tries.begin(who);
        try {
            brake.begin();
        } catch (TooManyTries everybodyWaits) {
            tries.withdrawn(who);
            throw everybodyWaits;
        }
    }

    /** It was no try after all. */
    void withdraw(String who) {
        tries.withdrawn(who);
        brake.release();
    }

    private <T> Optional<Entered<T>> tried(String typed, String who, Function<ReturnCode, Optional<T>> find) {
        try {
            // every live pepper is tried each time: how long it takes must not tell which one a code was made with
            List<Optional<Entered<T>>> found = secrets.livePeppers().stream()
                    .map(pepper -> tried(typed, pepper, find))
                    .toList();
            return found.stream().flatMap(Optional::stream).findFirst();
        } catch (TooBusy notTried) {
            withdraw(who);
            throw notTried;
        }
    }

    private <T> Optional<Entered<T>> tried(String typed, Pepper pepper, Function<ReturnCode, Optional<T>> find) {
        ReturnCode code;
        try {
            code = lanes.forVisitors(() -> ReturnCode.read(typed, pepper));
        } catch (VaultException notACode) {
            return Optional.empty();
        }
        Optional<T> found = find.apply(code);
        if (found.isEmpty()) {
            code.close();
        }
        return found.map(there -> new Entered<>(code, there));
    }

    /** A code just drawn, or one that was shown before: nobody tries anything. */
    <T> T with(String shown, Function<ReturnCode, T> use) {
        try (ReturnCode code = lanes.forVisitors(() -> ReturnCode.open(shown, secrets.newestPepper()))) {
            return use.apply(code);
        }
    }
}
