package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import org.safespaces.access.OwnContact;
import org.safespaces.access.OwnRecord;
import org.safespaces.access.TextRefused;
import org.safespaces.keys.KeysDoNotFit;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.notes.MessagesByCode;
import org.safespaces.notes.OwnMessages;
import org.safespaces.notes.TooManyToday;
import org.safespaces.people.ContactCard;
import org.safespaces.people.ContactTerms;
import org.safespaces.people.Ids;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What our computers know of how she may be reached, and a box to say what has changed: that goes to people, and changes nothing by itself. */
@Named
@RequestScoped
public class DetailsPage {
    private static final String HERE = "/client/details";

    @Inject
    private OwnContact contact;

    @Inject
    private OwnMessages messages;

    @Inject
    private OwnRecord record;

    @Inject
    private Booking booking;

    @Inject
    private Exchange exchange;

    private boolean joined;
    private Optional<ContactCard> card = Optional.empty();
    private String wrong = "";

    public void load() {
        joined = record.isThere();
        if (joined && exchange.isPost()) {
            send();
        }
        card = contact.agreed();
    }

    private void send() {
        try {
            messages.send(
                    Ids.parse(exchange.parameter("message").orElse(null)),
                    exchange.parameter("said").orElse(""));
            exchange.goTo(HERE + "?sent=1");
        } catch (TextRefused notSo) {
            complain(String.format(
                    Locale.UK, exchange.text("letters", "error." + notSo.reason()), MessagesByCode.LONGEST));
        } catch (TooManyToday today) {
            complain(exchange.text("space", "messages.error.today"));
        } catch (KeysDoNotFit | KeystoreUnavailable later) {
            complain(exchange.text("space", "messages.error.later"));
        }
    }

    private void complain(String said) {
        wrong = said;
        exchange.complainAt("said", said);
    }

    private Optional<ContactTerms> terms() {
        return card.map(ContactCard::terms);
    }

    public boolean isJoined() {
        return joined;
    }

    public boolean isAgreed() {
        return card.isPresent();
    }

    /** The address, without what would give it away to somebody who looks over her shoulder. */
    public String getMail() {
        return terms().flatMap(ContactTerms::mail)
                .map(mail -> String.format(exchange.text("space", "details.mail.to"), veiled(mail)))
                .orElseGet(() -> exchange.text("space", "details.mail.no"));
    }

    /** "l…@example.org". */
    private static String veiled(String mail) {
        int at = mail.indexOf('@');
        return at < 1 ? "…" : mail.charAt(0) + "…" + mail.substring(at);
    }

    public String getText() {
        return allowed(terms().filter(ContactTerms::text).isPresent());
    }

    public String getCall() {
        return allowed(terms().filter(ContactTerms::call).isPresent());
    }

    public String getVoicemail() {
        return allowed(terms().filter(ContactTerms::voicemail).isPresent());
    }

    private String allowed(boolean yes) {
        return yes ? exchange.text("space", "details.yes") : exchange.text("space", "details.no");
    }

    public boolean isOthersRead() {
        return terms().filter(ContactTerms::othersRead).isPresent();
    }

    public String getAgreedOn() {
        return card.flatMap(ContactCard::confirmedOn).map(Days::dated).orElse("");
    }

    /** "London": where her times are shown. */
    public String getPlace() {
        return SpokenTime.place(booking.zone());
    }

    /** Drawn when the form is first shown, so that the same words sent twice are kept once. */
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
