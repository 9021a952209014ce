package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.Cases;
import org.safespaces.access.TypedText;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.KeyGone;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.Ids;
import org.safespaces.people.Restrictions;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/**
 * Messages between a client and her therapist, as her therapist has them. Each is sealed to those who hold the case and to the client's
 * code; no key of the server opens one. A letter says only that something is waiting.
 */
@Stateless
@RolesAllowed("therapist")
public class CaseMessages {
    /** The most UTF-16 units a message may have. */
    public static final int LONGEST = 4000;

    static final Set<ItemKind> KINDS = EnumSet.of(ItemKind.MESSAGE, ItemKind.REPLY);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PendingMessages pending;

    @Inject
    private Wholeness wholeness;

    @Inject
    private Restrictions restrictions;

    @Inject
    private CaseAccess access;

    @Inject
    private Cases cases;

    @Inject
    private CaseKeys keys;

    @Inject
    private Vault vault;

    @Inject
    private Mailer mailer;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** How many messages there are in the case, unread ones among them; what they say is sealed. */
    public int count(CaseId caseId) {
        access.holder(caseId);
        return stored(caseId).size() + pending.rows(caseId).size();
    }

    /** How many of them nobody who holds the case has opened yet. */
    public int unread(CaseId caseId) {
        access.holder(caseId);
        return pending.rows(caseId).size();
    }

    /** Clients of the caller's who have written and were not read yet, the one who waits longest first. Works with the vault locked. */
    public List<UnreadMessages> unread() {
        Map<UUID, ClientSummary> mine =
                cases.mine().stream().collect(Collectors.toMap(each -> each.id().value(), Function.identity()));
        if (mine.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select m.caseId, count(m), min(m.day) from SentMessage m where m.caseId in :cases"
                                + " group by m.caseId order by min(m.day), m.caseId",
                        Object[].class)
                .setParameter("cases", mine.keySet())
                .getResultStream()
                .map(row -> new UnreadMessages(
                        mine.get((UUID) row[0]).id(),
                        mine.get((UUID) row[0]).designation(),
                        ((Long) row[1]).intValue(),
                        (LocalDate) row[2]))
                .toList();
    }

    /**
     * Opens the messages of a case, in the order they were written; recorded before. What the client has sent counts as read from here
     * on. What opens is shown even when the record around it does not match its seal: {@link KeptMessage#whole} says so.
     *
     * @throws DoesNotOpen where the keys of the case are not what was signed
     */
    public List<KeptMessage> open(CaseId caseId) {
        Disclosure why = access.toRead(caseId, AuditAction.MESSAGES_OPENED, caseId.value(), Compartment.MESSAGES);
        takeIn(caseId, why);
        boolean whole = wholeness.check(CaseKeys.part(caseId, Compartment.MESSAGES));
        List<KeptMessage> opened = new ArrayList<>();
        stored(caseId).forEach(item -> opened.add(opened(item, why, whole)));
        pending.rows(caseId)
                .forEach(notToHer ->
                        opened.add(KeptMessage.closed(true, notToHer.day()).stillUnread()));
        return KeptMessage.inOrder(opened);
    }

    private void takeIn(CaseId caseId, Disclosure why) {
        pending.queue(caseId);
        try {
            pending.takeIn(caseId, why);
        } catch (VaultException doubtful) {
            wholeness.doubts(PendingMessages.first(caseId, caseId.value()));
            throw new DoesNotOpen();
        }
    }

    private KeptMessage opened(CaseItem item, Disclosure why, boolean whole) {
        boolean hers = item.summary().kind() == ItemKind.REPLY;
        try (ClearText text = vault.open(item.item(), item.address(), why)) {
            return MessageText.read(text, whole)
                    .orElseGet(() -> KeptMessage.closed(hers, item.summary().day()));
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(item.address());
            return KeptMessage.closed(hers, item.summary().day());
        }
    }

    private List<CaseItem> stored(CaseId caseId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind in :kinds order by i.step",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kinds", KINDS)
                .getResultList();
    }

    /**
     * Writes to the client. Whether a letter tells her that something is waiting, her contact card says.
     *
     * @param messageId drawn by the page when the form was first shown: the same message sent twice is kept once
     * @throws org.safespaces.access.TextRefused when it cannot be sent as it is; {@link DoesNotOpen}, and nothing is kept, where the keys
     *     of the case are not what was signed
     */
    public void write(CaseId caseId, UUID messageId, String typed) {
        TherapistId me = access.holder(caseId);
        String said = TypedText.usable(typed, LONGEST);
        pending.queue(caseId);
        if (pending.has(messageId)) {
            return;
        }
        ItemAddress at = PendingMessages.first(caseId, messageId);
        try (ClearText text = MessageText.ours(said, clock.instant(), me)) {
            add(at, text);
        }
        audit.record(caller.actor(), AuditAction.MESSAGE_WRITTEN, "case item", messageId);
        mailer.afterPause(Letter.MESSAGE_WAITING, caseId.value(), HerMessages.NEWS);
    }

    private void add(ItemAddress at, ClearText text) {
        restrictions.demandNone(new CaseId(at.part().caseId()));
        try {
            SealedItem item = vault.seal(text, at, SealedItem.NO_PREVIOUS);
            entities.persist(new CaseItem(Ids.fresh(), ItemKind.MESSAGE, at, item, keys.advance(at, item)));
            entities.flush();
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(at);
            throw new DoesNotOpen();
        }
    }
}
