package org.safespaces.web.admin;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safespaces.access.Account;
import org.safespaces.access.Role;

/** What an admin may do about somebody who works here; what it comes to is shown before. */
enum PersonChange {
    SUSPEND,
    BRING_BACK,
    GIVE_THERAPIST,
    TAKE_THERAPIST,
    GIVE_ADMIN,
    TAKE_ADMIN,
    END_SIGN_INS,
    NEW_CODE,
    WRITE_AGAIN;

    /**
     * What can be done about her at this moment.
     *
     * @param suspended here, and not at the identity server alone
     */
    static Set<PersonChange> of(Account account, boolean suspended, boolean self) {
        Set<PersonChange> all = EnumSet.noneOf(PersonChange.class);
        all.add(account.has(Role.THERAPIST) ? TAKE_THERAPIST : GIVE_THERAPIST);
        all.add(account.has(Role.ADMIN) ? TAKE_ADMIN : GIVE_ADMIN);
        all.add(account.enabled() && !suspended ? END_SIGN_INS : BRING_BACK);
        if (account.enabled() && account.invited()) {
            all.add(WRITE_AGAIN);
        }
        if (!suspended && !self) {
            all.add(SUSPEND);
        }
        if (account.secondFactor() && !self) {
            all.add(NEW_CODE);
        }
        return all;
    }

    static Optional<PersonChange> named(String name) {
        return Stream.of(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** Does she open less afterwards? */
    boolean takesFromATherapist() {
        return this == SUSPEND || this == TAKE_THERAPIST;
    }
}
