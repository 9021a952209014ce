package org.safespaces.acceptance.container;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;

/**
 * Somebody who calls: whatever is handed over is done with her role and under her name, as after a sign-in. What it
 * throws is handed back as an answer, so that no container in between wraps it or rolls anything back for it.
 */
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public abstract class Somebody {
    static final String ROWAN = "00000000-0000-4000-8000-0000000000a1";
    static final String ALDER = "00000000-0000-4000-8000-0000000000a2";
    static final String BIRCH = "00000000-0000-4000-8000-0000000000b1";
    static final String LINEN = "00000000-0000-4000-8000-0000000000c1";
    /** Nobody of the development people: a second client, of these tests only. */
    static final String REED = "00000000-0000-4000-8000-0000000000f1";

    /** Nobody either: the account that somebody is given when the identity server has lost hers. */
    static final String YEW = "00000000-0000-4000-8000-0000000000f2";

    /** What came of it. */
    public record Outcome<T>(T value, Throwable failure) {
        <X extends Throwable> T orThrow() throws X {
            if (failure != null) {
                throw Outcome.<X>unchecked(failure);
            }
            return value;
        }

        @SuppressWarnings("unchecked")
        private static <X extends Throwable> X unchecked(Throwable failure) throws X {
            throw (X) failure;
        }
    }

    /** Does it as this somebody. */
    public <T> Outcome<T> tries(Callable<T> act) {
        try {
            return new Outcome<>(act.call(), null);
        } catch (Exception failure) {
            return new Outcome<>(null, failure);
        }
    }

    /** Does it as somebody, and throws what it throws. */
    static <T> T as(Somebody who, Callable<T> act) {
        return who.tries(act).<RuntimeException>orThrow();
    }

    /** Which name each of them goes by, as the identity server would say. */
    static String descriptor() {
        return """
            <jboss:ejb-jar xmlns:jboss="http://www.jboss.com/xml/ns/javaee" xmlns="http://java.sun.com/xml/ns/javaee"
                           xmlns:s="urn:security:1.1" version="3.1" impl-version="2.0">
              <assembly-descriptor>
            """
                + name("AsRowan", ROWAN)
                + name("AsAlder", ALDER)
                + name("AsLinen", LINEN)
                + name("AsReed", REED)
                + name("AsYew", YEW)
                + name("AsBirch", BIRCH)
                + name("AsBirchPromoted", BIRCH)
                + "</assembly-descriptor></jboss:ejb-jar>";
    }

    private static String name(String bean, String principal) {
        return "<s:security><ejb-name>" + bean + "</ejb-name><s:run-as-principal>" + principal
                + "</s:run-as-principal></s:security>\n";
    }
}
