package org.safespaces.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.safespaces.audit.AuditLine;
import org.safespaces.audit.AuditTrail;

@Named
@RequestScoped
public class AuditPage {
    private static final int SHOWN = 200;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.UK).withZone(ZoneId.of("Europe/London"));

    @Inject
    private AuditTrail audit;

    private List<Row> rows;

    /** A line as it is shown. */
    public record Row(long number, String at, String role, String who, String action, String object, boolean refused) {}

    @PostConstruct
    void load() {
        rows = audit.newest(SHOWN).stream().map(AuditPage::row).toList();
    }

    private static Row row(AuditLine line) {
        return new Row(
                line.sequence(),
                WHEN.format(line.at()),
                line.actorRole(),
                brief(line.actor()),
                line.action().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                line.objectType() + " " + brief(line.objectRef()),
                line.refused());
    }

    private static String brief(UUID id) {
        return id == null ? "" : id.toString().substring(0, 8);
    }

    public List<Row> getRows() {
        return rows;
    }
}
