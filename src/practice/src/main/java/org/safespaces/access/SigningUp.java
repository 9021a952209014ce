package org.safespaces.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import org.safespaces.keys.CodeHolder;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.people.AlreadyJoined;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;

/**
 * A client makes a sign-in with the code that only she was given. There is no other way to one: without a code of a case that a
 * therapist has taken on, nothing is made. A user name and a password are all that is kept, and the identity server keeps them.
 */
@Stateless
@PermitAll
public class SigningUp {
    @Inject
    private ReturnCodes codes;

    @Inject
    private People people;

    @Inject
    private IdentityDesk desk;

    /**
     * Makes a sign-in and ties it to the case the code belongs to: both, or neither.
     *
     * @param visitor whatever stands for the one who tries, to count wrong tries by
     * @throws org.safespaces.keys.WrongPhrase for a code that leads nowhere; {@link NotYetAccepted}; {@link AlreadyJoined} when the case
     *     has a sign-in; {@link NameTaken}; {@link PasswordRefused}; {@link AccountsUnavailable}
     */
    public void signUp(String code, String visitor, String name, String password) {
        CodeHolder holder = codes.use(code, visitor);
        CaseId caseId = holder.place().caseId().orElseThrow(NotYetAccepted::new);
        if (people.summary(caseId).joined()) {
            throw new AlreadyJoined();
        }
        String subject = make(name, password);
        try {
            desk.giveRole(subject, Role.CLIENT);
            people.joinWith(caseId, subject);
        } catch (RuntimeException notTied) {
            desk.delete("/users/" + subject);
            throw notTied;
        }
    }

    private String make(String name, String password) {
        try {
            return desk.post(
                    "/users",
                    Json.createObjectBuilder()
                            .add("username", name)
                            .add("enabled", true)
                            .add(
                                    "credentials",
                                    Json.createArrayBuilder()
                                            .add(Json.createObjectBuilder()
                                                    .add("type", "password")
                                                    .add("value", password)
                                                    .add("temporary", false)))
                            .build());
        } catch (NotTaken refused) {
            throw new PasswordRefused();
        }
    }
}
