package org.safespaces.notes;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.Cases;
import org.safespaces.access.Searching;
import org.safespaces.keys.KeyGone;
import org.safespaces.keys.ReadAhead;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/**
 * Searching one's own notes. They are opened one after the other in the request that asks, looked through and wiped; no
 * index of their words exists. The newest version of each note, formulation and goal, and of what was sent in, is looked through, newest first;
 * identity and process notes, and whatever else stands there, are not. What is looked for is kept nowhere.
 */
@Stateless
@RolesAllowed("therapist")
public class NoteSearch {
    /** The most notes found that are shown. */
    public static final int MOST_SHOWN = 50;

    static final int MOST_SEARCHED = 20_000;
    static final Duration LONGEST = Duration.ofSeconds(2);

    private static final int AT_ONCE = 500;

    /** Whether the record around it is whole is asked where a note is read. */
    private static final boolean UNASKED = true;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Cases cases;

    @Inject
    private CaseAccess access;

    @Inject
    private ReadAhead readAhead;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    /**
     * Looks through the caller's own caseload. Stops after 20,000 notes or two seconds, whichever comes first, and says what
     * it left. Recorded before anything is opened, and again for each case of which something is shown.
     *
     * @throws org.safespaces.keys.VaultLocked before anything else; {@link org.safespaces.access.TooManySearches}
     */
    public Found search(Sought sought, Legible legible) {
        Instant begun = clock.instant();
        vault.personId();
        List<UUID> newest = newest(cases.mine());
        Searching searching = access.toSearch(newest.size());
        readAhead.of(searching.caseload().stream().map(ClientSummary::id).toList(), Compartment.CLINICAL);
        Looking looking = new Looking(sought, legible, searching, begun.plus(LONGEST));
        int most = Math.min(newest.size(), MOST_SEARCHED);
        for (int from = 0; from < most && !looking.isLate(); from += AT_ONCE) {
            looking.through(newest.subList(from, Math.min(most, from + AT_ONCE)));
        }
        access.toShow(searching, looking.casesShown());
        return looking.found(newest.size(), Duration.between(begun, clock.instant()));
    }

    /** The newest version of each item, newest day first. */
    private List<UUID> newest(List<ClientSummary> caseload) {
        if (caseload.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select i.id from CaseItem i where i.caseId in :cases and i.compartment = :clinical and i.kind in :kinds and not exists"
                                + " (select n.id from CaseItem n where n.itemId = i.itemId and n.version > i.version)"
                                + " order by i.day desc, i.id",
                        UUID.class)
                .setParameter(
                        "cases",
                        caseload.stream().map(each -> each.id().value()).toList())
                .setParameter("clinical", (short) Compartment.CLINICAL.code())
                .setParameter("kinds", ItemKind.SEARCHED)
                .getResultList();
    }

    private List<CaseItem> fetch(List<UUID> ids) {
        Map<UUID, CaseItem> fetched = entities.createQuery(
                        "select i from CaseItem i where i.id in :ids", CaseItem.class)
                .setParameter("ids", ids)
                .setHint("org.hibernate.readOnly", true)
                .getResultStream()
                .collect(toMap(CaseItem::id, Function.identity()));
        fetched.values().forEach(entities::detach);
        return ids.stream().map(fetched::get).filter(Objects::nonNull).toList();
    }

    /** One search while it runs. */
    private final class Looking {
        private final Sought sought;
        private final Legible legible;
        private final Searching searching;
        private final Instant until;
        private final List<Hit> hits = new ArrayList<>();
        private int matching;
        private int searched;
        private int unopened;

        Looking(Sought sought, Legible legible, Searching searching, Instant until) {
            this.sought = sought;
            this.legible = legible;
            this.searching = searching;
            this.until = until;
        }

        boolean isLate() {
            return clock.instant().isAfter(until);
        }

        void through(List<UUID> ids) {
            for (CaseItem item : fetch(ids)) {
                if (isLate()) {
                    return;
                }
                look(item);
            }
        }

        private void look(CaseItem item) {
            try (ClearText text = vault.open(item.item(), item.address(), searching.of(item.caseId()))) {
                searched++;
                OpenNote opened = NoteDocument.read(item.summary(), text, UNASKED);
                compare(item.caseId(), opened.summary(), legible.text(opened));
            } catch (VaultException | KeyGone doesNotOpen) {
                unopened++;
            }
        }

        private void compare(CaseId caseId, NoteSummary note, String text) {
            Folded folded = Folded.of(text);
            if (sought.isIn(folded)) {
                matching++;
                if (hits.size() < MOST_SHOWN) {
                    hits.add(new Hit(searching.client(caseId), note, Extract.of(text, folded, sought)));
                }
            }
        }

        Map<CaseId, Integer> casesShown() {
            return hits.stream().collect(toMap(hit -> hit.client().id(), hit -> 1, Integer::sum));
        }

        Found found(int all, Duration took) {
            List<ClientSummary> clients = searching.caseload().stream()
                    .filter(client -> sought.isIn(client.designation()))
                    .toList();
            return new Found(clients, hits, matching, searched, all - searched - unopened, unopened, took);
        }
    }
}
