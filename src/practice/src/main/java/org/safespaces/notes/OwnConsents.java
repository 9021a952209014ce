package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.vault.ClearText;

/** What she was asked to agree to, for a signed-in client with her code. What she decides counts for her at once. */
@Stateless
@RolesAllowed("client")
public class OwnConsents {
    @Inject
    private ConsentRows rows;

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

    /** How many she was asked since she last looked; 0 for somebody who has not joined. Needs no code. */
    public int unseen() {
        return caller.client()
                .map(id -> hers.unseen(id, HerMessages.News.CONSENTS))
                .orElse(0);
    }

    /**
     * All of them with their steps, those not yet taken into the record among these; one that does not open is left out.
     *
     * @param who whatever stands for the one who tries
     * @throws org.safespaces.keys.WrongPhrase when the code is none of hers; {@link org.safespaces.keys.KeysDoNotFit} where it leads to no
     *     case; {@link org.safespaces.keys.TooManyTries}; {@link org.safespaces.keys.TooBusy}
     */
    public List<OpenConsent> read(String code, String who) {
        try (OpenCode open = codes.open(code, who)) {
            CaseId id = byCode.caseOf(open);
            hers.seen(id, HerMessages.News.CONSENTS);
            return all(id, open);
        }
    }

    private List<OpenConsent> all(CaseId id, OpenCode open) {
        List<ConsentAnswer> unread = pending.of(id).stream()
                .flatMap(inward -> byCode.openInward(open, inward).stream())
                .flatMap(text -> answer(text).stream())
                .toList();
        return rows.of(id).stream()
                .map(versions -> versions.stream()
                        .flatMap(item -> opened(item, open).stream())
                        .toList())
                .filter(steps -> !steps.isEmpty())
                .map(steps -> withThose(steps, unread))
                .toList();
    }

    private static Optional<ConsentAnswer> answer(ClearText opened) {
        try (opened) {
            return ConsentAnswer.read(opened);
        }
    }

    private Optional<Consent> opened(CaseItem item, OpenCode open) {
        return byCode.openItem(open, item.item(), item.address()).flatMap(text -> {
            try (text) {
                return ConsentDocument.read(
                        text, item.address().itemId(), item.address().version());
            }
        });
    }

    private static OpenConsent withThose(List<Consent> steps, List<ConsentAnswer> unread) {
        List<Consent> all = new ArrayList<>(steps);
        unread.stream()
                .filter(answer -> answer.consent().equals(steps.get(0).id()))
                .forEach(answer -> all.get(0)
                        .after(answer.state(), answer.on(), Consent.By.CLIENT)
                        .ifPresent(next -> all.add(0, next)));
        return new OpenConsent(all.get(0), all);
    }

    /**
     * She decides. Her therapist finds it among the messages, in her words, and in the consent itself.
     *
     * @param upon the version that was shown
     * @param said what that is in words
     * @throws NoteChanged when something else was decided meanwhile; {@link TooManyToday}; and what {@link #read} throws
     */
    public void answer(String code, UUID consentId, int upon, Consent.State state, String said, String who) {
        String words = TypedText.usable(said, MessagesByCode.LONGEST);
        try (OpenCode open = codes.open(code, who)) {
            CaseId id = byCode.caseOf(open);
            people.share(id);
            pending.queue(id);
            Consent now = all(id, open).stream()
                    .map(OpenConsent::now)
                    .filter(each -> each.id().equals(consentId))
                    .findFirst()
                    .orElseThrow(NoSuchPerson::new);
            if (now.upon() != upon || !now.leadsTo(state)) {
                throw new NoteChanged();
            }
            hers.demandPace(id);
            UUID messageId = Ids.fresh();
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            try (ClearText text =
                    MessageText.hers(words, clock.instant(), new ConsentAnswer(consentId, state, today))) {
                pending.keep(byCode.sealIntoCase(open, messageId, text));
            }
            audit.record(caller.actor(), AuditAction.CONSENT_WRITTEN, "case item", consentId);
            hers.tell(id);
        }
    }
}
