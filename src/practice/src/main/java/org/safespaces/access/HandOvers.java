package org.safespaces.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.Share;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.Grant;
import org.safespaces.vault.GrantPurpose;

/**
 * A case passes from one therapist to another. She who gives seals the keys to a colleague; the colleague accepts and with that
 * changes the lock, so that the giver never holds the new key. Until then the case stays the giver's, and the server does not let
 * the colleague in. Source: vault.md 6.9.
 */
@Stateless
@RolesAllowed("therapist")
public class HandOvers {
    @Inject
    private CaseAccess access;

    @Inject
    private Arrangements arrangements;

    @Inject
    private CaseKeys keys;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Mailer mailer;

    @Inject
    private Event<CaseHandedOver> handedOver;

    @Inject
    private Clock clock;

    /** Who can take a case over, or cover: colleagues whose keys are vouched for, by name. */
    public List<TherapistSummary> colleagues() {
        Set<TherapistId> vouchedFor = keys.colleagues();
        return people.colleagues().stream()
                .filter(colleague -> vouchedFor.contains(colleague.id()))
                .toList();
    }

    /**
     * Offers a case of the caller's to a colleague, who is written to. Needs the vault open. Throws {@link AlreadyOffered}, {@link
     * org.safespaces.keys.UnvouchedColleague}, {@link NotYours}.
     */
    public void offer(CaseId caseId, TherapistId to) {
        Disclosure why = access.toHandOn(caseId, AuditAction.HANDOVER_OFFERED);
        if (arrangements.openOffer(caseId).isPresent()) {
            throw new AlreadyOffered();
        }
        arrangements.add(new HandOver(Ids.fresh(), caseId, me(), to, today()));
        keys.share(caseId, new Share(to, GrantPurpose.HANDOVER, Grant.NO_END), why);
        mailer.send(Letter.MESSAGE_WAITING, to.value());
    }

    /** Takes the offer of a case back, and changes the lock. Needs the vault open. Throws {@link OfferGone}, {@link NotYours}. */
    public void withdraw(CaseId caseId) {
        Disclosure why = access.toChangeLock(caseId);
        HandOver offer = arrangements.openOffer(caseId).orElseThrow(OfferGone::new);
        offer.answer(HandOver.State.WITHDRAWN, today());
        audit.record(caller.actor(), AuditAction.HANDOVER_WITHDRAWN, "case", caseId.value());
        arrangements.changeLock(caseId, why);
    }

    /**
     * Takes a case over: it moves into the caller's caseload, its lock is changed, and nobody else holds a key of it, colleagues
     * who covered among them. Needs the vault open. Throws {@link OfferGone}, {@link NotYours}, {@link
     * org.safespaces.keys.KeysDoNotFit}.
     *
     * @return the case
     */
    public CaseId accept(UUID id) {
        CaseId caseId = arrangements.caseOf(id).orElseThrow(NoSuchPerson::new);
        Disclosure why = access.toTakeOver(caseId);
        HandOver offer = arrangements.offer(id);
        offer.answer(HandOver.State.ACCEPTED, today());
        people.handOver(caseId, offer.from(), offer.to());
        arrangements.openCoversOf(caseId).forEach(this::end);
        handedOver.fire(new CaseHandedOver(caseId, offer.to()));
        audit.record(caller.actor(), AuditAction.HANDOVER_ACCEPTED, "case", caseId.value());
        arrangements.changeLock(caseId, why);
        mailer.send(Letter.MESSAGE_WAITING, offer.from().value());
        return caseId;
    }

    private void end(Cover cover) {
        cover.end(today());
        audit.record(
                caller.actor(), AuditAction.COVER_ENDED, "case", cover.caseId().value());
    }

    /**
     * Does not take a case over. The key that came with the offer ends when its therapist next unlocks. Throws {@link OfferGone},
     * {@link NotYours}.
     */
    public void decline(UUID id) {
        CaseId caseId = arrangements.caseOf(id).orElseThrow(NoSuchPerson::new);
        access.offered(caseId);
        HandOver offer = arrangements.offer(id);
        offer.answer(HandOver.State.DECLINED, today());
        audit.record(caller.actor(), AuditAction.HANDOVER_DECLINED, "case", caseId.value());
        mailer.send(Letter.MESSAGE_WAITING, offer.from().value());
    }

    /** Cases that are offered to the caller, the oldest offer first. Works with the vault locked. */
    public List<Offer> toMe() {
        return shown(caller.therapist().map(arrangements::openOffersTo).orElse(List.of()));
    }

    /** Cases the caller has offered, and nobody has answered yet. */
    public List<Offer> byMe() {
        return shown(caller.therapist().map(arrangements::openOffersBy).orElse(List.of()));
    }

    /** An offer to the caller; throws {@link OfferGone} when it is answered or taken back, {@link NotYours} when it was not to her. */
    public Offer toMe(UUID id) {
        CaseId caseId = arrangements.caseOf(id).orElseThrow(NoSuchPerson::new);
        access.offered(caseId);
        HandOver offer = arrangements.offer(id);
        if (offer.state() != HandOver.State.OFFERED) {
            throw new OfferGone();
        }
        return shown(offer);
    }

    /** The open offer of a case of the caller's. */
    public Optional<Offer> of(CaseId caseId) {
        access.owner(caseId);
        return arrangements.openOffer(caseId).map(this::shown);
    }

    private List<Offer> shown(List<HandOver> offers) {
        Map<CaseId, ClientSummary> clients =
                people.summaries(offers.stream().map(HandOver::caseId).toList());
        return offers.stream()
                .map(offer -> shown(offer, clients.get(offer.caseId()).designation()))
                .toList();
    }

    private Offer shown(HandOver offer) {
        return shown(offer, people.summary(offer.caseId()).designation());
    }

    private Offer shown(HandOver offer, String designation) {
        return new Offer(
                offer.id(),
                offer.caseId(),
                designation,
                people.therapist(offer.from()).shownName(),
                people.therapist(offer.to()).shownName(),
                offer.offeredOn());
    }

    private TherapistId me() {
        return caller.therapist().orElseThrow(NoSuchPerson::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
