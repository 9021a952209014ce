package org.safespaces.vault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whose keys are whose, as far as people have vouched for it.
 *
 * <p>Guarantee: every key in here is signed by itself and either in the anchor or vouched for by somebody else who is in here, so
 * whoever writes to the database cannot put in a key of his own. Limit: he can leave entries out, and the directory cannot tell; pins
 * and the audit log can. Failure: what does not verify is not here. Source: vault.md 5.5, 6.3.
 */
public final class Directory {
    private final UUID tenantId;
    private final Anchor anchor;
    private final List<DirectoryEntry> entries;
    private final List<Vouch> vouches;
    private final Map<UUID, VouchedKeys> byKey = new HashMap<>();
    private final Map<UUID, VouchedKeys> byPerson = new HashMap<>();

    private Directory(UUID tenantId, Anchor anchor, Collection<DirectoryEntry> entries, Collection<Vouch> vouches) {
        this.tenantId = tenantId;
        this.anchor = anchor;
        this.entries = List.copyOf(entries);
        this.vouches = List.copyOf(vouches);
    }

    /**
     * Follows the vouches from the anchor outwards.
     *
     * @param entries in the order they were made: of two entries of one person and day the later counts
     */
    public static Directory verify(
            UUID tenantId, Anchor anchor, Collection<DirectoryEntry> entries, Collection<Vouch> vouches) {
        Directory directory = new Directory(tenantId, anchor, entries, vouches);
        List<DirectoryEntry> sound = entries.stream()
                .filter(entry -> entry.tenantId().equals(tenantId) && entry.isSound())
                .toList();
        List<DirectoryEntry> open = new ArrayList<>(sound);
        List<DirectoryEntry> vouched;
        do {
            vouched = open.stream()
                    .filter(entry -> directory.isAnchored(entry.keys()) || directory.isVouchedFor(entry))
                    .toList();
            vouched.forEach(directory::admit);
            open.removeAll(vouched);
        } while (!vouched.isEmpty());
        // From the first in to the last, so that the latest entry of a person is the one that stays.
        sound.stream()
                .filter(entry -> !open.contains(entry))
                .sorted(Comparator.comparing(DirectoryEntry::day))
                .forEach(directory::makeCurrent);
        return directory;
    }

    /**
     * Whether verifying these would give this directory: they are what it was verified from, byte for byte and in the same order. What
     * verifies once verifies always.
     */
    public boolean isOf(UUID tenant, Anchor from, List<DirectoryEntry> these, List<Vouch> under) {
        return tenantId.equals(tenant)
                && anchor.equals(from)
                && areAlike(entries, these, DirectoryEntry::isLike)
                && areAlike(vouches, under, Vouch::isLike);
    }

    private static <T> boolean areAlike(List<T> some, List<T> others, BiPredicate<T, T> alike) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> alike.test(some.get(i), others.get(i)));
    }

    /** The keys she uses today; empty when nobody vouched for her. */
    public Optional<VouchedKeys> of(UUID personId) {
        return Optional.ofNullable(byPerson.get(personId));
    }

    /** Keys of today or of the past, to verify what was signed with them. */
    public Optional<VouchedKeys> byKey(UUID keyId) {
        return Optional.ofNullable(byKey.get(keyId));
    }

    /** Everybody's keys of today. */
    public Collection<VouchedKeys> all() {
        return List.copyOf(byPerson.values());
    }

    /** How many keys of today and of the past are in here. */
    public int size() {
        return byKey.size();
    }

    /** Whether these keys are where a chain begins: then nobody need vouch for them. */
    public boolean isAnchored(PublicKeys keys) {
        return anchor.holds(keys);
    }

    /** The people in here who vouched for exactly this entry. */
    public Set<UUID> vouchersOf(DirectoryEntry entry) {
        return vouchesFor(entry).map(Vouch::voucherId).collect(Collectors.toSet());
    }

    UUID tenantId() {
        return tenantId;
    }

    /** Whether these keys, of today or of the past, are this person's. */
    boolean knows(UUID personId, UUID keyId) {
        return byKey(keyId).filter(keys -> keys.personId().equals(personId)).isPresent();
    }

    /** Whether this person signed this with these keys, of today or of the past. */
    boolean signed(UUID personId, UUID keyId, byte[] payload, byte[] signature) {
        return knows(personId, keyId)
                && Signing.verifies(byKey.get(keyId).keys().signKey(), payload, signature);
    }

    private boolean isVouchedFor(DirectoryEntry entry) {
        return vouchesFor(entry).findAny().isPresent();
    }

    /** Nobody vouches for herself: a stolen key must not bring in its own successor. */
    private Stream<Vouch> vouchesFor(DirectoryEntry entry) {
        byte[] hash = entry.hash();
        return vouches.stream()
                .filter(vouch -> Bytes.same(hash, vouch.entryHash()))
                .filter(vouch -> !vouch.voucherId().equals(entry.personId()))
                .filter(vouch -> signed(vouch.voucherId(), vouch.voucherKeyId(), vouch.payload(), vouch.signature()));
    }

    private void admit(DirectoryEntry entry) {
        // One key, one person: who publishes her key a second time under another name gains nothing by it.
        byKey.putIfAbsent(entry.keys().keyId(), new VouchedKeys(entry));
    }

    private void makeCurrent(DirectoryEntry entry) {
        VouchedKeys keys = new VouchedKeys(entry);
        if (keys.equals(byKey.get(entry.keys().keyId()))) {
            byPerson.put(entry.personId(), keys);
        }
    }
}
