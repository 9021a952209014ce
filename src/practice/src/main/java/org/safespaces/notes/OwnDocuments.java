package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.keys.CodeMessages;
import org.safespaces.keys.OpenCode;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.vault.ClearText;

/** Letters that her therapist has given her, for a signed-in client with her code. */
@Stateless
@RolesAllowed("client")
public class OwnDocuments {
    @PersistenceContext
    private EntityManager entities;

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

    /** How many she has been given. Needs no code. */
    public int count() {
        return caller.client().map(this::count).orElse(0);
    }

    private int count(CaseId caseId) {
        return entities.createQuery(
                        "select count(i) from CaseItem i where i.caseId = :case and i.kind = :kind", Long.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", ItemKind.DOCUMENT_COPY)
                .getSingleResult()
                .intValue();
    }

    /** Whether she was given one since she last looked; false for somebody who has not joined. Needs no code. */
    public boolean isNew() {
        return caller.client()
                .filter(id -> hers.unseen(id, HerMessages.News.DOCUMENTS) > 0)
                .isPresent();
    }

    /**
     * Opens them, the newest first; that a code was used is recorded before. What is not what was sealed there is left out.
     *
     * @param who whatever stands for the one who tries
     * @throws org.safespaces.keys.WrongPhrase when the code is none of hers; {@link org.safespaces.keys.KeysDoNotFit} where it leads to no
     *     case; {@link org.safespaces.keys.TooManyTries}; {@link org.safespaces.keys.TooBusy}
     */
    public List<SharedDocument> read(String code, String who) {
        try (OpenCode open = codes.open(code, who)) {
            CaseId id = byCode.caseOf(open);
            hers.seen(id, HerMessages.News.DOCUMENTS);
            return shared(id).stream()
                    .flatMap(copy -> opened(open, copy).stream())
                    .toList();
        }
    }

    /** Makes one of them a file, as her therapist has it; empty where she has none of this id. Throws as {@link #read}. */
    public Optional<DocumentFile> file(String code, UUID id, String who) {
        return read(code, who).stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .map(letter -> DocumentFile.of(
                        letter.on(),
                        letter.said(),
                        people.therapist(letter.by()).shownName()));
    }

    private Optional<SharedDocument> opened(OpenCode open, CaseItem copy) {
        return byCode.openItem(open, copy.item(), copy.address())
                .flatMap(text -> read(copy.summary().itemId(), text));
    }

    private static Optional<SharedDocument> read(UUID id, ClearText opened) {
        try (opened) {
            return DocumentText.readCopy(id, opened);
        }
    }

    private List<CaseItem> shared(CaseId caseId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind order by i.step desc",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", ItemKind.DOCUMENT_COPY)
                .getResultList();
    }
}
