package org.safespaces.people;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.safespaces.audit.Actor;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/**
 * Who is calling, as this system knows her. Everything is looked up from the token's subject on each call; a signed-in
 * person of whom there is no row yet is nobody in particular.
 */
@Stateless
@PermitAll
public class Caller {
    static final Column THERAPIST_ACCOUNT = new Column("therapist", "account_tag");
    static final Column CLIENT_ACCOUNT = new Column("client", "account_tag");

    @Resource
    private SessionContext context;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerSeal serverSeal;

    /** The calling therapist; empty for everybody else. */
    public Optional<TherapistId> therapist() {
        if (!context.isCallerInRole("therapist")) {
            return Optional.empty();
        }
        return entities.createQuery("select t from Therapist t where t.accountTag = :tag", Therapist.class)
                .setParameter("tag", tag(THERAPIST_ACCOUNT))
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
                .setParameter("tag", tag(CLIENT_ACCOUNT))
                .getResultStream()
                .map(Client::caseId)
                .findFirst();
    }

    /** Who the log says it was. Admins and people who have not joined are named by their role alone. */
    public Actor actor() {
        if (context.isCallerInRole("therapist")) {
            return new Actor(therapist().map(TherapistId::value).orElse(null), "therapist");
        }
        if (context.isCallerInRole("client")) {
            return new Actor(client().map(CaseId::value).orElse(null), "client");
        }
        return context.isCallerInRole("admin") ? new Actor(null, "admin") : Actor.VISITOR;
    }

    byte[] tag(Column column) {
        return serverSeal.tag(column, context.getCallerPrincipal().getName().getBytes(StandardCharsets.UTF_8));
    }
}
