package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.Goal;
import org.safespaces.notes.Goals;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.NotePart;
import org.safespaces.notes.OpenGoal;
import org.safespaces.notes.OpenNote;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** How it all hangs together, and what the client hopes for. */
@Named
@RequestScoped
public class FormulationPage {
    private static final String BUNDLE = "notes";
    private static final Goal NONE = new Goal("", "", Goal.Progress.NOT_YET, "");

    @Inject
    private CaseNotes notes;

    @Inject
    private Goals goals;

    @Inject
    private People people;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Exchange exchange;

    private final Map<String, String> errors = new HashMap<>();

    private OpenNote opened;
    private List<OpenGoal> all = List.of();
    private Goal typed = NONE;
    private int upon;
    private boolean closed;
    private boolean doubtful;
    private boolean lockedNow;
    private boolean pressed;

    /** A goal in the list. */
    public record Line(String id, String hope, String sign, String progress, String now, String version)
            implements Confidential {
        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }

    /** Something to choose from. */
    public record Choice(String value, String label, boolean chosen) {}

    public void load() {
        Optional<UUID> there = notes.formulation(caseId());
        if (!vaultLock.isOpen()) {
            if (!exchange.isPost()) {
                throw new VaultLocked();
            }
            comeBack();
            lockedNow = true;
            return;
        }
        open(there);
        if (exchange.isPost()) {
            comeBack();
        } else {
            begin();
        }
    }

    private void open(Optional<UUID> there) {
        try {
            opened = there.map(id -> notes.read(caseId(), id)).orElse(null);
            all = goals.count(caseId()) > 0 ? goals.open(caseId()) : List.of();
            doubtful = opened == null ? !all.isEmpty() && !notes.isWhole(caseId()) : !opened.whole();
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        }
    }

    private void begin() {
        Optional<UUID> asked = exchange.parameter("goal").map(Ids::parse);
        asked.ifPresent(id -> {
            OpenGoal goal =
                    all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NoSuchPerson::new);
            typed = goal.goal().orElse(NONE);
            upon = goal.version();
        });
    }

    private void comeBack() {
        typed = read();
        upon = Math.max(sentUpon(), newest());
    }

    /** Somebody may have changed it meanwhile: signed again, this is meant to follow. */
    private int newest() {
        return exchange.parameter("goal")
                .map(Ids::parse)
                .flatMap(id -> all.stream().filter(one -> one.id().equals(id)).findFirst())
                .map(OpenGoal::version)
                .orElse(0);
    }

    private Goal read() {
        return new Goal(text("hope"), text("sign"), progress(), text("now"));
    }

    private String text(String name) {
        return exchange.parameter(name).orElse("").replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    private Goal.Progress progress() {
        return Arrays.stream(Goal.Progress.values())
                .filter(one -> one.name().equals(exchange.parameter("progress").orElse("")))
                .findFirst()
                .orElse(Goal.Progress.NOT_YET);
    }

    public void keep() {
        pressed = true;
        Goal goal = read();
        if (goal.hope().isEmpty()) {
            complain("hope", exchange.text(BUNDLE, "goal.error.hope"));
        } else if (Math.max(
                        goal.hope().length(),
                        Math.max(goal.sign().length(), goal.now().length()))
                > Goal.LONGEST) {
            complain("hope", String.format(Locale.UK, exchange.text(BUNDLE, "goal.error.long"), Goal.LONGEST));
        } else if (vaultLock.isOpen()) {
            sign(goal);
        }
    }

    private void sign(Goal goal) {
        try {
            UUID id = Ids.parse(exchange.parameter("goal").orElse(null));
            goals.keep(caseId(), id, sentUpon(), goal);
            exchange.goTo("/therapist/formulation?case=" + caseId().value());
        } catch (NoteChanged meanwhile) {
            complain("hope", exchange.text(BUNDLE, "goal.error.changed"));
        } catch (DoesNotOpen tamperedWith) {
            complain("hope", exchange.text(BUNDLE, "goal.error.keys"));
        } catch (KeystoreUnavailable down) {
            complain("hope", exchange.text("erasure", "note.error.later"));
        }
    }

    private void complain(String field, String said) {
        errors.put(field, said);
        exchange.complainAt(field, said);
    }

    private int sentUpon() {
        return exchange.number("upon").orElse(0);
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    public String getId() {
        return caseId().value().toString();
    }

    public boolean isNone() {
        return opened == null && !closed;
    }

    public String getFormulation() {
        return opened == null ? "" : opened.summary().itemId().toString();
    }

    public String getDay() {
        return opened == null ? "" : Days.dated(opened.summary().day());
    }

    public List<NotePart> getParts() {
        return opened == null ? List.of() : opened.parts();
    }

    public List<Line> getGoals() {
        return all.stream().map(this::line).toList();
    }

    private Line line(OpenGoal one) {
        String version = String.format(
                Locale.UK,
                exchange.text(BUNDLE, "goal.version"),
                one.version(),
                Days.dated(one.day()),
                people.therapist(one.author()).shownName());
        return one.goal()
                .map(goal -> new Line(
                        one.id().toString(),
                        goal.hope(),
                        goal.sign(),
                        exchange.text(BUNDLE, "goal.progress." + goal.progress().name()),
                        goal.now(),
                        version))
                .orElseGet(
                        () -> new Line(one.id().toString(), exchange.text(BUNDLE, "goal.closed"), "", "", "", version));
    }

    public List<Choice> getProgresses() {
        return Arrays.stream(Goal.Progress.values())
                .map(one -> new Choice(
                        one.name(), exchange.text(BUNDLE, "goal.progress." + one.name()), one == typed.progress()))
                .toList();
    }

    public boolean isChanging() {
        return upon > 0;
    }

    /** Drawn once for a new goal, so that the same one sent twice is stored once. */
    public String getGoalId() {
        return exchange.parameter("goal").orElseGet(() -> Ids.fresh().toString());
    }

    public int getUpon() {
        return upon;
    }

    public Goal getTyped() {
        return typed;
    }

    public String wrong(String field) {
        return errors.getOrDefault(field, "");
    }

    public boolean isClosed() {
        return closed;
    }

    public boolean isDoubtful() {
        return doubtful;
    }

    /** Nothing was kept, since the page was of a session that has ended: she has to press once more. */
    public boolean isAgain() {
        return exchange.isPost() && !pressed && !lockedNow;
    }

    /** The vault has locked while something was typed, which stays. */
    public boolean isLockedNow() {
        return lockedNow;
    }
}
