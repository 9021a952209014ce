package org.safespaces.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.Share;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.Grant;
import org.safespaces.vault.GrantPurpose;

/** Offers and covers as they are stored. Asks nobody for permission: its callers have. */
@RequestScoped
class Arrangements {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CaseKeys keys;

    @Inject
    private Clock clock;

    void add(HandOver offer) {
        entities.persist(offer);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    void add(Cover cover) {
        entities.persist(cover);
        entities.flush();
    }

    /** Which case an offer is about; for holding the case before the offer itself is read. */
    Optional<CaseId> caseOf(UUID offer) {
        return entities.createQuery("select h.caseId from HandOver h where h.id = :id", UUID.class)
                .setParameter("id", offer)
                .getResultStream()
                .map(CaseId::new)
                .findFirst();
    }

    HandOver offer(UUID id) {
        return entities.find(HandOver.class, id);
    }

    List<HandOver> offersOf(CaseId id) {
        return entities.createQuery(
                        "select h from HandOver h where h.caseId = :case order by h.offeredOn, h.id", HandOver.class)
                .setParameter("case", id.value())
                .getResultList();
    }

    Optional<HandOver> openOffer(CaseId id) {
        return offersOf(id).stream()
                .filter(offer -> offer.state() == HandOver.State.OFFERED)
                .findFirst();
    }

    List<HandOver> openOffersTo(TherapistId colleague) {
        return entities.createQuery(
                        "select h from HandOver h where h.toId = :to and h.state = :offered order by h.offeredOn, h.id",
                        HandOver.class)
                .setParameter("to", colleague.value())
                .setParameter("offered", HandOver.State.OFFERED)
                .getResultList();
    }

    List<HandOver> openOffersBy(TherapistId giver) {
        return entities.createQuery(
                        "select h from HandOver h where h.fromId = :from and h.state = :offered"
                                + " order by h.offeredOn, h.id",
                        HandOver.class)
                .setParameter("from", giver.value())
                .setParameter("offered", HandOver.State.OFFERED)
                .getResultList();
    }

    List<Cover> coversOf(CaseId id) {
        return entities.createQuery(
                        "select c from Cover c where c.caseId = :case order by c.givenOn, c.id", Cover.class)
                .setParameter("case", id.value())
                .getResultList();
    }

    /** Covers of a case whose keys still count. */
    List<Cover> openCoversOf(CaseId id) {
        return coversOf(id).stream().filter(cover -> cover.endedOn().isEmpty()).toList();
    }

    /** Every cover whose keys still count. */
    List<Cover> openCovers() {
        return entities.createQuery(
                        "select c from Cover c where c.endedOn is null order by c.givenOn, c.id", Cover.class)
                .getResultList();
    }

    /** Every offer that waits for an answer; a case has one at most. */
    List<HandOver> openOffers() {
        return entities.createQuery("select h from HandOver h where h.state = :offered", HandOver.class)
                .setParameter("offered", HandOver.State.OFFERED)
                .getResultList();
    }

    /** What somebody covers at this moment. */
    List<Cover> coveredBy(TherapistId colleague) {
        return entities.createQuery(
                        "select c from Cover c where c.colleagueId = :colleague and c.endedOn is null"
                                + " and c.begins <= :now and c.ends >= :now",
                        Cover.class)
                .setParameter("colleague", colleague.value())
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /** The cover by which somebody may open a case at this moment. */
    Optional<Cover> coverBy(TherapistId colleague, CaseId id) {
        return coveredBy(colleague).stream()
                .filter(cover -> cover.caseId().equals(id))
                .findFirst();
    }

    /** The cases in a caseload in which somebody still has a key that is not to open anything any more. */
    List<CaseId> lockToChange(TherapistId holder) {
        Stream<UUID> over = entities.createQuery(
                        "select c.caseId from Cover c, Caseload l where l.caseId = c.caseId and l.therapistId = :holder"
                                + " and c.endedOn is null and c.ends < :now",
                        UUID.class)
                .setParameter("holder", holder.value())
                .setParameter("now", clock.instant())
                .getResultStream();
        Stream<UUID> declined = entities.createQuery(
                        "select h.caseId from HandOver h, Caseload l where l.caseId = h.caseId"
                                + " and l.therapistId = :holder and h.state = :declined and h.lockChanged = false",
                        UUID.class)
                .setParameter("holder", holder.value())
                .setParameter("declined", HandOver.State.DECLINED)
                .getResultStream();
        return Stream.concat(over, declined).distinct().map(CaseId::new).toList();
    }

    /**
     * Changes the lock of a case for its holder, for whoever still covers and for whom it is still offered to. Whatever else
     * gave somebody a key has ended with that.
     *
     * @return the covers that ended by it
     */
    List<Cover> changeLock(CaseId id, Disclosure why) {
        LocalDate today = LocalDate.now(clock);
        List<Cover> over = openCoversOf(id).stream()
                .filter(cover -> cover.isOver(clock.instant()))
                .toList();
        over.forEach(cover -> cover.end(today));
        List<Share> others = Stream.concat(
                        openCoversOf(id).stream().map(Cover::share),
                        openOffer(id).stream().map(offer -> new Share(offer.to(), GrantPurpose.HANDOVER, Grant.NO_END)))
                .toList();
        keys.rotate(id, others, why);
        offersOf(id).stream()
                .filter(offer -> offer.state() != HandOver.State.OFFERED)
                .forEach(HandOver::lockIsChanged);
        entities.flush();
        return over;
    }
}
