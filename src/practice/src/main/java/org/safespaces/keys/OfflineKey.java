package org.safespaces.keys;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.Ids;
import org.safespaces.vault.Anchor;
import org.safespaces.vault.BrowserKey;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.KeyKind;
import org.safespaces.vault.LockedSeed;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.PublicKeys;
import org.safespaces.vault.Recipient;
import org.safespaces.vault.RecipientListBody;
import org.safespaces.vault.Slot;
import org.safespaces.vault.VaultException;
import org.safespaces.vault.VouchedKeys;

/**
 * Makes the practice's own keys, which exist on paper only: in a practice with one therapist they stand where a second one
 * would. They receive enquiries that nobody has accepted yet, and their word counts beside hers; nothing else is ever
 * sealed to them. What they are good for is done with {@link PracticeSheet}. Source: vault.md 6.1, "Solo practice".
 */
@Stateless
@RolesAllowed("therapist")
public class OfflineKey {
    @Inject
    private UnlockedVault unlocked;

    @Inject
    private LockedVault session;

    @Inject
    private BrowserKeyHolder browser;

    @Inject
    private Workbench workbench;

    @Inject
    private WaysIn waysIn;

    @Inject
    private KeyRows rows;

    @Inject
    private KeyDirectory directory;

    @Inject
    private RecipientLists lists;

    @Inject
    private Pins pins;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * The practice's keys on paper, as the caller is shown them while her vault is open.
     *
     * @param trustBegun the server has been told of an anchor
     * @param since the day of the sheet; empty when there is none that she may believe
     * @param mayMake the caller may make a sheet: nobody else here is vouched for
     * @param anchor what the server has to be told so that it believes her and the sheet; empty once it does
     */
    public record Shown(boolean trustBegun, Optional<LocalDate> since, boolean mayMake, Optional<String> anchor) {}

    /** Nothing while the vault is locked: what the database says of keys on paper is believed by open keys only. */
    public Shown show() {
        return session.seed(clock.instant())
                .map(LockedSeed::expected)
                .map(this::shown)
                .orElseGet(() -> new Shown(isTrustBegun(), Optional.empty(), false, Optional.empty()));
    }

    private static boolean isTrustBegun() {
        return !ServerSecrets.anchor().fingerprints().isEmpty();
    }

    private Shown shown(PublicKeys mine) {
        Optional<VouchedKeys> paper = onPaper(mine).stream().findFirst();
        Optional<LocalDate> since = paper.flatMap(
                        keys -> rows.of(keys.personId()).stream().findFirst())
                .map(PublishedKeys::day);
        Optional<String> anchor = paper.map(keys -> Anchor.of(mine, keys.keys()).text());
        boolean believed = directory.verified().byKey(mine.keyId()).isPresent();
        return new Shown(isTrustBegun(), since, mayMake(mine), anchor.filter(line -> !believed));
    }

    /** Keys on paper that she believes and that a sheet still opens, the newest first. */
    private List<VouchedKeys> onPaper(PublicKeys mine) {
        return PracticeSheet.onPaper(directory, rows, mine);
    }

    private boolean mayMake(PublicKeys mine) {
        boolean alone = directory.verified().all().stream()
                .filter(keys -> keys.kind() == KeyKind.PERSON)
                .allMatch(keys -> keys.keys().equals(mine));
        boolean believed = directory.verified().byKey(mine.keyId()).isPresent();
        return alone && (believed || !isTrustBegun());
    }

    /** Draws the code of a practice sheet. Throws {@link NotProven} unless she has just typed her phrase or code for it. */
    public String draw() {
        try (PersonalKeys paper = PersonalKeys.create(ServerSecrets.tenant(), Ids.fresh());
                BrowserKey key = browserKey()) {
            mine();
            Drawn drawn = waysIn.drawCode(paper);
            workbench.keep(Unfinished.offline(paper.lock(key), drawn.slot(), clock.instant()));
            return drawn.shown();
        }
    }

    /** Was a sheet shown whose code has not been typed back yet? */
    public boolean isDrawn() {
        return workbench
                .unfinished(clock.instant())
                .filter(made -> made.purpose() == Unfinished.Purpose.OFFLINE)
                .isPresent();
    }

    /**
     * The code is typed back. The keys are published; she and they vouch for each other and sign that both receive
     * enquiries; and then they are on paper only. A sheet made before opens nothing any more.
     */
    public void finish(String code) {
        PersonalKeys mine = mine();
        Unfinished made = workbench
                .unfinished(clock.instant())
                .filter(each -> each.purpose() == Unfinished.Purpose.OFFLINE)
                .orElseThrow(Interrupted::new);
        try (PersonalKeys paper = reopened(made)) {
            waysIn.check(paper, made.code(), code);
            put(mine, paper, made.code());
        }
        workbench.clear();
        session.endProof();
    }

    private void put(PersonalKeys mine, PersonalKeys paper, Slot slot) {
        Actor actor = caller.actor();
        DirectoryEntry own = PracticeSheet.entryOf(directory, mine);
        DirectoryEntry entry = paper.entry(KeyKind.OFFLINE, LocalDate.now(clock));
        onPaper(mine.publicKeys())
                .forEach(before -> rows.closeForGood(before.keys().keyId()));
        rows.publish(entry, List.of(slot));
        audit.record(actor, AuditAction.PRACTICE_SHEET_MADE, "person", paper.personId());
        vouch(actor, mine, entry);
        vouch(actor, paper, own);
        RecipientListBody list = lists.following(List.of(recipient(mine), recipient(paper)));
        lists.putInForce(actor, list, List.of(mine.signRecipients(list), paper.signRecipients(list)));
        directory.lookAgain();
        if (directory.isCurrent(entry)) {
            pins.keep(mine, Set.of(entry.keys().keyId()));
            pins.signed(mine, list);
        }
    }

    private void vouch(Actor actor, PersonalKeys voucher, DirectoryEntry entry) {
        rows.keep(voucher.vouch(entry));
        audit.record(actor, AuditAction.KEY_VOUCHED, "person", entry.personId());
    }

    private static Recipient recipient(PersonalKeys keys) {
        return new Recipient(keys.personId(), keys.publicKeys().keyId());
    }

    /** Her keys, of an open vault, when she may make a sheet and has just typed for it. */
    private PersonalKeys mine() {
        PersonalKeys keys = unlocked.keys();
        if (!session.isProven(clock.instant())) {
            throw new NotProven();
        }
        if (!mayMake(keys.publicKeys())) {
            throw new NotVouched();
        }
        return keys;
    }

    private PersonalKeys reopened(Unfinished made) {
        try (BrowserKey key = browserKey()) {
            return PersonalKeys.reopen(made.seed(), key);
        } catch (VaultException anotherBrowser) {
            throw new Interrupted();
        }
    }

    private BrowserKey browserKey() {
        return BrowserKey.decode(browser.vaultKey().orElseThrow(VaultLocked::new));
    }
}
