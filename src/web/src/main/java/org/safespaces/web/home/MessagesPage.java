package org.safespaces.web.home;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.access.TextRefused;
import org.safespaces.intake.Correspondence;
import org.safespaces.intake.HeldCodes;
import org.safespaces.intake.IntakeGone;
import org.safespaces.intake.IntakeStatus;
import org.safespaces.intake.Message;
import org.safespaces.intake.SeenByCode;
import org.safespaces.intake.TooManyMessages;
import org.safespaces.keys.CodeStanding;
import org.safespaces.keys.KeysDoNotFit;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.notes.KeptMessage;
import org.safespaces.notes.MessagesByCode;
import org.safespaces.notes.TooManyToday;
import org.safespaces.people.Ids;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/**
 * Where somebody comes back with her code: where her enquiry stands, what was written, and a box to write in. The code is typed once;
 * while the page is open it lies in her session, sealed under a key that only her browser has.
 */
@Named
@RequestScoped
public class MessagesPage {
    private static final String HERE = "/messages";
    private static final String COOKIE = "__Host-back";
    private static final int LONGEST_CODE = 120;

    @Inject
    private Correspondence correspondence;

    @Inject
    private MessagesByCode ofCase;

    @Inject
    private HeldCodes held;

    @Inject
    private FormWords words;

    @Inject
    private CardWords cardWords;

    @Inject
    private PracticeSettings settings;

    @Inject
    private Clock clock;

    @Inject
    private Exchange exchange;

    private Optional<HeldCodes.Entered> entered = Optional.empty();
    private SeenByCode seen;
    private List<Line> lines = List.of();
    private boolean busy;
    private String code;
    private boolean shared;
    private String said;

    /** A message as she sees it: her own, or the practice's, which may name places that can help. */
    public record Line(boolean hers, String day, String said, List<String> places, boolean unread)
            implements Confidential {
        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }

    @PostConstruct
    void begin() {
        entered = exchange.cookie(COOKIE).flatMap(held::open);
    }

    /** Opens, with the code that is kept, what is shown in this answer. */
    public void load() {
        if (entered.isEmpty()) {
            return;
        }
        exchange.keepSessionFor(getNotes().idle());
        try {
            read(entered.get().code());
        } catch (WrongPhrase opensNothingAnyMore) {
            forget();
            exchange.complain("enter:code", "form", "code.error.wrong");
        } catch (TooManyTries | TooBusy | KeystoreUnavailable later) {
            busy = true;
        }
    }

    private void read(String kept) {
        seen = correspondence.look(kept, exchange.visitor());
        lines = isCase()
                ? ofCase.read(kept, exchange.visitor()).stream().map(this::line).toList()
                : seen.messages().stream().map(this::line).toList();
    }

    private Line line(Message message) {
        return line(message.hers(), Days.dated(message.day()), message.said(), message.places(), false);
    }

    private Line line(KeptMessage message) {
        return line(message.hers(), Days.dated(message.day()), message.said(), List.of(), message.unread());
    }

    private Line line(boolean hers, String day, Optional<String> text, List<String> places, boolean unread) {
        String closed = unread ? "unread.closed" : "closed";
        return new Line(hers, day, text.orElseGet(() -> exchange.text("letters", closed)), places, unread);
    }

    /** Looks the code up; when it opens something, the page shows it from here on, until it is closed. */
    public void look() {
        String typed = code == null ? "" : code.strip();
        code = null;
        try {
            if (typed.isEmpty() || typed.length() > LONGEST_CODE) {
                exchange.complain("enter:code", "form", "code.error.missing");
            } else {
                correspondence.look(typed, exchange.visitor());
                exchange.keepCookie(COOKIE, held.keep(new HeldCodes.Entered(typed, shared)));
                exchange.goTo(HERE);
            }
        } catch (WrongPhrase wrong) {
            exchange.complain("enter:code", "form", "code.error.wrong");
        } catch (TooManyTries wait) {
            exchange.complain("enter:code", "form", "code.error.wait", wait.minutes());
        } catch (TooBusy | KeystoreUnavailable later) {
            exchange.complain("enter:code", "form", "error.busy");
        }
    }

