package org.safespaces.scheduling;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/**
 * A therapist's diary for the calendar of her own devices: when she is busy, and nothing of whom or why. Each device has a secret
 * address of its own, shown once; whoever knows it can read, so it opens to everybody and can be taken back. Source: booking.md 11.
 */
@Stateless
@RolesAllowed("therapist")
public class CalendarFeeds {
    /** How many devices a therapist may have. */
    public static final int MOST = 5;

    /** The most UTF-16 units the name of a device may have. */
    public static final int LONGEST = 40;

    private static final Column NAME = new Column("calendar_feed", "name");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(90);
    private static final String BUSY = "Busy";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Timetable timetable;

    @Inject
    private CalendarMarks marks;

    @Inject
    private FeedPace pace;

    @Inject
    private Caller caller;

    @Inject
    private People people;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** The caller's devices, the oldest first. */
    public List<FeedSummary> mine() {
        return caller.therapist().map(this::of).orElse(List.of()).stream()
                .map(this::summary)
                .toList();
    }

    /** The codes her clients have in calendars, with their designations, by code. */
    public Map<String, List<String>> codes() {
        Map<String, List<String>> codes = new TreeMap<>();
        caller.therapist()
                .map(people::caseload)
                .orElse(List.of())
                .forEach(client -> codes.merge(
                        marks.code(client.id(), client.designation()),
                        List.of(client.designation()),
                        CalendarFeeds::both));
        return codes;
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /**
     * Lets one more device ask.
     *
     * @param name what she calls it, 1 to {@link #LONGEST}
     * @param coded whether entries bear the codes of clients
     * @return the secret end of the address: 256 random bits, known to nobody after this
     * @throws FeedsFull when {@link #MOST} have been let
     */
    public String make(String name, boolean coded) {
        TherapistId me = caller.therapist().orElseThrow(NoSuchPerson::new);
        timetable.lock(me);
        if (of(me).size() >= MOST) {
            throw new FeedsFull();
        }
        byte[] drawn = new byte[SECRET_BYTES];
        RANDOM.nextBytes(drawn);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        UUID id = Ids.fresh();
        try (ClearText called = ClearText.of(name)) {
            entities.persist(new StoredFeed(
                    id, me, hash(secret), serverSeal.seal(called, NAME, id), coded, LocalDate.now(clock)));
        }
        entities.flush();
        audit.record(caller.actor(), AuditAction.FEED_MADE, "calendar feed", id);
        return secret;
    }

    /** From here on this address is not found. Throws {@link NoSuchPerson} for one that is not the caller's. */
    public void revoke(UUID id) {
        TherapistId me = caller.therapist().orElseThrow(NoSuchPerson::new);
        StoredFeed feed = Optional.ofNullable(entities.find(StoredFeed.class, id))
                .filter(stored -> stored.therapist().equals(me))
                .orElseThrow(NoSuchPerson::new);
        entities.remove(feed);
        audit.record(caller.actor(), AuditAction.FEED_REVOKED, "calendar feed", id);
    }

    /**
     * The calendar at a secret address: seven days back and ninety ahead. Not recorded each time; the day of the last asking is
     * kept.
     *
     * @param who whatever stands for the one who asks
     * @return empty where nothing is
     * @throws AskedTooOften before anything is looked up
     */
    @PermitAll
    public Optional<String> read(String secret, String who) {
        if (secret == null || who == null) {
            return Optional.empty();
        }
        pace.ask(who);
        return Optional.of(secret)
                .filter(typed -> SECRET.matcher(typed).matches())
                .flatMap(this::behind)
                .filter(feed -> !people.isSuspended(feed.therapist()))
                .map(this::calendar);
    }

    private Optional<StoredFeed> behind(String secret) {
        return entities.createQuery("select f from StoredFeed f where f.secretHash = :hash", StoredFeed.class)
                .setParameter("hash", hash(secret))
                .getResultStream()
                .findFirst();
    }

    private String calendar(StoredFeed feed) {
        Instant now = clock.instant();
        isAsked(feed);
        List<CalendarEntry> entries =
                timetable.in(feed.therapist(), new Span(now.minus(BACK), now.plus(AHEAD))).stream()
                        .flatMap(
                                appointment -> certainty(appointment.status())
                                        .map(certainty -> entry(appointment, certainty, feed.coded()))
                                        .stream())
                        .toList();
        return CalendarText.of(entries, now);
    }

    /** The day is all that is kept of it; the database lets nothing else of a device change. */
    private void isAsked(StoredFeed feed) {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(feed.askedOn())) {
            entities.createQuery("update StoredFeed f set f.askedOn = :today where f.id = :id")
                    .setParameter("today", today)
                    .setParameter("id", feed.id())
                    .executeUpdate();
        }
    }

    private CalendarEntry entry(Appointment appointment, CalendarEntry.Certainty certainty, boolean coded) {
        return new CalendarEntry(
                marks.inFeed(appointment.id()).toString(),
                appointment.version(),
                coded ? summary(timetable.forTherapist(appointment)) : BUSY,
                appointment.during().from(),
                appointment.during().until(),
                certainty);
    }

    private String summary(DiaryEntry entry) {
        return entry.caseId()
                .flatMap(id -> entry.designation().map(designation -> BUSY + " " + marks.code(id, designation)))
                .orElse(BUSY);
    }

    /** A hold of ten minutes is nobody's appointment yet, and what has run out never was one. */
    static Optional<CalendarEntry.Certainty> certainty(AppointmentStatus status) {
        return switch (status) {
            case HELD, EXPIRED -> Optional.empty();
            case REQUESTED -> Optional.of(CalendarEntry.Certainty.TENTATIVE);
            case CONFIRMED, DONE, NO_SHOW -> Optional.of(CalendarEntry.Certainty.CONFIRMED);
            case CANCELLED, LATE_CANCELLED -> Optional.of(CalendarEntry.Certainty.CANCELLED);
        };
    }

    private List<StoredFeed> of(TherapistId therapist) {
        return entities.createQuery(
                        "select f from StoredFeed f where f.therapistId = :therapist order by f.madeOn, f.id",
                        StoredFeed.class)
                .setParameter("therapist", therapist.value())
                .getResultList();
    }

    private FeedSummary summary(StoredFeed feed) {
        try (ClearText name = serverSeal.open(feed.name(), NAME, feed.id())) {
            return new FeedSummary(
                    feed.id(), name.text(), feed.coded(), feed.madeOn(), Optional.ofNullable(feed.askedOn()));
        }
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
