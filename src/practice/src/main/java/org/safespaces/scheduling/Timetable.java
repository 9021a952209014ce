package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/** What stands in the diaries, looked up for both sides, and the lock on each. Asks for nobody's permission. */
@ApplicationScoped
class Timetable {
    static final Column CLIENT_REF = new Column("appointment", "client_ref");
    static final Column CLIENT_TAG = new Column("appointment", "client_tag");
    private static final Column ACCOUNT = new Column("booking_request", "account_tag");
    private static final Duration A_DAY = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private EndOfHolds endOfHolds;

    /**
     * Holds a diary until the transaction ends; whoever changes one comes here first. Makes it on first use. What was held in it too
     * long is free from here on.
     */
    void lock(TherapistId therapist) {
        entities.createNativeQuery("INSERT INTO diary (therapist_id) VALUES (?1) ON CONFLICT DO NOTHING")
                .setParameter(1, therapist.value())
                .executeUpdate();
        entities.createNativeQuery("SELECT therapist_id FROM diary WHERE therapist_id = ?1 FOR NO KEY UPDATE")
                .setParameter(1, therapist.value())
                .getSingleResult();
        endOfHolds.endStale(therapist);
    }

    /** The same for several, in the one order in which nobody waits for somebody who waits for her. */
    void lock(Stream<TherapistId> therapists) {
        therapists.distinct().sorted(Comparator.comparing(TherapistId::value)).forEach(this::lock);
    }

    static TherapistSummary first(List<TherapistSummary> therapists) {
        return therapists.stream().findFirst().orElseThrow(NoSuchPerson::new);
    }

    SessionType type(UUID id) {
        return entities.find(SessionType.class, id);
    }

    /** When a therapist is open; good for the stretch asked about, and no further. */
    Openings openings(TherapistSummary therapist, Span about) {
        TherapistId id = therapist.id();
        ZoneId zone = therapist.zone();
        return diary(id)
                .map(diary -> diary.openings(
                        zone,
                        week(id),
                        exceptions(
                                id, LocalDate.ofInstant(about.from(), zone), LocalDate.ofInstant(about.until(), zone)),
                        timeOff(id, about).stream().map(TimeOff::span).toList()))
                .orElse(Openings.none(zone));
    }

    Optional<StoredDiary> diary(TherapistId therapist) {
        return Optional.ofNullable(entities.find(StoredDiary.class, therapist.value()));
    }

    /** The hours of all weeks, whenever they go. */
    List<StandingHours> week(TherapistId therapist) {
        return entities.createQuery(
                        "select h from StoredHours h where h.therapistId = :therapist order by h.day, h.opens",
                        StoredHours.class)
                .setParameter("therapist", therapist.value())
                .getResultStream()
                .map(StoredHours::standing)
                .toList();
    }

    /** Dates with hours of their own, both ends included, earliest first. */
    List<ExceptionDay> exceptions(TherapistId therapist, LocalDate first, LocalDate last) {
        return entities.createQuery(
                        "select e from StoredException e where e.therapistId = :therapist"
                                + " and e.onDate between :first and :last order by e.onDate",
                        StoredException.class)
                .setParameter("therapist", therapist.value())
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream()
                .map(StoredException::day)
                .toList();
    }

    /** Leave and blocked time that meets a stretch, earliest first. */
    List<TimeOff> timeOff(TherapistId therapist, Span stretch) {
        return entities.createQuery(
                        "select o from StoredTimeOff o where o.therapistId = :therapist"
                                + " and o.startsAt < :until and o.endsAt > :from order by o.startsAt, o.id",
                        StoredTimeOff.class)
                .setParameter("therapist", therapist.value())
                .setParameter("from", stretch.from())
                .setParameter("until", stretch.until())
                .getResultStream()
                .map(StoredTimeOff::off)
                .toList();
    }

    /**
     * Free times of a therapist for a client; good for the stretch asked about, and no further. What is held for this client is free
     * for her: she can only hold one time.
     */
    Availability availability(TherapistSummary therapist, CaseId client, SessionType type, Span about, Instant now) {
        return without(each -> false, therapist, client, type, about, now);
    }

    /** The same for moving one that stands already: it is not in its own way. */
    Availability availabilityToMove(
            Appointment moving, TherapistSummary therapist, CaseId client, SessionType type, Span about, Instant now) {
        return without(each -> each.id().equals(moving.id()), therapist, client, type, about, now);
    }

    private Availability without(
            Predicate<Appointment> leftOut,
            TherapistSummary therapist,
            CaseId client,
            SessionType type,
            Span about,
            Instant now) {
        byte[] tag = tag(client);
        Predicate<Appointment> inTheWay =
                appointment -> appointment.isLive(now) && !appointment.isHeldFor(tag) && !leftOut.test(appointment);
        // A day more on each side: the cap goes by the therapist's days, and breaks reach out of the sessions.
        Span wide = new Span(about.from().minus(A_DAY), about.until().plus(A_DAY));
        List<Commitments.Session> diary = in(therapist.id(), wide).stream()
                .filter(inTheWay)
                .map(Appointment::session)
                .toList();
        List<Span> own = of(client).stream()
                .filter(inTheWay)
                .map(Appointment::during)
                .filter(session -> session.until().isAfter(now))
                .toList();
        return new Availability(type.terms(), openings(therapist, wide), new Commitments(diary, own));
    }

