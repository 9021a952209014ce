package org.safespaces.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** How many enquiries there are, for whoever runs the practice and reads none. */
@Stateless
@RolesAllowed("admin")
public class EnquiryTally {
    @PersistenceContext
    private EntityManager entities;

    /** Those that nobody has accepted and that still say something. */
    public int open() {
        return entities.createQuery("select count(i) from Intake i where i.status in :open", Long.class)
                .setParameter("open", IntakeStatus.open())
                .getSingleResult()
                .intValue();
    }
}
