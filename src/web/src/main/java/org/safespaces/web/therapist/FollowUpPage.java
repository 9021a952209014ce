package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.TextRefused;
import org.safespaces.followup.FollowUp;
import org.safespaces.followup.FollowUpState;
import org.safespaces.followup.FollowUps;
import org.safespaces.followup.NotYourTask;
import org.safespaces.followup.OutOfTurn;
import org.safespaces.followup.Subject;
import org.safespaces.intake.IntakeGone;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.TherapistId;
import org.safespaces.web.frame.Exchange;

/** What asks to be read today: one task with its next step, or a form that opens one. */
@Named
@RequestScoped
public class FollowUpPage {
    private static final String HERE = "/therapist/follow-up?id=";
    private static final List<String> DONE = List.of("spoke", "plan", "others", "emergency", "other");
    private static final List<String> TOLD = List.of("yes", "no", "nobody");
    private static final List<String> NOTICES =
            List.of("raised", "joined", "acknowledged", "taken", "acted", "closed", "moved");

    @Inject
    private FollowUps followUps;

    @Inject
    private FollowUpWords words;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Exchange exchange;

    private final Map<String, String> errors = new HashMap<>();
    private final Map<Subject, List<FollowUpLine>> about = new HashMap<>();
    private List<FollowUpLine> open;
    private FollowUp task;
    private Subject subject;
    private String designation = "";
    private List<Step> history = List.of();
    private boolean lockedNow;

    /** A step of the history. */
    public record Step(String what, String when) {}

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /** The parameter that names what a new one is about, and its value. */
    public record About(String name, String id) {
        static About of(Subject subject) {
            return new About(
                    subject.kind() == Subject.Kind.CASE ? "case" : "intake",
                    subject.id().toString());
        }
    }

    /** Shows what there is; or does what was asked. */
    public void load() {
        if (exchange.parameter("id").isEmpty()) {
            subject = about();
            designation = followUps.designation(subject);
            if (exchange.isPost()) {
                raiseOrShow();
            }
            return;
        }
        UUID id = Ids.parse(exchange.parameter("id").orElse(null));
        task = followUps.find(id);
        subject = task.subject();
        designation = task.designation();
        history = followUps.history(id).stream().map(words::step).toList();
        if (exchange.isPost()) {
            act(id);
        }
    }

    private void raiseOrShow() {
        try {
            tryTo(this::raise);
        } catch (IntakeGone meanwhile) {
            exchange.goTo(words.address(subject));
        }
    }

    private Subject about() {
        return exchange.parameter("case")
                .map(id -> Subject.of(CaseId.parse(id)))
                .orElseGet(() ->
                        Subject.enquiry(Ids.parse(exchange.parameter("intake").orElse(null))));
    }

    private void act(UUID id) {
        try {
            switch (exchange.parameter("do").orElse("")) {
                case "acknowledge" -> done(id, "acknowledged", () -> followUps.acknowledge(id));
                case "take" -> done(id, "taken", () -> followUps.takeOver(id, from()));
                case "act" -> tryTo(() -> recordWhatWasDone(id));
                case "close" -> tryTo(() -> close(id));
                default -> exchange.goTo(HERE + id);
            }
        } catch (NotYourTask | OutOfTurn | IntakeGone meanwhile) {
            exchange.goTo(HERE + id + "&done=moved");
        }
    }

    private void done(UUID id, String what, Runnable act) {
        act.run();
        exchange.goTo(HERE + id + "&done=" + what);
    }

    private TherapistId from() {
        return new TherapistId(Ids.parse(exchange.parameter("from").orElse(null)));
    }

    /** What is typed is sealed, or stays on the page. */
    private void tryTo(Runnable act) {
        if (!vaultLock.isOpen()) {
            lockedNow = true;
            return;
        }
        try {
            act.run();
        } catch (VaultLocked meanwhile) {
            lockedNow = true;
        } catch (TextRefused picture) {
            exchange.complainAt(null, words.text("error.picture"));
        } catch (DoesNotOpen | KeystoreUnavailable notNow) {
            exchange.complainAt(null, words.text("error.later"));
        }
    }

    private void recordWhatWasDone(UUID id) {
        List<String> did = chosen("steps", DONE);
        List<String> told = chosen("told", TOLD);
        demand("steps", "error.steps", !did.isEmpty());
        demand("told", "error.told", told.size() == 1);
        demandFits("said");
        if (errors.isEmpty()) {
            done(id, "acted", () -> followUps.act(id, words.acted(did, told.get(0), typed("said"))));
        }
    }

    private void close(UUID id) {
        demandSaid("note");
        if (errors.isEmpty()) {
            done(id, "closed", () -> followUps.close(id, words.closed(typed("note"))));
        }
    }