    /** All that stands or stood in a diary within a stretch of time, earliest first. */
    List<Appointment> in(TherapistId therapist, Span stretch) {
        return entities.createQuery(
                        "select a from Appointment a where a.therapistId = :therapist"
                                + " and a.startsAt < :until and a.endsAt > :from order by a.startsAt, a.id",
                        Appointment.class)
                .setParameter("therapist", therapist.value())
                .setParameter("from", stretch.from())
                .setParameter("until", stretch.until())
                .getResultList();
    }

    /** One that stands or stood in this diary, as it is now: whoever changes it has locked the diary. */
    Optional<Appointment> mine(TherapistId therapist, UUID id) {
        Optional<Appointment> found = Optional.ofNullable(entities.find(Appointment.class, id))
                .filter(appointment -> appointment.therapist().equals(therapist));
        found.ifPresent(entities::refresh);
        return found;
    }

    /** The others of its series and itself, as far as they are to come and were not changed by hand; none when it has no series. */
    List<Appointment> repeats(Appointment own, Instant now) {
        return own.series()
                .map(series -> entities.createQuery(
                                "select a from Appointment a where a.seriesId = :series and a.startsAt > :now"
                                        + " and a.status in :live and a.changedByHand = false order by a.startsAt",
                                Appointment.class)
                        .setParameter("series", series)
                        .setParameter("now", now)
                        .setParameter("live", AppointmentStatus.LIVE)
                        .getResultList())
                .orElse(List.of());
    }

    /** The kinds of session that a therapist can book, by name. */
    List<SessionType> offered() {
        return entities.createQuery(
                        "select t from SessionType t where t.offered = true order by t.name", SessionType.class)
                .getResultList();
    }

    /** Its therapist has said that it stands at this time, outside of her hours. */
    void keep(UUID appointment, Instant start) {
        entities.createNativeQuery("DELETE FROM kept_time WHERE appointment_id = ?1")
                .setParameter(1, appointment)
                .executeUpdate();
        entities.createNativeQuery("INSERT INTO kept_time (appointment_id, starts_at) VALUES (?1, ?2)")
                .setParameter(1, appointment)
                .setParameter(2, start)
                .executeUpdate();
    }

    /** What stood outside of the hours within a stretch is to be decided about anew. */
    void askAgain(TherapistId therapist, Span stretch) {
        entities.createNativeQuery("DELETE FROM kept_time k USING appointment a WHERE a.id = k.appointment_id"
                        + " AND a.therapist_id = ?1 AND a.starts_at < ?2 AND a.ends_at > ?3")
                .setParameter(1, therapist.value())
                .setParameter(2, stretch.until())
                .setParameter(3, stretch.from())
                .executeUpdate();
    }