    /** Sends what she wrote. */
    public void reply() {
        try {
            send(entered.orElseThrow().code());
            exchange.goTo(HERE + "?sent=1");
        } catch (TextRefused notSo) {
            exchange.complain("reply:said", "letters", "error." + notSo.reason(), Correspondence.LONGEST);
        } catch (TooManyMessages | TooManyToday today) {
            exchange.complain("reply:said", "letters", "error.today");
        } catch (KeysDoNotFit nothingToWriteTo) {
            exchange.goTo(HERE);
        } catch (WrongPhrase opensNothingAnyMore) {
            forget();
            exchange.goTo(HERE);
        } catch (TooManyTries | TooBusy | KeystoreUnavailable later) {
            exchange.complain("reply:said", "letters", "error.later");
        }
    }

    /** About her enquiry; once that is a case, into the case. */
    private void send(String typedBefore) {
        UUID id = Ids.parse(getMessageId());
        try {
            correspondence.send(typedBefore, id, said, exchange.visitor());
        } catch (IntakeGone itIsACase) {
            ofCase.send(typedBefore, id, said, exchange.visitor());
        }
    }

    /** Forgets the code, and leaves. */
    public void close() {
        forget();
        exchange.goTo("/");
    }

    private void forget() {
        held.forget();
        entered = Optional.empty();
        exchange.dropCookie(COOKIE);
    }

    /** Is the code at hand? */
    public boolean isOpen() {
        return entered.isPresent();
    }

    /** Is there something to show? */
    public boolean isFound() {
        return seen != null;
    }

    /** The code is at hand, and nothing could be opened with it just now. */
    public boolean isBusy() {
        return busy;
    }

    /** Can she write? While a post is taken apart it counts that she could. */
    public boolean isWritable() {
        return seen == null ? isOpen() && exchange.isPost() : seen.open() || isCase();
    }

    private boolean isCase() {
        return seen.progress().status() == IntakeStatus.ACCEPTED;
    }

    public boolean isSent() {
        return exchange.parameter("sent").isPresent();
    }

    /** Has nobody accepted it yet, so that she can still take it back? */
    public boolean isOpenStill() {
        return seen.progress().status().isOpen();
    }

    public String getStatus() {
        return seen.progress().status().name();
    }

    /** What that means, in a sentence. */
    public String getStatusMore() {
        LocalDate again = seen.progress().writeAgainOn().orElse(null);
        if (again == null) {
            return exchange.text("form", "status." + getStatus() + ".more");
        }
        String key = again.isBefore(LocalDate.now(clock)) ? "status.WAITING.late" : "status.WAITING.until";
        return String.format(exchange.text("form", key), Days.day(again));
    }

    public String getReceivedOn() {
        return seen.progress().receivedOn().map(Days::day).orElse("");
    }

    public List<Line> getLines() {
        return lines;
    }

    /** Drawn when the form is first shown, so that the same message sent twice is kept once. */
    public String getMessageId() {
        return exchange.parameter("message").orElseGet(() -> Ids.fresh().toString());
    }

    /** Since when she has the code she typed, and from whom: whoever it surprises is told what to do. */
    public String getCodeGiven() {
        CodeStanding standing = seen.progress().code();
        return String.format(exchange.text("codes", "panel.by." + standing.givenBy()), Days.dated(standing.givenOn()));
    }

    public String getCodeUntil() {
        return String.format(
                exchange.text("codes", "panel.until"),
                Days.dated(seen.progress().code().expiresOn()));
    }

    /** Sentences with numbers in them. */
    public PageNotes getNotes() {
        return new PageNotes(
                settings,
                words,
                cardWords,
                entered.map(HeldCodes.Entered::shared).orElse(false));
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }

    public String getSaid() {
        return said;
    }

    public void setSaid(String said) {
        this.said = said;
    }
}
