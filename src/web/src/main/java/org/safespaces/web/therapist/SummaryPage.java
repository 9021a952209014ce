package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import org.safespaces.access.TextRefused;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.HandOverSummaries;
import org.safespaces.notes.OpenSummary;
import org.safespaces.notes.SummaryStanding;
import org.safespaces.people.CaseId;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What is written for the colleague who takes a case over; to begin with, what the system knows of it. */
@Named
@RequestScoped
public class SummaryPage {
    private static final String WORDS = "handover";

    @Inject
    private HandOverSummaries summaries;

    @Inject
    private SummaryFacts facts;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Exchange exchange;

    private Optional<SummaryStanding> standing = Optional.empty();
    private SealedForm form;
    private boolean closed;
    private boolean doubtful;
    private String wrong = "";

    /** Opens what there is, for this one answer; or keeps what was typed. */
    public void load() {
        standing = summaries.standing(caseId());
        if (exchange.isPost()) {
            form().keep(this::write);
            return;
        }
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        try {
            form = new SealedForm(exchange, Map.of("said", begun()));
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        }
    }

    /** Her own goes on; what was written for her is another's. */
    private String begun() {
        if (standing.filter(SummaryStanding::own).isEmpty()
                || standing.filter(SummaryStanding::acknowledged).isPresent()) {
            return facts.of(caseId());
        }
        OpenSummary opened = summaries.read(caseId());
        doubtful = !opened.whole();
        return opened.said();
    }

    private void write() {
        try {
            summaries.write(caseId(), getUpon(), form().in("said"));
            exchange.goTo("/therapist/hand-over?case=" + getId() + "&done=summary");
        } catch (TextRefused refused) {
            wrong = exchange.text(WORDS, "summary.error." + refused.reason());
            exchange.complainAt("said", wrong);
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

    public String getId() {
        return caseId().value().toString();
    }

    /** The version that was shown; 0 for none. */
    public int getUpon() {
        return exchange.isPost()
                ? exchange.number("upon").orElse(0)
                : standing.map(SummaryStanding::version).orElse(0);
    }

    public String getSaid() {
        return form().in("said");
    }

    public String getWrong() {
        return wrong;
    }

    /** Since when there is one of her own; empty for none. */
    public String getKept() {
        return standing.filter(SummaryStanding::own)
                .filter(each -> !each.acknowledged())
                .map(each -> String.format(exchange.text(WORDS, "summary.kept"), Days.dated(each.day())))
                .orElse("");
    }

    public boolean isClosed() {
        return closed;
    }

    /** The record it stands in does not match its seal. */
    public boolean isDoubtful() {
        return doubtful;
    }

    public boolean isLockedNow() {
        return form().isLocked();
    }

    public boolean isChanged() {
        return form().isChanged();
    }
}
