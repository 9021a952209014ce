package org.safespaces.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.mail.NotDelivered;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.ContactCard;
import org.safespaces.people.ContactCards;
import org.safespaces.people.ContactTerms;
import org.safespaces.people.TherapistId;
import org.safespaces.settings.PracticeSettings;

/**
 * How the server may reach a client. The therapist who holds the case confirms it, and until she has, nothing is sent. Whoever stands in
 * for her may stop letters and let them go again, and changes nothing else. Source: intake.md 7, vault.md 3.
 */
@Stateless
@RolesAllowed("therapist")
public class SafeContact {
    @Inject
    private CaseAccess access;

    @Inject
    private Caseloads caseloads;

    @Inject
    private ContactCards cards;

    @Inject
    private NotDelivered notDelivered;

    @Inject
    private PracticeSettings settings;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** What has been agreed on; empty while nothing has. Throws {@link NotYours}. */
    public Optional<ContactTerms> agreed(CaseId caseId) {
        access.holder(caseId);
        return cards.of(caseId).filter(ContactCard::isConfirmed).map(ContactCard::terms);
    }

    /** How it stands, without an address. Throws {@link NotYours}. */
    public ContactStanding standing(CaseId caseId) {
        access.holder(caseId);
        return standing(
                cards.of(caseId), notDelivered.among(List.of(caseId.value())).get(caseId.value()));
    }

    /** Confirms what has been agreed on with a client of the caller's own. What stops letters goes on stopping them. Throws {@link NotYours}. */
    public void confirm(CaseId caseId, ContactTerms agreed) {
        access.owner(caseId);
        cards.confirm(caseId, agreed);
        changed(caseId);
    }

    /** Somebody else may be in her mail or phone: from now on nothing goes to her. Throws {@link NotYours}. */
    public void freeze(CaseId caseId) {
        access.holder(caseId);
        cards.stop(caseId, ContactCard.Stop.FROZEN);
        changed(caseId);
    }

    /** The caller has looked, and letters may go again. Throws {@link NotYours}. */
    public void resume(CaseId caseId) {
        access.holder(caseId);
        cards.resume(caseId);
        changed(caseId);
    }

    /** Those of the caller's caseload whose letters ask for somebody to look, by designation. */
    public List<ContactNews> news() {
        List<ClientSummary> caseload = caller.therapist().map(caseloads::of).orElse(List.of());
        List<CaseId> ids = caseload.stream().map(ClientSummary::id).toList();
        Map<CaseId, ContactCard> known = cards.of(ids);
        Map<UUID, Instant> lost =
                notDelivered.among(ids.stream().map(CaseId::value).toList());
        return caseload.stream()
                .map(client -> new ContactNews(
                        client.id(),
                        client.designation(),
                        standing(
                                Optional.ofNullable(known.get(client.id())),
                                lost.get(client.id().value()))))
                .filter(each -> each.standing().isNews())
                .toList();
    }

    /** When a letter to the caller herself was given up last, within the past week. */
    public Optional<Instant> notDeliveredToMe() {
        return caller.therapist()
                .map(TherapistId::value)
                .map(me -> notDelivered.among(List.of(me)).get(me));
    }

    /** One line for every change: that letters were stopped would say something about her. */
    private void changed(CaseId caseId) {
        audit.record(caller.actor(), AuditAction.CONTACT_CARD_CHANGED, "case", caseId.value());
    }

    private ContactStanding standing(Optional<ContactCard> card, Instant lost) {
        Optional<LocalDate> confirmed = card.flatMap(ContactCard::confirmedOn);
        LocalDate today = LocalDate.now(clock);
        return new ContactStanding(
                card.filter(ContactCard::isConfirmed)
                        .flatMap(each -> each.terms().mail())
                        .isPresent(),
                card.map(ContactCard::stops).orElse(Set.of()),
                confirmed,
                card.filter(each -> each.isDue(settings.contactConfirmedFor(), today))
                        .isPresent(),
                Optional.ofNullable(lost));
    }
}
