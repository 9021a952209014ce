package org.safespaces.keys;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.audit.LoggedHead;
import org.safespaces.people.Caller;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.PublicKeys;
import org.safespaces.vault.RecipientListBody;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.VaultException;
import org.safespaces.vault.VouchedKeys;

/**
 * Keeps each vault's memory of everybody's keys, and compares it with what the directory shows. The memory belongs to
 * keys, not to a person: whoever starts anew with new keys also begins a new memory. That there was one, and its newest
 * version, is in the log; a missing or older one is therefore noticed.
 */
@RequestScoped
class Pins {
    /** So many unvouched keys are remembered as told of, and no more: rows anybody can write must not fill the sheet. */
    private static final int MOST_WAITING = 100;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private KeyDirectory directory;

    @Inject
    private RecipientLists lists;

    @Inject
    private UnlockedVault vault;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** A vault's memory as it was found: none, one that opens, or something that is not as it should be. */
    private record Found(int version, Optional<PinSheet> sheet, Optional<Difference.Kind> trouble) {}

    /**
     * What is not as this vault remembers it; empty when it may open.
     *
     * @param compared ids of keys whose words she has compared since the vault stopped
     */
    List<Difference> differences(PersonalKeys keys, Set<UUID> compared) {
        Found found = find(keys);
        SeenKeys seen = seen(keys);
        if (found.trouble().isPresent()) {
            return withoutMemory(found.trouble().get(), seen, compared);
        }
        return found.sheet().orElseGet(PinSheet::blank).differences(seen, compared);
    }

    /** Then everybody is to be compared, but for her own keys if the directory shows those she has. */
    private static List<Difference> withoutMemory(Difference.Kind trouble, SeenKeys seen, Set<UUID> compared) {
        List<Difference> all = new ArrayList<>();
        all.add(Difference.of(trouble));
        new TreeMap<>(seen.vouched()).forEach((person, keyId) -> {
            if (!compared.contains(keyId) && !person.equals(seen.self())) {
                all.add(Difference.about(Difference.Kind.KEYS_TO_COMPARE, person, keyId));
            }
        });
        all.addAll(PinSheet.blank().differences(seen, compared));
        return all;
    }

    /** Remembers what there is now. Only once nothing differs, or all that differs was compared. */
    void keep(PersonalKeys keys, Set<UUID> compared) {
        Found found = find(keys);
        SeenKeys seen = seen(keys);
        LocalDate today = LocalDate.now(clock);
        PinSheet next = found.sheet()
                .map(sheet -> sheet.after(seen, compared, today))
                .orElseGet(() -> PinSheet.first(seen, compared, today));
        store(keys, found, next);
    }

    /** She has compared the words of these keys just now, with her vault open. */
    void compared(PersonalKeys keys, UUID person, UUID keyId) {
        change(keys, sheet -> sheet.comparedWith(person, keyId, LocalDate.now(clock)));
    }

    /** She has signed this list, and it is in force. */
    void signed(PersonalKeys keys, RecipientListBody inForce) {
        change(keys, sheet -> sheet.signed(RecipientLists.pin(inForce)));
    }

    /** She knows what was new. */
    void told(PersonalKeys keys) {
        change(keys, PinSheet::told);
    }

    private void change(PersonalKeys keys, UnaryOperator<PinSheet> change) {
        Found found = find(keys);
        found.sheet().ifPresent(sheet -> store(keys, found, change.apply(sheet)));
    }

    /** What the open vault of the caller remembers; empty while it is locked. */
    Optional<PinSheet> remembered() {
        try {
            return find(vault.keys()).sheet();
        } catch (VaultLocked locked) {
            return Optional.empty();
        }
    }

