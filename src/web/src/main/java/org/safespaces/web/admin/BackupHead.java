package org.safespaces.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.safespaces.backup.BackupHistory;
import org.safespaces.backup.BackupReport;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Exchange;

/** The part of the System page about backups: when the last was made, and when one was last tried. */
@Named
@RequestScoped
public class BackupHead {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    @Inject
    private BackupHistory history;

    @Inject
    private Exchange exchange;

    private BackupReport report;

    /** A line of the table: what, and when. */
    public record Fact(String what, String when) {}

    @PostConstruct
    void load() {
        report = history.look();
    }

    public List<Fact> getFacts() {
        return List.of(
                new Fact(exchange.text("backups", "made"), said(report.made())),
                new Fact(exchange.text("backups", "drilled"), said(report.drilled())));
    }

    private String said(Optional<Instant> when) {
        return when.map(at -> new SpokenTime(at, ZONE))
                .map(time -> time.dayOfYear() + ", " + time.hour())
                .orElseGet(() -> exchange.text("backups", "never"));
    }

    public boolean isLate() {
        return report.late();
    }

    public boolean isUnproven() {
        return report.unproven();
    }
}
