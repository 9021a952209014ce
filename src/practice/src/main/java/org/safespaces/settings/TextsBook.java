package org.safespaces.settings;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps what the practice words for itself: versions that never change, and of each text one draft. Who publishes here writes the log as well. */
@Stateless
@RolesAllowed("admin")
public class TextsBook {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<DecisionsChanged> news;

    @Inject
    private Clock clock;

    /** Of each text that was ever published the newest version. */
    @PermitAll
    public Map<PracticeText, String> inForce() {
        Map<PracticeText, String> newest = new EnumMap<>(PracticeText.class);
        entities.createQuery("select t from StoredText t order by t.version", StoredText.class)
                .getResultStream()
                .forEach(text -> newest.put(text.name(), text.body()));
        return newest;
    }

    /** All versions of a text, the newest first. */
    public List<TextVersion> versions(PracticeText text) {
        return entities.createQuery(
                        "select t from StoredText t where t.name = :name order by t.version desc", StoredText.class)
                .setParameter("name", text)
                .getResultStream()
                .map(StoredText::version)
                .toList();
    }

    /** What may become the next version. */
    public Optional<TextVersion> draft(PracticeText text) {
        return Optional.ofNullable(entities.find(StoredTextDraft.class, text))
                .map(draft -> draft.asVersion(newest(text) + 1));
    }

    /** Keeps a draft, in place of the one before; {@link WordingRefused} only for what is not whole. */
    public void keep(PracticeText text, String body, UUID who) {
        demandWhole(text, body);
        StoredTextDraft draft = Optional.ofNullable(entities.find(StoredTextDraft.class, text))
                .orElseGet(() -> new StoredTextDraft(text));
        draft.keep(body, clock.instant(), who);
        entities.persist(draft);
    }

    /** Lets the draft go. Doing so again is fine. */
    public void drop(PracticeText text) {
        entities.createQuery("delete from StoredTextDraft d where d.name = :name")
                .setParameter("name", text)
                .executeUpdate();
    }

    /**
     * From now on this is said; a draft of it is used up.
     *
     * @param upon the version that was in force when she decided, 0 where there was none; {@link SettingChanged} when it is another by now
     * @throws WordingRefused for what is not whole, and for what must not be said
     */
    @TransactionAttribute(MANDATORY)
    public void publish(PracticeText text, String body, int upon, UUID who) {
        demandWhole(text, body);
        List<String> risks = text.risks(body);
        if (!risks.isEmpty()) {
            throw new WordingRefused(risks);
        }
        entities.createNativeQuery("SELECT pg_advisory_xact_lock(hashtext('practice_text'))")
                .getSingleResult();
        if (newest(text) != upon) {
            throw new SettingChanged();
        }
        entities.persist(new StoredText(text, upon + 1, body, clock.instant(), who));
        entities.createQuery("delete from StoredTextDraft d where d.name = :name")
                .setParameter("name", text)
                .executeUpdate();
        entities.flush();
        news.fire(new DecisionsChanged());
    }

    private int newest(PracticeText text) {
        return entities.createQuery(
                        "select coalesce(max(t.version), 0) from StoredText t where t.name = :name", Integer.class)
                .setParameter("name", text)
                .getSingleResult();
    }

    private static void demandWhole(PracticeText text, String body) {
        if (!text.isWhole(body)) {
            throw new WordingRefused(List.of());
        }
    }
}
