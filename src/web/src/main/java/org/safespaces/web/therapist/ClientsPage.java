package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.safespaces.access.Cases;
import org.safespaces.access.HandOvers;
import org.safespaces.access.Holds;
import org.safespaces.followup.FollowUps;
import org.safespaces.intake.IntakeStatus;
import org.safespaces.intake.IntakeSummary;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.OpenIntake;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.OpenNote;
import org.safespaces.notes.Reports;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.scheduling.CaseTimes;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

/**
 * Everybody a therapist is there for, by designation: filtered, sorted and searched here, a page at a time. Whatever stands beside a row was
 * asked once for all of them. Works with the vault locked; a name is opened one at a time, and that is recorded.
 */
@Named
@RequestScoped
public class ClientsPage {
    private static final String BUNDLE = "casefile";
    private static final int AT_ONCE = 100;

    /** The question in whose answer somebody says how she wants to be called. */
    private static final String NAME = "N01";

    private static final Set<IntakeStatus> ASKING =
            Set.of(IntakeStatus.RECEIVED, IntakeStatus.BEING_READ, IntakeStatus.WROTE);

    @Inject
    private Cases cases;

    @Inject
    private HandOvers handOvers;

    @Inject
    private Holds holds;

    @Inject
    private FollowUps followUps;

    @Inject
    private Reports reports;

    @Inject
    private CaseNotes notes;

    @Inject
    private Intakes intakes;

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private List<Line> found = List.of();
    private int page = 1;
    private String named = "";
    private String name = "";

    /** A client, wherever one is named. */
    public record Row(
            String id,
            String designation,
            String initials,
            String openedOn,
            String state,
            boolean joined,
            String coverUntil) {
        static Row of(ClientSummary client) {
            return new Row(
                    client.id().value().toString(),
                    client.designation(),
                    Initials.of(client.designation()),
                    Days.dated(client.openedOn()),
                    client.state().name(),
                    client.joined(),
                    client.coverUntil().map(Days::dated).orElse(""));
        }
    }

    /**
     * A line of the list: a client, or somebody who has written and is no client yet.
     *
     * @param address where her file is
     * @param caseId empty for an enquiry
     * @param state as a word
     * @param flags what asks for a look, in words
     */
    public record Line(
            String address,
            String caseId,
            String designation,
            String initials,
            String state,
            String kind,
            String last,
            String next,
            String since,
            List<String> flags,
            Order order) {}

    /** What lines are put in order by. */
    record Order(Part part, Optional<Instant> last, Optional<Instant> next, LocalDate since) {}

    /** Whom the list shows. */
    enum Part {
        MINE,
        ENQUIRY,
        WAITING,
        ACTIVE,
        PAUSED,
        ENDED,
        ALL;

        boolean shows(Part of) {
            return this == ALL || this == of || this == MINE && (of == ACTIVE || of == PAUSED);
        }
    }

    enum Sort {
        NAME(Comparator.comparing(Line::designation)),
        NEXT(Comparator.comparing((Line line) -> line.order().next().orElse(Instant.MAX))),
        LAST(Comparator.comparing((Line line) -> line.order().last().orElse(Instant.MIN))),
        SINCE(Comparator.comparing((Line line) -> line.order().since()).reversed());

        private final Comparator<Line> by;

        Sort(Comparator<Line> by) {
            this.by = by.thenComparing(Line::designation);
        }
    }

    /** Looks, and reveals a name if that was asked. */
    public void load() {
        String asked = exchange.isPost() ? exchange.parameter("do").orElse("") : "";
        page = number(asked.startsWith("page:") ? asked.substring(5) : "");
        Part part = one("state", Part.values());
        String word = getAsked().toLowerCase(Locale.UK);
        Predicate<Line> wanted = line -> part.shows(line.order().part())
                && line.designation().toLowerCase(Locale.UK).contains(word);
        found = Stream.concat(clients(), enquiries(part))
                .filter(wanted)
                .sorted(one("sort", Sort.values()).by)
                .toList();
        page = Math.min(page, getPages());
        if (asked.startsWith("name:")) {
            reveal(CaseId.parse(asked.substring(5)));
        }
    }

    private static int number(String typed) {
        return typed.matches("[1-9]\\d{0,4}") ? Integer.parseInt(typed) : 1;
    }

    private void reveal(CaseId id) {
        named = id.value().toString();
        try {
            Optional<OpenNote> opened = notes.contact(id);
            name = opened.map(note -> called(intakes.reread(note.said())))
                    .filter(said -> !said.isEmpty())
                    .orElseGet(() -> text("clients.name.none"));
        } catch (DoesNotOpen tamperedWith) {
            name = text("doubt.closed.title");
        }
    }

    private static String called(OpenIntake document) {
        return String.join(", ", document.answers().to(NAME));
    }

