package org.safespaces.keys;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.Directory;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.PublicKeys;
import org.safespaces.vault.Recipient;
import org.safespaces.vault.RecipientList;
import org.safespaces.vault.RecipientListBody;
import org.safespaces.vault.RecipientSignature;
import org.safespaces.vault.VaultException;
import org.safespaces.vault.VouchedKeys;

/**
 * Public keys and the list of those who receive enquiries, verified from the anchor in the server's configuration each
 * time a request asks. What does not verify does not exist.
 */
@RequestScoped
public class KeyDirectory {
    @PersistenceContext
    private EntityManager entities;

    private Directory directory;

    Directory verified() {
        if (directory == null) {
            UUID tenant = ServerSecrets.tenant();
            List<DirectoryEntry> entries = entities.createQuery(
                            "select k from PublishedKeys k order by k.generation", PublishedKeys.class)
                    .getResultStream()
                    .map(stored -> stored.entry(tenant))
                    .toList();
            directory = Directory.verify(
                    tenant,
                    ServerSecrets.anchor(),
                    entries,
                    entities.createQuery("select v from StoredVouch v", StoredVouch.class)
                            .getResultStream()
                            .map(StoredVouch::vouch)
                            .toList());
        }
        return directory;
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
                .map(stored -> stored.entry(ServerSecrets.tenant()))
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
                .map(entry -> isVouched(entry) ? Standing.VOUCHED : Standing.UNVOUCHED)
                .orElse(Standing.NONE);
    }

    private boolean isVouched(DirectoryEntry entry) {
        return verified()
                .of(entry.personId())
                .filter(keys -> keys.keys().equals(entry.keys()))
                .isPresent();
    }

    /** Who receives enquiries now; empty when the newest list does not verify or names fewer than two people. */
    Optional<RecipientList> recipients() {
        return entities.createQuery(
                        "select l from StoredRecipientList l order by l.version desc", StoredRecipientList.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .flatMap(this::verify);
    }

    /** Can an enquiry be sealed at this moment? */
    public boolean takesEnquiries() {
        return recipients().isPresent();
    }

    private Optional<RecipientList> verify(StoredRecipientList list) {
        RecipientListBody body = new RecipientListBody(
                ServerSecrets.tenant(), list.version(), list.previousHash(), lines(list.version()));
        try {
            return Optional.of(RecipientList.verify(body, signatures(list.version()), verified()));
        } catch (VaultException doesNotVerify) {
            return Optional.empty();
        }
    }

    private List<Recipient> lines(int version) {
        return entities.createQuery(
                        "select r from StoredRecipient r where r.listVersion = :version", StoredRecipient.class)
                .setParameter("version", version)
                .getResultStream()
                .map(StoredRecipient::recipient)
                .toList();
    }

    private List<RecipientSignature> signatures(int version) {
        return entities.createQuery(
                        "select s from StoredRecipientSignature s where s.listVersion = :version",
                        StoredRecipientSignature.class)
                .setParameter("version", version)
                .getResultStream()
                .map(StoredRecipientSignature::signature)
                .toList();
    }
}
