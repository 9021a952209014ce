package org.safespaces.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.Vault;

/** Drafts as they lie in the database. Asks for nobody's permission. */
@ApplicationScoped
class StoredDrafts {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Vault vault;

    /** The draft of this id, if it is hers and of this case. Nobody else writes it until the transaction ends. */
    Optional<NoteDraft> find(CaseId caseId, TherapistId author, UUID id) {
        return Optional.ofNullable(id)
                .map(one -> entities.find(NoteDraft.class, one, LockModeType.PESSIMISTIC_WRITE))
                .filter(draft -> draft.author().equals(author))
                .filter(draft -> draft.part().caseId().equals(caseId.value()));
    }

    /** Whoever's it is. */
    boolean isTaken(UUID id) {
        return entities.find(NoteDraft.class, id) != null;
    }

    void add(NoteDraft draft) {
        entities.persist(draft);
        entities.flush();
    }

    void remove(NoteDraft draft) {
        entities.remove(draft);
        entities.flush();
    }

    /** Hers, the newest first. */
    List<NoteDraft> of(TherapistId author) {
        return entities.createQuery(
                        "select d from NoteDraft d where d.authorId = :author order by d.keptAt desc", NoteDraft.class)
                .setParameter("author", author.value())
                .getResultList();
    }

    /** The case has new keys: every draft moves under them, whoever's it is. What it says opens for its author as before, and for nobody else. */
    void move(CaseId caseId, Disclosure why) {
        entities.createQuery("select d from NoteDraft d where d.caseId = :case", NoteDraft.class)
                .setParameter("case", caseId.value())
                .getResultStream()
                .toList()
                .forEach(draft -> draft.moveTo(vault.rewrap(draft.text(), draft.part(), draft.id(), why)));
        entities.flush();
    }

    static ClearText write(DraftText draft) {
        JsonObjectBuilder json = NoteDocument.content(draft.note())
                .add("kind", draft.note().kind().name())
                .add("upon", draft.upon())
                .add("reason", draft.reason());
        draft.of().ifPresent(id -> json.add("of", id.toString()));
        return ClearText.of(json.build().toString());
    }

    static DraftText read(ClearText text) {
        JsonObject json = NoteDocument.parse(text);
        return new DraftText(
                NoteDocument.content(ItemKind.valueOf(json.getString("kind")), json),
                Optional.ofNullable(json.getString("of", null)).map(UUID::fromString),
                json.getInt("upon"),
                json.getString("reason"));
    }
}
