package org.safespaces.signposting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safespaces.settings.PracticeSettings;

/**
 * Which facts somebody of the practice must ring or open again. A running server only says so, in its log: it never hides
 * a number for its age. A release is refused (see the tests).
 */
@ApplicationScoped
public class SignpostReview {
    private static final Logger LOG = Logger.getLogger(SignpostReview.class.getName());

    private SupportDirectory directory;
    private PracticeSettings settings;

    protected SignpostReview() {}

    @Inject
    public SignpostReview(SupportDirectory directory, PracticeSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    void atStart(@Observes Startup started, Clock clock) {
        List<String> open = toCheck(LocalDate.now(clock));
        if (!open.isEmpty()) {
            LOG.log(Level.WARNING, "facts of places that can help to be checked: {0}: {1}", new Object[] {
                open.size(), open
            });
        }
    }

    /** Every fact that was never checked, or not for too long: place, what, and when it was checked last. */
    public List<String> toCheck(LocalDate today) {
        return directory.all().stream()
                .flatMap(place -> place.facts().entrySet().stream()
                        .filter(fact -> isOpen(fact.getValue(), today))
                        .map(fact -> place.id() + " " + fact.getKey() + " " + last(fact.getValue())))
                .toList();
    }

    /** Must somebody ring or open this one again? */
    public boolean isOpen(Fact fact, LocalDate today) {
        return isOpen(fact, today, (int) settings.signpostMaxAge().toDays());
    }

    /** How many would be open if a check counted for so many days. */
    public int openAfter(int days, LocalDate today) {
        return (int) directory.all().stream()
                .flatMap(place -> place.facts().values().stream())
                .filter(fact -> isOpen(fact, today, days))
                .count();
    }

    private static boolean isOpen(Fact fact, LocalDate today, int days) {
        return fact.verifiedOn() == null
                || fact.verifiedBy() == null
                || fact.verifiedOn().isBefore(today.minus(Period.ofDays(days)));
    }

    private static String last(Fact fact) {
        return fact.verifiedOn() == null ? "(never)" : "(" + fact.verifiedOn() + ")";
    }
}
