package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.OpenOutside;
import org.safespaces.notes.OutsideRequests;
import org.safespaces.notes.OutsideTerms;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Exchange;

/** One thing that somebody outside asked about a client: as it stands, or a new one. */
@Named
@RequestScoped
public class OutsideRequestPage {
    private static final String BUNDLE = "rights";

    @Inject
    private OutsideRequests requests;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private SealedForm form;
    private int version;
    private boolean closed;
    private UUID draft;

    /** Opens one, for this one answer; or keeps what was typed. */
    public void load() {
        requests.count(caseId());
        if (exchange.isPost()) {
            form().keep(this::save);
            return;
        }
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        existing().ifPresent(this::open);
    }

    private void open(UUID id) {
        try {
            OpenOutside opened = requests.read(caseId(), id);
            version = opened.summary().version();
            form = new SealedForm(exchange, shown(opened.terms()));
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        }
    }

    private static Map<String, String> shown(OutsideTerms terms) {
        return Map.of(
                "asker", terms.asker().name(),
                "came", terms.came().toString(),
                "who", terms.who(),
                "basis", terms.basis(),
                "asked", terms.asked(),
                "worth", terms.worth(),
                "view", terms.view(),
                "given", terms.given(),
                "decision", terms.decision().name(),
                "answered", terms.answered().map(LocalDate::toString).orElse(""));
    }

    private void save() {
        OutsideTerms terms = new OutsideTerms(
                form.one("asker", OutsideTerms.Asker.values()),
                past("came").orElseGet(diary::today),
                form.text("who", OutsideRequests.LONGEST_LINE),
                form.text("basis", OutsideRequests.LONGEST_LINE),
                form.text("asked", OutsideRequests.LONGEST),
                form.text("worth", OutsideRequests.LONGEST),
                form.text("view", OutsideRequests.LONGEST),
                form.text("given", OutsideRequests.LONGEST),
                form.one("decision", OutsideTerms.Decision.values()),
                past("answered"));
        if (form.in("came").isEmpty()) {
            form.complain("came", "error.day");
        }
        if (terms.who().isBlank()) {
            form.complainOf("who", exchange.text(BUNDLE, "outside.error.who"));
        }
        if (!terms.fits()) {
            boolean open = terms.decision() == OutsideTerms.Decision.OPEN;
            form.complainOf("answered", exchange.text(BUNDLE, open ? "outside.error.open" : "outside.error.answered"));
        }
        if (form.isFine()) {
            requests.keep(caseId(), existing().orElseGet(this::fresh), getUpon(), terms);
            exchange.goTo("/therapist/outside?case=" + caseId().value() + "&done=kept");
        }
    }

    private Optional<LocalDate> past(String field) {
        Optional<LocalDate> day = form.day(field);
        if (day.filter(diary.today()::isBefore).isPresent()) {
            form.complain(field, "error.day.ahead");
        }
        return day;
    }

    private SealedForm form() {
        if (form == null) {
            form = new SealedForm(
                    exchange,
                    Map.of("asker", OutsideTerms.Asker.POLICE.name(), "decision", OutsideTerms.Decision.OPEN.name()));
        }
        return form;
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    private Optional<UUID> existing() {
        return exchange.parameter("id").map(Ids::parse);
    }

    private UUID fresh() {
        if (draft == null) {
            draft = exchange.parameter("draft").map(Ids::parse).orElseGet(Ids::fresh);
        }
        return draft;
    }

    public String getId() {
        return existing().map(UUID::toString).orElse("");
    }

    /** Drawn once for a new one: sent twice, it is kept once. */
    public String getDraft() {
        return fresh().toString();
    }

    /** The version that is shown; 0 for a new one. */
    public int getUpon() {
        return exchange.isPost()
                ? exchange.parameter("upon")
                        .filter(text -> text.matches("\\d{1,6}"))
                        .map(Integer::parseInt)
                        .orElse(0)
                : version;
    }

    public String typed(String field) {
        return form().in(field);
    }

    public String wrong(String field) {
        return form().wrong(field);
    }

    public List<SealedForm.Choice> getAskers() {
        return choices("asker", OutsideTerms.Asker.values());
    }

    public List<SealedForm.Choice> getDecisions() {
        return choices("decision", OutsideTerms.Decision.values());
    }

    private <E extends Enum<E>> List<SealedForm.Choice> choices(String field, E[] values) {
        return Arrays.stream(values)
                .map(each -> new SealedForm.Choice(
                        each.name(),
                        exchange.text(BUNDLE, "outside." + field + "." + each.name()),
                        each.name().equals(form().in(field))))
                .toList();
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
}
