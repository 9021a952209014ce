package org.safespaces.people;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/** Therapists, cases and sign-ins: who exists and who belongs to whom. Holds nothing clinical. */
@Stateless
@PermitAll
public class People {
    static final Column THERAPIST_MAIL = new Column("therapist", "mail");

    @PersistenceContext
    private EntityManager entities;

    @Resource
    private SessionContext context;

    @Inject
    private Caller caller;

    @Inject
    private AccountTags tags;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private SuspendedNow suspended;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * The calling therapist, who is made known on her first visit. The mail address, where letters go that only say
     * "something is waiting", is kept under the server's key and follows the identity server.
     */
    @RolesAllowed("therapist")
    public TherapistSummary arrive(String accountName, String mailOrNull) {
        Therapist therapist = caller.therapist()
                .map(id -> entities.find(Therapist.class, id.value()))
                .orElseGet(() -> introduce(accountName));
        if (mailOrNull != null && therapist.mail().isEmpty()) {
            try (ClearText address = ClearText.of(mailOrNull.strip().toLowerCase(Locale.ROOT))) {
                therapist.writeTo(
                        serverSeal.seal(address, THERAPIST_MAIL, therapist.id().value()));
            }
        }
        return therapist.summary();
    }

    private Therapist introduce(String accountName) {
        Therapist therapist = new Therapist(
                Ids.fresh(),
                tags.of(context.getCallerPrincipal(), AccountTags.THERAPIST),
                shown(accountName),
                LocalDate.now(clock));
        entities.persist(therapist);
        return therapist;
    }

    private static String shown(String accountName) {
        String name = accountName == null || accountName.isBlank() ? "Therapist" : accountName.strip();
        String first = name.substring(0, 1).toUpperCase(Locale.UK);
        String whole = first + name.substring(1);
        return whole.length() > 60 ? whole.substring(0, 60) : whole;
    }

    /** A therapist by id; throws {@link NoSuchPerson}. */
    public TherapistSummary therapist(TherapistId id) {
        return Optional.ofNullable(entities.find(Therapist.class, id.value()))
                .map(Therapist::summary)
                .orElseThrow(NoSuchPerson::new);
    }

    /** The therapist behind a sign-in of the identity server's; empty for everybody who has not been here as one. */
    @RolesAllowed("admin")
    public Optional<TherapistId> therapistBehind(String subject) {
        return entities.createQuery("select t from Therapist t where t.accountTag = :tag", Therapist.class)
                .setParameter("tag", tags.of(subject, AccountTags.THERAPIST))
                .getResultStream()
                .map(Therapist::id)
                .findFirst();
    }

    /** Is she let in nowhere at this moment? */
    public boolean isSuspended(TherapistId id) {
        return suspended.has(id.value());
    }

    /** Everybody who works here, by the name she shows. */
    @RolesAllowed({"therapist", "admin"})
    public List<TherapistSummary> colleagues() {
        return entities.createQuery("select t from Therapist t order by t.shownName, t.id", Therapist.class)
                .getResultStream()
                .map(Therapist::summary)
                .toList();
    }

    /** Makes a case and puts it into a caseload; the keys are made elsewhere, in the same transaction. */
    @RolesAllowed("therapist")
    public CaseId openCase(String designation, TherapistId holder) {
        CaseId id = new CaseId(Ids.fresh());
        LocalDate today = LocalDate.now(clock);
        entities.persist(new CaseRecord(id, designation, today));
        entities.persist(new Caseload(id, holder, today));
        entities.flush();
        return id;
    }

    /**
     * Keeps the case as it is, its keys and those who hold it, until the transaction ends: whoever reads or writes in it asks for
     * this first. Any number at once, but whoever waits to {@link #hold} it comes before those who ask later. A client who changes
     * her code has no role: her code has let her.
     */
    public void share(CaseId id) {
        queue("pg_advisory_xact_lock_shared", id);
        entities.find(CaseRecord.class, id.value(), LockModeType.PESSIMISTIC_READ);
    }