    private Stream<Line> clients() {
        Map<CaseId, CaseTimes> times = diary.times();
        Map<CaseId, List<String>> flags = flags();
        return cases.mine().stream().map(client -> line(client, times, flags.getOrDefault(client.id(), List.of())));
    }

    private Line line(ClientSummary client, Map<CaseId, CaseTimes> times, List<String> flags) {
        Row row = Row.of(client);
        Optional<CaseTimes> own = Optional.ofNullable(times.get(client.id()));
        Optional<Instant> last = own.flatMap(CaseTimes::last);
        Optional<Instant> next = own.flatMap(CaseTimes::next);
        List<String> all = new ArrayList<>(flags);
        if (!row.coverUntil().isEmpty()) {
            all.add(exchange.text("handover", "cover.until") + " " + row.coverUntil());
        }
        if (!row.joined()) {
            all.add(text("clients.joined.no"));
        }
        return new Line(
                "/therapist/client?id=" + row.id(),
                row.id(),
                row.designation(),
                row.initials(),
                text("case." + row.state()),
                "info",
                last.map(this::said).orElse(""),
                next.map(this::said).orElse(""),
                row.openedOn(),
                all,
                new Order(Part.valueOf(row.state()), last, next, client.openedOn()));
    }

    private String said(Instant at) {
        return Spoken.brief(at, diary.zone());
    }

    /** What asks for a look, of all clients at once. */
    private Map<CaseId, List<String>> flags() {
        Map<CaseId, List<String>> flags = new HashMap<>();
        followUps.openAboutClients().forEach(id -> flag(flags, id, text("clients.flag.read")));
        reports.due().forEach(due -> flag(flags, due.client().id(), text("clients.flag.look")));
        handOvers
                .byMe()
                .forEach(offer ->
                        flag(flags, offer.caseId(), exchange.text("handover", "offered.to") + " " + offer.to()));
        holds.mine().forEach(id -> flag(flags, id, text("clients.flag.hold")));
        return flags;
    }

    private static void flag(Map<CaseId, List<String>> flags, CaseId id, String word) {
        flags.computeIfAbsent(id, none -> new ArrayList<>()).add(word);
    }

    private Stream<Line> enquiries(Part part) {
        if (part != Part.ENQUIRY && part != Part.WAITING && part != Part.ALL) {
            return Stream.empty();
        }
        return intakes.waiting().stream().map(this::line);
    }

    private Line line(IntakeSummary enquiry) {
        return new Line(
                "/therapist/intake?id=" + enquiry.id(),
                "",
                enquiry.designation(),
                Initials.of(enquiry.designation()),
                text("state." + enquiry.status()),
                "neutral",
                "",
                "",
                Days.dated(enquiry.receivedOn()),
                List.of(),
                new Order(
                        ASKING.contains(enquiry.status()) ? Part.ENQUIRY : Part.WAITING,
                        Optional.empty(),
                        Optional.empty(),
                        enquiry.receivedOn()));
    }

    private <E extends Enum<E>> E one(String parameter, E[] values) {
        String asked = exchange.parameter(parameter).orElse("");
        return Arrays.stream(values)
                .filter(each -> each.name().equals(asked))
                .findFirst()
                .orElse(values[0]);
    }

    private <E extends Enum<E>> List<SealedForm.Choice> choices(String parameter, E[] values) {
        E chosen = one(parameter, values);
        return Arrays.stream(values)
                .map(each -> new SealedForm.Choice(
                        each.name(), text("clients." + parameter + "." + each.name()), each == chosen))
                .toList();
    }

    private String text(String key) {
        return exchange.text(BUNDLE, key);
    }

    public String getLead() {
        return exchange.counted(BUNDLE, "clients.found", found.size());
    }

    /** Nobody is there, and nothing was asked that could find somebody. */
    public boolean isEmpty() {
        return found.isEmpty() && !exchange.isPost() && one("state", Part.values()) == Part.MINE;
    }

    /** The designation, or a part of it, that is looked for; in no address, so in no history. */
    public String getAsked() {
        return exchange.isPost()
                ? exchange.parameter("q").filter(word -> word.length() <= 60).orElse("")
                : "";
    }

    public List<SealedForm.Choice> getStates() {
        return choices("state", Part.values());
    }

    public List<SealedForm.Choice> getSorts() {
        return choices("sort", Sort.values());
    }

    public List<Line> getLines() {
        return found.stream().skip((long) (page - 1) * AT_ONCE).limit(AT_ONCE).toList();
    }

    public int getPage() {
        return page;
    }

    public String getPageWords() {
        return String.format(text("clients.pages"), page, getPages());
    }

    public int getPages() {
        return Math.max(1, (found.size() + AT_ONCE - 1) / AT_ONCE);
    }

    /** What she wants to be called whose name was asked for; empty for all others. */
    public String name(String caseId) {
        return !caseId.isEmpty() && caseId.equals(named) ? name : "";
    }
}
