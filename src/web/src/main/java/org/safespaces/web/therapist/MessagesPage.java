package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.safespaces.access.ClientCodes;
import org.safespaces.access.Confidential;
import org.safespaces.access.TextRefused;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.CaseMessages;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.KeptMessage;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.People;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** Messages with one client. With the vault locked it says how many there are; what was typed stays until it is sent. */
@Named("caseMessagesPage")
@RequestScoped
public class MessagesPage {
    private static final String HERE = "/therapist/messages?id=";
    private static final String WORDS = "messages";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    @Inject
    private CaseMessages messages;

    @Inject
    private ClientCodes codes;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private People people;

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private CaseId caseId;
    private List<Line> thread = List.of();
    private int count;
    private int unread;
    private boolean opened;
    private boolean doubtful;
    private boolean withCode;
    private boolean lockedNow;
    private String wrong = "";

    /** A message as its reader sees it. */
    public record Line(boolean hers, String who, String when, String said, boolean unread) implements Confidential {
        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }

    /** Shows what there is, after sending what was typed. */
    public void load() {
        caseId = caseId();
        count = messages.count(caseId);
        unread = messages.unread(caseId);
        withCode = codes.of(caseId).isPresent();
        if (exchange.isPost()) {
            send();
        } else if (exchange.parameter("open").isPresent() && !vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        if (vaultLock.isOpen() && !exchange.isAnswered()) {
            open();
        }
    }

    private void open() {
        try {
            List<KeptMessage> all = messages.open(caseId);
            opened = true;
            thread = all.stream().map(this::line).toList();
            doubtful = all.stream().anyMatch(message -> !message.whole() && !message.unread());
        } catch (DoesNotOpen tamperedWith) {
            doubtful = true;
        }
    }

    private Line line(KeptMessage message) {
        String who = message.hers()
                ? exchange.text(WORDS, "her")
                : message.by().map(by -> people.therapist(by).shownName()).orElse("");
        return new Line(
                message.hers(),
                who,
                message.at().map(this::moment).orElseGet(() -> Days.dated(message.day())),
                message.said().orElseGet(() -> exchange.text("letters", "closed")),
                message.unread());
    }

    private String moment(Instant at) {
        ZoneId zone = diary.zone();
        return Days.dated(at.atZone(zone).toLocalDate()) + ", " + HOUR.format(at.atZone(zone));
    }

    private void send() {
        if (!vaultLock.isOpen()) {
            lockedNow = true;
            return;
        }
        try {
            messages.write(caseId, messageId(), exchange.parameter("said").orElse(""));
            exchange.goTo(HERE + getId() + "&sent=1");
        } catch (VaultLocked meanwhile) {
            lockedNow = true;
        } catch (TextRefused notSo) {
            complain(String.format(Locale.UK, exchange.text(WORDS, "error." + notSo.reason()), CaseMessages.LONGEST));
        } catch (DoesNotOpen tamperedWith) {
            complain(exchange.text(WORDS, "error.keys"));
        } catch (KeystoreUnavailable down) {
            complain(exchange.text(WORDS, "error.later"));
        }
    }

    private void complain(String said) {
        wrong = said;
        exchange.complainAt("said", said);
    }

    private UUID messageId() {
        return Ids.parse(exchange.parameter("message").orElse(null));
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("id").orElse(null));
    }

    public String getId() {
        return caseId().value().toString();
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

    public List<Line> getThread() {
        return thread;
    }

    public String getCount() {
        return exchange.counted(WORDS, "count", count);
    }

    public String getUnread() {
        return exchange.counted(WORDS, "unread", unread);
    }

    public boolean isOpened() {
        return opened;
    }

    public boolean isDoubtful() {
        return doubtful;
    }

    /** She can read what is written to her. */
    public boolean isWithCode() {
        return withCode;
    }

    public boolean isLockedNow() {
        return lockedNow;
    }

    public boolean isSent() {
        return exchange.parameter("sent").isPresent() && !exchange.isPost();
    }
}
