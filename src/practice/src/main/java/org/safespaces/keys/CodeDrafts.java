package org.safespaces.keys;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.Ids;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.DraftKey;
import org.safespaces.vault.ErasureKey;
import org.safespaces.vault.ReturnCode;

/**
 * Unfinished forms, kept for whoever took a code: opened by that code and nothing else, gone a set time after they were
 * last saved (vault.md 6.7). Throws {@link TooBusy} and {@link KeystoreUnavailable}; then nothing was kept.
 */
@Stateless
@PermitAll
public class CodeDrafts {
    /** Visitors must not fill the disk: beyond this many nobody is given a code for a form, and can still finish it. */
    private static final long MOST = 5_000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ErasureKeyStore erasureKeys;

    @Inject
    private EndingKeys endingKeys;

    @Inject
    private CodeDoor door;

    @Inject
    private PracticeSettings settings;

    @Inject
    private Clock clock;

    /** A draft that was begun: its code, shown once, and what saves it again. */
    public record Begun(String code, UUID id, String key) {
        @Override
        public String toString() {
            return "Begun[redacted]";
        }
    }

    /** A draft that a code has opened. */
    public record Opened(UUID id, String key, String text) {
        @Override
        public String toString() {
            return "Opened[redacted]";
        }
    }

    /** Draws a code for a form; it is kept from its first {@link #save} on. */
    public Begun begin(ClearText text) {
        if (entities.createQuery("select count(d) from StoredDraft d", Long.class)
                        .getSingleResult()
                >= MOST) {
            throw new TooBusy();
        }
        String shown = CodeForm.DIGITS.draw();
        return door.with(shown, code -> {
            try (DraftKey key = code.draftKey()) {
                StoredDraft draft = new StoredDraft(Ids.fresh(), code.lookup());
                seal(draft, key, text);
                entities.persist(draft);
                return new Begun(shown, draft.draftId(), key.encoded());
            }
        });
    }

    /** Saves it anew, and lets it live anew. One that is gone meanwhile stays gone. */
    public void save(UUID id, String key, ClearText text) {
        StoredDraft draft = entities.find(StoredDraft.class, id);
        if (draft != null && draft.isLive(clock.instant())) {
            try (DraftKey draftKey = DraftKey.decode(key)) {
                seal(draft, draftKey, text);
            }
        }
    }

    private void seal(StoredDraft draft, DraftKey key, ClearText text) {
        Instant now = clock.instant();
        // the day's key first: a draft must not name a day that is not there yet
        try (ErasureKey ofDay = keyOf(StoredDraft.dayOf(now))) {
            draft.lives(now, settings.draftLife());
            draft.keep(key.seal(ServerSecrets.tenant(), draft.draftId(), draft.expiresOn(), ofDay, text));
        }
    }

    /** The day's key; of two who begin a day, the second takes the first one's, and the key it had claimed is unused. */
    private ErasureKey keyOf(LocalDate day) {
        StoredDraftDay known = entities.find(StoredDraftDay.class, day);
        if (known == null) {
            try (ErasureKey claimed = erasureKeys.claim()) {
                entities.createNativeQuery(
                                "INSERT INTO draft_day (day, ek_id) VALUES (?1, ?2) ON CONFLICT (day) DO NOTHING")
                        .setParameter(1, day)
                        .setParameter(2, claimed.id().value())
                        .executeUpdate();
            }
            known = entities.find(StoredDraftDay.class, day);
        }
        return erasureKeys.find(known.erasureKey());
    }

    /** What a code leads back to. Throws {@link WrongPhrase} and {@link TooManyTries}. */
    public Opened open(String typed, String who) {
        try (CodeDoor.Entered<Opened> entered =
                door.open(typed, who, code -> find(code).flatMap(draft -> opened(draft, code)))) {
            return entered.found();
        }
    }

    private Optional<StoredDraft> find(ReturnCode code) {
        return entities.createQuery("select d from StoredDraft d where d.lookup = :lookup", StoredDraft.class)
                .setParameter("lookup", code.lookup())
                .getResultStream()
                .findFirst()
                .filter(draft -> draft.isLive(clock.instant()));
    }

    private Optional<Opened> opened(StoredDraft draft, ReturnCode code) {
        try (DraftKey key = code.draftKey();
                ErasureKey ofDay = keyOf(draft.day());
                ClearText text =
                        key.open(ServerSecrets.tenant(), draft.draftId(), draft.expiresOn(), ofDay, draft.sealed())) {
            return Optional.of(new Opened(draft.draftId(), key.encoded(), text.text()));
        } catch (KeyGone destroyed) {
            return Optional.empty();
        }
    }

    /** It was sent, or is not wanted any more. */
    public void forget(UUID id) {
        entities.createQuery("delete from StoredDraft d where d.draftId = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Drops what has lived long enough, and ends the keys of days on which nothing waits any more. */
    public void end() {
        Instant now = clock.instant();
        entities.createQuery("delete from StoredDraft d where d.endsAt <= :now")
                .setParameter("now", now)
                .executeUpdate();
        List<StoredDraftDay> over = entities.createQuery(
                        "select k from StoredDraftDay k where k.day < :today"
                                + " and not exists (select d.draftId from StoredDraft d where d.day = k.day)",
                        StoredDraftDay.class)
                .setParameter("today", LocalDate.now(clock))
                .getResultList();
        for (StoredDraftDay day : over) {
            endingKeys.end(day.erasureKey());
            entities.remove(day);
        }
    }
}
