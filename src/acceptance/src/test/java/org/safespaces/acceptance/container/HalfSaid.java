package org.safespaces.acceptance.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** A service whose author forgot a method. */
@Stateless
public class HalfSaid {
    @PermitAll
    public boolean open() {
        return true;
    }

    @RolesAllowed("therapist")
    public boolean forTherapists() {
        return true;
    }

    public boolean forgotten() {
        return true;
    }
}
