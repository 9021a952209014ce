package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.Report;
import org.safespaces.notes.ReportPlace;
import org.safespaces.notes.ReportStatus;
import org.safespaces.notes.ReportTerms;
import org.safespaces.notes.Reports;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Exchange;

/** One report: as it stands, or a new one. */
@Named
@RequestScoped
public class ReportPage {
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?:|www\\.");

    @Inject
    private Reports reports;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Diary diary;

    @Inject
    private ItemAtHand item;

    @Inject
    private Exchange exchange;

    private SealedForm form;
    private int version;
    private boolean closed;

    /** Opens one, for this one answer; or keeps what was typed. */
    public void load() {
        if (exchange.isPost()) {
            form().keep(this::save);
            return;
        }
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        item.kept().ifPresent(this::open);
    }

    private void open(UUID id) {
        try {
            Report report = reports.read(item.caseId(), id);
            version = report.summary().version();
            form = new SealedForm(exchange, shown(report.terms()));
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        }
    }

    private static Map<String, String> shown(ReportTerms terms) {
        return Map.of(
                "place", terms.place().name(),
                "where", terms.where(),
                "by", terms.by().name(),
                "reference", terms.reference(),
                "reported", terms.reported().map(LocalDate::toString).orElse(""),
                "status", terms.status().name(),
                "remark", terms.remark(),
                "next", terms.nextCheck().map(LocalDate::toString).orElse(""));
    }

    private void save() {
        ReportTerms terms = new ReportTerms(
                form.one("place", ReportPlace.values()),
                form.text("where", Reports.LONGEST_LINE),
                form.one("by", ReportTerms.By.values()),
                form.text("reference", Reports.LONGEST_LINE),
                form.day("reported"),
                form.one("status", ReportStatus.values()),
                form.text("remark", Reports.LONGEST_REMARK),
                form.day("next"));
        if (ADDRESS.matcher(terms.where()).find()) {
            form.complain("where", "error.address");
        }
        if (ADDRESS.matcher(terms.remark()).find()) {
            form.complain("remark", "error.address");
        }
        if (terms.reported().filter(diary.today()::isBefore).isPresent()) {
            form.complain("reported", "error.day.ahead");
        }
        if (form.isFine()) {
            reports.keep(item.caseId(), item.id(), getUpon(), terms);
            exchange.goTo("/therapist/reports?id=" + item.caseId().value() + "&done=kept");
        }
    }

    private SealedForm form() {
        if (form == null) {
            form = new SealedForm(exchange, Map.of("by", ReportTerms.By.CLIENT.name()));
        }
        return form;
    }

    public String getId() {
        return item.kept().map(UUID::toString).orElse("");
    }

    /** Drawn once for a new one: sent twice, it is kept once. */
    public String getDraft() {
        return item.draft().toString();
    }

    /** The version that is shown; 0 for a new one. */
    public int getUpon() {
        return item.upon(version);
    }

    public String typed(String field) {
        return form().in(field);
    }

    public String wrong(String field) {
        return form().wrong(field);
    }

    public List<SealedForm.Choice> getPlaces() {
        return form().choices("place", ReportPlace.values(), "place.");
    }

    public List<SealedForm.Choice> getStatuses() {
        return form().choices("status", ReportStatus.values(), "status.");
    }

    public List<SealedForm.Choice> getMakers() {
        return form().choices("by", ReportTerms.By.values(), "by.");
    }

    public boolean isLockedNow() {
        return form().isLocked();
    }

    public boolean isChanged() {
        return form().isChanged();
    }

    public boolean isClosed() {
        return closed;
    }
}
