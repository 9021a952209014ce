package org.safespaces.keys;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistSummary;
import org.safespaces.vault.Anchor;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.KeyKind;
import org.safespaces.vault.LockedSeed;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.PublicKeys;
import org.safespaces.vault.SlotKind;
import org.safespaces.vault.VouchedKeys;

/** How the caller stands in the directory: her keys of today, and others under her name. */
@Stateless
@RolesAllowed("therapist")
public class OwnStanding {
    @Inject
    private UnlockedVault unlocked;

    @Inject
    private LockedVault session;

    @Inject
    private KeyRows rows;

    @Inject
    private KeyDirectory directory;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * The caller's keys: those of the vault that is open, else those in force, else the newest. Empty before set-up. The
     * words come out of her open vault and from nowhere else: a row in the database, read aloud to a colleague, would bring
     * in whoever wrote it.
     */
    public Optional<OwnKeys> show() {
        UUID person = caller.therapist().orElseThrow(NoSuchPerson::new).value();
        List<PublishedKeys> all = rows.of(person);
        Optional<PublicKeys> open = session.seed(clock.instant()).map(LockedSeed::expected);
        Optional<UUID> shown = open.or(() -> directory.verified().of(person).map(VouchedKeys::keys))
                .map(PublicKeys::keyId);
        return all.stream()
                .filter(keys -> shown.isEmpty() || keys.keyId().equals(shown.get()))
                .reduce((earlier, later) -> later)
                .flatMap(keys -> keys.entry(ServerSecrets.tenant()).map(entry -> shown(keys, entry, open, all)));
    }

    private OwnKeys shown(
            PublishedKeys mine, DirectoryEntry entry, Optional<PublicKeys> open, List<PublishedKeys> all) {
        return new OwnKeys(
                open.map(PublicKeys::fingerprint)
                        .map(words -> List.of(words.split(" ")))
                        .orElse(List.of()),
                open.map(Anchor::fingerprint),
                mine.day(),
                directory.standing(entry),
                vouchers(entry),
                isVouchedForOnPaper(entry),
                rows.slot(mine.keyId(), SlotKind.PASSPHRASE).map(KeySlot::madeOn),
                rows.slot(mine.keyId(), SlotKind.RECOVERY_CODE).map(KeySlot::madeOn),
                all.stream()
                        .filter(other -> !other.keyId().equals(mine.keyId()))
                        .map(other -> other(mine, other))
                        .toList());
    }

    private List<String> vouchers(DirectoryEntry entry) {
        Set<UUID> vouchers = directory.verified().vouchersOf(entry);
        return people.colleagues().stream()
                .filter(colleague -> vouchers.contains(colleague.id().value()))
                .map(TherapistSummary::shownName)
                .sorted()
                .toList();
    }

    private boolean isVouchedForOnPaper(DirectoryEntry entry) {
        return directory.verified().vouchersOf(entry).stream()
                .flatMap(person -> directory.verified().of(person).stream())
                .anyMatch(keys -> keys.kind() == KeyKind.OFFLINE);
    }

    private OwnKeys.Other other(PublishedKeys mine, PublishedKeys other) {
        boolean closed = rows.slot(other.keyId(), SlotKind.PASSPHRASE).isEmpty()
                && rows.slot(other.keyId(), SlotKind.RECOVERY_CODE).isEmpty();
        return new OwnKeys.Other(
                other.keyId(),
                other.day(),
                other.generation() > mine.generation(),
                isVouched(other),
                !closed && mayGiveUp(mine, other));
    }

    /**
     * Gives up other keys of hers. Keys that nobody vouched for are withdrawn: perhaps it was not she who began anew. Keys
     * from before, that were vouched for, stay in the directory, because signatures made with them still count; the ways
     * into their vault are destroyed. A vault that nobody has vouched for takes nothing from one that is older: whoever has
     * only taken over a sign-in could make one.
     */
    public void giveUp(UUID keyId) {
        PersonalKeys keys = unlocked.keys();
        PublishedKeys mine = find(keys, keys.publicKeys().keyId());
        PublishedKeys other = find(keys, keyId);
        if (!mayGiveUp(mine, other)) {
            throw new Interrupted();
        }
        if (isVouched(other)) {
            rows.closeForGood(keyId);
        } else {
            rows.withdraw(keyId);
        }
        audit.record(caller.actor(), AuditAction.VAULT_GIVEN_UP, "person", keys.personId());
    }

    private boolean mayGiveUp(PublishedKeys mine, PublishedKeys other) {
        boolean later = other.generation() > mine.generation();
        boolean earlier = other.generation() < mine.generation();
        return isVouched(mine) ? earlier || (later && !isVouched(other)) : later && !isVouched(other);
    }

    private boolean isVouched(PublishedKeys keys) {
        return directory.verified().byKey(keys.keyId()).isPresent();
    }

    private PublishedKeys find(PersonalKeys keys, UUID keyId) {
        return rows.of(keys.personId()).stream()
                .filter(published -> published.keyId().equals(keyId))
                .findFirst()
                .orElseThrow(Interrupted::new);
    }
}
