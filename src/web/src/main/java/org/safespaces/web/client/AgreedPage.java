package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.access.OwnRecord;
import org.safespaces.keys.KeysDoNotFit;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.notes.Consent;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.OpenConsent;
import org.safespaces.notes.OwnConsents;
import org.safespaces.notes.TooManyToday;
import org.safespaces.people.Ids;
import org.safespaces.web.frame.CodeAtHand;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What she was asked to agree to, and what she decided. It opens with her code. */
@Named("clientAgreedPage")
@RequestScoped
public class AgreedPage {
    private static final String HERE = "/client/agreed";
    private static final String WORDS = "consents";
    private static final List<Consent.State> ANSWERS =
            List.of(Consent.State.GIVEN, Consent.State.REFUSED, Consent.State.WITHDRAWN);

    @Inject
    private OwnConsents consents;

    @Inject
    private CodeAtHand code;

    @Inject
    private OwnRecord record;

    @Inject
    private Exchange exchange;

    @Inject
    private Clock clock;

    private boolean joined;
    private List<OpenConsent> all = List.of();

    /** A consent as she sees it. */
    public record Row(
            String id,
            int upon,
            String purpose,
            String recipient,
            String share,
            String withheld,
            String until,
            String state,
            boolean yes,
            boolean no,
            boolean back,
            List<String> steps)
            implements Confidential {
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
            code.code().ifPresentOrElse(this::answer, () -> exchange.goTo(HERE));
        }
        if (!exchange.isAnswered()) {
            code.use(this::read);
        }
    }

    private void read(String own) {
        all = consents.read(own, exchange.visitor());
    }

    private void answer(String own) {
        Optional<Consent.State> state = ANSWERS.stream()
                .filter(each ->
                        exchange.parameter("do").filter(each.name()::equals).isPresent())
                .findFirst();
        try {
            if (state.isPresent()) {
                UUID id = Ids.parse(exchange.parameter("consent").orElse(null));
                consents.answer(own, id, upon(), state.get(), words(own, id, state.get()), exchange.visitor());
                exchange.goTo(HERE + "?done=1");
            }
        } catch (NoteChanged meanwhile) {
            exchange.complainAt(null, exchange.text(WORDS, "own.error.changed"));
        } catch (TooManyToday today) {
            exchange.complainAt(null, exchange.text("space", "messages.error.today"));
        } catch (WrongPhrase | KeysDoNotFit | TooManyTries | TooBusy | KeystoreUnavailable later) {
            exchange.complainAt(null, exchange.text("space", "messages.error.later"));
        }
    }

    /** What she says with it, as it will stand among the messages. */
    private String words(String own, UUID id, Consent.State state) {
        read(own);
        String what = all.stream()
                .map(OpenConsent::now)
                .filter(each -> each.id().equals(id))
                .map(each -> name(each) + ". " + each.terms().share())
                .findFirst()
                .orElse("");
        return String.format(exchange.text(WORDS, "own.said." + state), what);
    }

    private String name(Consent each) {
        String purpose = exchange.text(WORDS, "purpose." + each.terms().purpose());
        return each.terms().recipient().isEmpty()
                ? purpose
                : purpose + ", " + each.terms().recipient();
    }

    private int upon() {
        return exchange.number("upon").orElse(0);
    }

    public boolean isJoined() {
        return joined;
    }

    public List<Row> getRows() {
        return all.stream().map(this::row).toList();
    }

    private Row row(OpenConsent each) {
        Consent now = each.now();
        boolean over = now.state() == Consent.State.GIVEN && !now.counts(LocalDate.now(clock));
        return new Row(
                now.id().toString(),
                now.upon(),
                exchange.text(WORDS, "purpose." + now.terms().purpose()),
                now.terms().recipient(),
                now.terms().share(),
                now.terms().withheld(),
                now.terms().until().map(Days::dated).orElseGet(() -> exchange.text(WORDS, "own.until.open")),
                over ? exchange.text(WORDS, "own.state.over") : exchange.text(WORDS, "own.state." + now.state()),
                now.leadsTo(Consent.State.GIVEN),
                now.leadsTo(Consent.State.REFUSED),
                now.leadsTo(Consent.State.WITHDRAWN),
                each.steps().stream()
                        .filter(step -> step.state() != Consent.State.ASKED)
                        .map(this::step)
                        .toList());
    }

    private String step(Consent step) {
        return String.format(
                exchange.text(WORDS, "own.by." + step.by()),
                Days.dated(step.on()),
                exchange.text(WORDS, "own.state." + step.state()));
    }

    public boolean isDone() {
        return exchange.parameter("done").isPresent() && !exchange.isPost();
    }
}
