package org.safespaces.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditLine;
import org.safespaces.audit.AuditLog;
import org.safespaces.audit.FoundLines;
import org.safespaces.audit.LogFilter;
import org.safespaces.audit.LogFinding;
import org.safespaces.audit.LogState;
import org.safespaces.people.Caller;
import org.safespaces.web.frame.Exchange;

/** The log, a page at a time; how far it is signed; and the file of it that can be verified elsewhere. */
@Named
@RequestScoped
public class AuditPage {
    private static final String BUNDLE = "casefile";
    private static final int AT_ONCE = 100;
    private static final int LONGEST = 40;
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.UK).withZone(ZONE);
    private static final List<String> ROLES = List.of("therapist", "client", "admin", "visitor", "server");

    @Inject
    private AuditLog log;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Exchange exchange;

    private final Map<String, String> wrong = new HashMap<>();
    private List<String> kinds = List.of();
    private FoundLines found = new FoundLines(List.of(), 0);
    private LogState state = new LogState(0, 0, Optional.empty(), false, List.of());
    private int page = 1;

    /** A line as it is shown. */
    public record Row(long number, String at, String role, String who, String action, String object, boolean refused) {}

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /** Looks, or makes the file. */
    public void load() {
        String asked = exchange.isPost() ? exchange.parameter("do").orElse("") : "";
        if ("file".equals(asked)) {
            String name = "log-" + LocalDate.ofInstant(clock.instant(), ZONE) + ".jsonl";
            exchange.hand(name, "application/x-ndjson", out -> log.export(caller.actor(), out));
            return;
        }
        kinds = log.kinds();
        state = log.state();
        page = asked.matches("page:[1-9]\\d{0,5}") ? Integer.parseInt(asked.substring(5)) : 1;
        LogFilter filter = filter();
        if (wrong.isEmpty()) {
            found = log.find(filter, (page - 1) * AT_ONCE, AT_ONCE);
        }
    }

    private LogFilter filter() {
        Optional<String> who = asked("who").map(text -> text.toLowerCase(Locale.ROOT));
        if (who.isPresent() && !LogFilter.isBeginning(who.get())) {
            wrong.put("who", text("audit.error.who"));
        }
        Optional<LocalDate> from = day("from");
        Optional<LocalDate> until = day("until");
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            wrong.put("until", text("audit.error.until"));
        }
        return new LogFilter(
                who,
                asked("role").filter(ROLES::contains),
                asked("what").flatMap(AuditPage::action),
                asked("kind").filter(kinds::contains),
                from.map(AuditPage::start),
                until.map(day -> start(day.plusDays(1))));
    }

    private static Optional<AuditAction> action(String name) {
        return Arrays.stream(AuditAction.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private Optional<LocalDate> day(String field) {
        try {
            Optional<LocalDate> day = asked(field).map(LocalDate::parse);
            if (day.isEmpty() || Math.abs(day.get().getYear() - 2050) < 1000) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // the same answer as for a day that nobody means
        }
        wrong.put(field, text("audit.error.day"));
        return Optional.empty();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    private Optional<String> asked(String field) {
        return exchange.isPost()
                ? exchange.parameter(field).filter(text -> text.length() <= LONGEST)
                : Optional.empty();
    }

    private static Row row(AuditLine line) {
        return new Row(
                line.sequence(),
                WHEN.format(line.at()),
                line.actorRole(),
                brief(line.actor()),
                words(line.action()),
                line.objectType() + " " + brief(line.objectRef()),
                line.refused());
    }

    private static String words(AuditAction action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String brief(UUID id) {
        return id == null ? "" : id.toString().substring(0, 8);
    }

    private String text(String key) {
        return exchange.text(BUNDLE, key);
    }

    public List<Row> getRows() {
        return found.lines().stream().map(AuditPage::row).toList();
    }

    /** What was typed into a field; in no address, so in no history. */
    public String typed(String field) {
        return asked(field).orElse("");
    }

    /** What is wrong with a field; empty when nothing is. */
    public String wrong(String field) {
        return wrong.getOrDefault(field, "");
    }

    public List<Choice> getRoles() {
        return choices("role", ROLES.stream());
    }

    public List<Choice> getKinds() {
        return choices("kind", kinds.stream());
    }

    public List<Choice> getActions() {
        String chosen = typed("what");
        return Arrays.stream(AuditAction.values())
                .map(each -> new Choice(each.name(), words(each), each.name().equals(chosen)))
                .sorted(java.util.Comparator.comparing(Choice::label))
                .toList();
    }

    private List<Choice> choices(String field, Stream<String> values) {
        String chosen = typed(field);
        return values.map(each -> new Choice(each, each, each.equals(chosen))).toList();
    }

    public int getPage() {
        return page;
    }

    public long getPages() {
        return Math.max(1, (found.found() + AT_ONCE - 1) / AT_ONCE);
    }

    public String getPageWords() {
        return String.format(Locale.UK, text("audit.pages"), page, getPages(), found.found());
    }

    /** How far it is signed, in words. */
    public String getSigned() {
        if (state.signedAt().isEmpty()) {
            return text("audit.signed.none");
        }
        String last = WHEN.format(state.signedAt().get());
        return state.signed() == state.lines()
                ? String.format(Locale.UK, text("audit.signed.all"), state.lines(), last)
                : String.format(Locale.UK, text("audit.signed.some"), state.signed(), state.lines(), last, unsigned());
    }

    private long unsigned() {
        return state.lines() - state.signed();
    }

    public boolean isSilent() {
        return state.silent();
    }

    /** What the signer found, in words. */
    public List<String> getFindings() {
        return state.findings().stream().map(this::said).toList();
    }

    private String said(LogFinding finding) {
        return String.format(
                Locale.UK, text("audit.finding." + finding.kind()), WHEN.format(finding.at()), finding.place());
    }
}
