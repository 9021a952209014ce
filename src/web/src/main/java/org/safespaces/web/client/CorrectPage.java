package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.access.OwnRecord;
import org.safespaces.access.TextRefused;
import org.safespaces.keys.KeysDoNotFit;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.notes.Correction;
import org.safespaces.notes.MessagesByCode;
import org.safespaces.notes.OwnCorrections;
import org.safespaces.notes.TooManyToday;
import org.safespaces.people.Ids;
import org.safespaces.web.frame.CodeAtHand;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What she says is not right in her record, and what she was answered. It opens with her code. */
@Named
@RequestScoped
public class CorrectPage {
    private static final String HERE = "/client/correct";
    private static final String WORDS = "rights";

    @Inject
    private OwnCorrections corrections;

    @Inject
    private CodeAtHand code;

    @Inject
    private OwnRecord record;

    @Inject
    private Exchange exchange;

    private boolean joined;
    private List<Correction> all = List.of();
    private String wrong = "";

    /** One of them, as she sees it. */
    public record Row(String heading, String state, String asked, String answer) implements Confidential {
        @Override
        public String toString() {
            return "Row[redacted]";
        }
    }

    /** Does what was asked, and opens what this answer shows. */
    public void load() {
        joined = record.isThere();
        if (!joined) {
            return;
        }
        if (exchange.isPost()) {
            if (code.isAsked(HERE, this::read)) {
                return;
            }
            ask();
        }
        if (!exchange.isAnswered()) {
            code.use(this::read);
        }
    }

    private void read(String own) {
        all = corrections.read(own, exchange.visitor());
    }

    private void ask() {
        try {
            UUID id = Ids.parse(exchange.parameter("message").orElse(null));
            if (code.code().isEmpty()) {
                complain(exchange.text("form", "code.error.missing"));
                return;
            }
            corrections.ask(code.code().get(), id, exchange.parameter("said").orElse(""), exchange.visitor());
            exchange.goTo(HERE + "?done=1");
        } catch (TextRefused notSo) {
            complain(String.format(
                    Locale.UK, exchange.text("letters", "error." + notSo.reason()), MessagesByCode.LONGEST));
        } catch (TooManyToday today) {
            complain(exchange.text("space", "messages.error.today"));
        } catch (WrongPhrase | KeysDoNotFit | TooManyTries | TooBusy | KeystoreUnavailable later) {
            complain(exchange.text("space", "messages.error.later"));
        }
    }

    private void complain(String said) {
        wrong = said;
        exchange.complainAt("said", said);
    }

    public boolean isJoined() {
        return joined;
    }

    public List<Row> getRows() {
        return all.stream()
                .map(each -> new Row(
                        String.format(exchange.text(WORDS, "own.fix.on"), Days.dated(each.on())),
                        exchange.text(WORDS, "own.fix.state." + each.state()),
                        each.asked(),
                        each.answer()))
                .toList();
    }

    /** Drawn when the form is first shown, so that the same one sent twice is kept once. */
    public String getMessageId() {
        return exchange.parameter("message").orElseGet(() -> Ids.fresh().toString());
    }

    /** What was typed and not sent. */
    public String getSaid() {
        return exchange.isPost() ? exchange.parameter("said").orElse("") : "";
    }

    public String getWrong() {
        return wrong;
    }

    public boolean isDone() {
        return exchange.parameter("done").isPresent() && !exchange.isPost();
    }
}