    /** Has the case to oneself until the transaction ends: for changing its keys, or who holds it. */
    @RolesAllowed("therapist")
    public void hold(CaseId id) {
        queue("pg_advisory_xact_lock", id);
        entities.find(CaseRecord.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Waits its turn. A lock of a row alone is not fair: the database lets further sharers in past whoever waits to have it alone,
     * and a case that is worked in all the time would never change its keys. For locks with a name there is one queue. Nobody who
     * has one of these opens a transaction beside it that asks for one: both would wait.
     */
    private void queue(String lock, CaseId id) {
        long name = id.value().getMostSignificantBits() ^ id.value().getLeastSignificantBits();
        entities.createNativeQuery("SELECT 1 FROM " + lock + "(?1)")
                .setParameter(1, name)
                .getSingleResult();
    }

    /** Is this therapist one of those who hold this case? */
    public boolean holds(TherapistId therapist, CaseId caseId) {
        return entities.find(Caseload.class, new Caseload.Pair(caseId.value(), therapist.value())) != null;
    }

    /** The caseload of a therapist, by designation. */
    @RolesAllowed("therapist")
    public List<ClientSummary> caseload(TherapistId therapist) {
        return entities.createQuery(
                        "select r, c from CaseRecord r join Caseload l on l.caseId = r.id"
                                + " left join Client c on c.caseId = r.id where l.therapistId = :therapist"
                                + " order by r.designation",
                        Object[].class)
                .setParameter("therapist", therapist.value())
                .getResultStream()
                .map(row -> ((CaseRecord) row[0]).summary(row[1] != null))
                .toList();
    }

    /** A case by id; throws {@link NoSuchPerson}. Whether the caller may see it is asked elsewhere, before. */
    public ClientSummary summary(CaseId id) {
        CaseRecord record =
                Optional.ofNullable(entities.find(CaseRecord.class, id.value())).orElseThrow(NoSuchPerson::new);
        return record.summary(entities.find(Client.class, id.value()) != null);
    }

    /** Several cases by their ids, in one question; one that is not there is left out. Asks no more than {@link #summary} does. */
    @RolesAllowed("therapist")
    public Map<CaseId, ClientSummary> summaries(Collection<CaseId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select r, c from CaseRecord r left join Client c on c.caseId = r.id where r.id in :ids",
                        Object[].class)
                .setParameter("ids", ids.stream().map(CaseId::value).distinct().toList())
                .getResultStream()
                .map(row -> ((CaseRecord) row[0]).summary(row[1] != null))
                .collect(Collectors.toMap(ClientSummary::id, Function.identity()));
    }

    /** Every case there is, by designation; those that are being erased are nobody's any more. */
    @RolesAllowed("admin")
    public List<ClientSummary> everyCase() {
        return entities.createQuery(
                        "select r, c from CaseRecord r left join Client c on c.caseId = r.id"
                                + " where r.state <> :erasing order by r.designation",
                        Object[].class)
                .setParameter("erasing", CaseState.ERASING)
                .getResultStream()
                .map(row -> ((CaseRecord) row[0]).summary(row[1] != null))
                .toList();
    }

    /** Who holds several cases, longest first, in one question. */
    @RolesAllowed({"therapist", "admin"})
    public Map<CaseId, List<TherapistId>> holders(Collection<CaseId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select l.caseId, l.therapistId from Caseload l where l.caseId in :ids"
                                + " order by l.since, l.therapistId",
                        Object[].class)
                .setParameter("ids", ids.stream().map(CaseId::value).distinct().toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> new CaseId((UUID) row[0]),
                        Collectors.mapping(row -> new TherapistId((UUID) row[1]), Collectors.toList())));
    }

    /**
     * A case is paused, goes on, ends, or is taken up again. Whose it is is asked before.
     *
     * @return false, and nothing changes, where it does not stand where the caller thinks
     */
    @RolesAllowed("therapist")
    @TransactionAttribute(MANDATORY)
    public boolean move(CaseId id, CaseState from, CaseState to) {
        CaseRecord record = entities.find(CaseRecord.class, id.value());
        boolean moved = record != null && record.move(from, to, LocalDate.now(clock));
        entities.flush();
        return moved;
    }

    /** A case passes from one caseload into another. */
    @RolesAllowed("therapist")
    public void handOver(CaseId id, TherapistId from, TherapistId to) {
        entities.remove(entities.find(Caseload.class, new Caseload.Pair(id.value(), from.value())));
        entities.persist(new Caseload(id, to, LocalDate.now(clock)));
        entities.flush();
    }

    /** Of the changes of who can open her record, how many the calling client has seen. */
    @RolesAllowed("client")
    public int seenChanges() {
        return caller.client()
                .map(id -> entities.find(Client.class, id.value()).seenChanges())
                .orElse(0);
    }

    /** The calling client has seen that many. */
    @RolesAllowed("client")
    public void hasSeen(int changes) {
        caller.client().map(id -> entities.find(Client.class, id.value())).ifPresent(client -> client.hasSeen(changes));
    }

    /** The zone that a client reads her times in; empty until she has chosen one, and for a case that nobody has joined. */
    public Optional<ZoneId> zoneOf(CaseId id) {
        return Optional.ofNullable(entities.find(Client.class, id.value())).flatMap(Client::zone);
    }

    /** From now on the calling client reads her times in this zone. */
    @RolesAllowed("client")
    public void chooseZone(ZoneId zone) {
        caller.client().map(id -> entities.find(Client.class, id.value())).ifPresent(client -> client.liveIn(zone));
    }

    /** Whoever books for a client comes here after the diary: her account changes for nobody else until the transaction ends. */
    @RolesAllowed({"client", "therapist"})
    public void lockAccount(CaseId id) {
        entities.find(Client.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The therapists of a case, longest first. */
    public List<TherapistSummary> therapistsOf(CaseId id) {
        return entities.createQuery(
                        "select t from Therapist t join Caseload l on l.therapistId = t.id"
                                + " where l.caseId = :case order by l.since, t.id",
                        Therapist.class)
                .setParameter("case", id.value())
                .getResultStream()
                .map(Therapist::summary)
                .toList();
    }

    /**
     * Ties the calling client's sign-in to a case. A sign-in belongs to one case and a case to one sign-in; asking again
     * for the same is fine. Throws {@link AlreadyJoined} for anything else.
     */
    @RolesAllowed("client")
    public void join(CaseId caseId) {
        Optional<CaseId> own = caller.client();
        if (own.isPresent() && own.get().equals(caseId)) {
            return;
        }
        if (own.isPresent() || entities.find(Client.class, caseId.value()) != null) {
            throw new AlreadyJoined();
        }
        entities.persist(
                new Client(caseId, tags.of(context.getCallerPrincipal(), AccountTags.CLIENT), LocalDate.now(clock)));
        entities.flush();
        audit.record(caller.actor(), AuditAction.CLIENT_JOINED, "case", caseId.value());
    }

    /**
     * Ties a sign-in that was just made to a case that has none. Whoever does this has shown its code; one after the other. Throws {@link
     * AlreadyJoined}.
     */
    @TransactionAttribute(MANDATORY)
    public void joinWith(CaseId caseId, String subject) {
        queue("pg_advisory_xact_lock", caseId);
        if (entities.find(Client.class, caseId.value()) != null) {
            throw new AlreadyJoined();
        }
        entities.persist(new Client(caseId, tags.of(subject, AccountTags.CLIENT), LocalDate.now(clock)));
        entities.flush();
        audit.record(caller.actor(), AuditAction.CLIENT_JOINED, "case", caseId.value());
    }

    /**
     * Makes a case nobody's, for good: it leaves every caseload, and no sign-in belongs to it any more. From the commit on it is
     * not found, by anybody; its rows go once its keys are destroyed.
     */
    @RolesAllowed({"therapist", "admin"})
    @TransactionAttribute(MANDATORY)
    public void startErasing(CaseId id) {
        queue("pg_advisory_xact_lock", id);
        CaseRecord record = entities.find(CaseRecord.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (record == null) {
            throw new NoSuchPerson();
        }
        record.startErasing();
        entities.createQuery("delete from Caseload l where l.caseId = :case")
                .setParameter("case", id.value())
                .executeUpdate();
        Optional.ofNullable(entities.find(Client.class, id.value())).ifPresent(client -> {
            entities.merge(client.erased(LocalDate.now(clock)));
            entities.remove(client);
        });
        entities.flush();
    }

    /** The zone in which letters count a client's hours: the one she has chosen, else her therapist's. */
    public ZoneId hoursOf(CaseId id) {
        return zoneOf(id).orElseGet(() -> therapistsOf(id).stream()
                .findFirst()
                .map(TherapistSummary::zone)
                .orElse(Therapist.USUAL_ZONE));
    }

    /** When what was kept about the calling client was erased; empty when it was not. */
    @RolesAllowed("client")
    public Optional<LocalDate> erasedOn() {
        return Optional.ofNullable(
                        entities.find(ErasedClient.class, tags.of(context.getCallerPrincipal(), AccountTags.CLIENT)))
                .map(ErasedClient::erasedOn);
    }

    /** Forgets, a year later, that a sign-in once had a record. */
    public void forgetErasedClients() {
        entities.createQuery("delete from ErasedClient c where c.erasedOn < :day")
                .setParameter("day", LocalDate.now(clock).minusYears(1))
                .executeUpdate();
    }
}
