package org.safespaces.acceptance.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.safespaces.acceptance.support.World;

/** A test that runs inside the provisioned server, beside the services, with the real databases. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({InTheServer.Started.class, ArquillianExtension.class})
@interface InTheServer {

    /** The server has to run before anything can be put into it. Inside of it there is nothing to start. */
    final class Started implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            if (System.getProperty("safespaces.root") != null) {
                World.running();
            }
        }
    }
}
