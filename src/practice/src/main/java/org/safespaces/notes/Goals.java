package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.CaseAccess;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.KeyGone;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.Restrictions;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/** What a client hopes for, each a signed item of the clinical record; what changes is a further version. */
@Stateless
@RolesAllowed("therapist")
public class Goals {
    private static final int WHOLE = 1;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Restrictions restrictions;

    @Inject
    private CaseAccess access;

    @Inject
    private ItemIds ids;

    @Inject
    private CaseKeys keys;

    @Inject
    private Wholeness wholeness;

    @Inject
    private Vault vault;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** How many there are, opening none. */
    public int count(CaseId caseId) {
        access.holder(caseId);
        return newest(caseId).size();
    }

    /** All of a case as they stand, in the order they were first written; recorded, once, before they are opened. */
    public List<OpenGoal> open(CaseId caseId) {
        Disclosure why = access.toRead(caseId, AuditAction.GOALS_OPENED, caseId.value(), Compartment.CLINICAL);
        return newest(caseId).stream().map(item -> opened(item, why)).toList();
    }

    private OpenGoal opened(CaseItem item, Disclosure why) {
        NoteSummary line = item.summary();
        return new OpenGoal(line.itemId(), line.version(), line.day(), line.author(), text(item, why));
    }

    private Optional<Goal> text(CaseItem item, Disclosure why) {
        try (ClearText text = vault.open(item.item(), item.address(), why)) {
            JsonObject json = NoteDocument.parse(text);
            return Optional.of(new Goal(
                    json.getString("said"),
                    json.getString("sign"),
                    Goal.Progress.valueOf(json.getString("progress")),
                    json.getString("now")));
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(item.address());
            return Optional.empty();
        }
    }

    /** In the order they were first written; a few each, with few versions. */
    private List<CaseItem> newest(CaseId caseId) {
        Map<UUID, CaseItem> newest = new LinkedHashMap<>();
        entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind order by i.step",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", ItemKind.GOAL)
                .getResultStream()
                .forEach(item -> newest.put(item.address().itemId(), item));
        return List.copyOf(newest.values());
    }

    /**
     * Signs a goal as it stands now.
     *
     * @param goalId drawn by the page for a new one: sent twice, it is stored once
     * @param upon the version that was shown, 0 for a new one
     * @throws NoteChanged when that is not the newest any more; {@link DoesNotOpen}, and nothing is kept, where the keys of the case are
     *     not what was signed
     */
    public void keep(CaseId caseId, UUID goalId, int upon, Goal goal) {
        access.holder(caseId);
        restrictions.demandNone(caseId);
        ids.queue(caseId);
        Optional<CaseItem> before = newest(caseId).stream()
                .filter(item -> item.summary().itemId().equals(goalId))
                .findFirst();
        if (before.map(item -> item.summary().version()).orElse(0) != upon) {
            throw new NoteChanged();
        }
        if (before.isEmpty()) {
            ids.demandFree(goalId);
        }
        ItemAddress at = new ItemAddress(CaseKeys.part(caseId, Compartment.CLINICAL), goalId, upon + 1, WHOLE);
        byte[] previous =
                before.map(item -> item.item().versionHash(item.address())).orElse(SealedItem.NO_PREVIOUS);
        try (ClearText text = write(goal)) {
            SealedItem item = vault.seal(text, at, previous);
            entities.persist(new CaseItem(Ids.fresh(), ItemKind.GOAL, at, item, keys.advance(at, item))
                    .marked(NoteStanding.SIGNED, Optional.empty(), Optional.empty()));
        } catch (VaultException | KeyGone doubtful) {
            wholeness.doubts(at);
            throw new DoesNotOpen();
        }
        audit.record(caller.actor(), AuditAction.GOAL_WRITTEN, "case item", goalId);
    }

    /** What is hoped for stands under the name that notes have for what they say, so that a search reads both alike. */
    private ClearText write(Goal goal) {
        return ClearText.of(Json.createObjectBuilder()
                .add("said", goal.hope())
                .add("sign", goal.sign())
                .add("progress", goal.progress().name())
                .add("now", goal.now())
                .add("class", DisclosureClass.CLIENT_VISIBLE.name())
                .add("standing", NoteStanding.SIGNED.name())
                .add("at", clock.instant().toString())
                .build()
                .toString());
    }
}
