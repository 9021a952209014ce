package org.safespaces.keys;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistSummary;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.KeyKind;
import org.safespaces.vault.PersonalKeys;

/**
 * Everybody's keys, and vouching for them. Whoever vouches has heard two of the six words from the person herself: the
 * page never shows them to her. Until somebody vouches, nothing is sealed to new keys. Source: vault.md 6.3.
 */
@Stateless
@RolesAllowed("therapist")
public class Colleagues {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private KeyDirectory directory;

    @Inject
    private UnlockedVault vault;

    @Inject
    private KeyRows rows;

    @Inject
    private Pins pins;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** Keys of today, and those that wait for somebody to vouch; by name. Works with the vault locked. */
    public List<Colleague> all() {
        Map<UUID, String> names = names();
        Optional<PinSheet> sheet = pins.remembered();
        List<StoredVouch> vouches = entities.createQuery("select v from StoredVouch v", StoredVouch.class)
                .getResultList();
        return shown().stream()
                .map(entry -> colleague(entry, names, sheet, vouches))
                .sorted(Comparator.comparing((Colleague each) -> each.name().isEmpty())
                        .thenComparing(each -> each.name().orElse("")))
                .toList();
    }

    /** What a therapist is shown: keys of people who exist here, and keys on paper; nobody's keys of the past. */
    private List<DirectoryEntry> shown() {
        Set<UUID> known = names().keySet();
        return directory.signed().stream()
                .filter(entry -> directory.isCurrent(entry) || directory.isWaiting(entry))
                .filter(entry -> entry.kind() == KeyKind.OFFLINE || known.contains(entry.personId()))
                .toList();
    }

    private Colleague colleague(
            DirectoryEntry entry, Map<UUID, String> names, Optional<PinSheet> sheet, List<StoredVouch> vouches) {
        Set<UUID> vouchers = directory.verified().vouchersOf(entry);
        boolean vouched = directory.isCurrent(entry);
        UUID keyId = entry.keys().keyId();
        return new Colleague(
                entry.personId(),
                name(entry, names),
                keyId,
                isSelf(entry.personId()),
                vouched,
                directory.verified().isAnchored(entry.keys()),
                vouchers.stream()
                        .map(person -> names.getOrDefault(person, ""))
                        .filter(name -> !name.isEmpty())
                        .sorted()
                        .toList(),
                since(entry, vouchers, vouches),
                vouched ? entry.keys().fingerprint() : "",
                sheet.filter(pinned -> pinned.hasCompared(entry.personId(), keyId))
                        .isPresent());
    }

    private static Optional<LocalDate> since(DirectoryEntry entry, Set<UUID> vouchers, List<StoredVouch> vouches) {
        return vouches.stream()
                .filter(each -> Arrays.equals(each.vouch().entryHash(), entry.hash()))
                .filter(each -> vouchers.contains(each.vouch().voucherId()))
                .map(StoredVouch::day)
                .min(Comparator.naturalOrder());
    }

    private static Optional<String> name(DirectoryEntry entry, Map<UUID, String> names) {
        return entry.kind() == KeyKind.OFFLINE ? Optional.empty() : Optional.ofNullable(names.get(entry.personId()));
    }

    private Map<UUID, String> names() {
        return people.colleagues().stream().collect(toMap(each -> each.id().value(), TherapistSummary::shownName));
    }

    private boolean isSelf(UUID person) {
        return caller.therapist().filter(self -> self.value().equals(person)).isPresent();
    }

    /** The words of these keys, but for two. Throws {@link NoSuchPerson} where there are no such keys of a colleague. */
    public Comparison comparison(UUID keyId) {
        DirectoryEntry entry = comparable(keyId);
        return new Comparison(
                name(entry, names()),
                keyId,
                isSelf(entry.personId()),
                SixWords.of(entry.keys()).withoutTwo());
    }

    /**
     * Vouches for keys. Throws {@link WordsDoNotMatch} when the two words are not theirs, which is recorded; {@link
     * NotVouched} when nobody vouched for the caller's own; {@link VaultLocked}; {@link NoSuchPerson}.
     *
     * @param fourth of the six words, as she heard it
     * @param sixth of the six words, as she heard it
     */
    public void vouch(UUID keyId, String fourth, String sixth) {
        PersonalKeys keys = vault.keys();
        if (!isBelieved(keys)) {
            throw new NotVouched();
        }
        DirectoryEntry entry = comparable(keyId);
        if (!SixWords.of(entry.keys()).areLeftOut(fourth, sixth)) {
            audit.recordRefusal(caller.actor(), AuditAction.KEY_VOUCHED, "person", entry.personId());
            throw new WordsDoNotMatch();
        }
        if (rows.keep(keys.vouch(entry))) {
            audit.record(caller.actor(), AuditAction.KEY_VOUCHED, "person", entry.personId());
        }
        pins.compared(keys, entry.personId(), keyId);
        directory.lookAgain();
    }

    private DirectoryEntry comparable(UUID keyId) {
        return shown().stream()
                .filter(entry -> entry.keys().keyId().equals(keyId))
                .filter(entry -> !isSelf(entry.personId()))
                .findFirst()
                .orElseThrow(NoSuchPerson::new);
    }

    private boolean isBelieved(PersonalKeys keys) {
        return directory
                .verified()
                .of(keys.personId())
                .filter(vouched -> vouched.keys().equals(keys.publicKeys()))
                .isPresent();
    }

    /** What has happened since the caller last said that she knows; nothing while her vault is locked. */
    public List<KeyNews> news() {
        Map<UUID, String> names = names();
        return pins.remembered().map(PinSheet::news).orElse(List.of()).stream()
                .map(each -> new KeyNews(
                        each.kind(),
                        Optional.ofNullable(each.personOrNull()).map(names::get),
                        each.personOrNull() != null && isSelf(each.personOrNull()),
                        each.version(),
                        each.day()))
                .toList();
    }

    /** She has read what is new. */
    public void readNews() {
        pins.told(vault.keys());
    }
}