    /** Those of a stretch that stand outside of the hours because their therapist has said so. */
    Set<UUID> kept(TherapistId therapist, Span stretch) {
        List<?> found = entities.createNativeQuery(
                        "SELECT a.id FROM appointment a JOIN kept_time k ON k.appointment_id = a.id"
                                + " AND k.starts_at = a.starts_at WHERE a.therapist_id = ?1 AND a.starts_at < ?2"
                                + " AND a.ends_at > ?3")
                .setParameter(1, therapist.value())
                .setParameter(2, stretch.until())
                .setParameter(3, stretch.from())
                .getResultList();
        return found.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    /** All appointments of a client, earliest first. */
    List<Appointment> of(CaseId client) {
        return entities.createQuery(
                        "select a from Appointment a where a.clientTag = :tag order by a.startsAt, a.id",
                        Appointment.class)
                .setParameter("tag", tag(client))
                .getResultList();
    }

    /** The last and next appointment of each of these clients who has one, in one question. */
    Map<CaseId, CaseTimes> times(Set<CaseId> clients, Instant now) {
        if (clients.isEmpty()) {
            return Map.of();
        }
        Map<ByteBuffer, CaseId> byTag =
                clients.stream().collect(Collectors.toMap(client -> ByteBuffer.wrap(tag(client)), client -> client));
        return entities.createQuery(
                        "select a.clientTag,"
                                + " max(case when a.endsAt <= :now and a.status in :kept then a.startsAt end),"
                                + " min(case when a.endsAt > :now and a.status in :agreed then a.startsAt end)"
                                + " from Appointment a where a.clientTag in :tags group by a.clientTag",
                        Object[].class)
                .setParameter("now", now)
                .setParameter("kept", Set.of(AppointmentStatus.CONFIRMED, AppointmentStatus.DONE))
                .setParameter("agreed", Set.of(AppointmentStatus.CONFIRMED, AppointmentStatus.REQUESTED))
                .setParameter(
                        "tags", byTag.keySet().stream().map(ByteBuffer::array).toList())
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> byTag.get(ByteBuffer.wrap((byte[]) row[0])),
                        row -> new CaseTimes(
                                Optional.ofNullable((Instant) row[1]), Optional.ofNullable((Instant) row[2]))));
    }

    /** The client as one appointment's row knows her. */
    ClientMark mark(CaseId client, UUID appointment) {
        return new ClientMark(serverSeal.sealId(client.value(), CLIENT_REF, appointment), tag(client));
    }

    /** In whose diaries a time is held for a client; asked before they are locked, so nothing of it stays in memory. */
    Stream<TherapistId> holdersFor(CaseId client) {
        return entities.createQuery(
                        "select distinct a.therapistId from Appointment a where a.clientTag = :tag and a.status = :held",
                        UUID.class)
                .setParameter("tag", tag(client))
                .setParameter("held", AppointmentStatus.HELD)
                .getResultStream()
                .map(TherapistId::new);
    }

    byte[] tag(CaseId client) {
        return serverSeal.tag(CLIENT_TAG, ServerSeal.bytes(client.value()));
    }

    /** The client as her acts of booking know her. */
    byte[] account(CaseId client) {
        return serverSeal.tag(ACCOUNT, ServerSeal.bytes(client.value()));
    }

    /**
     * Is this her first session with this therapist? Then the therapist decides. It is one until a session with her has been agreed
     * that was not given back.
     */
    boolean isFirst(CaseId client, TherapistId therapist) {
        return of(client).stream()
                .filter(appointment -> appointment.therapist().equals(therapist))
                .map(Appointment::status)
                .noneMatch(Set.of(AppointmentStatus.CONFIRMED, AppointmentStatus.DONE)::contains);
    }

    /** The kinds that a client can book herself, by name. */
    List<SessionType> offeredToClients() {
        return entities.createQuery("select t from SessionType t order by t.name, t.id", SessionType.class)
                .getResultStream()
                .filter(SessionType::isOfferedToClients)
                .toList();
    }

    AppointmentSummary forClient(Appointment appointment, CaseId client, Instant now) {
        Span during = appointment.during();
        boolean live = appointment.isLive(now);
        boolean ahead = live && during.from().isAfter(now);
        SessionType type = type(appointment.typeId());
        return new AppointmentSummary(
                appointment.id(),
                appointment.version(),
                during.from(),
                during.until(),
                type.kind(),
                people.therapist(appointment.therapist()),
                appointment.status(),
                live && during.until().isAfter(now),
                ahead,
                ahead && appointment.canBeMovedByClient(now) && isOwnTherapist(client, appointment),
                appointment.freeUntil(),
                appointment.isCharged(),
                appointment.holdUntil(),
                Optional.of(during.from().minus(type.terms().notice()))
                        .filter(by -> appointment.status() == AppointmentStatus.REQUESTED));
    }

    /** Does it stand in the diary of whoever is her therapist now? */
    boolean isOwnTherapist(CaseId client, Appointment appointment) {
        return people.therapistsOf(client).stream()
                .findFirst()
                .filter(therapist -> therapist.id().equals(appointment.therapist()))
                .isPresent();
    }

    /** Whose it is; empty once that record has been erased. */
    Optional<CaseId> client(Appointment appointment) {
        return appointment
                .clientRef()
                .map(reference -> new CaseId(serverSeal.openId(reference, CLIENT_REF, appointment.id())));
    }

    DiaryEntry forTherapist(Appointment appointment) {
        Optional<CaseId> client = client(appointment);
        return forTherapist(
                appointment, client, client.map(id -> people.summary(id).designation()));
    }

    /** Several, with one question for all whose they are, and one for what they are. */
    List<DiaryEntry> forTherapist(List<Appointment> appointments) {
        Map<UUID, CaseId> clients = new HashMap<>();
        appointments.forEach(
                appointment -> client(appointment).ifPresent(client -> clients.put(appointment.id(), client)));
        Map<CaseId, ClientSummary> known = people.summaries(clients.values());
        fetchTypes(appointments);
        return appointments.stream()
                .map(appointment -> {
                    Optional<CaseId> client = Optional.ofNullable(clients.get(appointment.id()));
                    return forTherapist(
                            appointment, client, client.map(known::get).map(ClientSummary::designation));
                })
                .toList();
    }

    /** From here on they are at hand, for as long as the transaction lasts. */
    private void fetchTypes(List<Appointment> appointments) {
        if (!appointments.isEmpty()) {
            entities.createQuery("select t from SessionType t where t.id in :ids", SessionType.class)
                    .setParameter(
                            "ids",
                            appointments.stream().map(Appointment::typeId).collect(Collectors.toSet()))
                    .getResultList();
        }
    }

    private DiaryEntry forTherapist(Appointment appointment, Optional<CaseId> client, Optional<String> designation) {
        return new DiaryEntry(
                appointment.id(),
                client,
                designation,
                appointment.during().from(),
                appointment.during().until(),
                type(appointment.typeId()).name(),
                appointment.status(),
                people.therapist(appointment.therapist()));
    }
}
