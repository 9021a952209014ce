package org.safespaces.keys;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.vault.BrowserKey;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.LockedSeed;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.VaultException;

/**
 * The way on from a vault that stopped. Whose keys are others than remembered can be compared anew by voice; when nothing
 * differs that was not compared, the vault opens. What comparing cannot mend keeps it shut until the rows are put right.
 */
@Stateless
@RolesAllowed("therapist")
public class StoppedWork {
    @Inject
    private StoppedVault stopped;

    @Inject
    private LockedVault session;

    @Inject
    private BrowserKeyHolder browser;

    @Inject
    private KeyDirectory directory;

    @Inject
    private Pins pins;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Why a vault stopped, as things stand now.
     *
     * @param line the number of the log's line about it
     * @param differences what still differs; empty once everything matches or has been compared
     */
    public record Stop(long line, List<Difference> differences) {
        /** Nothing is left that keeps the vault shut. */
        public boolean mayGoOn() {
            return differences.stream().allMatch(each -> each.kind().isOfTheSheet());
        }
    }

    /** Has the caller's vault stopped in this session? */
    public boolean isStopped() {
        return stopped.isStopped(clock.instant());
    }

    /** Throws {@link NoSuchPerson} when nothing has stopped. */
    public Stop look() {
        if (!isStopped()) {
            throw new NoSuchPerson();
        }
        List<Difference> differences = stopped.seed().isEmpty()
                ? List.of(Difference.of(Difference.Kind.OWN_KEYS))
                : with(keys -> pins.differences(keys, stopped.compared()));
        return new Stop(stopped.line(), differences);
    }

    /** Whose vault it is. */
    public UUID self() {
        return caller.therapist().orElseThrow(NoSuchPerson::new).value();
    }

    /** The words of keys that differ, to be compared. Throws {@link NoSuchPerson} for others. */
    public List<String> wordsOf(UUID keyId) {
        return SixWords.of(differing(keyId).keys()).withoutTwo();
    }

    /**
     * She has heard the two words that the page does not show. Throws {@link WordsDoNotMatch}, which is recorded, and {@link
     * NoSuchPerson} for keys that do not differ.
     */
    public void compare(UUID keyId, String fourth, String sixth) {
        DirectoryEntry entry = differing(keyId);
        if (!SixWords.of(entry.keys()).areLeftOut(fourth, sixth)) {
            audit.recordRefusal(caller.actor(), AuditAction.KEY_COMPARED, "person", entry.personId());
            throw new WordsDoNotMatch();
        }
        audit.record(caller.actor(), AuditAction.KEY_COMPARED, "person", entry.personId());
        stopped.compared(keyId);
    }

    private DirectoryEntry differing(UUID keyId) {
        boolean differs = look().differences().stream()
                .filter(each -> each.kind().isSettledByComparing())
                .anyMatch(each -> each.keyId().filter(keyId::equals).isPresent());
        return directory.signed().stream()
                .filter(entry -> differs && entry.keys().keyId().equals(keyId))
                .findFirst()
                .orElseThrow(NoSuchPerson::new);
    }

    /** Opens the vault if nothing keeps it shut any more, and remembers what is now; else it stays as it is. */
    public boolean goOn() {
        if (stopped.seed().isEmpty() || !look().mayGoOn()) {
            return false;
        }
        Set<UUID> compared = stopped.compared();
        audit.recordFirst(
                caller.actor(),
                AuditAction.VAULT_UNLOCKED,
                "person",
                caller.actor().id());
        with(keys -> {
            pins.keep(keys, compared);
            return null;
        });
        stopped.seed().ifPresent(seed -> session.keep(seed, clock.instant()));
        stopped.forget();
        return true;
    }

    private <T> T with(Function<PersonalKeys, T> work) {
        LockedSeed seed = stopped.seed().orElseThrow(VaultLocked::new);
        try (BrowserKey key = BrowserKey.decode(browser.vaultKey().orElseThrow(VaultLocked::new));
                PersonalKeys keys = PersonalKeys.reopen(seed, key)) {
            return work.apply(keys);
        } catch (VaultException wrongBrowser) {
            throw new VaultLocked();
        }
    }
}
