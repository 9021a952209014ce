package org.safespaces.notes;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.TypedText;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CodeMessages;
import org.safespaces.keys.OpenCode;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.SealedInward;

/**
 * The messages of a case for whoever has its code: what was written to her, and by her. She needs no sign-in; the code lets her. Somebody
 * who is signed in as a client opens her own case only: a code that leads to another is no code to her.
 */
@Stateless
@PermitAll
public class MessagesByCode {
    /** The most UTF-16 units a message of hers may have. */
    public static final int LONGEST = 2000;

    private static final boolean UNASKED = true;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PendingMessages pending;

    @Inject
    private HerMessages hers;

    @Inject
    private ReturnCodes codes;

    @Inject
    private CodeMessages byCode;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * All of them, in the order they were written; none while the code leads to no case. That a code was used is recorded before.
     *
     * @param who whatever stands for the one who tries
     * @throws org.safespaces.keys.WrongPhrase when the code is none; {@link org.safespaces.keys.TooManyTries}; {@link org.safespaces.keys.TooBusy}
     */
    public List<KeptMessage> read(String code, String who) {
        try (OpenCode open = codes.open(code, who)) {
            if (open.holder().place().caseId().isEmpty()) {
                return List.of();
            }
            CaseId id = byCode.caseOf(open);
            hers.seen(id, HerMessages.News.MESSAGES);
            return messages(id, open);
        }
    }

    private List<KeptMessage> messages(CaseId id, OpenCode open) {
        List<KeptMessage> all = new ArrayList<>();
        stored(id).forEach(item -> all.add(message(item, open)));
        List<SealedInward> unread = pending.of(id);
        List<LocalDate> days = pending.rows(id).stream().map(SentMessage::day).toList();
        for (int i = 0; i < unread.size(); i++) {
            all.add(unread(unread.get(i), days.get(i), open));
        }
        return KeptMessage.inOrder(all);
    }

    private KeptMessage message(CaseItem item, OpenCode code) {
        boolean byHer = item.summary().kind() == ItemKind.REPLY;
        LocalDate day = item.summary().day();
        return read(byCode.openItem(code, item.item(), item.address())).orElseGet(() -> KeptMessage.closed(byHer, day));
    }

    private KeptMessage unread(SealedInward inward, LocalDate day, OpenCode code) {
        return read(byCode.openInward(code, inward))
                .orElseGet(() -> KeptMessage.closed(true, day))
                .stillUnread();
    }

    private static Optional<KeptMessage> read(Optional<ClearText> opened) {
        return opened.flatMap(text -> {
            try (text) {
                return MessageText.read(text, UNASKED);
            }
        });
    }

    /**
     * She writes to whoever holds her case; they are told that a message is waiting, and nothing else.
     *
     * @param messageId drawn by the page when the form was first shown: the same message sent twice is kept once
     * @throws org.safespaces.access.TextRefused when it cannot be sent as it is; {@link TooManyToday}; {@link org.safespaces.keys.KeysDoNotFit} where the
     *     code leads to no case, or nobody could open it; and what {@link #read} throws
     */
    public void send(String code, UUID messageId, String typed, String who) {
        String said = TypedText.usable(typed, LONGEST);
        try (OpenCode open = codes.open(code, who)) {
            CaseId id = byCode.caseOf(open);
            people.share(id);
            pending.queue(id);
            if (pending.has(messageId)) {
                return;
            }
            hers.demandPace(id);
            try (ClearText text = MessageText.hers(said, clock.instant())) {
                pending.keep(byCode.sealIntoCase(open, messageId, text));
            }
            audit.record(caller.actor(), AuditAction.MESSAGE_RECEIVED, "case item", messageId);
            hers.tell(id);
        }
    }

    private List<CaseItem> stored(CaseId caseId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind in :kinds order by i.step",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kinds", CaseMessages.KINDS)
                .getResultList();
    }
}
