package org.safespaces.keys;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;
import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.Ids;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.CodeKeys;
import org.safespaces.vault.EkId;
import org.safespaces.vault.ErasureKey;
import org.safespaces.vault.IntakeText;
import org.safespaces.vault.IntakeWrap;
import org.safespaces.vault.PublicSeal;
import org.safespaces.vault.RecipientList;
import org.safespaces.vault.SealedIntake;
import org.safespaces.vault.SealedText;

/** Seals what a stranger writes to the people who may read it, and keeps their halves of the key. */
@Stateless
@PermitAll
public class IntakeKeys {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private RecipientLists lists;

    @Inject
    private ErasureKeyStore erasureKeys;

    /**
     * Seals in the request that receives; what is returned can be opened only by the recipients (and what happened, by the
     * holder of the code). Throws {@link TooFewRecipients} or {@link KeystoreUnavailable}: then nothing was kept, and
     * nothing may be kept.
     */
    @TransactionAttribute(MANDATORY)
    public SealedIntake seal(UUID intakeId, IntakeText text, CodeKeys codeOrNull) {
        RecipientList recipients = lists.inForce().orElseThrow(TooFewRecipients::new);
        try (ErasureKey erasureKey = erasureKeys.claim()) {
            SealedIntake sealed =
                    PublicSeal.seal(ServerSecrets.tenant(), intakeId, text, recipients, erasureKey, codeOrNull);
            sealed.wraps().forEach(wrap -> entities.persist(new StoredIntakeWrap(Ids.fresh(), intakeId, wrap)));
            return sealed;
        }
    }

    /** An enquiry put together again from its row and the recipients' halves of the key. */
    @RolesAllowed("therapist")
    public SealedIntake assemble(UUID intakeId, int listVersion, EkId ekId, SealedText clinical, SealedText identity) {
        return new SealedIntake(
                ServerSecrets.tenant(), intakeId, listVersion, ekId, clinical, identity, wraps(intakeId));
    }

    /** Was this enquiry sealed to this therapist? */
    @TransactionAttribute(SUPPORTS)
    public boolean isRecipient(TherapistId therapist, UUID intakeId) {
        return !entities.createQuery(
                        "select w.id from StoredIntakeWrap w where w.intakeId = :intake and w.recipientId = :person")
                .setParameter("intake", intakeId)
                .setParameter("person", therapist.value())
                .getResultList()
                .isEmpty();
    }

    /** The enquiries that were sealed to a therapist. */
    @TransactionAttribute(SUPPORTS)
    public List<UUID> sealedTo(TherapistId therapist) {
        return entities.createQuery(
                        "select distinct w.intakeId from StoredIntakeWrap w where w.recipientId = :person", UUID.class)
                .setParameter("person", therapist.value())
                .getResultList();
    }

    /** Can an enquiry be sealed at this moment, to two verified people at least? */
    @TransactionAttribute(SUPPORTS)
    public boolean takesEnquiries() {
        return lists.inForce().isPresent();
    }

    /** The therapists an enquiry was sealed to. */
    public List<UUID> recipientsOf(SealedIntake sealed) {
        Optional<RecipientList> list = lists.inForce();
        return sealed.wraps().stream()
                .map(IntakeWrap::recipientId)
                .distinct()
                .filter(id -> list.isPresent()
                        && list.get().recipients().stream()
                                .anyMatch(person -> person.personId().equals(id)))
                .toList();
    }

    /** Drops every half of an enquiry's key: with the erasure key gone as well, nobody opens it again. */
    @TransactionAttribute(MANDATORY)
    @RolesAllowed("therapist")
    public void forget(UUID intakeId) {
        entities.createQuery("delete from StoredIntakeWrap w where w.intakeId = :intake")
                .setParameter("intake", intakeId)
                .executeUpdate();
    }

    private List<IntakeWrap> wraps(UUID intakeId) {
        return entities.createQuery(
                        "select w from StoredIntakeWrap w where w.intakeId = :intake", StoredIntakeWrap.class)
                .setParameter("intake", intakeId)
                .getResultStream()
                .map(StoredIntakeWrap::wrap)
                .toList();
    }
}
