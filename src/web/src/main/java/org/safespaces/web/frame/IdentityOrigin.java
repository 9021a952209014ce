package org.safespaces.web.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Where the identity server answers: the one other address that a form of ours may lead to, named in the policy. */
@Named("identityOrigin")
@ApplicationScoped
public class IdentityOrigin {
    @Override
    public String toString() {
        String origin = System.getenv("SAFESPACES_IDENTITY_ORIGIN");
        return origin == null ? "" : origin;
    }
}
