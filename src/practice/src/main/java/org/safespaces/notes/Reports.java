package org.safespaces.notes;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.Cases;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;

/**
 * Where images were reported or asked to be taken down, under which number, how that stands, and when to look again. Sealed line by line,
 * in versions; clear is the day of the next look alone. Nothing here promises that an image comes down. Source: features.md 2.7.
 */
@Stateless
@RolesAllowed("therapist")
public class Reports {
    /** The most characters of words that say where, and of a reference. */
    public static final int LONGEST_LINE = 120;

    /** The most characters of a remark. */
    public static final int LONGEST_REMARK = 2_000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Entries entries;

    @Inject
    private CaseAccess access;

    @Inject
    private Cases cases;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** How many there are, and when the next is to be looked at. Works with the vault locked. */
    public ReportTally tally(CaseId caseId) {
        access.holder(caseId);
        return new ReportTally(
                entries.count(caseId, ItemKind.REPORT),
                checks(caseId).values().stream().min(Comparator.naturalOrder()));
    }

    /** Opens all of a case: those to look at first, then the newest. Recorded once, before. Throws {@link DoesNotOpen}. */
    public List<Report> open(CaseId caseId) {
        Disclosure why = access.toRead(caseId, AuditAction.REPORTS_OPENED, caseId.value(), Compartment.CLINICAL);
        Map<UUID, LocalDate> checks = checks(caseId);
        entries.readAhead(caseId);
        // of several versions the last counts, and they come in the order they were written
        Map<UUID, CaseItem> newest = entries.all(caseId, ItemKind.REPORT).stream()
                .collect(toMap(item -> item.address().itemId(), Function.identity(), (earlier, later) -> later));
        return newest.values().stream()
                .map(item -> opened(item, why, checks))
                .sorted(Reports::order)
                .toList();
    }

    /** Opens one; recorded before. Throws {@link NoSuchPerson} for none, {@link DoesNotOpen}. */
    public Report read(CaseId caseId, UUID id) {
        Disclosure why = access.toRead(caseId, AuditAction.REPORTS_OPENED, id, Compartment.CLINICAL);
        CaseItem newest = entries.newest(caseId, ItemKind.REPORT, id).orElseThrow(NoSuchPerson::new);
        return opened(newest, why, checks(caseId));
    }

    private Report opened(CaseItem item, Disclosure why, Map<UUID, LocalDate> checks) {
        return entries.opened(
                item,
                why,
                (summary, text) ->
                        ReportDocument.read(summary, text, Optional.ofNullable(checks.get(summary.itemId()))));
    }

    private static int order(Report one, Report other) {
        LocalDate never = LocalDate.MAX;
        int byCheck = one.terms()
                .nextCheck()
                .orElse(never)
                .compareTo(other.terms().nextCheck().orElse(never));
        return byCheck != 0
                ? byCheck
                : other.summary().day().compareTo(one.summary().day());
    }

    /**
     * Keeps a report as it stands now, and when to look again.
     *
     * @param id drawn by the page for a new one
     * @param upon the version that was shown, 0 for a new one
     * @throws NoteChanged when there is a newer one; {@link DoesNotOpen} as a note does
     */
    public void keep(CaseId caseId, UUID id, int upon, ReportTerms terms) {
        access.holder(caseId);
        try (ClearText text = ReportDocument.write(terms)) {
            if (!entries.add(caseId, ItemKind.REPORT, id, upon, text)) {
                return;
            }
        }
        Optional.ofNullable(entities.find(ReportCheck.class, id)).ifPresent(entities::remove);
        entities.flush();
        terms.nextCheck().ifPresent(day -> entities.persist(new ReportCheck(id, caseId, day)));
        audit.record(caller.actor(), AuditAction.REPORT_WRITTEN, "case item", id);
    }

    /** Cases of the caller in which somebody wanted to look again by today, the longest waiting first. Works with the vault locked. */
    public List<ReportDue> due() {
        Map<UUID, ClientSummary> mine =
                cases.mine().stream().collect(toMap(client -> client.id().value(), Function.identity()));
        if (mine.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select c.caseId, count(c), min(c.checkOn) from ReportCheck c"
                                + " where c.caseId in :cases and c.checkOn <= :today group by c.caseId order by min(c.checkOn), c.caseId",
                        Object[].class)
                .setParameter("cases", mine.keySet())
                .setParameter("today", today())
                .getResultStream()
                .map(row -> new ReportDue(mine.get((UUID) row[0]), ((Long) row[1]).intValue(), (LocalDate) row[2]))
                .toList();
    }

    private LocalDate today() {
        return caller.therapist()
                .map(me -> LocalDate.ofInstant(
                        clock.instant(), people.therapist(me).zone()))
                .orElseGet(() -> LocalDate.now(clock));
    }

    private Map<UUID, LocalDate> checks(CaseId caseId) {
        return entities.createQuery("select c from ReportCheck c where c.caseId = :case", ReportCheck.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .collect(toMap(ReportCheck::itemId, ReportCheck::checkOn));
    }
}
