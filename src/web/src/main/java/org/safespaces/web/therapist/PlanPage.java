package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.safespaces.access.TypedText;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.OpenPlan;
import org.safespaces.notes.PlanPerson;
import org.safespaces.notes.PlanStanding;
import org.safespaces.notes.Plans;
import org.safespaces.notes.StayingSafe;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.signposting.SupportDirectory;
import org.safespaces.signposting.SupportOrganisation;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.PlanWords;

/** A staying-safe plan: read, changed together, and shared as a copy. With the vault locked it says that there is one, and since when. */
@Named("casePlanPage")
@RequestScoped
public class PlanPage {
    private static final String HERE = "/therapist/plan?id=";
    private static final String WORDS = "plan";
    private static final Set<String> NOTICES = Set.of("saved", "shared", "changed");

    @Inject
    private Plans plans;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private People people;

    @Inject
    private SupportDirectory directory;

    @Inject
    private PlanWords words;

    @Inject
    private Exchange exchange;

    private final Map<String, String> errors = new HashMap<>();
    private Optional<PlanStanding> standing = Optional.empty();
    private StayingSafe plan = StayingSafe.EMPTY;
    private boolean opened;
    private boolean doubtful;
    private boolean lockedNow;
    private boolean meanwhile;

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /** A row for somebody she can tell. */
    public record PersonRow(int number, String name, String way, String knows) {}

