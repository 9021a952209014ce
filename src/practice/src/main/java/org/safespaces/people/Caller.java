package org.safespaces.people;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.audit.Actor;
import org.safespaces.vault.Column;

/**
 * Who is calling, as this system knows her. Everything is looked up from the token's subject on each call; a signed-in
 * person of whom there is no row yet is nobody in particular.
 */
@Stateless
@PermitAll
public class Caller {
    @Resource
    private SessionContext context;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountTags tags;

    @Inject
    private SuspendedNow suspended;

    /** The calling therapist; empty for everybody else. */
    public Optional<TherapistId> therapist() {
        if (!context.isCallerInRole("therapist")) {
            return Optional.empty();
        }
        return entities.createQuery("select t from Therapist t where t.accountTag = :tag", Therapist.class)
                .setParameter("tag", tag(AccountTags.THERAPIST))
                .getResultStream()
                .map(Therapist::id)
                .findFirst();
    }

    /** The case of the calling client; empty when she has not joined one yet, and for everybody else. */
    public Optional<CaseId> client() {
        if (!context.isCallerInRole("client")) {
            return Optional.empty();
        }
        return entities.createQuery("select c from Client c where c.accountTag = :tag", Client.class)
                .setParameter("tag", tag(AccountTags.CLIENT))
                .getResultStream()
                .map(Client::caseId)
                .findFirst();
    }

    /**
     * How the log names a sign-in that is no person of this system: a keyed reference, always the same for the same
     * sign-in, that leads back to it only with the server's key.
     */
    @RolesAllowed("admin")
    public UUID reference(String subject) {
        return tags.reference(subject);
    }

    /** The calling sign-in under the same reference: whoever has two roles is still one person. */
    public UUID account() {
        return tags.reference(context.getCallerPrincipal().getName());
    }

    /** Is the calling sign-in suspended? Then she is let in nowhere. */
    public boolean isSuspended() {
        return suspended.has(tags.reference(context.getCallerPrincipal().getName()));
    }

    /** Who the log says it was: a therapist's or a case's id, an admin's keyed reference, never a name. */
    public Actor actor() {
        if (context.isCallerInRole("therapist")) {
            return new Actor(therapist().map(TherapistId::value).orElse(null), "therapist");
        }
        if (context.isCallerInRole("client")) {
            return new Actor(client().map(CaseId::value).orElse(null), "client");
        }
        return context.isCallerInRole("admin")
                ? new Actor(tags.reference(context.getCallerPrincipal().getName()), "admin")
                : Actor.VISITOR;
    }

    private byte[] tag(Column column) {
        return tags.of(context.getCallerPrincipal(), column);
    }
}
