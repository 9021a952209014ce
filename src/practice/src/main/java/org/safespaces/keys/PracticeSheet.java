package org.safespaces.keys;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.KeyKind;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.PublicKeys;
import org.safespaces.vault.Recipient;
import org.safespaces.vault.RecipientListBody;
import org.safespaces.vault.RecipientSignature;
import org.safespaces.vault.RecoveryCode;
import org.safespaces.vault.Secret;
import org.safespaces.vault.SlotKind;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;
import org.safespaces.vault.VouchedKeys;

/**
 * Uses the practice's keys on paper, for one request, by whoever has an open vault and types the code of the sheet. Its
 * 130 bits need no limit of tries; every use and every wrong code is recorded. Source: vault.md 6.1, 6.12.
 */
@Stateless
@RolesAllowed("therapist")
public class PracticeSheet {
    @Inject
    private UnlockedVault unlocked;

    @Inject
    private KeyRows rows;

    @Inject
    private KeyDirectory directory;

    @Inject
    private RecipientLists lists;

    @Inject
    private Pins pins;

    @Inject
    private ServerSecrets secrets;

    @Inject
    private StoredGrants grants;

    @Inject
    private ErasureKeyStore erasureKeys;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Signs a list of recipients with the keys on paper.
     *
     * @throws WrongPhrase when the code is not that of the sheet
     */
    public RecipientSignature sign(String code, RecipientListBody list) {
        try (PersonalKeys paper = opened(unlocked.keys(), code)) {
            return paper.signRecipients(list);
        }
    }

    /**
     * After a loss: the keys on paper vouch for the caller's newest keys, if nobody has; both sign that they receive
     * enquiries, if she does not yet; and what was sealed to the paper can be opened by {@code work}, within this request.
     *
     * @throws WrongPhrase when the code is not that of the sheet
     */
    public <T> T bringBack(String code, Function<Vault, T> work) {
        PersonalKeys mine = unlocked.keys();
        try (PersonalKeys paper = opened(mine, code)) {
            vouchFor(mine, paper);
            receiveAgain(mine, paper);
            return work.apply(paper.vault(grants, erasureKeys, directory.verified(), clock));
        }
    }

    private void vouchFor(PersonalKeys mine, PersonalKeys paper) {
        DirectoryEntry own = entryOf(directory, mine);
        if (!directory.isCurrent(own) && rows.keep(paper.vouch(own))) {
            audit.record(caller.actor(), AuditAction.KEY_VOUCHED, "person", mine.personId());
            directory.lookAgain();
        }
    }

    /** Those who received before and are still believed, with their keys of today; she; and the paper. */
    private void receiveAgain(PersonalKeys mine, PersonalKeys paper) {
        boolean believed = isCurrent(mine) && isCurrent(paper);
        if (!believed || receivesAlready(mine)) {
            return;
        }
        List<UUID> before = lists.newest().stream()
                .flatMap(list -> list.recipients().stream())
                .map(Recipient::personId)
                .toList();
        List<Recipient> now = Stream.concat(before.stream(), Stream.of(mine.personId(), paper.personId()))
                .distinct()
                .flatMap(person -> directory.verified().of(person).stream())
                .map(keys -> new Recipient(keys.personId(), keys.keys().keyId()))
                .toList();
        RecipientListBody list = lists.following(now);
        lists.putInForce(caller.actor(), list, List.of(mine.signRecipients(list), paper.signRecipients(list)));
        pins.keep(mine, Set.of(mine.publicKeys().keyId(), paper.publicKeys().keyId()));
        pins.signed(mine, list);
    }

    private boolean isCurrent(PersonalKeys keys) {
        return directory
                .verified()
                .of(keys.personId())
                .filter(vouched -> vouched.keys().equals(keys.publicKeys()))
                .isPresent();
    }

    private boolean receivesAlready(PersonalKeys mine) {
        return lists.inForce().stream()
                .flatMap(list -> list.recipients().stream())
                .anyMatch(keys -> keys.keys().equals(mine.publicKeys()));
    }

    private PersonalKeys opened(PersonalKeys mine, String code) {
        Actor actor = caller.actor();
        try (Secret secret = RecoveryCode.parse(code)) {
            PersonalKeys paper = onPaper(directory, rows, mine.publicKeys()).stream()
                    .flatMap(keys -> tryToOpen(keys, secret).stream())
                    .findFirst()
                    .orElseThrow(VaultException::new);
            audit.record(actor, AuditAction.PRACTICE_SHEET_USED, "person", paper.personId());
            return paper;
        } catch (VaultException doesNotOpen) {
            audit.recordRefusal(actor, AuditAction.PRACTICE_SHEET_USED, "person", mine.personId());
            throw new WrongPhrase();
        }
    }

    private Optional<PersonalKeys> tryToOpen(VouchedKeys keys, Secret secret) {
        try {
            return rows.slot(keys.keys().keyId(), SlotKind.RECOVERY_CODE)
                    .map(slot -> PersonalKeys.unlock(
                            ServerSecrets.tenant(),
                            keys.personId(),
                            slot.slot(),
                            secret,
                            secrets.newestPepper(),
                            keys.keys()));
        } catch (VaultException anotherSheet) {
            return Optional.empty();
        }
    }

    /** Keys on paper that whoever holds {@code mine} may believe and that a sheet still opens, the newest first. */
    static List<VouchedKeys> onPaper(KeyDirectory directory, KeyRows rows, PublicKeys mine) {
        return directory.believedBy(mine).all().stream()
                .filter(keys -> keys.kind() == KeyKind.OFFLINE)
                .filter(keys ->
                        rows.slot(keys.keys().keyId(), SlotKind.RECOVERY_CODE).isPresent())
                .sorted(Comparator.comparing(
                        keys -> rows.of(keys.personId()).get(0).day(), Comparator.reverseOrder()))
                .toList();
    }

    /** The entry under which these keys are published. */
    static DirectoryEntry entryOf(KeyDirectory directory, PersonalKeys keys) {
        return directory.publishedBy(keys.personId()).stream()
                .filter(entry -> entry.keys().equals(keys.publicKeys()))
                .findFirst()
                .orElseThrow(Interrupted::new);
    }
}
