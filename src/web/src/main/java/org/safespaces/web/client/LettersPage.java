package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.safespaces.access.OwnContact;
import org.safespaces.access.OwnLetters;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.web.frame.Exchange;

/** Whether letters go to her, and the way to stop them. */
@Named
@RequestScoped
public class LettersPage {
    @Inject
    private OwnContact contact;

    @Inject
    private Exchange exchange;

    private OwnLetters letters;

    /** She need not say why. */
    public void stop() {
        try {
            contact.stop();
            exchange.goTo("/client/letters?done=1");
        } catch (NoSuchPerson notJoined) {
            exchange.goTo("/client/home");
        }
    }

    private OwnLetters letters() {
        if (letters == null) {
            letters = contact.letters();
        }
        return letters;
    }

    public String getLetters() {
        return letters().name();
    }

    /** They go, so they can be stopped. Asked while a post is taken apart, too. */
    public boolean isGoing() {
        return letters() == OwnLetters.GO;
    }

    public boolean isDone() {
        return exchange.parameter("done").isPresent() && letters() == OwnLetters.REST;
    }
}
