package org.safespaces.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CaseKeys;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.Disclosure;

/**
 * A colleague stands in for a case until a day, reading and writing. After it the server lets her in no more, and her own vault
 * refuses: the end is signed with her key. What she wrote stays. At the giver's next unlock the lock is changed, so that not even
 * a copy of the rows opens. Source: vault.md 6.9.
 */
@Stateless
@RolesAllowed("therapist")
public class Covers {
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
    private Clock clock;

    /** The most days ahead a cover can last: nobody forgets a colleague's key for years. */
    public static final int MOST_DAYS = 366;

    /**
     * Lets a colleague in, for some cases of the caller's. Where she covers already, that cover ends and this one counts. All
     * of it, or nothing. Needs the vault open.
     *
     * @param first today or later, where the caller is
     * @param last the last day, not before the first
     * @throws DaysDoNotFit; {@link org.safespaces.keys.UnvouchedColleague}; {@link NotYours}
     */
    public void give(List<CaseId> cases, TherapistId colleague, LocalDate first, LocalDate last) {
        LocalDate here = LocalDate.ofInstant(clock.instant(), zone());
        if (first.isBefore(here) || last.isBefore(first) || last.isAfter(here.plusDays(MOST_DAYS))) {
            throw new DaysDoNotFit();
        }
        cases.forEach(id -> give(id, colleague, CoverTerms.of(first, last, zone())));
        mailer.send(Letter.MESSAGE_WAITING, colleague.value());
    }

    private void give(CaseId caseId, TherapistId colleague, CoverTerms terms) {
        Disclosure why = access.toHandOn(caseId, AuditAction.COVER_GIVEN);
        arrangements.openCoversOf(caseId).stream()
                .filter(cover -> cover.colleague().equals(colleague))
                .forEach(this::end);
        arrangements.flush();
        Cover cover = new Cover(Ids.fresh(), caseId, me(), colleague, terms, today());
        arrangements.add(cover);
        keys.share(caseId, cover.share(), why);
    }

    /** Ends a cover before its day, and changes the lock. Needs the vault open. Ending what has ended is fine. */
    public void end(CaseId caseId, UUID id) {
        Disclosure why = access.toChangeLock(caseId);
        arrangements.openCoversOf(caseId).stream()
                .filter(cover -> cover.id().equals(id))
                .forEach(this::end);
        changed(arrangements.changeLock(caseId, why));
    }

    /** Cases of the caller's in which a key is still about whose time is over: a cover that has run out, an offer declined. */
    public List<CaseId> lockToChange() {
        return caller.therapist().map(arrangements::lockToChange).orElse(List.of());
    }

    /** Changes the lock of a case of the caller's, for her and whoever is to hold it still. Needs the vault open. */
    public void changeLock(CaseId caseId) {
        changed(arrangements.changeLock(caseId, access.toChangeLock(caseId)));
    }

    private void changed(List<Cover> ended) {
        ended.forEach(cover -> recordEnd(cover.caseId()));
    }

    private void end(Cover cover) {
        cover.end(today());
        recordEnd(cover.caseId());
    }

    private void recordEnd(CaseId caseId) {
        audit.record(caller.actor(), AuditAction.COVER_ENDED, "case", caseId.value());
    }

    /** The covers of a case of the caller's that have not ended. */
    public List<GivenCover> of(CaseId caseId) {
        access.owner(caseId);
        Instant now = clock.instant();
        return arrangements.openCoversOf(caseId).stream()
                .map(cover -> new GivenCover(
                        cover.id(),
                        caseId,
                        people.summary(caseId).designation(),
                        people.therapist(cover.colleague()).shownName(),
                        LocalDate.ofInstant(cover.begins(), zone()),
                        LocalDate.ofInstant(cover.ends(), zone()),
                        cover.isOver(now)))
                .toList();
    }

    private TherapistId me() {
        return caller.therapist().orElseThrow(NoSuchPerson::new);
    }

    private ZoneId zone() {
        return people.therapist(me()).zone();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
