package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.access.TextRefused;
import org.safespaces.intake.Correspondence;
import org.safespaces.intake.IntakeGone;
import org.safespaces.intake.Message;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.people.Ids;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/**
 * What is written on the page of an enquiry: to the person, and to colleagues. What was typed is not lost when the sign-in has ended or
 * the vault has locked meanwhile: it is shown again by itself, to be sent with one more press.
 */
@RequestScoped
public class IntakeLetters {
    private static final String PAGE = "/therapist/intake?id=";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    /** The forms there are, by their names on the page. */
    private enum Form {
        REPLY("reply"),
        ASIDE("aside"),
        /** Either of them, shown again. */
        UNSENT("unsent");

        private final String id;

        Form(String id) {
            this.id = id;
        }

        String said() {
            return id + ":said";
        }
    }

    @Inject
    private Correspondence correspondence;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Unlocking unlocking;

    @Inject
    private People people;

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private List<Line> thread = List.of();
    private List<Line> asides = List.of();
    private String said;
    private String aside;
    private String unsent;
    private String phrase;
    private boolean kept;
    private boolean tried;

    /** A message as readers see it. */
    public record Line(boolean hers, String who, String when, String said) implements Confidential {
        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }

    /** Opens what was written, for this answer. */
    void load(UUID intakeId) {
        List<Message> all = correspondence.read(intakeId);
        thread = all.stream()
                .filter(message -> !message.forColleagues())
                .map(this::line)
                .toList();
        asides = all.stream().filter(Message::forColleagues).map(this::line).toList();
    }

    private Line line(Message message) {
        String who = message.hers()
                ? exchange.text("letters", "thread.her")
                : message.by().map(this::name).orElse("");
        String hour = message.at().map(this::hour).orElse("");
        String day = Days.dated(day(message));
        return new Line(
                message.hers(),
                who,
                (day + " " + hour).strip(),
                message.said().orElseGet(() -> exchange.text("letters", "closed")));
    }

    private LocalDate day(Message message) {
        return message.at().map(at -> at.atZone(zone()).toLocalDate()).orElse(message.day());
    }

    private String hour(Instant at) {
        return HOUR.format(at.atZone(zone()));
    }

    private ZoneId zone() {
        return diary.zone();
    }

    private String name(TherapistId therapist) {
        return people.therapist(therapist).shownName();
    }

    /** The page was made in a session that has ended: what was typed is taken from the post itself. */
    void takeUpAgain() {
        if (!tried) {
            Optional<Form> form = List.of(Form.values()).stream()
                    .filter(each -> exchange.parameter(each.said()).isPresent())
                    .findFirst();
            form.ifPresent(each -> {
                unsent = exchange.parameter(each.said()).orElse("");
                kept = true;
            });
        }
    }

    public void reply() {
        tried = true;
        send(Form.REPLY, said, false);
    }

    public void tell() {
        tried = true;
        send(Form.ASIDE, aside, true);
    }

    /** Once more what was not sent the first time; a vault that has locked meanwhile is unlocked here, over the words. */
    public void sendAgain() {
        tried = true;
        if (!vaultLock.isOpen() && phrase != null) {
            boolean right = unlocking.succeeds(phrase, "unsent:phrase", "unlock.error.phrase", vaultLock::unlock);
            if (right && unlocking.isStopped()) {
                exchange.complain("unsent:phrase", "casefile", "unlock.error.stopped");
            }
        }
        phrase = null;
        send(Form.UNSENT, unsent, isForColleagues());
    }

    private void send(Form form, String text, boolean forColleagues) {
        if (!vaultLock.isOpen() || unlocking.isStopped()) {
            unsent = text;
            kept = true;
            return;
        }
        try {
            if (forColleagues) {
                correspondence.tellColleagues(intakeId(), messageId(), text);
            } else {
                correspondence.write(intakeId(), messageId(), text);
            }
            exchange.goTo(PAGE + intakeId() + (forColleagues ? "#colleagues" : "#letters"));
        } catch (TextRefused notSo) {
            complain(form, "error." + notSo.reason());
        } catch (KeystoreUnavailable down) {
            complain(form, "error.later");
        } catch (IntakeGone meanwhile) {
            exchange.goTo(PAGE + intakeId());
        }
    }

    private void complain(Form form, String key) {
        kept = form == Form.UNSENT;
        exchange.complain(form.said(), "letters", key, Correspondence.LONGEST);
    }

    private UUID intakeId() {
        return Ids.parse(exchange.parameter("id").orElse(null));
    }

    private UUID messageId() {
        return Ids.parse(exchange.parameter("message").orElse(null));
    }

    /** Something was typed and is not sent: it is shown by itself. While a post is taken apart it counts that it was. */
    public boolean isUnsent() {
        return kept || !tried && exchange.parameter("unsent").isPresent();
    }

    /** Is what was not sent meant for colleagues? */
    public boolean isForColleagues() {
        return exchange.parameter("what").filter("aside"::equals).isPresent()
                || exchange.parameter("aside").isPresent();
    }

    /** The vault has locked meanwhile: the form asks for the phrase as well. */
    public boolean isLockedNow() {
        return exchange.isPost() && !vaultLock.isOpen();
    }

    public List<Line> getThread() {
        return thread;
    }

    public List<Line> getAsides() {
        return asides;
    }

    /** Drawn when a form is first shown, so that the same message sent twice is kept once. */
    public String getFreshId() {
        return Ids.fresh().toString();
    }

    /** That of the form that was posted. */
    public String getMessageId() {
        return exchange.parameter("message").orElse("");
    }

    public String getSaid() {
        return said;
    }

    public void setSaid(String said) {
        this.said = said;
    }

    public String getAside() {
        return aside;
    }

    public void setAside(String aside) {
        this.aside = aside;
    }

    public String getUnsentText() {
        return unsent;
    }

    public void setUnsentText(String unsent) {
        this.unsent = unsent;
    }

    public String getPhrase() {
        return phrase;
    }

    public void setPhrase(String phrase) {
        this.phrase = phrase;
    }
}
