package org.safespaces.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.safespaces.followup.FollowUpTally;
import org.safespaces.followup.FollowUps;
import org.safespaces.keys.KeystoreCheck;
import org.safespaces.keys.KeystoreReport;
import org.safespaces.keys.PoolState;
import org.safespaces.office.Health;
import org.safespaces.office.Part;
import org.safespaces.office.SystemHealth;
import org.safespaces.office.SystemReport;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.signposting.SignpostReview;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class SystemPage {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Set<Part> COUNTED = Set.of(Part.LETTERS, Part.KEYS, Part.DISK, Part.SIGNER);
    private static final Set<Part> DATED = Set.of(Part.BACKUP, Part.DRILL);

    @Inject
    private SystemHealth health;

    @Inject
    private ServletContext server;

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

    private SystemReport found;
    private KeystoreReport report;
    private List<Fact> tasks = List.of();
    private List<String> toCheck;

    /** A line of the table: what, and how many or when. */
    public record Fact(String what, String value) {}

    /** A part and how it was found: in words and by a sign, with what was counted and what to do. */
    public record Line(String part, String state, String tag, String icon, String figures, String advice) {}

    @PostConstruct
    void load() {
        found = health.look();
        toCheck = review.toCheck(LocalDate.now(clock));
        report = isThere(Part.PRACTICE_DATABASE) && isThere(Part.KEY_DATABASE)
                ? keystore.look()
                : new KeystoreReport(Optional.empty(), 0, 0, true);
        if (isThere(Part.PRACTICE_DATABASE)) {
            countTasks();
        }
    }

    private boolean isThere(Part part) {
        return found.parts().stream().anyMatch(each -> each.part() == part && each.state() != Health.State.AWAY);
    }

    private void countTasks() {
        FollowUpTally tally = followUps.tally();
        tasks = List.of(
                new Fact(exchange.text("followup", "system.open"), number(tally.open())),
                new Fact(exchange.text("followup", "system.unacknowledged"), number(tally.unacknowledged())),
                new Fact(exchange.text("followup", "system.oldest"), since(tally.oldest())));
    }

    public List<Line> getLines() {
        return found.parts().stream().map(this::line).toList();
    }

    private Line line(Health each) {
        String figures = DATED.contains(each.part()) ? dated(each) : counted(each);
        return new Line(
                said("system." + each.part()),
                said("system.state." + each.state()),
                tag(each.state()),
                icon(each.state()),
                figures,
                each.state() == Health.State.FINE ? said("system.nothing") : said("system.do." + each.part()));
    }

    private String counted(Health each) {
        return each.figures().isEmpty() || !COUNTED.contains(each.part())
                ? ""
                : String.format(
                        Locale.UK,
                        said("system." + each.part() + ".figures"),
                        each.figures().toArray());
    }

    private String dated(Health each) {
        if (each.state() == Health.State.AWAY) {
            return "";
        }
        return each.figures().stream()
                .findFirst()
                .map(when -> String.format(
                        Locale.UK, said("system." + each.part() + ".figures"), OfficeWords.when(Instant.parse(when))))
                .orElseGet(() -> said("system." + each.part() + ".none"));
    }

    private static String tag(Health.State state) {
        return switch (state) {
            case FINE -> "done";
            case LOOK -> "honey";
            case AWAY -> "error";
        };
    }

    private static String icon(Health.State state) {
        return switch (state) {
            case FINE -> "check";
            case LOOK -> "eye";
            case AWAY -> "times";
        };
    }

    /** When all this was looked at. */
    public String getLookedAt() {
        return String.format(Locale.UK, said("system.at"), OfficeWords.when(found.at()));
    }

    /** Which version of what runs, as far as it is told. */
    public List<Fact> getVersions() {
        List<Fact> versions = new ArrayList<>();
        found.versions().forEach((name, version) -> versions.add(new Fact(said("version." + name), version)));
        versions.add(1, new Fact(said("version.server"), server.getServerInfo()));
        versions.add(new Fact(said("version.identity"), said("version.identity.where")));
        return versions;
    }

    private String said(String key) {
        return exchange.text("office", key);
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
        return !isThere(Part.KEY_DATABASE);
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
