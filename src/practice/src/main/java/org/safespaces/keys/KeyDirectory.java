package org.safespaces.keys;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.Anchor;
import org.safespaces.vault.Directory;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.PublicKeys;
import org.safespaces.vault.VouchedKeys;

/**
 * Public keys, verified from the anchor in the server's configuration whenever what stands in the tables has changed; each request
 * reads the tables. What does not verify does not exist.
 */
@RequestScoped
public class KeyDirectory {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private LastDirectory last;

    private Directory directory;

    Directory verified() {
        if (directory == null) {
            directory = verified(ServerSecrets.anchor());
        }
        return directory;
    }

    /**
     * What somebody may believe who has these keys in her hand: what the anchor leads to, and what she vouched for herself.
     * For the time before the server is told of an anchor.
     */
    Directory believedBy(PublicKeys own) {
        Set<String> roots = new HashSet<>(ServerSecrets.anchor().fingerprints());
        roots.add(Anchor.fingerprint(own));
        return verified(new Anchor(roots));
    }

    private Directory verified(Anchor anchor) {
        return last.of(
                ServerSecrets.tenant(),
                anchor,
                published(),
                entities.createQuery("select v from StoredVouch v order by v.id", StoredVouch.class)
                        .getResultStream()
                        .map(StoredVouch::vouch)
                        .toList());
    }

    /** Every entry as it stands there, in the order they were made; a row that says nothing we know is passed over. */
    private List<DirectoryEntry> published() {
        return entities.createQuery("select k from PublishedKeys k order by k.generation", PublishedKeys.class)
                .getResultStream()
                .flatMap(stored -> stored.entry(ServerSecrets.tenant()).stream())
                .toList();
    }

    /** Every entry that its owner signed, whether or not anybody has vouched for it; of today and of the past. */
    List<DirectoryEntry> signed() {
        return published().stream().filter(DirectoryEntry::isSound).toList();
    }

    /** Is this entry what its owner uses today, and believed? */
    boolean isCurrent(DirectoryEntry entry) {
        return verified()
                .of(entry.personId())
                .filter(keys -> keys.keys().equals(entry.keys()))
                .isPresent();
    }

    /** Newer keys that nobody has vouched for yet; nothing is sealed to them. */
    boolean isWaiting(DirectoryEntry entry) {
        return verified().byKey(entry.keys().keyId()).isEmpty();
    }

    /** What was just written is to be seen: the next question looks again. */
    void lookAgain() {
        directory = null;
    }

    /**
     * The entries a person has published and signed herself, the newest first. Nobody need have vouched for them: what
     * they say is worth no more than whoever wrote them, but a vault that opens to other keys than these is wrong.
     */
    List<DirectoryEntry> publishedBy(UUID person) {
        return entities.createQuery(
                        "select k from PublishedKeys k where k.personId = :person order by k.generation desc",
                        PublishedKeys.class)
                .setParameter("person", person)
                .getResultStream()
                .flatMap(stored -> stored.entry(ServerSecrets.tenant()).stream())
                .filter(DirectoryEntry::isSound)
                .toList();
    }

    /** The keys a vault of hers has to open to: the vouched ones of that id, else those she published under it herself. */
    Optional<PublicKeys> expected(UUID person, UUID keyId) {
        return verified()
                .byKey(keyId)
                .filter(keys -> keys.personId().equals(person))
                .map(VouchedKeys::keys)
                .or(() -> publishedBy(person).stream()
                        .map(DirectoryEntry::keys)
                        .filter(keys -> keys.keyId().equals(keyId))
                        .findFirst());
    }

    /** How far the newest keys of a person are believed. */
    public Standing standing(TherapistId therapist) {
        return publishedBy(therapist.value()).stream()
                .findFirst()
                .map(this::standing)
                .orElse(Standing.NONE);
    }

    /** How far these keys are believed. */
    Standing standing(DirectoryEntry entry) {
        return isCurrent(entry) ? Standing.VOUCHED : Standing.UNVOUCHED;
    }
}