    private void raise() {
        List<String> told = chosen("told", TOLD);
        demandSaid("reason");
        demandSaid("decision");
        demandFits("who");
        demand("told", "error.told", told.size() == 1);
        if (errors.isEmpty()) {
            UUID id = followUps.raise(
                    subject, words.raised(typed("reason"), typed("decision"), typed("who"), told.get(0)));
            exchange.goTo(HERE + id + "&done=" + (followUps.find(id).mine() ? "raised" : "joined"));
        }
    }

    private void demandSaid(String field) {
        demand(field, "error.said", !typed(field).isEmpty());
        demandFits(field);
    }

    private void demandFits(String field) {
        if (typed(field).length() > FollowUps.LONGEST) {
            complain(field, words.text("error.long", FollowUps.LONGEST));
        }
    }

    private void demand(String field, String key, boolean fine) {
        if (!fine) {
            complain(field, words.text(key));
        }
    }

    private void complain(String field, String said) {
        errors.put(field, said);
        exchange.complainAt(field, said);
    }

    private List<String> chosen(String field, List<String> from) {
        List<String> given = Arrays.asList(exchange.parameters(field));
        return from.stream().filter(given::contains).toList();
    }

    /** What stands in a field, without what no text has. */
    public String typed(String field) {
        return exchange.parameter(field)
                .filter(text -> exchange.isPost())
                .map(text -> text.replace("\r\n", "\n").replace("\u0000", ""))
                .orElse("");
    }

    /** What is the matter with a field; empty for nothing. */
    public String wrong(String field) {
        return errors.getOrDefault(field, "");
    }

    /** Acknowledges on the page of the day, where the button stands beside the line. */
    public void onToday() {
        if (!exchange.isPost()) {
            return;
        }
        String[] asked = exchange.parameter("do").orElse("").split(":", 2);
        if (asked.length == 2 && "acknowledge".equals(asked[0])) {
            try {
                followUps.acknowledge(Ids.parse(asked[1]));
            } catch (NotYourTask | OutOfTurn meanwhile) {
                exchange.goTo(HERE + asked[1] + "&done=moved");
                return;
            }
        }
        exchange.goTo("/therapist/today");
    }

    /** All that are open, in the order they came. */
    public List<FollowUpLine> getOpen() {
        if (open == null) {
            open = followUps.open().stream().map(words::line).toList();
        }
        return open;
    }

    /** Those about an enquiry, the newest first. */
    public List<FollowUpLine> aboutEnquiry(String id) {
        return lines(Subject.enquiry(Ids.parse(id)));
    }

    /** Those about a client. */
    public List<FollowUpLine> aboutCase(String id) {
        return lines(Subject.of(CaseId.parse(id)));
    }

    private List<FollowUpLine> lines(Subject of) {
        return about.computeIfAbsent(
                of, asked -> followUps.about(asked).stream().map(words::line).toList());
    }

    public String getId() {
        return task == null ? "" : task.id().toString();
    }

    /** The task there is; none where one is to be opened. */
    public boolean isThere() {
        return task != null;
    }

    public FollowUpLine getLine() {
        return words.line(task);
    }

    public String getDesignation() {
        return designation;
    }

    public String getSubject() {
        return subject == null ? "" : words.address(subject);
    }

    public About getAbout() {
        return About.of(subject == null ? about() : subject);
    }

    /** Something is open about it already. */
    public boolean isJoining() {
        return subject != null
                && followUps.about(subject).stream().anyMatch(each -> each.state() != FollowUpState.CLOSED);
    }

    /** The step that is hers now; empty when none is. */
    public String getTurn() {
        return task == null || !task.mine() ? "" : task.state().name();
    }

    public boolean isAnothers() {
        return task != null && !task.mine() && task.state() != FollowUpState.CLOSED;
    }

    public String getOwner() {
        return task.owner().id().value().toString();
    }

    public boolean isClosed() {
        return task != null && task.state() == FollowUpState.CLOSED;
    }

    /** Nothing can be written: the vault is locked, and nothing was typed yet. */
    public boolean isLocked() {
        return !exchange.isPost() && !vaultLock.isOpen();
    }

    /** It has locked while something was typed, which stays. */
    public boolean isLockedNow() {
        return lockedNow;
    }

    /** The vault's door, and back. */
    public String getUnlock() {
        About about = task == null ? getAbout() : new About("id", task.id().toString());
        return "/therapist/unlock?then=%2Ftherapist%2Ffollow-up%3F" + about.name() + "%3D" + about.id();
    }

    /** What has just been done, if it is one of those there are words for. */
    public String getDone() {
        Optional<String> done = exchange.parameter("done").filter(NOTICES::contains);
        return exchange.isPost() ? "" : done.orElse("");
    }

    public List<Choice> getSteps() {
        return choices("steps", DONE, "step.");
    }

    public List<Choice> getTold() {
        return choices("told", TOLD, "told.");
    }

    private List<Choice> choices(String field, List<String> values, String key) {
        List<String> before = exchange.isPost() ? chosen(field, values) : List.of();
        return values.stream()
                .map(value -> new Choice(value, words.text(key + value), before.contains(value)))
                .toList();
    }

    public List<Step> getHistory() {
        return history;
    }
}
