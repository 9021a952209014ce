package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.access.TypedText;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.Consent;
import org.safespaces.notes.ConsentTerms;
import org.safespaces.notes.Consents;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.OpenConsent;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What a client was asked to agree to. With the vault locked it says how many there are. */
@Named("caseAgreedPage")
@RequestScoped
public class AgreedPage {
    private static final String HERE = "/therapist/agreed?id=";
    private static final String WORDS = "consents";
    private static final Set<String> NOTICES = Set.of("asked", "settled", "changed");
    private static final List<Consent.State> SAID =
            List.of(Consent.State.GIVEN, Consent.State.REFUSED, Consent.State.WITHDRAWN);

    @Inject
    private Consents consents;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Exchange exchange;

    @Inject
    private Clock clock;

    private final Map<String, String> errors = new HashMap<>();
    private List<Row> rows = List.of();
    private int count;
    private boolean opened;
    private boolean doubtful;
    private boolean lockedNow;

    /** A consent as the therapist sees it. */
    public record Row(
            String id,
            int upon,
            String purpose,
            String recipient,
            String share,
            String withheld,
            String state,
            String kind,
            String since,
            String until,
            List<String> next,
            List<String> steps)
            implements Confidential {
        @Override
        public String toString() {
            return "Row[redacted]";
        }
    }

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /** Shows what there is, after doing what was asked. */
    public void load() {
        CaseId id = caseId();
        count = consents.count(id);
        if (exchange.isPost()) {
            act(id);
        } else if (exchange.parameter("open").isPresent() && !vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        if (vaultLock.isOpen() && !exchange.isAnswered()) {
            open(id);
        }
    }

    private void open(CaseId id) {
        try {
            rows = consents.open(id).stream().map(this::row).toList();
            opened = true;
        } catch (DoesNotOpen tamperedWith) {
            doubtful = true;
        }
    }

    private Row row(OpenConsent each) {
        Consent now = each.now();
        boolean counts = now.counts(LocalDate.now(clock));
        boolean over = now.state() == Consent.State.GIVEN && !counts;
        return new Row(
                now.id().toString(),
                now.upon(),
                exchange.text(WORDS, "purpose." + now.terms().purpose()),
                now.terms().recipient(),
                now.terms().share(),
                now.terms().withheld().isEmpty()
                        ? ""
                        : String.format(
                                exchange.text(WORDS, "withheld"), now.terms().withheld()),
                over ? exchange.text(WORDS, "state.over") : exchange.text(WORDS, "state." + now.state()),
                counts ? "done" : "neutral",
                Days.dated(now.on()),
                now.terms().until().map(Days::dated).orElseGet(() -> exchange.text(WORDS, "until.open")),
                SAID.stream().filter(now::leadsTo).map(Enum::name).toList(),
                each.steps().stream().map(this::step).toList());
    }

    private String step(Consent step) {
        if (step.state() == Consent.State.ASKED) {
            return String.format(exchange.text(WORDS, "asked"), Days.dated(step.on()));
        }
        return String.format(
                exchange.text(WORDS, "by." + step.by()),
                exchange.text(WORDS, "state." + step.state()),
                Days.dated(step.on()));
    }

    private void act(CaseId id) {
        if (!vaultLock.isOpen()) {
            lockedNow = true;
            return;
        }
        try {
            Optional<Consent.State> said = SAID.stream()
                    .filter(each ->
                            exchange.parameter("do").filter(each.name()::equals).isPresent())
                    .findFirst();
            if (said.isPresent()) {
                consents.settle(id, consentId(), upon(), said.get());
                exchange.goTo(HERE + getId() + "&done=settled");
            } else {
                ask(id);
            }
        } catch (VaultLocked justNow) {
            lockedNow = true;
        } catch (NoteChanged meanwhile) {
            exchange.goTo(HERE + getId() + "&done=changed");
        } catch (DoesNotOpen tamperedWith) {
            exchange.complainAt(null, exchange.text(WORDS, "error.keys"));
        } catch (KeystoreUnavailable down) {
            exchange.complainAt(null, exchange.text(WORDS, "error.later"));
        }
    }

    private void ask(CaseId id) {
        ConsentTerms terms = new ConsentTerms(purpose(), text("recipient"), text("share"), text("withheld"), until());
        if (terms.share().isEmpty()) {
            complain("share", "error.share");
        }
        if (errors.isEmpty()) {
            consents.ask(id, consentId(), terms);
            exchange.goTo(HERE + getId() + "&done=asked");
        }
    }

    private String text(String field) {
        String text = TypedText.clean(exchange.parameter(field).orElse(""));
        if (text.length() > ConsentTerms.LONGEST) {
            complain(field, "error.long");
        }
        return text;
    }

    private ConsentTerms.Purpose purpose() {
        return exchange.parameter("purpose")
                .flatMap(said -> Arrays.stream(ConsentTerms.Purpose.values())
                        .filter(each -> each.name().equals(said))
                        .findFirst())
                .orElse(ConsentTerms.Purpose.NOTICE);
    }

    private Optional<LocalDate> until() {
        Optional<String> typed = exchange.parameter("until");
        Optional<LocalDate> day = typed.flatMap(TypedForm::readDay);
        if (typed.isPresent() && day.isEmpty()) {
            complain("until", "error.day");
        }
        return day;
    }

    private void complain(String field, String key) {
        String said = exchange.text(WORDS, key);
        if (errors.putIfAbsent(field, said) == null) {
            exchange.complainAt(field, said);
        }
    }

    private UUID consentId() {
        return Ids.parse(exchange.parameter("consent").orElse(null));
    }

    private int upon() {
        return exchange.number("upon").orElse(0);
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("id").orElse(null));
    }

    public String getId() {
        return caseId().value().toString();
    }

    /** Drawn when the form is first shown, so that the same one sent twice is kept once. */
    public String getFreshId() {
        return exchange.isPost() && exchange.parameter("share").isPresent()
                ? exchange.parameter("consent").orElse("")
                : Ids.fresh().toString();
    }

    public List<Row> getRows() {
        return rows;
    }

    public String getSealed() {
        return exchange.counted(WORDS, "sealed", count);
    }

    public boolean isOpened() {
        return opened;
    }

    public boolean isDoubtful() {
        return doubtful;
    }

    public boolean isLockedNow() {
        return lockedNow;
    }

    public List<Choice> getPurposes() {
        ConsentTerms.Purpose chosen = purpose();
        return Arrays.stream(ConsentTerms.Purpose.values())
                .map(each -> new Choice(each.name(), exchange.text(WORDS, "purpose." + each), each == chosen))
                .toList();
    }

    /** What was typed and not kept. */
    public String typed(String field) {
        return exchange.isPost() ? exchange.parameter(field).orElse("") : "";
    }

    /** What is the matter with a field; empty for nothing. */
    public String wrong(String field) {
        return errors.getOrDefault(field, "");
    }

    /** What has just been done, if it is one of those there are words for. */
    public String getDone() {
        return exchange.isPost()
                ? ""
                : exchange.parameter("done").filter(NOTICES::contains).orElse("");
    }
}
