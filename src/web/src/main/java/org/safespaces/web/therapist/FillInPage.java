package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.safespaces.access.Cases;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.measures.AnswerRefused;
import org.safespaces.measures.Answers;
import org.safespaces.measures.Definition;
import org.safespaces.measures.Definitions;
import org.safespaces.measures.MeasureText;
import org.safespaces.measures.Measures;
import org.safespaces.measures.Score;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.MeasureQuestions;

/** A form that client and therapist fill in together. Without the vault it can be filled in and not kept; nothing chosen is lost. */
@Named
@RequestScoped
public class FillInPage {
    private static final String BUNDLE = "measures";

    @Inject
    private Measures measures;

    @Inject
    private Definitions definitions;

    @Inject
    private MeasureQuestions questions;

    @Inject
    private Cases cases;

    @Inject
    private Diary diary;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Clock clock;

    @Inject
    private Exchange exchange;

    private ClientSummary client;
    private boolean lockedNow;
    private String drawn;

    /** Throws {@link NoSuchPerson} for a measure that cannot be asked. */
    public void load() {
        client = cases.mine(caseId());
        definition();
        if (exchange.isPost()) {
            keep();
        }
    }

    private void keep() {
        if (!vaultLock.isOpen()) {
            lockedNow = true;
            return;
        }
        try {
            Definition definition = definition();
            Answers answers = questions.read(definition);
            if (answers.answered() == 0) {
                exchange.complainAt("q-" + getItems().get(0).field(), exchange.text(BUNDLE, "fill.error.blank"));
                return;
            }
            Score score = measures.enter(caseId(), formId(), definition.measure(), answers, said(definition, answers));
            exchange.goTo("/therapist/measures?id=" + getId() + "&done=" + (score.asksToBeRead() ? "task" : "entered"));
        } catch (AnswerRefused notOfThisForm) {
            exchange.complainAt(null, exchange.text(BUNDLE, "own.error.answer"));
        } catch (VaultLocked meanwhile) {
            lockedNow = true;
        } catch (DoesNotOpen | KeystoreUnavailable notNow) {
            exchange.complainAt(null, exchange.text("room", "error.later"));
        }
    }

    /** What is sealed of a task, should the item about safety open one. */
    private String said(Definition definition, Answers answers) {
        String answer = definition
                .safetyItem()
                .flatMap(answers::item)
                .flatMap(value -> definition
                        .words()
                        .map(MeasureText::answers)
                        .map(all -> all.get(value - definition.scale().least())))
                .orElse("");
        return String.format(
                Locale.UK,
                exchange.text(BUNDLE, "fill.said"),
                definition.title(),
                Days.dated(LocalDate.ofInstant(clock.instant(), diary.zone())),
                definition.safetyItem().map(String::valueOf).orElse(""),
                answer);
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    private Definition definition() {
        return exchange.parameter("measure").flatMap(definitions::toAsk).orElseThrow(NoSuchPerson::new);
    }

    private UUID formId() {
        return Ids.parse(exchange.parameter("form").orElse(null));
    }

    public String getId() {
        return caseId().value().toString();
    }

    /** The same form sent twice is kept once: its id is drawn when it is first shown. */
    public String getFormId() {
        if (drawn == null) {
            drawn = exchange.isPost() ? formId().toString() : Ids.fresh().toString();
        }
        return drawn;
    }

    public String getDesignation() {
        return client.designation();
    }

    public String getMeasure() {
        return definition().measure();
    }

    public String getTitle() {
        return definition().title();
    }

    public String getInstruction() {
        return definition().words().map(MeasureText::instruction).orElse("");
    }

    public String getAbout() {
        return definition().words().map(MeasureText::about).orElse("");
    }

    public String getCredit() {
        return definition().credit();
    }

    public List<MeasureQuestions.Item> getItems() {
        return questions.of(definition());
    }

    /** The vault has locked while something was chosen, which stays. */
    public boolean isLockedNow() {
        return lockedNow;
    }
}
