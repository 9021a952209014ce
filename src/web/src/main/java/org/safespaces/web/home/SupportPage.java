package org.safespaces.web.home;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safespaces.intake.AlreadySent;
import org.safespaces.intake.Answers;
import org.safespaces.intake.Drafts;
import org.safespaces.intake.FormPage;
import org.safespaces.intake.FormSection;
import org.safespaces.intake.FormWalk;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.Move;
import org.safespaces.intake.NotComplete;
import org.safespaces.intake.Question;
import org.safespaces.intake.Route;
import org.safespaces.intake.SendingPace;
import org.safespaces.intake.Signpost;
import org.safespaces.intake.TooManySent;
import org.safespaces.intake.WorkingCopies;
import org.safespaces.intake.WorkingCopy;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooFewRecipients;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.signposting.SupportDirectory;
import org.safespaces.signposting.SupportOrganisation;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class SupportPage {
    private static final Logger LOG = Logger.getLogger(SupportPage.class.getName());
    private static final String COOKIE = "__Host-copy";
    private static final String HERE = "/support";
    private static final int LONGEST_CODE = 120;

    @Inject
    private WorkingCopies copies;

    @Inject
    private FormWalk walk;

    @Inject
    private Intakes intakes;

    @Inject
    private SendingPace pace;

    @Inject
    private Drafts drafts;

    @Inject
    private FormWords words;

    @Inject
    private CardWords cardWords;

    @Inject
    private SupportDirectory directory;

    @Inject
    private PracticeSettings settings;

    @Inject
    private Exchange exchange;

    private WorkingCopy copy;
    private Route route;
    private String key;
    private Map<String, String> errors = Map.of();
    private Boolean taking;

    /** Finds where somebody is; before the page is built, because which page it is depends on it. */
    @PostConstruct
    void open() {
        key = exchange.cookie(COOKIE).orElse(null);
        copy = Optional.ofNullable(key).flatMap(copies::open).orElse(null);
        route = copy == null ? null : walk.route(copy);
    }

    /** Does what was asked for, and sends the browser on; after a page that has something to mend, says what. */
    public void prepare() {
        if (exchange.isPost()) {
            act(exchange.parameter("do").orElse(""));
            return;
        }
        if (copy != null && is("again")) {
            errors = walk.errors(copy);
            getQuestions().stream()
                    .filter(AskedQuestion::wrong)
                    .forEach(asked -> exchange.complainAt("q-" + asked.id(), asked.error()));
        }
    }

    private void act(String what) {
        switch (what) {
            case "begin" -> begin();
            case "return" -> comeBack();
            case "clear" -> clear();
            default -> {
                if (copy == null) {
                    exchange.goTo(HERE + "?late=1");
                } else if (copy.isSent()) {
                    exchange.goTo(HERE);
                } else {
                    actOn(what);
                }
            }
        }
    }

    private void actOn(String what) {
        // the page that was filled in, which after going back may not be the one last shown
        copy = exchange.parameter("page").map(page -> walk.at(copy, page)).orElse(copy);
        switch (what) {
            case "go-on" -> goOn();
            case "back" -> move(Move.BACK);
            case "skip" -> move(Move.SKIP);
            case "skip-part" -> move(Move.SKIP_PART);
            case "skip-section" -> move(Move.SKIP_SECTION);
            case "places" -> move(Move.PLACES);
            case "pause" -> pause();
            case "seen" -> keep(stay().shared(!copy.shared()), "");
            case "hide" -> keep(copy.hidden(!copy.hidden()), "");
            case "send" -> send();
            case "restart" -> begin();
            default -> {
                if (what.startsWith("change-")) {
                    keep(walk.change(copy, what.substring("change-".length())), "");
                } else {
                    exchange.goTo(HERE);
                }
            }
        }
    }

    private void begin() {
        start(copies.begin());
    }

    private void start(WorkingCopies.Begun begun) {
        exchange.keepSessionFor(settings.publicIdle());
        exchange.keepCookie(COOKIE, begun.browserKey());
        exchange.goTo(HERE);
    }

    /** With a code, back to the form it was taken for. */
    private void comeBack() {
        String code = exchange.parameter("code").orElse("");
        try {
            if (code.isEmpty() || code.length() > LONGEST_CODE) {
                exchange.complainAt("return-code", exchange.text("form", "code.error.missing"));
            } else {
                start(copies.begin(drafts.open(code, exchange.visitor())));
            }
        } catch (WrongPhrase wrong) {
            exchange.complainAt("return-code", exchange.text("form", "code.error.wrong"));
        } catch (TooManyTries wait) {
            exchange.complainAt(
                    "return-code", String.format(Locale.UK, exchange.text("form", "code.error.wait"), wait.minutes()));
        } catch (TooBusy | KeystoreUnavailable | EJBException later) {
            exchange.complainAt("return-code", exchange.text("form", "error.busy"));
        }
    }

    private void clear() {
        copies.clear();
        exchange.dropCookie(COOKIE);
        exchange.endSession();
        exchange.goTo("/");
    }

    private void goOn() {
        if (WorkingCopy.PLACES.equals(copy.page()) && isOpen() && !canTake()) {
            exchange.goTo(HERE + "?closed=1");
            return;
        }
        FormWalk.Step step = walk.move(copy, Move.GO_ON, this::posted);
        boolean wantsCode = step.errors().isEmpty()
                && step.copy().answers().has("K03", "code")
                && !copy.answers().has("K03", "code");
        if (wantsCode) {
            takeCode(step.copy());
        } else {
            keep(step.copy(), step.errors().isEmpty() ? "" : "?again=1");
        }
    }

    private void move(Move move) {
        keep(walk.move(copy, move, this::posted).copy(), "");
    }

    private WorkingCopy stay() {
        return walk.move(copy, Move.STAY, this::posted).copy();
    }

    private String[] posted(String question) {
        return exchange.parameters("q." + question);
    }

    /**
     * Nothing can be sealed at this moment, so nothing is taken: said on each page on which something is written, with
     * numbers that work without us. The questions before that need nobody, and lead to help all the same.
     */
    public boolean isClosed() {
        boolean writes = copy != null && (WorkingCopy.CHECK.equals(copy.page()) || isPausable());
        return writes && !canTake();
    }

    private boolean canTake() {
        if (taking == null) {
            taking = takesEnquiries();
        }
        return taking;
    }

    private boolean takesEnquiries() {
        try {
            return intakes.takesEnquiries();
        } catch (EJBException databaseDown) {
            LOG.log(Level.WARNING, "enquiries cannot be taken: the database does not answer");
            return false;
        }
    }

    private void pause() {
        takeCode(stay());
    }

    /** Gives a code for the form as it is; without one it goes on all the same. */
    private void takeCode(WorkingCopy asItIs) {
        if (asItIs.draft().isPresent()) {
            keep(asItIs, "?code=1");
            return;
        }
        try {
            copy = drafts.begin(asItIs);
            keep(copy, "?code=1");
        } catch (TooBusy | KeystoreUnavailable | EJBException later) {
            LOG.log(
                    Level.WARNING,
                    "a form could not be kept: {0}",
                    later.getClass().getName());
            keep(asItIs, "?nocode=1");
        }
    }

    /** Keeps the copy, under her code as well if she took one, and shows where she is. */
    private void keep(WorkingCopy now, String how) {
        copies.keep(key, now);
        exchange.keepSessionFor(now.shared() ? settings.sharedDeviceIdle() : settings.publicIdle());
        try {
            drafts.save(now);
            exchange.goTo(HERE + how);
        } catch (TooBusy | KeystoreUnavailable | EJBException later) {
            LOG.log(
                    Level.WARNING,
                    "a form could not be kept: {0}",
                    later.getClass().getName());
            exchange.goTo(HERE + (how.isEmpty() ? "?unkept=1" : how));
        }
    }

    private void send() {
        try {
            String code = sent();
            List<String> places = route.signposts().stream().map(Signpost::id).toList();
            copies.keep(key, copy.sent(code, places));
            exchange.goTo(HERE);
        } catch (AlreadySent before) {
            exchange.goTo(HERE);
        } catch (NotComplete missing) {
            keep(walk.change(copy, missing.page()), "?again=1");
        } catch (TooFewRecipients | KeystoreUnavailable | TooBusy | EJBException failure) {
            LOG.log(
                    Level.WARNING,
                    "an enquiry could not be sealed: {0}",
                    failure.getClass().getName());
            keep(copy, "?unsent=1");
        } catch (TooManySent wait) {
            keep(copy, "?wait=1");
        }
    }

    /** Sends, if not too much was sent already; gives the code. */
    private String sent() {
        String who = exchange.visitor();
        pace.begin(who);
        try {
            return intakes.send(copy, words.readBy(copy.answers())).code();
        } catch (RuntimeException failure) {
            pace.withdraw(who);
            throw failure;
        }
    }

    /** Which of the page's faces is shown: {@code start}, {@code question}, a screen's name, {@code check}, {@code sent}. */
    public String getFace() {
        if (is("closed")) {
            return "unavailable";
        }
        if (copy == null) {
            return "start";
        }
        if (is("code") && copy.code().isPresent() && !copy.isSent()) {
            return "code";
        }
        return walk.page(copy).isPresent() ? "question" : copy.page();
    }

    private boolean is(String parameter) {
        return exchange.parameter(parameter).isPresent();
    }

    public String getPageId() {
        return copy == null ? "" : copy.page();
    }

    public boolean isFirst() {
        return walk.isFirst(copy);
    }

    public boolean isLate() {
        return is("late");
    }

    /** More was sent within the hour than is taken. */
    public boolean isTooMany() {
        return is("wait");
    }

    public boolean isNotSent() {
        return is("unsent");
    }

    public boolean isNoCode() {
        return is("nocode") || is("unkept");
    }

    /** Is the form on a page of its own, with something to keep? */
    public boolean isUnderWay() {
        return copy != null && !copy.isSent();
    }

    public boolean isShared() {
        return copy != null && copy.shared();
    }

    public boolean isHidden() {
        return copy.hidden();
    }

    /** Is the code covered? Where others can see the device it is shown on request only. */
    public boolean isCodeHidden() {
        return copy.shared() && !is("shown");
    }

    public boolean isKeptUnderCode() {
        return copy != null && copy.draft().isPresent();
    }

    /** Could she take a code to come back with? Only once she writes something down. */
    public boolean isPausable() {
        return isUnderWay()
                && section().map(section -> !section.id().equals("triage")).orElse(false);
    }

    private Optional<FormPage> page() {
        return copy == null ? Optional.empty() : walk.page(copy);
    }

    private Optional<FormSection> section() {
        return copy == null ? Optional.empty() : walk.form(copy).sectionOf(copy.page());
    }

    private Answers answers() {
        return copy.answers();
    }

    public String getSection() {
        return section().map(section -> words.of("section." + section.id())).orElse("");
    }

    public boolean isTriage() {
        return section().map(section -> section.id().equals("triage")).orElse(false);
    }

    public boolean isSectionSkippable() {
        return section().map(FormSection::skippable).orElse(false);
    }

    public boolean isSkippable() {
        return page().map(page -> !page.questions().isEmpty() && !page.mustBeAnswered())
                .orElse(false);
    }

    /** A page that announces something hard, which can be left out. */
    public boolean isNotice() {
        return page().map(page -> !page.skips().isEmpty()).orElse(false);
    }

    public boolean isLimits() {
        return page().map(FormPage::hasArea).orElse(false);
    }

    public boolean isTyped() {
        return page().map(FormPage::isTyped).orElse(false);
    }

    /** What the page says besides its questions: a heading, and lines. */
    public String getHeading() {
        return page().flatMap(page -> page.contents().stream().findFirst())
                .map(content -> words.of(content + ".h1"))
                .orElse("");
    }

    public List<String> getContents() {
        return page().stream()
                .flatMap(page -> page.contents().stream())
                .flatMap(content -> contents(content).stream())
                .toList();
    }

    private List<String> contents(String content) {
        List<String> lines = words.lines(content);
        return lines.isEmpty() ? words.lines(content + "." + route.evidence()) : lines;
    }

    public List<AskedQuestion> getQuestions() {
        return page().map(page -> page.questions().stream()
                        .map(question -> words.ask(question, answers(), errors.get(question.id())))
                        .toList())
                .orElse(List.of());
    }

    /** The help around this page. */
    public PageHelp getHelp() {
        return new PageHelp(route, copy.fresh(), cardWords);
    }

    /** Can an enquiry be sent by whoever answers so? */
    public boolean isOpen() {
        return route.enquiryOpen() && !walk.isTriageOpen(copy);
    }

    public boolean isTriageOpen() {
        return walk.isTriageOpen(copy);
    }

    public boolean isForSomebodyElse() {
        return answers().hasAny("T1", "other", "professional");
    }

    public boolean isAgeUnsaid() {
        return answers().has("T2", "rather");
    }

    public boolean isAlreadyHere() {
        return answers().has("T7", "ss");
    }

    public boolean isUnderAge() {
        return route.underAge();
    }

    /** Outside the UK the numbers at the top say where they work. */
    public String getStripNote() {
        return copy != null && answers().has("T6", "X") ? cardWords.text("abroad") : "";
    }

    /** Everything that would be sent, in the order it was asked. */
    public List<GivenAnswer.Section> getGiven() {
        Set<String> listed = new HashSet<>();
        List<GivenAnswer.Section> sections = new ArrayList<>();
        for (FormSection section : walk.form(copy).sections()) {
            List<GivenAnswer> given = section.pages().stream()
                    .filter(page -> page.isShownTo(answers()))
                    .flatMap(page -> page.questions().stream()
                            .filter(question -> question.part() != Question.Part.NOWHERE)
                            .filter(question -> listed.add(question.id()))
                            .map(question -> given(page, question)))
                    .toList();
            if (!given.isEmpty()) {
                sections.add(new GivenAnswer.Section(words.of("section." + section.id()), given));
            }
        }
        return sections;
    }

    private GivenAnswer given(FormPage page, Question question) {
        return new GivenAnswer(page.id(), words.of(question.id() + ".short"), words.answer(question, answers()));
    }

    /** The code, in four groups. */
    public List<String> getCode() {
        return copy.code().map(code -> List.of(code.split(" "))).orElse(List.of());
    }

    /** Where she is helped, after sending. */
    public List<SupportOrganisation> getPlacesLeft() {
        return copy.places().stream()
                .flatMap(id -> directory.lookUp(id).stream())
                .toList();
    }

    /** Sentences with numbers in them. */
    public PageNotes getNotes() {
        return new PageNotes(settings, words, cardWords, isShared());
    }
}