    /**
     * The keys of somebody to whom the caller seals something: those vouched for today, unless her open vault remembers others.
     * A change in the middle of her work is noticed with that, and not only at her next unlock. Source: vault.md 6.9.
     */
    Optional<VouchedKeys> asRemembered(UUID person) {
        Optional<UUID> remembered =
                remembered().map(sheet -> sheet.pins().get(person)).map(PinSheet.Pin::keyId);
        return directory
                .verified()
                .of(person)
                .filter(keys -> remembered.isEmpty()
                        || remembered.get().equals(keys.keys().keyId()));
    }

    private Found find(PersonalKeys keys) {
        UUID own = keys.publicKeys().keyId();
        // the log first: a sheet that is kept in between is newer than the log, and never older
        int logged = audit.newestVersion(AuditAction.PINS_KEPT, own)
                .map(kept -> (int) kept.items())
                .orElse(0);
        StoredPinSheet stored = entities.find(StoredPinSheet.class, own, LockModeType.PESSIMISTIC_WRITE);
        if (stored == null) {
            return logged == 0
                    ? new Found(0, Optional.empty(), Optional.empty())
                    : new Found(logged, Optional.empty(), Optional.of(Difference.Kind.SHEET_GONE));
        }
        if (stored.version() < logged) {
            return new Found(logged, Optional.empty(), Optional.of(Difference.Kind.SHEET_OLDER));
        }
        try (ClearText text = keys.openPins(stored.version(), stored.sealed())) {
            return new Found(stored.version(), Optional.of(PinSheet.read(text)), Optional.empty());
        } catch (VaultException doesNotOpen) {
            return new Found(stored.version(), Optional.empty(), Optional.of(Difference.Kind.SHEET_UNREADABLE));
        }
    }

    private void store(PersonalKeys keys, Found found, PinSheet next) {
        if (found.sheet().filter(next::equals).isPresent()) {
            return;
        }
        int version = found.version() + 1;
        UUID own = keys.publicKeys().keyId();
        try (ClearText text = next.write()) {
            SealedText sheet = keys.sealPins(version, text);
            if (put(own, version, sheet)) {
                audit.recordVersion(
                        caller.actor(), AuditAction.PINS_KEPT, "key", own, new LoggedHead(version, hash(sheet)));
            }
        }
    }

    /** Of two first unlocks at once, the second finds the memory of the first, and leaves it. */
    private boolean put(UUID own, int version, SealedText next) {
        LocalDate today = LocalDate.now(clock);
        StoredPinSheet stored = entities.find(StoredPinSheet.class, own);
        if (stored != null) {
            stored.follow(version, next, today);
            return true;
        }
        return entities.createNativeQuery("INSERT INTO pin_sheet (key_id, version, sealed, kept_on)"
                                + " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (key_id) DO NOTHING")
                        .setParameter(1, own)
                        .setParameter(2, version)
                        .setParameter(3, next.bytes())
                        .setParameter(4, today)
                        .executeUpdate()
                == 1;
    }

    private static byte[] hash(SealedText sheet) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(sheet.bytes());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private SeenKeys seen(PersonalKeys keys) {
        // who has begun anew still stands in the directory with her keys of before: these are nothing her new vault
        // knows
        boolean begunAnew =
                directory.verified().byKey(keys.publicKeys().keyId()).isEmpty();
        Map<UUID, UUID> vouched = directory.verified().all().stream()
                .filter(each -> !begunAnew || !each.personId().equals(keys.personId()))
                .collect(toMap(VouchedKeys::personId, each -> each.keys().keyId()));
        PublicKeys own = keys.publicKeys();
        Map<UUID, UUID> waiting = directory.signed().stream()
                .filter(directory::isWaiting)
                .filter(entry -> !entry.keys().equals(own))
                .sorted(Comparator.comparing(entry -> entry.keys().keyId()))
                .limit(MOST_WAITING)
                .collect(toMap(entry -> entry.keys().keyId(), entry -> entry.personId()));
        return new SeenKeys(
                keys.personId(),
                vouched,
                waiting,
                directory.verified().size(),
                lists.newest().map(RecipientLists::pin).orElse(ListPin.NONE),
                lists.inForce().isPresent(),
                lists.logged());
    }
}
