package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.TypedText;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;

/**
 * Letters that a therapist writes to a client, for the client's own use. A draft is sealed and kept in versions; a finished letter does
 * not change any more. It can be had as a file, and its client can be given it, sealed to her code.
 */
@Stateless
@RolesAllowed("therapist")
public class Documents {
    /** The most characters of a letter. */
    public static final int LONGEST = 20_000;

    @Inject
    private Entries entries;

    @Inject
    private ItemIds ids;

    @Inject
    private CaseAccess access;

    @Inject
    private People people;

    @Inject
    private Mailer mailer;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Each letter, that written on last first. Works with the vault locked. */
    public List<DocumentStanding> list(CaseId caseId) {
        access.holder(caseId);
        Map<UUID, LocalDate> shared = shared(caseId);
        Map<UUID, NoteSummary> newest = new LinkedHashMap<>();
        entries.all(caseId, ItemKind.DOCUMENT).stream()
                .map(CaseItem::summary)
                .sorted(Comparator.comparing(NoteSummary::version))
                .forEach(version -> {
                    newest.remove(version.itemId());
                    newest.put(version.itemId(), version);
                });
        return newest.values().stream()
                .sorted(Comparator.comparing(NoteSummary::day).reversed())
                .map(one -> new DocumentStanding(one, Optional.ofNullable(shared.get(one.itemId()))))
                .toList();
    }

    private Map<UUID, LocalDate> shared(CaseId caseId) {
        return entries.all(caseId, ItemKind.DOCUMENT_COPY).stream()
                .map(CaseItem::summary)
                .filter(copy -> copy.beside().isPresent())
                .collect(Collectors.toMap(copy -> copy.beside().get(), NoteSummary::day, (first, again) -> first));
    }

    /** Opens one; recorded before it is opened. Throws {@link NoSuchPerson} for none, {@link DoesNotOpen}. */
    public OpenDocument read(CaseId caseId, UUID id) {
        return opened(caseId, id, AuditAction.DOCUMENT_OPENED);
    }

    private OpenDocument opened(CaseId caseId, UUID id, AuditAction action) {
        Disclosure why = access.toRead(caseId, action, id, Compartment.CLINICAL);
        CaseItem newest = entries.newest(caseId, ItemKind.DOCUMENT, id).orElseThrow(NoSuchPerson::new);
        Optional<LocalDate> sharedOn = Optional.ofNullable(shared(caseId).get(id));
        boolean whole = entries.isWhole(caseId);
        return entries.opened(newest, why, (summary, text) -> DocumentText.read(summary, text, sharedOn, whole));
    }

    /**
     * Keeps a draft in place of the version that was shown; or finishes the letter with these words, and it does not change any more.
     *
     * @param id drawn by the page for a new one; sent twice, a new one is kept once
     * @param upon the version that was shown, 0 for a new one
     * @throws org.safespaces.access.TextRefused when it cannot be kept as it is; {@link NoteLocked} when it is finished; {@link
     *     NoteChanged} when there is a newer version; {@link DoesNotOpen}, and nothing is kept, where the keys of the case are not what
     *     was signed
     */
    public void write(CaseId caseId, UUID id, int upon, String typed, boolean finish) {
        access.holder(caseId);
        String said = TypedText.usable(typed, LONGEST);
        ids.queue(caseId);
        Optional<NoteSummary> newest =
                entries.newest(caseId, ItemKind.DOCUMENT, id).map(CaseItem::summary);
        if (upon == 0 && newest.isPresent()) {
            demandTheSame(caseId, id, said, finish);
            return;
        }
        if (newest.filter(one -> one.version() == upon && one.standing() == NoteStanding.LOCKED)
                .isPresent()) {
            throw new NoteLocked();
        }
        Optional<LocalDate> today = finish ? Optional.of(LocalDate.now(clock)) : Optional.empty();
        NoteStanding standing = finish ? NoteStanding.LOCKED : NoteStanding.SIGNED;
        try (ClearText text = DocumentText.write(said, today)) {
            if (entries.add(caseId, ItemKind.DOCUMENT, id, upon, text, standing)) {
                AuditAction what = finish ? AuditAction.DOCUMENT_FINISHED : AuditAction.DOCUMENT_WRITTEN;
                audit.record(caller.actor(), what, "case item", id);
            }
        }
    }

    /** Sent a second time, by a double click or after a lost connection; or something else under the same id. */
    private void demandTheSame(CaseId caseId, UUID id, String said, boolean finish) {
        OpenDocument there = read(caseId, id);
        if (!there.said().equals(said) || there.finished().isPresent() != finish) {
            throw new NoteChanged();
        }
    }

    /**
     * Makes a finished letter a file: it is opened, which is recorded, and stored nowhere.
     *
     * @throws NoteChanged while it is a draft; {@link NoSuchPerson} for none, {@link DoesNotOpen}
     */
    public DocumentFile file(CaseId caseId, UUID id) {
        OpenDocument letter = opened(caseId, id, AuditAction.DOCUMENT_DOWNLOADED);
        LocalDate day = letter.finished().orElseThrow(NoteChanged::new);
        return DocumentFile.of(
                day, letter.said(), people.therapist(letter.summary().author()).shownName());
    }

    /**
     * Gives its client a finished letter; once, however often it is asked. Whether mail tells her that something is waiting, her contact
     * card says.
     *
     * @throws NoteChanged while it is a draft; {@link NoSuchPerson} for none, {@link DoesNotOpen}
     */
    public void share(CaseId caseId, UUID id) {
        OpenDocument letter = opened(caseId, id, AuditAction.DOCUMENT_OPENED);
        if (letter.finished().isEmpty()) {
            throw new NoteChanged();
        }
        UUID copy = Ids.fresh();
        try (ClearText text = DocumentText.copy(letter, id)) {
            if (!entries.addCopy(caseId, ItemKind.DOCUMENT_COPY, copy, id, text)) {
                return;
            }
        }
        audit.record(caller.actor(), AuditAction.DOCUMENT_SHARED, "case item", id);
        mailer.afterPause(Letter.MESSAGE_WAITING, caseId.value(), HerMessages.NEWS);
    }
}
