package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.safespaces.access.TypedText;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CodeMessages;
import org.safespaces.keys.OpenCode;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.People;
import org.safespaces.vault.ClearText;

/** What she says is not right in her record, and what she was answered, for a signed-in client with her code. */
@Stateless
@RolesAllowed("client")
public class OwnCorrections {
    @Inject
    private CorrectionRows rows;

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
     * All of them, those that nobody has opened yet last; one that does not open is left out.
     *
     * @param who whatever stands for the one who tries
     * @throws org.safespaces.keys.WrongPhrase when the code is none of hers; {@link org.safespaces.keys.KeysDoNotFit} where it leads to no
     *     case; {@link org.safespaces.keys.TooManyTries}; {@link org.safespaces.keys.TooBusy}
     */
    public List<Correction> read(String code, String who) {
        try (OpenCode open = codes.open(code, who)) {
            CaseId id = byCode.caseOf(open);
            Stream<Correction> unread = pending.of(id).stream()
                    .flatMap(inward -> byCode.openInward(open, inward).stream())
                    .flatMap(text -> asked(text).stream());
            return Stream.concat(rows.of(id).stream().flatMap(item -> opened(item, open).stream()), unread)
                    .toList();
        }
    }

    private static Optional<Correction> asked(ClearText opened) {
        try (opened) {
            return CorrectionDocument.inMessage(opened);
        }
    }

    private Optional<Correction> opened(CaseItem item, OpenCode open) {
        return byCode.openItem(open, item.item(), item.address()).flatMap(text -> {
            try (text) {
                return CorrectionDocument.read(
                        text, item.address().itemId(), item.address().version());
            }
        });
    }

    /**
     * She asks for something to be corrected. Her therapist finds it among the messages as well, in her words.
     *
     * @param messageId drawn by the page when the form was first shown: the same one sent twice is kept once
     * @throws org.safespaces.access.TextRefused; {@link TooManyToday}; and what {@link #read} throws
     */
    public void ask(String code, UUID messageId, String typed, String who) {
        String said = TypedText.usable(typed, MessagesByCode.LONGEST);
        try (OpenCode open = codes.open(code, who)) {
            CaseId id = byCode.caseOf(open);
            people.share(id);
            pending.queue(id);
            if (pending.has(messageId)) {
                return;
            }
            hers.demandPace(id);
            try (ClearText text = MessageText.hers(said, clock.instant(), Ids.fresh())) {
                pending.keep(byCode.sealIntoCase(open, messageId, text));
            }
            audit.record(caller.actor(), AuditAction.CORRECTION_ASKED, "case item", messageId);
            hers.tell(id);
        }
    }
}
