package org.safespaces.keys;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Ids;
import org.safespaces.vault.RecipientList;
import org.safespaces.vault.RecipientListBody;
import org.safespaces.vault.RecipientSignature;
import org.safespaces.vault.VaultException;

/**
 * Lists of recipients that wait for a second signature, whoever gives it: a colleague, or in a solo practice the keys on
 * paper. What was not really signed by the one it names is not there.
 */
@RequestScoped
class Proposals {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private KeyDirectory directory;

    @Inject
    private RecipientLists lists;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** A proposal with what it says. */
    record Read(StoredProposal stored, RecipientListBody body) {}

    /** Those that would follow the list there is, the earliest first. */
    List<Read> open() {
        int next = lists.following(List.of()).listVersion();
        return entities.createQuery(
                        "select p from StoredProposal p where p.version = :next order by p.proposedOn, p.id",
                        StoredProposal.class)
                .setParameter("next", next)
                .getResultStream()
                .flatMap(stored -> read(stored).stream())
                .toList();
    }

    private Optional<Read> read(StoredProposal stored) {
        try {
            RecipientListBody body = stored.body(ServerSecrets.tenant());
            RecipientListBody expected = lists.following(body.recipients());
            boolean follows = Arrays.equals(body.hash(), expected.hash());
            boolean signed = isSignedByCurrentKeys(body, stored.signature());
            return follows && signed ? Optional.of(new Read(stored, body)) : Optional.empty();
        } catch (IllegalArgumentException | VaultException notOfOurMaking) {
            return Optional.empty();
        }
    }

    private boolean isSignedByCurrentKeys(RecipientListBody body, RecipientSignature signature) {
        return directory
                .verified()
                .of(signature.signerId())
                .filter(keys -> keys.signed(body, signature))
                .isPresent();
    }

    /** Throws {@link ProposalGone}. */
    Read find(UUID id) {
        return open().stream()
                .filter(each -> each.stored().id().equals(id))
                .findFirst()
                .orElseThrow(ProposalGone::new);
    }

    /** Keeps somebody's wish; an earlier one of hers for the same version goes. */
    UUID keep(Actor actor, RecipientListBody body, RecipientSignature signature) {
        entities.createQuery("delete from StoredProposal p where p.version = :version and p.signerId = :signer")
                .setParameter("version", body.listVersion())
                .setParameter("signer", signature.signerId())
                .executeUpdate();
        UUID id = Ids.fresh();
        entities.persist(new StoredProposal(id, body, signature, LocalDate.now(clock)));
        entities.flush();
        audit.record(actor, AuditAction.RECIPIENTS_PROPOSED, "practice", ServerSecrets.tenant());
        return id;
    }

    void withdraw(Actor actor, Read proposal) {
        entities.remove(proposal.stored());
        audit.record(actor, AuditAction.RECIPIENTS_WITHDRAWN, "practice", ServerSecrets.tenant());
    }

    /**
     * Puts a list in force that a second person has now signed. The log knows its version from then on, and whatever else
     * was proposed in its place goes. Throws {@link ProposalGone} when another list came first or this one does not verify.
     */
    void putInForce(Actor actor, Read proposal, RecipientSignature second) {
        RecipientListBody body = proposal.body();
        List<RecipientSignature> both = List.of(proposal.stored().signature(), second);
        try {
            RecipientList.verify(body, both, directory.verified());
        } catch (VaultException doesNotVerify) {
            throw new ProposalGone();
        }
        lists.putInForce(actor, body, both);
        entities.createQuery("delete from StoredProposal p where p.version <= :version")
                .setParameter("version", body.listVersion())
                .executeUpdate();
    }
}
