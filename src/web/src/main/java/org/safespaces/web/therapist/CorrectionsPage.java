package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.access.TextRefused;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.Correction;
import org.safespaces.notes.Corrections;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.MessagesByCode;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What a client says is not right in her record, and answering it. */
@Named
@RequestScoped
public class CorrectionsPage {
    private static final String BUNDLE = "rights";

    @Inject
    private Corrections corrections;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Exchange exchange;

    private List<Correction> all = List.of();
    private SealedForm form;
    private boolean closed;
    private UUID draft;

    /** One of them. */
    public record Row(String id, String heading, String state, String asked, String answer, boolean waits)
            implements Confidential {
        @Override
        public String toString() {
            return "Row[redacted]";
        }
    }

    /** Keeps what was typed; opens what there is, for this one answer. */
    public void load() {
        corrections.waiting(caseId());
        if (exchange.isPost()) {
            form().keep(this::keep);
            if (exchange.isAnswered() || !vaultLock.isOpen()) {
                return;
            }
        }
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        try {
            all = corrections.open(caseId());
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        }
    }

    private void keep() {
        try {
            if (isAnswering()) {
                Correction.State how = form().one("how", Correction.State.values());
                if (how == Correction.State.ASKED) {
                    form().complain("how", "error.choose");
                }
                if (form().isFine()) {
                    corrections.answer(caseId(), Ids.parse(getAnswered()), getUpon(), how, form().in("said"));
                }
            } else {
                corrections.enter(caseId(), fresh(), form().in("said"));
            }
            if (form().isFine()) {
                exchange.goTo("/therapist/corrections?case=" + caseId().value() + "&done=1");
            }
        } catch (TextRefused refused) {
            form().complainOf(
                            "said",
                            String.format(
                                    Locale.UK,
                                    exchange.text("letters", "error." + refused.reason()),
                                    isAnswering() ? Correction.LONGEST : MessagesByCode.LONGEST));
        }
    }

    private SealedForm form() {
        if (form == null) {
            form = new SealedForm(exchange, Map.of());
        }
        return form;
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    private UUID fresh() {
        if (draft == null) {
            draft = exchange.parameter("draft").map(Ids::parse).orElseGet(Ids::fresh);
        }
        return draft;
    }

    /** Drawn once for a new one: sent twice, it is kept once. */
    public String getDraft() {
        return fresh().toString();
    }

    public List<Row> getRows() {
        return all.stream().map(this::row).toList();
    }

    private Row row(Correction each) {
        return new Row(
                each.id().toString(),
                String.format(
                        exchange.text(BUNDLE, each.byClient() ? "fix.by.client" : "fix.by.therapist"),
                        Days.dated(each.on())),
                exchange.text(BUNDLE, "fix.state." + each.state()),
                each.asked(),
                each.answer(),
                each.waits());
    }

    /** Which one is answered; empty while a new one is written down. */
    public String getAnswered() {
        return exchange.parameter("answer").orElse("");
    }

    public boolean isAnswering() {
        return !getAnswered().isEmpty();
    }

    private Optional<Correction> answered() {
        return all.stream()
                .filter(each -> each.id().toString().equals(getAnswered()))
                .findFirst();
    }

    public int getUpon() {
        return exchange.isPost()
                ? exchange.parameter("upon")
                        .filter(text -> text.matches("\\d{1,6}"))
                        .map(Integer::parseInt)
                        .orElse(0)
                : answered().map(Correction::upon).orElse(0);
    }

    public String getHeading() {
        return answered()
                .map(this::row)
                .map(row -> String.format(exchange.text(BUNDLE, "fix.answer.h2"), row.heading()))
                .orElseGet(() -> exchange.text(BUNDLE, "fix.enter.h2"));
    }

    public List<SealedForm.Choice> getAnswers() {
        return List.of(Correction.State.AMENDED, Correction.State.REFUSED).stream()
                .map(each -> new SealedForm.Choice(
                        each.name(),
                        exchange.text(BUNDLE, "fix.how." + each),
                        each.name().equals(form().in("how"))))
                .toList();
    }

    public String typed(String field) {
        return form().in(field);
    }

    public String wrong(String field) {
        return form().wrong(field);
    }

    public boolean isLockedNow() {
        return form().isLocked();
    }

    public boolean isChanged() {
        return form().isChanged();
    }

    public boolean isClosed() {
        return closed;
    }

    public boolean isDone() {
        return exchange.parameter("done").isPresent() && !exchange.isPost();
    }
}
