package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safespaces.access.Cases;
import org.safespaces.access.ClientCodes;
import org.safespaces.access.TypedText;
import org.safespaces.followup.FollowUp;
import org.safespaces.followup.FollowUpState;
import org.safespaces.followup.FollowUps;
import org.safespaces.followup.StillOpen;
import org.safespaces.followup.Subject;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.CaseMessages;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.Ending;
import org.safespaces.notes.Endings;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.Plans;
import org.safespaces.people.CaseId;
import org.safespaces.people.CaseState;
import org.safespaces.people.People;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** Pausing and ending therapy, with a list to go through first, and taking it up again. */
@Named
@RequestScoped
public class EndingPage {
    private static final String HERE = "/therapist/ending?id=";
    private static final String WORDS = "ending";
    private static final String PLAN = "plan";
    private static final Set<String> NOTICES = Set.of("paused", "resumed", "ended", "reopened", "changed");

    @Inject
    private Endings endings;

    @Inject
    private Cases cases;

    @Inject
    private ClientCodes codes;

    @Inject
    private CaseMessages messages;

    @Inject
    private Plans plans;

    @Inject
    private FollowUps followUps;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Diary diary;

    @Inject
    private People people;

    @Inject
    private Exchange exchange;

    @Inject
    private Clock clock;

    private final Map<String, String> errors = new HashMap<>();
    private CaseState state = CaseState.ACTIVE;
    private Optional<String> task = Optional.empty();
    private List<ClientPage.NoteLine> steps = List.of();
    private Optional<Ending> last = Optional.empty();
    private boolean lockedNow;

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /** Shows where it stands, after doing what was asked. */
    public void load() {
        CaseId id = caseId();
        endings.demandOwn(id);
        if (exchange.isPost()) {
            act(id);
        } else if (exchange.parameter("open").isPresent() && !vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        if (!exchange.isAnswered()) {
            look(id);
        }
    }

    private void look(CaseId id) {
        state = cases.mine(id).state();
        task = followUps.about(Subject.of(id)).stream()
                .filter(each -> each.state() != FollowUpState.CLOSED)
                .map(FollowUp::id)
                .map(Object::toString)
                .findFirst();
        steps = endings.steps(id).stream()
                .map(step -> ClientPage.NoteLine.of(step, people))
                .toList();
        if (exchange.parameter("open").isPresent() && vaultLock.isOpen()) {
            try {
                last = endings.read(id);
            } catch (DoesNotOpen tamperedWith) {
                exchange.complainAt(null, exchange.text(WORDS, "error.keys"));
            }
        }
    }

    private void act(CaseId id) {
        try {
            switch (exchange.parameter("do").orElse("")) {
                case "pause" -> {
                    endings.pause(id);
                    exchange.goTo(HERE + getId() + "&done=paused");
                }
                case "goon" -> {
                    endings.goOn(id);
                    exchange.goTo(HERE + getId() + "&done=resumed");
                }
                case "end" -> write(id, ended(), "ended");
                case "reopen" -> write(id, Ending.reopened(LocalDate.now(clock), why()), "reopened");
                default -> exchange.goTo(HERE + getId());
            }
        } catch (NoteChanged otherwise) {
            exchange.goTo(HERE + getId() + "&done=changed");
        }
    }

    private void write(CaseId id, Ending ending, String done) {
        if (!errors.isEmpty()) {
            return;
        }
        if (!vaultLock.isOpen()) {
            lockedNow = true;
            return;
        }
        try {
            endings.write(id, ending);
            exchange.goTo(HERE + getId() + "&done=" + done);
        } catch (VaultLocked justNow) {
            lockedNow = true;
        } catch (StillOpen task) {
            exchange.complainAt(null, exchange.text(WORDS, "error.task"));
        } catch (DoesNotOpen tamperedWith) {
            exchange.complainAt(null, exchange.text(WORDS, "error.keys"));
        } catch (KeystoreUnavailable down) {
            exchange.complainAt(null, exchange.text(WORDS, "error.later"));
        }
    }

    private Ending ended() {
        return new Ending(
                Ending.Step.ENDED,
                LocalDate.now(clock),
                met(),
                is(PLAN),
                is("return"),
                is("kept"),
                is("supervised"),
                text("said"));
    }

    private String why() {
        String why = text("why");
        if (why.isEmpty()) {
            complain("why", exchange.text(WORDS, "error.why"));
        }
        return why;
    }

    private String text(String field) {
        String text = TypedText.clean(exchange.parameter(field).orElse(""));
        if (text.length() > Ending.LONGEST) {
            complain(field, String.format(Locale.UK, exchange.text(WORDS, "error.long"), Ending.LONGEST));
        }
        return text;
    }

    private void complain(String field, String said) {
        if (errors.putIfAbsent(field, said) == null) {
            exchange.complainAt(field, said);
        }
    }

    private Ending.Met met() {
        return exchange.parameter("met")
                .flatMap(said -> Arrays.stream(Ending.Met.values())
                        .filter(each -> each.name().equals(said))
                        .findFirst())
                .orElse(Ending.Met.NOT_SAID);
    }

    private boolean is(String tick) {
        return exchange.parameter(tick).isPresent();
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("id").orElse(null));
    }

