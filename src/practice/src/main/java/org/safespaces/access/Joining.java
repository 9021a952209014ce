package org.safespaces.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.safespaces.keys.CodeHolder;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.people.People;

/** A client's sign-in meets her case: she brings the code that only she was given. */
@Stateless
@RolesAllowed("client")
public class Joining {
    @Resource
    private SessionContext context;

    @Inject
    private ReturnCodes codes;

    @Inject
    private People people;

    /**
     * Ties the calling sign-in to the case the code belongs to.
     *
     * @throws org.safespaces.keys.WrongPhrase for a code that leads nowhere; {@link NotYetAccepted} when nobody has taken
     *     the enquiry on yet; {@link org.safespaces.people.AlreadyJoined}
     */
    public void join(String code) {
        CodeHolder holder = codes.use(code, context.getCallerPrincipal().getName());
        people.join(holder.place().caseId().orElseThrow(NotYetAccepted::new));
    }
}
