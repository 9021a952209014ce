package org.safespaces.keys;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.vault.BrowserKey;
import org.safespaces.vault.KeysDoNotMatch;
import org.safespaces.vault.LockedSeed;
import org.safespaces.vault.Pepper;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.PublicKeys;
import org.safespaces.vault.RecoveryCode;
import org.safespaces.vault.Secret;
import org.safespaces.vault.Slot;
import org.safespaces.vault.SlotKind;
import org.safespaces.vault.VaultException;

/**
 * Unlocking and locking. Signing in proves who somebody is and opens nothing; the phrase opens. Wrong phrase and no vault
 * cost the same work and say the same. Every attempt is recorded.
 */
@Singleton
@RolesAllowed("therapist")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class VaultLock {
    private static final long LATEST_SECONDS = 60;
    private static final PublicKeys NO_KEYS = new PublicKeys(new UUID(0, 0), new byte[0], new byte[0]);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private ServerSecrets secrets;

    @Inject
    private KeyDirectory directory;

    @Inject
    private LockedVault session;

    @Inject
    private StoppedVault stopped;

    @Inject
    private Pins pins;

    @Inject
    private Alarm alarm;

    @Inject
    private BrowserKeyHolder browser;

    @Inject
    private Lanes lanes;

    @Inject
    private WaysIn waysIn;

    @Inject
    private KeyRows rows;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    private Tries tries;

    @PostConstruct
    void begin() {
        tries = new Tries(clock);
    }

    /**
     * Unlocks with the six words. If something does not match what the vault remembers it stays shut, and {@link
     * StoppedWork#isStopped} says so. A phrase that lies under an older pepper comes under the newest with it, which is recorded.
     *
     * @return the browser's half of the key, to be put into its cookie and nowhere else
     * @throws WrongPhrase when it opens nothing; {@link TooManyTries} when there is a wait
     */
    public String unlock(String phrase) {
        return open(SlotKind.PASSPHRASE, () -> Secret.of(phrase));
    }

    /**
     * Unlocks with the recovery code from paper; as {@link #unlock} otherwise. Whoever types it may choose a new phrase at
     * once.
     */
    public String unlockWithRecoveryCode(String code) {
        String browserKey = open(SlotKind.RECOVERY_CODE, () -> RecoveryCode.parse(code));
        session.prove(clock.instant());
        session.openedByCode();
        return browserKey;
    }

    /** The phrase once more, while the vault is open, so as to change a way in; as {@link #unlock} otherwise. */
    public String prove(String phrase) {
        String browserKey = unlock(phrase);
        session.prove(clock.instant());
        return browserKey;
    }

    private String open(SlotKind kind, Supplier<Secret> typed) {
        Actor actor = caller.actor();
        UUID person = caller.therapist().orElseThrow(NoSuchPerson::new).value();
        tries.begin(person);
        try (Opened opened = lanes.forStaff(() ->
                        with(typed, secret -> tryToOpen(person, kind, secret).wrappedAnew(waysIn, secret)));
                BrowserKey key = BrowserKey.draw()) {
            tries.succeeded(person);
            if (pins.differences(opened.keys(), Set.of()).isEmpty()) {
                letIn(actor, opened, key);
            } else {
                stop(actor, opened.keys().lock(key));
            }
            return key.encoded();
        } catch (KeysDoNotMatch swapped) {
            tries.succeeded(person);
            stop(actor, null);
            return BrowserKey.draw().encoded();
        } catch (TooBusy notTried) {
            tries.withdrawn(person);
            throw notTried;
        } catch (VaultException doesNotOpen) {
            audit.recordRefusal(actor, AuditAction.VAULT_UNLOCK_FAILED, "person", person);
            throw new WrongPhrase();
        }
    }

    private void letIn(Actor actor, Opened opened, BrowserKey key) {
        PersonalKeys keys = opened.keys();
        audit.recordFirst(actor, AuditAction.VAULT_UNLOCKED, "person", keys.personId());
        pins.keep(keys, Set.of());
        opened.anew()
                .filter(slot -> rows.replace(opened.by(), slot))
                .ifPresent(slot -> audit.record(actor, AuditAction.PHRASE_WRAPPED_ANEW, "person", keys.personId()));
        stopped.forget();
        session.keep(keys.lock(key), clock.instant());
    }

    /** The phrase was right, and something is not as it was: nothing opens, and the others are told to look. */
    private void stop(Actor actor, LockedSeed seedOrNull) {
        session.forget();
        stopped.stop(seedOrNull, alarm.keysDoNotMatch(actor), clock.instant());
    }

    /**
     * Is it really she? The six words once more, before what cannot be undone. Nothing is opened by it and nothing changes in the
     * session; throws as {@link #unlock} does, and wrong tries count as there.
     */
    public void confirm(String phrase) {
        Actor actor = caller.actor();
        UUID person = caller.therapist().orElseThrow(NoSuchPerson::new).value();
        tries.begin(person);
        try (Opened opened = lanes.forStaff(
                () -> with(() -> Secret.of(phrase), secret -> tryToOpen(person, SlotKind.PASSPHRASE, secret)))) {
            tries.succeeded(opened.keys().personId());
            audit.recordFirst(actor, AuditAction.PHRASE_CONFIRMED, "person", person);
        } catch (TooBusy notTried) {
            tries.withdrawn(person);
            throw notTried;
        } catch (VaultException doesNotOpen) {
            audit.recordRefusal(actor, AuditAction.VAULT_UNLOCK_FAILED, "person", person);
            throw new WrongPhrase();
        }
    }

    /**
     * A vault that was opened: by which way in, and the same way under the newest pepper, where it lay under an older one.
     * Source: vault.md 6.10.
     */
    private record Opened(PersonalKeys keys, KeySlot by, Optional<Slot> anew) implements AutoCloseable {
        Opened wrappedAnew(WaysIn waysIn, Secret secret) {
            return new Opened(keys, by, waysIn.underNewestPepper(keys, by.slot(), secret));
        }

        @Override
        public void close() {
            keys.close();
        }
    }

    private static <T> T with(Supplier<Secret> typed, Function<Secret, T> work) {
        try (Secret secret = typed.get()) {
            return work.apply(secret);
        }
    }

    private Opened tryToOpen(UUID person, SlotKind kind, Secret secret) {
        List<KeySlot> slots = slots(person, kind);
        if (slots.isEmpty()) {
            refuseAtEqualCost(kind, secret);
        }
        return slots.stream()
                .map(slot -> opened(person, slot, secret))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(VaultException::new);
    }

    private Optional<Opened> opened(UUID person, KeySlot stored, Secret secret) {
        Slot slot = stored.slot();
        Optional<Pepper> pepper = pepper(slot);
        if (pepper.isEmpty()) {
            refuseAtEqualCost(slot.kind(), secret);
            return Optional.empty();
        }
        // where her keys are gone or spoilt, no keys match: whoever has the phrase is to learn that, and nobody else
        PublicKeys expected = directory.expected(person, stored.keyId()).orElse(NO_KEYS);
        try {
            PersonalKeys keys =
                    PersonalKeys.unlock(ServerSecrets.tenant(), person, slot, secret, pepper.get(), expected);
            return Optional.of(new Opened(keys, stored, Optional.empty()));
        } catch (KeysDoNotMatch swapped) {
            throw swapped;
        } catch (VaultException doesNotOpen) {
            return Optional.empty();
        }
    }

    /** The pepper a slot was made with, if it lives; a code from paper does without, and any will do. */
    private Optional<Pepper> pepper(Slot slot) {
        return slot.kind() == SlotKind.RECOVERY_CODE
                ? Optional.of(secrets.newestPepper())
                : secrets.pepper(slot.pepperVersion());
    }

    /** A code from paper is not stretched, so refusing one costs nothing either. */
    private static void refuseAtEqualCost(SlotKind kind, Secret secret) {
        if (kind == SlotKind.PASSPHRASE) {
            PersonalKeys.refuseAtEqualCost(secret);
        }
    }

    /**
     * Ways in of this kind, the newest keys first. Somebody who has started anew has two until the old are given up, and
     * whichever her phrase opens is opened; for everybody else there is one, and the cost of one try is the cost of none.
     */
    private List<KeySlot> slots(UUID person, SlotKind kind) {
        return entities.createQuery(
                        "select s from KeySlot s left join PublishedKeys k on k.keyId = s.keyId"
                                + " where s.personId = :person and s.kind = :kind order by k.generation desc",
                        KeySlot.class)
                .setParameter("person", person)
                .setParameter("kind", (short) kind.code())
                .getResultList();
    }

    /** How far the caller's own keys are believed; {@link Standing#NONE} leads to making them. */
    public Standing standing() {
        return caller.therapist().map(directory::standing).orElse(Standing.NONE);
    }

    /** Was it opened with the code from paper, and no new phrase chosen since? */
    public boolean isOpenedByCode() {
        return isOpen() && session.isOpenedByCode();
    }

    /** Is the caller's vault open, with this browser's key? */
    public boolean isOpen() {
        return session.seed(clock.instant()).isPresent() && browser.vaultKey().isPresent();
    }

    /**
     * Somebody is there: typing, scrolling or pressing, so many seconds ago. What a page does by itself never comes here. Does
     * not open a vault that has locked meanwhile.
     */
    public void stay(long secondsAgo) {
        Instant now = clock.instant();
        if (browser.vaultKey().isPresent() && session.seed(now).isPresent()) {
            session.used(now.minusSeconds(Math.max(0, Math.min(LATEST_SECONDS, secondsAgo))));
        }
    }

    /** After how many minutes a vault that nobody uses locks itself. */
    public long idleMinutes() {
        return IdleTime.configured().toMinutes();
    }

    /** Locks because records were opened faster than a person reads, and tells the others. */
    public void trip() {
        session.trip();
        alarm.manyOpened(caller.actor());
    }

    /** Has it locked itself for that reason, and not been unlocked since? */
    public boolean isTripped() {
        return session.isTripped();
    }

    /** Locks. Whatever was open in this session is closed; the browser's cookie opens nothing any more. */
    public void lock() {
        if (session.seed(clock.instant()).isPresent()) {
            audit.recordFirst(
                    caller.actor(),
                    AuditAction.VAULT_LOCKED,
                    "person",
                    caller.therapist().orElseThrow(NoSuchPerson::new).value());
        }
        session.forget();
        stopped.forget();
    }
}
