package org.safespaces.access;

import java.util.List;
import org.safespaces.people.CaseState;

/**
 * A client's record, by designation, and everybody who can open it.
 *
 * @param joined whether the client herself has a sign-in for it
 */
public record CaseOpeners(String designation, CaseState state, boolean joined, List<Who> who) {
    public CaseOpeners {
        who = List.copyOf(who);
    }

    /**
     * Somebody with a key.
     *
     * @param suspended the server lets her in nowhere
     * @param atWork not so, and a therapist by her sign-in still
     */
    public record Who(Opener opener, boolean suspended, boolean atWork) {}

    /** Is there nobody at work whose client she is? */
    public boolean isUnattended() {
        return who.stream().noneMatch(each -> each.opener().kind() == Opener.Kind.THERAPIST && each.atWork());
    }
}
