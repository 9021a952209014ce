package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.safespaces.access.Confidential;
import org.safespaces.keys.VaultLock;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.Report;
import org.safespaces.notes.ReportTally;
import org.safespaces.notes.ReportTerms;
import org.safespaces.notes.Reports;
import org.safespaces.people.CaseId;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What was reported elsewhere about one case. Locked, it says how many there are and when the next is due. */
@Named
@RequestScoped
public class ReportsPage {
    private static final String BUNDLE = "reports";

    @Inject
    private Reports reports;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private ReportTally tally;
    private List<Row> rows = List.of();
    private boolean closed;

    /** A report in the list; its number is on its own page. */
    public record Row(
            String id,
            String place,
            String by,
            boolean numbered,
            String reported,
            String status,
            String kind,
            String next,
            boolean due)
            implements Confidential {
        @Override
        public String toString() {
            return "Row[redacted]";
        }
    }

    /** Opens the list, for this one answer. */
    public void load() {
        CaseId id = CaseId.parse(exchange.parameter("id").orElse(null));
        tally = reports.tally(id);
        if (vaultLock.isOpen() && tally.reports() > 0) {
            try {
                rows = reports.open(id).stream().map(this::row).toList();
            } catch (DoesNotOpen tamperedWith) {
                closed = true;
            }
        }
    }

    private Row row(Report report) {
        ReportTerms terms = report.terms();
        String place = exchange.text(BUNDLE, "place." + terms.place());
        boolean due =
                terms.nextCheck().filter(day -> !day.isAfter(diary.today())).isPresent();
        return new Row(
                report.summary().itemId().toString(),
                terms.where().isEmpty() ? place : place + ", " + terms.where(),
                exchange.text(BUNDLE, "by." + terms.by()),
                !terms.reference().isEmpty(),
                terms.reported().map(Days::brief).orElse(""),
                exchange.text(BUNDLE, "status." + terms.status()),
                switch (terms.status()) {
                    case SENT, REFUSED -> "honey";
                    case DOWN, CLOSED -> "done";
                    case ANSWERED, OPEN, IN_PLACE -> "info";
                    case PLANNED, NOT_WANTED -> "neutral";
                },
                terms.nextCheck().map(this::said).orElse(""),
                due);
    }

    private String said(LocalDate day) {
        return day.equals(diary.today()) ? exchange.text(BUNDLE, "reports.today") : Days.brief(day);
    }

    public String getLead() {
        String lead = exchange.counted(BUNDLE, "reports.lead", tally.reports());
        return tally.next()
                .map(day -> lead + " " + String.format(exchange.text(BUNDLE, "reports.next"), Days.brief(day)))
                .orElse(lead);
    }

    public List<Row> getRows() {
        return rows;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Nothing is kept at all. */
    public boolean isNothing() {
        return tally != null && tally.reports() == 0;
    }

    /** There is something, and it is sealed. */
    public boolean isLocked() {
        return !isNothing() && !vaultLock.isOpen();
    }

    public boolean isDone() {
        return exchange.parameter("done").isPresent();
    }
}
