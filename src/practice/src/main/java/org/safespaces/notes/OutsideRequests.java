package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.CaseAccess;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;

/**
 * The register of what police, prosecutors, courts, insurers and others ask about a client: who, on what basis, which line of enquiry, what
 * she says to it, what was given and what refused. Sealed to whoever holds the case. A second person looks at each decision, and sees the
 * sort of asker, days and how it went. Source: features.md 2.11, intake.md L-21.
 */
@Stateless
@RolesAllowed("therapist")
public class OutsideRequests {
    /** The most characters of a short field. */
    public static final int LONGEST_LINE = 300;

    /** The most characters of a long one. */
    public static final int LONGEST = 6_000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Entries entries;

    @Inject
    private CaseAccess access;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** How many there are about a client. Works with the vault locked. */
    public int count(CaseId caseId) {
        access.owner(caseId);
        return entries.count(caseId, ItemKind.OUTSIDE);
    }

    /** All about a client, the newest first, without their words. Works with the vault locked. */
    public List<OutsideStanding> of(CaseId caseId) {
        access.owner(caseId);
        String designation = people.summary(caseId).designation();
        return entities.createQuery(
                        "select o from StoredOutside o where o.caseId = :case order by o.cameOn desc, o.itemId",
                        StoredOutside.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .map(each -> each.summary(designation))
                .toList();
    }

    /** Opens one; recorded before. Throws {@link NoSuchPerson} for none, {@link DoesNotOpen}. */
    public OpenOutside read(CaseId caseId, UUID id) {
        access.owner(caseId);
        Disclosure why = access.toRead(caseId, AuditAction.OUTSIDE_OPENED, id, Compartment.CLINICAL);
        CaseItem newest = entries.newest(caseId, ItemKind.OUTSIDE, id).orElseThrow(NoSuchPerson::new);
        return entries.opened(newest, why, (summary, text) -> new OpenOutside(summary, OutsideDocument.read(text)));
    }

    /**
     * Keeps what was asked, as it stands now. Whoever looked at the decision before looks again.
     *
     * @param id drawn by the page for a new one
     * @param upon the version that was shown, 0 for a new one
     * @throws NoteChanged when there is a newer one; {@link DoesNotOpen} as a note does
     */
    public void keep(CaseId caseId, UUID id, int upon, OutsideTerms terms) {
        TherapistId me = access.owner(caseId);
        if (!terms.fits()) {
            throw new NoSuchPerson();
        }
        try (ClearText text = OutsideDocument.write(terms)) {
            if (!entries.add(caseId, ItemKind.OUTSIDE, id, upon, text)) {
                return;
            }
        }
        StoredOutside row = Optional.ofNullable(entities.find(StoredOutside.class, id))
                .orElseGet(() -> new StoredOutside(id, caseId));
        row.written(terms, me);
        entities.persist(row);
        entities.flush();
        audit.record(caller.actor(), AuditAction.OUTSIDE_WRITTEN, "case item", id);
    }

    /** Decisions of colleagues that nobody has looked at yet, the oldest first. Works with the vault locked. */
    public List<OutsideStanding> toLookAt() {
        UUID me = caller.therapist().orElseThrow(NoSuchPerson::new).value();
        List<StoredOutside> waiting = entities.createQuery(
                        "select o from StoredOutside o where o.decision <> :open and o.opinion is null and o.writtenBy <> :me"
                                + " order by o.answeredOn, o.itemId",
                        StoredOutside.class)
                .setParameter("open", OutsideTerms.Decision.OPEN)
                .setParameter("me", me)
                .getResultList();
        Map<CaseId, ClientSummary> cases = people.summaries(
                waiting.stream().map(each -> new CaseId(each.caseId())).toList());
        return waiting.stream()
                .map(each -> each.summary(cases.get(new CaseId(each.caseId())).designation()))
                .toList();
    }

    /**
     * Says, as the second person, what she thinks of a decision.
     *
     * @param shown the version she has seen
     * @throws NoteChanged where it is her own or open, where somebody has looked already, or where it was written anew since
     */
    public void lookAt(UUID id, int shown, OutsideStanding.Second how) {
        TherapistId me = caller.therapist().orElseThrow(NoSuchPerson::new);
        StoredOutside row = Optional.ofNullable(entities.find(StoredOutside.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(NoSuchPerson::new);
        if (!row.lookedAt(how, shown, me, LocalDate.now(clock))) {
            throw new NoteChanged();
        }
        audit.record(caller.actor(), AuditAction.OUTSIDE_LOOKED_AT, "case item", id);
    }

    /** How many there are in the practice, and when the newest came. */
    @RolesAllowed("admin")
    public OutsideTally tally() {
        Object[] row = entities.createQuery(
                        "select count(o), sum(case when o.decision = :open then 1 else 0 end), max(o.cameOn) from StoredOutside o",
                        Object[].class)
                .setParameter("open", OutsideTerms.Decision.OPEN)
                .getSingleResult();
        return new OutsideTally(
                (Long) row[0], row[1] == null ? 0 : ((Number) row[1]).longValue(), Optional.ofNullable((LocalDate)
                        row[2]));
    }
}
