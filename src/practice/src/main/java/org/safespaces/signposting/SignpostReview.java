package org.safespaces.signposting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
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
        LocalDate oldest =
                today.minus(Period.ofDays((int) settings.signpostMaxAge().toDays()));
        return directory.all().stream()
                .flatMap(place -> facts(place).entrySet().stream()
                        .filter(fact -> isOpen(fact.getValue(), oldest))
                        .map(fact -> place.id() + " " + fact.getKey() + " " + last(fact.getValue())))
                .toList();
    }

    private static boolean isOpen(Fact fact, LocalDate oldest) {
        return fact.verifiedOn() == null
                || fact.verifiedBy() == null
                || fact.verifiedOn().isBefore(oldest);
    }

    private static String last(Fact fact) {
        return fact.verifiedOn() == null ? "(never)" : "(" + fact.verifiedOn() + ")";
    }

    private static Map<String, Fact> facts(SupportOrganisation place) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        Stream.of("phone", "text", "web", "email", "hours").forEach(name -> facts.put(name, fact(place, name)));
        facts.values().removeIf(fact -> fact == null);
        return facts;
    }

    private static Fact fact(SupportOrganisation place, String name) {
        return switch (name) {
            case "phone" -> place.phone();
            case "text" -> place.text();
            case "web" -> place.web();
            case "email" -> place.email();
            default -> place.hours();
        };
    }
}
