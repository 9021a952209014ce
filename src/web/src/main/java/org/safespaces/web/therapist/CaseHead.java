package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.safespaces.access.Cases;
import org.safespaces.access.HandOvers;
import org.safespaces.access.Offer;
import org.safespaces.access.Resting;
import org.safespaces.people.CaseId;
import org.safespaces.scheduling.CaseTimes;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Exchange;

/**
 * What stands above every page of a case file. Its case is the parameter {@code case} or, without that, {@code id}. Opens nothing, and works with
 * the vault locked.
 */
@Named
@RequestScoped
public class CaseHead {
    @Inject
    private Cases cases;

    @Inject
    private HandOvers handOvers;

    @Inject
    private Resting resting;

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private ClientsPage.Row client;
    private CaseTimes times;
    private boolean rests;
    private Optional<Offer> offer;

    /** Whose page it is is asked before anything is drawn. */
    public void load() {
        CaseId id = caseId();
        client = ClientsPage.Row.of(cases.mine(id));
        times = diary.times(id);
        rests = resting.rests(id);
        offer = isOwn() ? handOvers.of(id) : Optional.empty();
    }

    public ClientsPage.Row getClient() {
        return client;
    }

    public String getId() {
        return caseId().value().toString();
    }

    private CaseId caseId() {
        return CaseId.parse(
                exchange.parameter("case").or(() -> exchange.parameter("id")).orElse(null));
    }

    /** Nothing is written in it for now. */
    public boolean isResting() {
        return rests;
    }

    /** It is her own, and she does not only cover. */
    public boolean isOwn() {
        // asked while a post is taken apart, before the page has been read
        return client == null || client.coverUntil().isEmpty();
    }

    /** To whom it is offered; empty when it is not. */
    public String getOfferedTo() {
        return offer == null ? "" : offer.map(Offer::to).orElse("");
    }

    public String getNext() {
        return times == null
                ? ""
                : times.next()
                        .map(when -> Spoken.brief(when, diary.zone()))
                        .orElseGet(() -> exchange.text("casefile", "client.next.none"));
    }

    public String getLast() {
        return times == null
                ? ""
                : times.last()
                        .map(when -> Spoken.brief(when, diary.zone()))
                        .orElseGet(() -> exchange.text("casefile", "client.last.none"));
    }
}
