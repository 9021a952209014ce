package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
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
import org.safespaces.notes.KeptMessage;
import org.safespaces.notes.MessagesByCode;
import org.safespaces.notes.TooManyToday;
import org.safespaces.people.Ids;
import org.safespaces.scheduling.Booking;
import org.safespaces.web.frame.CodeAtHand;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** Messages between a client and her therapist, as she has them. They open with her code. */
@Named("clientMessagesPage")
@RequestScoped
public class MessagesPage {
    private static final String HERE = "/client/messages";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    @Inject
    private MessagesByCode messages;

    @Inject
    private CodeAtHand code;

    @Inject
    private OwnRecord record;

    @Inject
    private Booking booking;

    @Inject
    private Exchange exchange;

    private boolean joined;
    private List<Line> lines = List.of();
    private String wrong = "";

    /** A message as she sees it. */
    public record Line(boolean hers, String when, String said, boolean unread) implements Confidential {
        @Override
        public String toString() {
            return "Line[redacted]";
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
            send();
        }
        if (!exchange.isAnswered()) {
            code.use(this::read);
        }
    }

    private void read(String own) {
        lines = messages.read(own, exchange.visitor()).stream().map(this::line).toList();
    }

    private Line line(KeptMessage message) {
        String closed = message.unread() ? "unread.closed" : "closed";
        return new Line(
                message.hers(),
                message.at().map(this::moment).orElseGet(() -> Days.dated(message.day())),
                message.said().orElseGet(() -> exchange.text("letters", closed)),
                message.unread());
    }

    private String moment(Instant at) {
        return Days.dated(at.atZone(booking.zone()).toLocalDate()) + ", " + HOUR.format(at.atZone(booking.zone()));
    }

    private void send() {
        try {
            UUID id = Ids.parse(exchange.parameter("message").orElse(null));
            if (code.code().isEmpty()) {
                complain(exchange.text("form", "code.error.missing"));
                return;
            }
            messages.send(code.code().get(), id, exchange.parameter("said").orElse(""), exchange.visitor());
            exchange.goTo(HERE + "?sent=1");
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

    public List<Line> getLines() {
        return lines;
    }

    /** Drawn when the form is first shown, so that the same message sent twice is kept once. */
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

    public boolean isSent() {
        return exchange.parameter("sent").isPresent() && !exchange.isPost();
    }
}
