package org.safespaces.web.home;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safespaces.intake.AlreadySent;
import org.safespaces.intake.Answers;
import org.safespaces.intake.FormCatalogue;
import org.safespaces.intake.FormDefinition;
import org.safespaces.intake.FormFlow;
import org.safespaces.intake.FormPage;
import org.safespaces.intake.Guidance;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.NotComplete;
import org.safespaces.intake.WorkingCopies;
import org.safespaces.intake.WorkingCopy;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooFewRecipients;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class SupportPage {
    private static final Logger LOG = Logger.getLogger(SupportPage.class.getName());
    private static final String COOKIE = "__Host-copy";
    private static final String HERE = "/support";

    @Inject
    private WorkingCopies copies;

    @Inject
    private Intakes intakes;

    @Inject
    private FormCatalogue forms;

    @Inject
    private FormWords words;

    @Inject
    private Exchange exchange;

    private WorkingCopy copy;
    private String key;
    private Map<String, String> errors = Map.of();
    private boolean notSent;
    private boolean late;
    private Boolean taking;

    /** Finds where somebody is; before the page is built, because which page it is depends on it. */
    @PostConstruct
    void open() {
        late = exchange.parameter("late").isPresent();
        notSent = exchange.parameter("unsent").isPresent();
        key = exchange.cookie(COOKIE).orElse(null);
        copy = Optional.ofNullable(key).flatMap(copies::open).orElse(null);
    }

    /** Does what was asked for, and sends the browser on; after a page that has something to mend, says what. */
    public void prepare() {
        if (exchange.isPost()) {
            act(exchange.parameter("do").orElse(""));
        } else if (exchange.parameter("again").isPresent()) {
            page().ifPresent(this::sayWhatToMend);
        }
    }

    private void sayWhatToMend(FormPage page) {
        errors = copies.take(copy, page, id -> answers().to(id).toArray(new String[0]))
                .errors();
        getQuestions().stream()
                .filter(AskedQuestion::wrong)
                .forEach(asked -> exchange.complainAt("q-" + asked.id(), asked.error()));
    }

    private void act(String what) {
        switch (what) {
            case "begin" -> begin();
            case "clear" -> clear();
            case "go-on", "back", "skip", "send" -> move(what);
            default -> changeOrStay(what);
        }
    }

    private void begin() {
        if (isClosed()) {
            exchange.goTo(HERE);
            return;
        }
        WorkingCopies.Begun begun = copies.begin();
        exchange.keepCookie(COOKIE, begun.browserKey());
        exchange.goTo(HERE);
    }

    /** Nothing can be sealed at this moment, so nothing is taken: said on each page, with numbers that work without us. */
    public boolean isClosed() {
        if (taking == null) {
            taking = canTake();
        }
        return !taking;
    }

    private boolean canTake() {
        try {
            return intakes.takesEnquiries();
        } catch (EJBException databaseDown) {
            LOG.log(Level.WARNING, "enquiries cannot be taken: the database does not answer");
            return false;
        }
    }

    private void clear() {
        copies.clear();
        exchange.dropCookie(COOKIE);
        exchange.endSession();
        exchange.goTo("/");
    }

    private void move(String what) {
        if (copy == null) {
            exchange.goTo(HERE + "?late=1");
            return;
        }
        if (copy.isSent()) {
            exchange.goTo(HERE);
            return;
        }
        // the page that was filled in, which after going back may not be the one last shown
        copy = copy.at(exchange.parameter("page")
                .map(page -> FormFlow.onPath(page, form(), copy.answers()))
                .orElse(copy.page()));
        if (!"skip".equals(what)) {
            take();
        }
        switch (what) {
            case "send" -> send();
            case "back" -> show(FormFlow.before(copy.page(), form(), copy.answers()));
            default -> {
                if (errors.isEmpty()) {
                    show(FormFlow.after(copy.page(), form(), copy.answers()));
                } else {
                    copies.keep(key, copy);
                    exchange.goTo(HERE + "?again=1");
                }
            }
        }
    }

    private void take() {
        Optional<FormPage> page = form().page(copy.page());
        if (page.isPresent()) {
            WorkingCopies.Taken taken = copies.take(copy, page.get(), id -> exchange.parameters("q." + id));
            copy = taken.copy();
            errors = taken.errors();
        }
    }

    private void changeOrStay(String what) {
        if (copy != null && what.startsWith("change-")) {
            show(FormFlow.onPath(what.substring("change-".length()), form(), copy.answers()));
        } else {
            exchange.goTo(HERE);
        }
    }

    private void show(String page) {
        copies.keep(key, copy.at(page));
        exchange.goTo(HERE);
    }

    private void send() {
        try {
            copies.keep(key, copy.sent(intakes.send(copy).code()));
            exchange.goTo(HERE);
        } catch (AlreadySent before) {
            exchange.goTo(HERE);
        } catch (NotComplete missing) {
            show(missing.page());
        } catch (TooFewRecipients | KeystoreUnavailable | TooBusy | EJBException failure) {
            LOG.log(
                    Level.WARNING,
                    "an enquiry could not be sealed: {0}",
                    failure.getClass().getName());
            copies.keep(key, copy);
            exchange.goTo(HERE + "?unsent=1");
        }
    }

    private FormDefinition form() {
        return forms.current();
    }

    /** Which of the page's faces is shown: {@code start}, {@code question}, a screen's name, {@code check}, {@code sent}. */
    public String getFace() {
        if (copy == null) {
            return isClosed() ? "unavailable" : "start";
        }
        return form().page(copy.page()).isPresent() ? "question" : copy.page();
    }

    public String getPageId() {
        return copy == null ? "" : copy.page();
    }

    public boolean isFirst() {
        return form().pages().get(0).id().equals(getPageId());
    }

    public boolean isLimits() {
        return page().map(FormPage::limits).orElse(false);
    }

    public boolean isSkippable() {
        return page().map(page -> page.questions().stream().noneMatch(question -> question.must()))
                .orElse(false);
    }

    public boolean isCare() {
        return copy != null && Guidance.of(copy.answers()).care();
    }

    public boolean isPaid() {
        return copy != null && (answers().has("S12", "money") || answers().has("S12", "gift"));
    }

    public boolean isActed() {
        return copy != null && answers().has("T3", "acted");
    }

    public boolean isLate() {
        return late;
    }

    public boolean isNotSent() {
        return notSent;
    }

    private Optional<FormPage> page() {
        return copy == null ? Optional.empty() : form().page(copy.page());
    }

    private Answers answers() {
        return copy.answers();
    }

    public List<AskedQuestion> getQuestions() {
        return page().map(page -> page.questions().stream()
                        .map(question -> words.ask(question, answers(), errors.get(question.id())))
                        .toList())
                .orElse(List.of());
    }

    /** Everything that would be sent, in the order it was asked. */
    public List<GivenAnswer> getGiven() {
        return form().shownTo(answers()).stream()
                .flatMap(page -> page.questions().stream()
                        .map(question -> new GivenAnswer(
                                page.id(), words.of(question.id() + ".short"), words.answer(question, answers()))))
                .toList();
    }

    /** The code, in four groups. */
    public List<String> getCode() {
        return copy.code().map(code -> List.of(code.split(" "))).orElse(List.of());
    }
}
