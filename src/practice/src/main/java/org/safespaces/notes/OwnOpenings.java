package org.safespaces.notes;

import static java.util.Map.entry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.audit.Opening;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;

/** What a client is told of who has opened her record, out of the log: on which day, who, and which part of it. */
@Stateless
@RolesAllowed("client")
public class OwnOpenings {
    /** How many lines of the log are looked through, from the newest. */
    private static final int MOST = 500;

    private static final Map<AuditAction, Opened.Part> PARTS = new EnumMap<>(Map.ofEntries(
            entry(AuditAction.NOTE_OPENED, Opened.Part.RECORD),
            entry(AuditAction.GOALS_OPENED, Opened.Part.RECORD),
            entry(AuditAction.MEASURES_OPENED, Opened.Part.RECORD),
            entry(AuditAction.REPORTS_OPENED, Opened.Part.RECORD),
            entry(AuditAction.EVIDENCE_OPENED, Opened.Part.RECORD),
            entry(AuditAction.EVIDENCE_EXPORTED, Opened.Part.RECORD),
            entry(AuditAction.PLAN_OPENED, Opened.Part.RECORD),
            entry(AuditAction.DOCUMENT_OPENED, Opened.Part.RECORD),
            entry(AuditAction.DOCUMENT_DOWNLOADED, Opened.Part.RECORD),
            entry(AuditAction.SUMMARY_OPENED, Opened.Part.RECORD),
            entry(AuditAction.ENDING_OPENED, Opened.Part.RECORD),
            entry(AuditAction.COPY_REVIEWED, Opened.Part.RECORD),
            entry(AuditAction.OUTSIDE_OPENED, Opened.Part.RECORD),
            entry(AuditAction.CORRECTIONS_OPENED, Opened.Part.MESSAGES),
            entry(AuditAction.MESSAGES_OPENED, Opened.Part.MESSAGES),
            entry(AuditAction.CONSENTS_OPENED, Opened.Part.MESSAGES),
            entry(AuditAction.CONTACT_OPENED, Opened.Part.CONTACT),
            entry(AuditAction.CHECK_OPENED, Opened.Part.CHECK),
            entry(AuditAction.FOUND_IN_SEARCH, Opened.Part.SEARCH)));

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** Each part once a day and person, the newest first; none for somebody who has not joined. Days are hers. */
    public List<Opened> all() {
        return caller.client().map(this::all).orElse(List.of());
    }

    private List<Opened> all(CaseId me) {
        ZoneId zone = people.hoursOf(me);
        Map<UUID, String> names = new HashMap<>();
        return audit.openings(things(me), PARTS.keySet(), MOST).stream()
                .map(opening -> opened(opening, zone, names))
                .distinct()
                .toList();
    }

    private Opened opened(Opening opening, ZoneId zone, Map<UUID, String> names) {
        return new Opened(
                LocalDate.ofInstant(opening.at(), zone),
                names.computeIfAbsent(opening.by(), this::name),
                PARTS.get(opening.what()));
    }

    private String name(UUID therapist) {
        return people.therapist(new TherapistId(therapist)).shownName();
    }

    /** The case, and everything in it that has an id of its own. */
    private List<UUID> things(CaseId me) {
        List<UUID> things = new ArrayList<>(
                entities.createQuery("select distinct i.itemId from CaseItem i where i.caseId = :case", UUID.class)
                        .setParameter("case", me.value())
                        .getResultList());
        things.add(me.value());
        return things;
    }
}
