package org.safespaces.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safespaces.followup.FollowUpTally;
import org.safespaces.followup.FollowUps;
import org.safespaces.keys.KeystoreCheck;
import org.safespaces.keys.KeystoreReport;
import org.safespaces.keys.PoolState;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.signposting.SignpostReview;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class SystemPage {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    @Inject
    private KeystoreCheck keystore;

    @Inject
    private FollowUps followUps;

    @Inject
    private SignpostReview review;

    @Inject
    private PracticeSettings settings;

    @Inject
    private Clock clock;

    @Inject
    private Exchange exchange;

    private KeystoreReport report;
    private List<Fact> tasks;
    private List<String> toCheck;

    /** A line of the table: what, and how many or when. */
    public record Fact(String what, String value) {}

    @PostConstruct
    void load() {
        report = keystore.look();
        FollowUpTally tally = followUps.tally();
        tasks = List.of(
                new Fact(exchange.text("followup", "system.open"), number(tally.open())),
                new Fact(exchange.text("followup", "system.unacknowledged"), number(tally.unacknowledged())),
                new Fact(exchange.text("followup", "system.oldest"), since(tally.oldest())));
        toCheck = review.toCheck(LocalDate.now(clock));
    }

    public List<Fact> getFacts() {
        List<Fact> facts = new ArrayList<>();
        report.pool().ifPresent(pool -> {
            facts.add(fact("system.free", number(pool.free())));
            facts.add(fact("system.aged", number(pool.aged())));
            facts.add(fact("system.oldest", day(pool.oldest())));
            facts.add(fact("system.youngest", day(pool.youngest())));
            facts.add(fact("system.claimed", number(pool.claimed())));
            facts.add(fact("system.orphans", number(report.orphans())));
            facts.add(fact("system.tombstones", number(pool.tombstones())));
            facts.add(fact("system.ending", number(report.ending())));
        });
        return facts;
    }

    /** With the hour: this is about today. */
    private String since(Optional<Instant> when) {
        return when.map(instant -> new SpokenTime(instant, ZONE))
                .map(time -> time.day() + ", " + time.hour())
                .orElseGet(() -> exchange.text("followup", "system.none"));
    }

    /** What asks to be read today, in numbers. */
    public List<Fact> getTasks() {
        return tasks;
    }

    private Fact fact(String key, String value) {
        return new Fact(exchange.text("erasure", key), value);
    }

    private static String number(int count) {
        return String.format(Locale.UK, "%,d", count);
    }

    private String day(Optional<Instant> when) {
        return when.map(instant -> Days.dated(LocalDate.ofInstant(instant, ZONE)))
                .orElseGet(() -> exchange.text("erasure", "system.none"));
    }

    /** Facts of places that can help which somebody must ring or open; they are shown all the same. */
    public List<String> getToCheck() {
        return toCheck;
    }

    public String getToCheckBody() {
        return String.format(
                Locale.UK,
                exchange.text("erasure", "system.check.body"),
                toCheck.size(),
                settings.signpostMaxAge().toDays());
    }

    public boolean isDown() {
        return report.pool().isEmpty();
    }

    public boolean isLow() {
        return report.pool().map(PoolState::isLow).orElse(false);
    }

    public boolean isLate() {
        return report.ending() > 0;
    }

    public boolean isFiled() {
        return report.filed();
    }
}