    public String getId() {
        return caseId().value().toString();
    }

    public String getState() {
        return state.name();
    }

    /** What asks to be read today; empty for nothing. */
    public String getTask() {
        return task.orElse("");
    }

    public String getNext() {
        return diary.times(caseId())
                .next()
                .map(when -> String.format(exchange.text(WORDS, "first.next"), Spoken.brief(when, diary.zone())))
                .orElseGet(() -> exchange.text(WORDS, "first.next.none"));
    }

    public String getUnread() {
        return exchange.counted(WORDS, "first.unread", messages.unread(caseId()));
    }

    public String getPlan() {
        return plans.standing(caseId()).isPresent()
                ? exchange.text(WORDS, "first.plan")
                : exchange.text(WORDS, "first.plan.none");
    }

    public String getCode() {
        return codes.of(caseId())
                .map(code -> String.format(exchange.text(WORDS, "first.code"), Days.dated(code.expiresOn())))
                .orElseGet(() -> exchange.text(WORDS, "first.code.none"));
    }

    public List<Choice> getMets() {
        Ending.Met chosen = met();
        return Arrays.stream(Ending.Met.values())
                .map(each -> new Choice(each.name(), exchange.text(WORDS, "met." + each), each == chosen))
                .toList();
    }

    /** Things that were gone through. */
    public List<Choice> getTicks() {
        return List.of(PLAN, "return", "kept", "supervised").stream()
                .map(each -> new Choice(each, exchange.text(WORDS, each), exchange.isPost() && is(each)))
                .toList();
    }

    public List<ClientPage.NoteLine> getSteps() {
        return steps;
    }

    public boolean isLastOpen() {
        return last.isPresent();
    }

    /** What was said in the last step, line by line: what was asked, and the answer. */
    public List<IntakePage.Line> getLast() {
        return last.map(this::lines).orElse(List.of());
    }

    private List<IntakePage.Line> lines(Ending step) {
        if (step.step() == Ending.Step.REOPENED) {
            return List.of(new IntakePage.Line(exchange.text(WORDS, "reopen.why"), step.said()));
        }
        return List.of(
                new IntakePage.Line(exchange.text(WORDS, "met"), exchange.text(WORDS, "met." + step.met())),
                new IntakePage.Line(exchange.text(WORDS, PLAN), yes(step.planLookedAt())),
                new IntakePage.Line(exchange.text(WORDS, "return"), yes(step.toldSheCanReturn())),
                new IntakePage.Line(exchange.text(WORDS, "kept"), yes(step.toldWhatIsKept())),
                new IntakePage.Line(exchange.text(WORDS, "supervised"), yes(step.supervised())),
                new IntakePage.Line(exchange.text(WORDS, "said"), step.said()));
    }

    private String yes(boolean yes) {
        return yes ? exchange.text(WORDS, "last.yes") : exchange.text(WORDS, "last.no");
    }

    public String getLastTitle() {
        return last.map(step -> String.format(exchange.text(WORDS, "last." + step.step()), Days.dated(step.on())))
                .orElse("");
    }

    /** What was typed and not kept. */
    public String typed(String field) {
        return exchange.isPost() ? exchange.parameter(field).orElse("") : "";
    }

    /** What is the matter with a field; empty for nothing. */
    public String wrong(String field) {
        return errors.getOrDefault(field, "");
    }

    public boolean isLockedNow() {
        return lockedNow;
    }

    /** What has just been done, if it is one of those there are words for. */
    public String getDone() {
        return exchange.isPost()
                ? ""
                : exchange.parameter("done").filter(NOTICES::contains).orElse("");
    }
}
