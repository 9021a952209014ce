package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.intake.IntakeGone;
import org.safespaces.intake.Intakes;
import org.safespaces.people.Ids;
import org.safespaces.web.frame.Exchange;

/** One enquiry, read. */
@Named
@RequestScoped
public class IntakePage {
    @Inject
    private Intakes intakes;

    @Inject
    private IntakeWords words;

    @Inject
    private Exchange exchange;

    @Inject
    private IntakeLetters letters;

    private IntakeReading reading;
    private boolean gone;

    /** One question with its answer, in words. */
    public record Line(String question, String answer) implements Confidential {
        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }

    /** Opens the enquiry for this answer, with what was written about it; not while something typed waits to be sent. */
    public void load() {
        if (exchange.isPost()) {
            letters.takeUpAgain();
        }
        if (letters.isUnsent()) {
            return;
        }
        try {
            reading = words.read(intakes.open(id()));
            letters.load(id());
        } catch (IntakeGone goneMeanwhile) {
            gone = true;
        }
    }

    private UUID id() {
        return Ids.parse(exchange.parameter("id").orElse(null));
    }

    public String getId() {
        return id().toString();
    }

    /** What somebody was about to decide did not happen: something had been decided before. */
    public boolean isMeanwhile() {
        return exchange.parameter("meanwhile").isPresent();
    }

    public boolean isGone() {
        return gone;
    }

    /** Is the enquiry on the page? While a post is taken apart it was. */
    public boolean isShown() {
        return reading != null || exchange.isPost() && !gone && !letters.isUnsent();
    }

    /** What is written to the person, and between colleagues. */
    public IntakeLetters getLetters() {
        return letters;
    }

    public IntakeReading getReading() {
        return reading;
    }
}
