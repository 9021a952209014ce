package org.safespaces.keys;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.BrowserKey;
import org.safespaces.vault.KeyKind;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.Slot;
import org.safespaces.vault.VaultException;

/**
 * Makes the caller's vault: a phrase, shown once and typed back; a code on paper, shown once and typed back; and only then
 * is anything stored. Nobody but she ever knows either. Whoever has a vault makes another only by starting anew, and the
 * one before stays where it is. Source: vault.md 6.1.
 */
@Stateless
@RolesAllowed("therapist")
public class VaultSetUp {
    @Inject
    private Caller caller;

    @Inject
    private KeyDirectory directory;

    @Inject
    private KeyRows rows;

    @Inject
    private WaysIn waysIn;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Pins pins;

    @Inject
    private Workbench workbench;

    @Inject
    private LockedVault session;

    @Inject
    private BrowserKeyHolder browser;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Where the caller is, in this session and with this browser. */
    public SetUpStage stage() {
        Optional<Unfinished> made = workbench
                .unfinished(clock.instant())
                .filter(Unfinished::isVault)
                .filter(this::isOpenable);
        if (made.isEmpty()) {
            return SetUpStage.BEGIN;
        }
        if (!made.get().phraseTyped()) {
            return SetUpStage.PHRASE;
        }
        return made.get().code() == null ? SetUpStage.SHEET : SetUpStage.CODE;
    }

    /** Is what is being made a vault in place of one that is lost? */
    public boolean isAnew() {
        return workbench
                .unfinished(clock.instant())
                .filter(made -> made.purpose() == Unfinished.Purpose.VAULT_ANEW)
                .isPresent();
    }

    /**
     * Begins, or begins again, with fresh keys and six words drawn for them.
     *
     * @param anew to have another vault than the one there is; without it whoever has one is refused with {@link
     *     VaultThere}
     */
    public ShownOnce drawPhrase(boolean anew) {
        try (PersonalKeys keys = freshKeys(anew)) {
            Drawn drawn = waysIn.drawPhrase(keys);
            return new ShownOnce(drawn.shown(), begin(anew, keys, drawn.slot(), false));
        }
    }

    /**
     * The same with a phrase of her own, which counts as typed back.
     *
     * @return the browser's half of the key, to be put into its cookie and nowhere else
     * @throws WeakPhrase when it is too short or too easily guessed
     */
    public String ownPhrase(boolean anew, String phrase) {
        try (PersonalKeys keys = freshKeys(anew)) {
            return begin(anew, keys, waysIn.ownPhrase(keys, phrase), true);
        }
    }

    private PersonalKeys freshKeys(boolean anew) {
        TherapistId me = me();
        if (!anew && directory.standing(me) != Standing.NONE) {
            throw new VaultThere();
        }
        return PersonalKeys.create(ServerSecrets.tenant(), me.value());
    }

    private String begin(boolean anew, PersonalKeys keys, Slot phrase, boolean typed) {
        boolean another = anew && directory.standing(me()) != Standing.NONE;
        try (BrowserKey key = BrowserKey.draw()) {
            // what was open in this session was open under the cookie that is replaced now
            vaultLock.lock();
            workbench.keep(Unfinished.vault(another, keys.lock(key), phrase, typed, clock.instant()));
            return key.encoded();
        }
    }

    /** She types the phrase back; {@link WrongPhrase} when it is not the one shown last. */
    public void confirmPhrase(String typed) {
        Unfinished made = made();
        try (PersonalKeys keys = reopened(made)) {
            waysIn.check(keys, made.phrase(), typed);
        }
        workbench.keep(made.phraseIsTyped());
    }

    /** Draws the code of the recovery sheet; the one drawn before is good for nothing from now on. */
    public String drawCode() {
        Unfinished made = made();
        if (!made.phraseTyped()) {
            throw new Interrupted();
        }
        try (PersonalKeys keys = reopened(made)) {
            Drawn drawn = waysIn.drawCode(keys);
            workbench.keep(made.withCode(drawn.slot()));
            return drawn.shown();
        }
    }

    /**
     * She types the code back, and her vault is there: stored, and open in this session. {@link WrongPhrase} when it is not
     * the code shown last; then nothing is stored.
     */
    public void finish(String code) {
        Unfinished made = made();
        if (made.code() == null || !made.phraseTyped()) {
            throw new Interrupted();
        }
        try (PersonalKeys keys = reopened(made)) {
            waysIn.check(keys, made.code(), code);
            workbench.clear();
            store(made, keys);
            pins.keep(keys, Set.of());
        }
        session.keep(made.seed(), clock.instant());
        session.prove(clock.instant());
    }

    private void store(Unfinished made, PersonalKeys keys) {
        boolean anew = made.purpose() == Unfinished.Purpose.VAULT_ANEW;
        UUID person = keys.personId();
        if (anew) {
            withdrawWhatNobodyVouchedFor(person);
        } else if (directory.standing(me()) != Standing.NONE) {
            throw new VaultThere();
        }
        try {
            rows.publish(keys.entry(KeyKind.PERSON, LocalDate.now(clock)), List.of(made.phrase(), made.code()));
        } catch (PersistenceException finishedElsewhereMeanwhile) {
            throw new VaultThere();
        }
        audit.record(caller.actor(), anew ? AuditAction.VAULT_MADE_ANEW : AuditAction.VAULT_MADE, "person", person);
        audit.record(caller.actor(), AuditAction.VAULT_UNLOCKED, "person", person);
        directory.lookAgain();
    }

    /** Of vaults begun anew one waits for a colleague's word at a time. Those before it hold nothing. */
    private void withdrawWhatNobodyVouchedFor(UUID person) {
        rows.of(person).stream()
                .filter(keys -> keys.generation() > 1)
                .map(PublishedKeys::keyId)
                .filter(key -> directory.verified().byKey(key).isEmpty())
                .forEach(rows::withdraw);
    }

    private Unfinished made() {
        return workbench.unfinished(clock.instant()).filter(Unfinished::isVault).orElseThrow(Interrupted::new);
    }

    private boolean isOpenable(Unfinished made) {
        try {
            reopened(made).close();
            return true;
        } catch (Interrupted anotherBrowser) {
            return false;
        }
    }

    private PersonalKeys reopened(Unfinished made) {
        try (BrowserKey key = BrowserKey.decode(browser.vaultKey().orElseThrow(Interrupted::new))) {
            return PersonalKeys.reopen(made.seed(), key);
        } catch (VaultException anotherBrowser) {
            throw new Interrupted();
        }
    }

    private TherapistId me() {
        return caller.therapist().orElseThrow(NoSuchPerson::new);
    }
}