    /** Shows what there is, after doing what was asked. */
    public void load() {
        CaseId id = caseId();
        standing = plans.standing(id);
        if (exchange.isPost()) {
            act(id);
            return;
        }
        if ((exchange.parameter("open").isPresent() || isEditing()) && !vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        if (vaultLock.isOpen() && standing.isPresent()) {
            open(id);
        }
    }

    private void open(CaseId id) {
        try {
            Optional<OpenPlan> found = plans.read(id);
            plan = found.map(OpenPlan::plan).orElse(StayingSafe.EMPTY);
            doubtful = found.filter(each -> !each.whole()).isPresent();
            opened = true;
        } catch (DoesNotOpen tamperedWith) {
            doubtful = true;
        }
    }

    private void act(CaseId id) {
        if (!vaultLock.isOpen()) {
            lockedNow = true;
            return;
        }
        try {
            if (exchange.parameter("do").filter("share"::equals).isPresent()) {
                plans.share(id, upon());
                exchange.goTo(HERE + getId() + "&done=shared");
            } else {
                save(id);
            }
        } catch (VaultLocked justNow) {
            lockedNow = true;
        } catch (NoteChanged otherHands) {
            meanwhile = isEditing();
            if (!meanwhile) {
                exchange.goTo(HERE + getId() + "&done=changed");
            }
        } catch (DoesNotOpen tamperedWith) {
            exchange.complainAt(null, exchange.text(WORDS, "error.keys"));
        } catch (KeystoreUnavailable down) {
            exchange.complainAt(null, exchange.text(WORDS, "error.later"));
        }
    }

    private void save(CaseId id) {
        StayingSafe typed = read();
        if (errors.isEmpty()) {
            plans.write(id, upon(), typed);
            exchange.goTo(HERE + getId() + "&done=saved");
        }
    }

    private StayingSafe read() {
        List<String> known =
                directory.withNumber().stream().map(SupportOrganisation::id).toList();
        List<String> services = Arrays.stream(exchange.parameters("services"))
                .filter(known::contains)
                .distinct()
                .toList();
        if (services.size() > StayingSafe.MOST_LINES) {
            complain("services", "error.services");
        }
        return new StayingSafe(
                lines("noticing"),
                lines("myself"),
                lines("elsewhere"),
                persons(),
                services,
                lines("others"),
                lines("safer"),
                keeping(),
                line("found"),
                review(),
                exchange.parameter("ended").isPresent());
    }

    private List<String> lines(String field) {
        List<String> lines = typedLines(field);
        boolean fits = lines.size() <= StayingSafe.MOST_LINES
                && lines.stream().allMatch(line -> line.length() <= StayingSafe.LONGEST_LINE);
        if (!fits) {
            complain(field, "error.lines");
        }
        return lines;
    }

    private List<String> typedLines(String field) {
        return TypedText.clean(exchange.parameter(field).orElse(""))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String line(String field) {
        String line = TypedText.clean(exchange.parameter(field).orElse("")).replace('\n', ' ');
        if (line.length() > StayingSafe.LONGEST_LINE) {
            complain(field, "error.line");
        }
        return line;
    }

    private List<PlanPerson> persons() {
        List<PlanPerson> all = new ArrayList<>();
        for (int i = 1; i <= StayingSafe.MOST_PEOPLE; i++) {
            PlanPerson person = new PlanPerson(line("name" + i), line("way" + i), knows("knows" + i));
            if (!person.name().isEmpty() || !person.way().isEmpty()) {
                all.add(person);
            }
        }
        return all;
    }

    private PlanPerson.Knows knows(String field) {
        return exchange.parameter(field)
                .flatMap(said -> Arrays.stream(PlanPerson.Knows.values())
                        .filter(each -> each.name().equals(said))
                        .findFirst())
                .orElse(PlanPerson.Knows.NOT_SAID);
    }

    private StayingSafe.Keeping keeping() {
        return exchange.parameter("keeping")
                .flatMap(said -> Arrays.stream(StayingSafe.Keeping.values())
                        .filter(each -> each.name().equals(said))
                        .findFirst())
                .orElse(StayingSafe.Keeping.NOT_SAID);
    }

    private Optional<LocalDate> review() {
        Optional<String> typed = exchange.parameter("review");
        Optional<LocalDate> day = typed.flatMap(TypedForm::readDay);
        if (typed.isPresent() && day.isEmpty()) {
            complain("review", "error.day");
        }
        return day;
    }

    private void complain(String field, String key) {
        String said = exchange.text(WORDS, key);
        if (errors.putIfAbsent(field, said) == null) {
            exchange.complainAt(field, said);
        }
    }

    private int upon() {
        return exchange.number("upon").orElse(0);
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("id").orElse(null));
    }

    public String getId() {
        return caseId().value().toString();
    }

    /** What stands in a field: what was typed, or what the newest version says. */
    public String typed(String field) {
        if (exchange.isPost()) {
            return exchange.parameter(field)
                    .map(text -> text.replace("\r\n", "\n").replace("\u0000", ""))
                    .orElse("");
        }
        return switch (field) {
            case "noticing" -> String.join("\n", plan.noticing());
            case "myself" -> String.join("\n", plan.myself());
            case "elsewhere" -> String.join("\n", plan.elsewhere());
            case "others" -> String.join("\n", plan.others());
            case "safer" -> String.join("\n", plan.safer());
            case "found" -> plan.found();
            case "review" -> plan.review().map(LocalDate::toString).orElse("");
            default -> "";
        };
    }

    /** What is the matter with a field; empty for nothing. */
    public String wrong(String field) {
        return errors.getOrDefault(field, "");
    }

    public List<PersonRow> getPersons() {
        return IntStream.rangeClosed(1, StayingSafe.MOST_PEOPLE)
                .mapToObj(this::person)
                .toList();
    }

    private PersonRow person(int number) {
        if (exchange.isPost()) {
            return new PersonRow(
                    number,
                    typed("name" + number),
                    typed("way" + number),
                    knows("knows" + number).name());
        }
        return number > plan.people().size()
                ? new PersonRow(number, "", "", PlanPerson.Knows.NOT_SAID.name())
                : new PersonRow(
                        number,
                        plan.people().get(number - 1).name(),
                        plan.people().get(number - 1).way(),
                        plan.people().get(number - 1).knows().name());
    }

    /** What somebody may know of it. */
    public List<Choice> knowing(String chosen) {
        return Arrays.stream(PlanPerson.Knows.values())
                .map(each -> new Choice(
                        each.name(),
                        exchange.text(WORDS, "knows." + each.name()),
                        each.name().equals(chosen)))
                .toList();
    }

    public List<Choice> getServices() {
        List<String> chosen = exchange.isPost() ? Arrays.asList(exchange.parameters("services")) : plan.services();
        return directory.withNumber().stream()
                .map(each -> new Choice(each.id(), each.name(), chosen.contains(each.id())))
                .toList();
    }

    public List<Choice> getKeepings() {
        StayingSafe.Keeping chosen = exchange.isPost() ? keeping() : plan.keeping();
        return Arrays.stream(StayingSafe.Keeping.values())
                .map(each -> new Choice(each.name(), exchange.text(WORDS, "keeping." + each.name()), each == chosen))
                .toList();
    }

    public boolean isEndedTicked() {
        return exchange.isPost() ? exchange.parameter("ended").isPresent() : plan.ended();
    }

    /** The steps of the plan as they are shown. */
    public List<PlanWords.Step> getSteps() {
        return words.steps(plan);
    }

    public String getKept() {
        return words.kept(plan);
    }

    public String getReview() {
        return plan.ended()
                ? exchange.text(WORDS, "review.ended")
                : plan.review().map(Days::dated).orElseGet(() -> exchange.text(WORDS, "review.none"));
    }

    public boolean isThere() {
        return standing.isPresent();
    }

    public boolean isOpened() {
        return opened;
    }

    public boolean isDoubtful() {
        return doubtful;
    }

    public boolean isEditing() {
        return exchange.parameter("edit").isPresent();
    }

    public boolean isLockedNow() {
        return lockedNow;
    }

    public boolean isMeanwhile() {
        return meanwhile;
    }

    /** The version that is shown, or that the form was begun upon. */
    public int getUpon() {
        return exchange.isPost() ? upon() : standing.map(PlanStanding::newest).orElse(0);
    }

    public String getMadeOn() {
        return standing.map(PlanStanding::madeOn).map(Days::dated).orElse("");
    }

    public String getChangedOn() {
        return standing.map(PlanStanding::changedOn).map(Days::dated).orElse("");
    }

    public String getSharedOn() {
        return standing.flatMap(PlanStanding::sharedOn)
                .map(Days::dated)
                .orElseGet(() -> exchange.text(WORDS, "shared.never"));
    }

    public boolean isSharedBefore() {
        return standing.flatMap(PlanStanding::sharedOn).isPresent();
    }

    public List<ClientPage.NoteLine> getVersions() {
        return standing.map(PlanStanding::versions).orElse(List.of()).stream()
                .map(version -> ClientPage.NoteLine.of(version, people))
                .toList();
    }

    /** What has just been done, if it is one of those there are words for. */
    public String getDone() {
        return exchange.isPost()
                ? ""
                : exchange.parameter("done").filter(NOTICES::contains).orElse("");
    }
}
