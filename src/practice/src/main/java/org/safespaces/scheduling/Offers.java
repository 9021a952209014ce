package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.mail.Addressees;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.CaseErased;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/**
 * Offers free times to those who wait, in their order: the first time that suits the first of them, and so on. An offer is a hold, made
 * under the lock of the diary, in the transaction in which the time became free: nobody gets in between. Each has one offer at a time,
 * and none is offered the same time twice.
 */
@ApplicationScoped
class Offers {
    /** How long somebody has for her answer, counted in hours in which she may be written to. Source: booking.md 7. */
    static final Duration ANSWER = Duration.ofHours(4);

    static final Column CLIENT_REF = new Column("waiting_entry", "client_ref");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Timetable timetable;

    @Inject
    private People people;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private Mailer mailer;

    @Inject
    private Addressees addressees;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** A diary has changed, and is locked: what was an offer may be none any more, and what is free may be offered. */
    void hear(@Observes AppointmentChanged changed) {
        settle(changed);
        switch (changed.kind()) {
            case CANCELLED, CANCELLED_UNSAFE, DECLINED, MOVED, HELD_ENDED -> fill(changed.therapist());
            case REQUESTED, APPROVED, BOOKED, ATTENDED, MISSED -> {
                // no time has become free
            }
        }
    }

    private void settle(AppointmentChanged changed) {
        Optional.ofNullable(entities.find(StoredOffer.class, changed.appointment()))
                .filter(StoredOffer::isOpen)
                .ifPresent(offer -> {
                    switch (changed.kind()) {
                        case BOOKED, REQUESTED -> {
                            takeOff(entities.find(StoredWaiting.class, offer.entryId()));
                        }
                        default -> offer.turnOut(StoredOffer.Outcome.PASSED);
                    }
                    entities.flush();
                });
    }

    /** Offers what can be offered in one diary, which is locked. */
    void fill(TherapistId therapist) {
        List<StoredWaiting> waiting = waiting(therapist);
        if (waiting.isEmpty()) {
            return;
        }
        // what became free has to be free for the database as well
        entities.flush();
        TherapistSummary whose = people.therapist(therapist);
        waiting.stream().filter(this::hasNoOffer).forEach(entry -> offer(whose, entry));
    }

    /** Those who wait in one diary, in their order; not those whose time is over. */
    List<StoredWaiting> waiting(TherapistId therapist) {
        return entities.createQuery(
                        "select w from StoredWaiting w where w.therapistId = :therapist and w.expiresOn >= :today"
                                + " order by w.place, w.since, w.id",
                        StoredWaiting.class)
                .setParameter("therapist", therapist.value())
                .setParameter("today", LocalDate.now(clock))
                .getResultList();
    }

    private boolean hasNoOffer(StoredWaiting entry) {
        return open(entry).isEmpty();
    }

    /** The offer that somebody has now. */
    Optional<StoredOffer> open(StoredWaiting entry) {
        return offers(entry).stream().filter(StoredOffer::isOpen).findFirst();
    }

    private List<StoredOffer> offers(StoredWaiting entry) {
        return entities.createQuery("select o from StoredOffer o where o.entryId = :entry", StoredOffer.class)
                .setParameter("entry", entry.id())
                .getResultList();
    }

    private void offer(TherapistSummary whose, StoredWaiting entry) {
        CaseId client = client(entry);
        SessionType type = timetable.type(entry.typeId());
        if (!type.isOfferedToClients() || !people.holds(whose.id(), client)) {
            return;
        }
        Instant now = clock.instant();
        Set<Instant> before = offers(entry).stream().map(StoredOffer::startsAt).collect(Collectors.toSet());
        ZoneId hers = people.zoneOf(client).orElse(whose.zone());
        Instant until = until(client, now);
        Instant earliest = until.plus(type.terms().notice());
        LocalDate today = LocalDate.ofInstant(now, whose.zone());
        LocalDate last = today.plusDays(type.terms().horizonDays());
        Span all = new Span(now, last.plusDays(2).atStartOfDay(whose.zone()).toInstant());
        timetable.availability(whose, client, type, all, now).free(today, last, now).stream()
                .filter(slot -> !slot.start().isBefore(earliest))
                .filter(slot -> entry.times().suit(slot.start(), hers))
                .filter(slot -> !before.contains(slot.start()))
                .findFirst()
                .ifPresent(slot -> keep(whose, entry, client, type, slot.start(), until));
    }

    /**
     * An hour in which no letter may reach her is no time to answer. Where nobody knows her hours, or she has next to none, all of them
     * count: she finds the offer when she looks. Ends with a whole minute, since she is told no seconds, and never before the hours are
     * over.
     */
    private Instant until(CaseId client, Instant now) {
        Instant over = addressees
                .find(client.value())
                .flatMap(her -> her.spent(ANSWER, now))
                .orElseGet(() -> now.plus(ANSWER));
        Instant minute = over.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(over) ? over : minute.plus(1, ChronoUnit.MINUTES);
    }

    private void keep(
            TherapistSummary whose,
            StoredWaiting entry,
            CaseId client,
            SessionType type,
            Instant start,
            Instant until) {
        UUID id = Ids.fresh();
        entities.persist(Appointment.offer(id, whose, timetable.mark(client, id), type, start, clock.instant(), until));
        entities.persist(new StoredOffer(id, entry.id(), start, until));
        entities.flush();
        audit.record(Actor.SERVER, AuditAction.APPOINTMENT_OFFERED, "appointment", id);
        mailer.send(Letter.MESSAGE_WAITING, client.value());
    }

    /** Takes somebody off the list, with what she was offered; a time that is held for her is ended by whoever does. */
    void takeOff(StoredWaiting entry) {
        offers(entry).forEach(entities::remove);
        entities.remove(entry);
        entities.flush();
    }

    CaseId client(StoredWaiting entry) {
        return new CaseId(serverSeal.openId(entry.clientRef(), CLIENT_REF, entry.id()));
    }

    /** In whose diaries somebody waits. */
    Set<TherapistId> diaries() {
        return entities.createQuery("select distinct w.therapistId from StoredWaiting w", UUID.class)
                .getResultStream()
                .map(TherapistId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Nobody waits longer than she said. */
    void forgetOver() {
        entities.createQuery("delete from StoredWaiting w where w.expiresOn < :today")
                .setParameter("today", LocalDate.now(clock))
                .executeUpdate();
    }

    void forget(@Observes CaseErased erased) {
        entities.createQuery("delete from StoredWaiting w where w.clientTag = :tag")
                .setParameter("tag", timetable.tag(erased.caseId()))
                .executeUpdate();
    }
}
