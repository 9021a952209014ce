package org.safespaces.web.therapist;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.intake.IntakeStatus;
import org.safespaces.intake.Intakes;
import org.safespaces.web.frame.Exchange;

/** What waits for her, by how long it has waited, and never by anything it says. */
@Named
@RequestScoped
public class IntakesPage {
    private static final int STEP = 50;
    private static final int ON_TODAY = 5;
    private static final Set<String> DONE = Set.of("wait", "not-right", "close", "over");

    @Inject
    private Intakes intakes;

    @Inject
    private Clock clock;

    @Inject
    private Exchange exchange;

    private List<IntakeRow> rows;
    private int shown;

    /**
     * Enquiries that stand alike.
     *
     * @param rows the first of them, the longest first
     * @param all how many there are
     */
    public record Part(String id, List<IntakeRow> rows, int all) {
        public boolean isCut() {
            return rows.size() < all;
        }
    }

    @PostConstruct
    void load() {
        LocalDate today = LocalDate.now(clock);
        rows = intakes.waiting().stream()
                .map(summary -> IntakeRow.of(summary, today, exchange))
                .toList();
        shown = exchange.parameter("show")
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(Integer::parseInt)
                .orElse(STEP);
    }

    /** What has just been decided, or could not be; empty for nothing. */
    public String getDone() {
        return exchange.parameter("done").filter(DONE::contains).orElse("");
    }

    public String getLead() {
        return exchange.counted("casefile", "intakes.lead", rows.size());
    }

    public List<IntakeRow> getRows() {
        return rows;
    }

    public Part getFresh() {
        return part("fresh", IntakeStatus.RECEIVED, IntakeStatus.BEING_READ);
    }

    public Part getWritten() {
        return part("written", IntakeStatus.WROTE);
    }

    public Part getWaiting() {
        return part("waiting", IntakeStatus.WAITING);
    }

    private Part part(String id, IntakeStatus... of) {
        List<IntakeRow> all = rows.stream().filter(row -> row.isOf(of)).toList();
        return new Part(id, all.stream().limit(shown).toList(), all.size());
    }

    /** How many rows "show more" leads to. */
    public int getMore() {
        return shown + STEP;
    }

    /** The first of the new ones, for the page of the day. */
    public List<IntakeRow> getFirst() {
        return getFresh().rows().stream().limit(ON_TODAY).toList();
    }

    /** What else waits, in sentences; empty for nothing. */
    public List<String> getBesides() {
        Part written = getWritten();
        Part waiting = getWaiting();
        int late = (int) waiting().filter(IntakeRow::late).count();
        int left = getFresh().all() - getFirst().size();
        return List.of(
                        left > 0 ? exchange.counted("desk", "today.left", left) : "",
                        written.all() > 0 ? exchange.counted("desk", "today.written", written.all()) : "",
                        waiting.all() > 0 ? exchange.counted("desk", "today.waiting", waiting.all()) : "",
                        late > 0 ? exchange.counted("desk", "today.late", late) : "")
                .stream()
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private Stream<IntakeRow> waiting() {
        return rows.stream().filter(row -> row.isOf(IntakeStatus.WAITING));
    }

    /** Those that end within thirty days, by designation; empty for none. */
    public String getEnding() {
        return rows.stream()
                .filter(row -> !row.ends().isEmpty())
                .map(IntakeRow::designation)
                .collect(Collectors.joining(", "));
    }

    /** How many those are. */
    public String getEndingTitle() {
        return exchange.counted("desk", "ending", (int)
                rows.stream().filter(row -> !row.ends().isEmpty()).count());
    }
}
