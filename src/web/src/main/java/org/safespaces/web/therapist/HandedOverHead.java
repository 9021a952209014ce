package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.safespaces.access.Cases;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.HandOverSummaries;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.OpenSummary;
import org.safespaces.notes.SummaryStanding;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What a colleague wrote for whoever takes a case over: first on its overview, until she says that she has read it. */
@Named
@RequestScoped
public class HandedOverHead {
    @Inject
    private HandOverSummaries summaries;

    @Inject
    private Cases cases;

    @Inject
    private People people;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Exchange exchange;

    private Optional<SummaryStanding> standing = Optional.empty();
    private String said = "";
    private boolean closed;

    /** Opens it for this one answer, or keeps that it was read. Nothing for a case that she covers. */
    public void load() {
        CaseId id = CaseId.parse(exchange.parameter("id").orElse(null));
        if (cases.mine(id).coverUntil().isPresent()) {
            return;
        }
        if (exchange.isPost() && exchange.parameter("do").filter("read"::equals).isPresent()) {
            acknowledge(id);
            return;
        }
        standing = summaries.standing(id).filter(SummaryStanding::waiting);
        if (standing.isPresent() && vaultLock.isOpen()) {
            open(id);
        }
    }

    private void open(CaseId id) {
        try {
            OpenSummary opened = summaries.read(id);
            said = opened.said();
            closed = !opened.whole();
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        }
    }

    private void acknowledge(CaseId id) {
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        try {
            summaries.acknowledge(id, exchange.number("upon").orElse(0));
        } catch (NoteChanged | DoesNotOpen lookAgain) {
            // what stands there now is shown again
        }
        exchange.goTo("/therapist/client?id=" + id.value());
    }

    public boolean isWaiting() {
        return standing.isPresent();
    }

    /** It can be read now. */
    public boolean isOpen() {
        return !said.isEmpty();
    }

    /** It does not match its seal. */
    public boolean isClosed() {
        return closed;
    }

    public String getSaid() {
        return said;
    }

    public int getUpon() {
        return standing.map(SummaryStanding::version).orElse(0);
    }

    /** By whom, and when. */
    public String getBy() {
        return standing.map(each -> String.format(
                        exchange.text("handover", "summary.by"),
                        people.therapist(each.by()).shownName(),
                        Days.dated(each.day())))
                .orElse("");
    }
}
