package org.safespaces.schema;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;

/**
 * Stands before every session bean of the practice ({@code ejb-jar.xml}), calls and rounds alike: nothing is read or written
 * before both databases are up to date and agree with each other. Throws {@link NotOpened}.
 */
public class UntilOpened {
    @Inject
    private Gate gate;

    @AroundInvoke
    Object pass(InvocationContext call) throws Exception {
        if (!gate.letsThrough()) {
            throw new NotOpened();
        }
        return call.proceed();
    }

    /** A round has no caller to tell: it is left out. */
    @AroundTimeout
    Object passRound(InvocationContext round) throws Exception {
        return gate.letsThrough() ? round.proceed() : null;
    }
}
