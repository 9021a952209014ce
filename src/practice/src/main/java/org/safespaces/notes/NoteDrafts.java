package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.Cases;
import org.safespaces.audit.AuditAction;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.KeyGone;
import org.safespaces.keys.NoteMarks;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/**
 * What a therapist has typed and not signed, kept as she types and sealed for herself alone. No draft is ever written over by one that
 * did not know of it: from two windows come two drafts. Source: vault.md 6.2.
 */
@Stateless
@RolesAllowed("therapist")
public class NoteDrafts {
    @Inject
    private StoredDrafts stored;

    @Inject
    private ItemIds ids;

    @Inject
    private CaseAccess access;

    @Inject
    private Cases cases;

    @Inject
    private NoteMarks marks;

    @Inject
    private Vault vault;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * Keeps what is typed now in place of what was kept before.
     *
     * @param draftId drawn by the page; for a new note it becomes the note's
     * @param seen how often it had been kept when it was last seen, 0 for never. If it has been kept, signed or discarded elsewhere
     *     since, what is typed here is kept beside it as a draft of its own
     * @throws DoesNotOpen where the keys of the case are not what was signed; nothing is kept
     */
    public KeptDraft keep(CaseId caseId, UUID draftId, int seen, DraftText text) {
        TherapistId author = access.holder(caseId);
        CasePart part = part(caseId, text.note().kind());
        ids.queue(caseId);
        Optional<NoteDraft> before = stored.find(caseId, author, draftId).filter(draft -> draft.count() == seen);
        NoteDraft draft = before.orElseGet(() -> new NoteDraft(freeId(draftId, seen), part, author));
        if (!draft.part().equals(part)) {
            throw new NoSuchPerson();
        }
        Instant now = clock.instant();
        try (ClearText clear = StoredDrafts.write(text)) {
            draft.keep(
                    vault.sealDraft(clear, part, draft.id()),
                    text.note().about().map(marks::about),
                    now);
        } catch (VaultException | KeyGone doubtful) {
            throw new DoesNotOpen();
        }
        if (before.isEmpty()) {
            stored.add(draft);
        }
        return new KeptDraft(draft.id(), draft.count(), now);
    }

    /** Where it was known already, somebody else writes under this id, or it is signed. */
    private UUID freeId(UUID draftId, int seen) {
        return seen == 0 && !stored.isTaken(draftId) ? draftId : Ids.fresh();
    }

    private CasePart part(CaseId caseId, ItemKind kind) {
        if (!ItemKind.WRITTEN.contains(kind)) {
            throw new NoSuchPerson();
        }
        if (kind == ItemKind.PROCESS) {
            access.owner(caseId);
            return CaseKeys.part(caseId, Compartment.PROCESS);
        }
        return CaseKeys.part(caseId, Compartment.CLINICAL);
    }

    /** The caller's drafts in her caseload, the newest first. Opens nothing, and works with the vault locked. */
    public List<DraftSummary> mine() {
        Set<CaseId> caseload = cases.mine().stream().map(client -> client.id()).collect(Collectors.toSet());
        return caller.therapist().map(stored::of).orElse(List.of()).stream()
                .map(NoteDraft::summary)
                .filter(draft -> caseload.contains(draft.caseId()))
                .toList();
    }

    /** Those about one case. */
    public List<DraftSummary> of(CaseId caseId) {
        TherapistId author = access.holder(caseId);
        return stored.of(author).stream()
                .map(NoteDraft::summary)
                .filter(draft -> draft.caseId().equals(caseId))
                .toList();
    }

    /** Opens one of hers; recorded before it is opened. Throws {@link NoSuchPerson} for none, {@link DoesNotOpen}. */
    public OpenDraft open(CaseId caseId, UUID draftId) {
        TherapistId author = access.holder(caseId);
        NoteDraft draft = stored.find(caseId, author, draftId).orElseThrow(NoSuchPerson::new);
        CasePart part = draft.part();
        if (part.compartment() == Compartment.PROCESS) {
            access.owner(caseId);
        }
        Disclosure why = access.toRead(caseId, AuditAction.DRAFT_OPENED, draftId, part.compartment());
        try (ClearText text = vault.openDraft(draft.text(), part, draftId, why)) {
            return new OpenDraft(StoredDrafts.read(text), new KeptDraft(draftId, draft.count(), draft.keptAt()));
        } catch (VaultException | KeyGone doubtful) {
            throw new DoesNotOpen();
        }
    }

    /**
     * Takes a draft away, because it is signed or because she says so. One that was written on in another window meanwhile stays.
     *
     * @param seen how often it had been kept when it was last seen
     */
    public void discard(CaseId caseId, UUID draftId, int seen) {
        TherapistId author = access.holder(caseId);
        stored.find(caseId, author, draftId)
                .filter(draft -> draft.count() == seen)
                .ifPresent(stored::remove);
    }
}
