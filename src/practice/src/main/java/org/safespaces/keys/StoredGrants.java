package org.safespaces.keys;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safespaces.vault.CaseEpoch;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.Grant;
import org.safespaces.vault.Grants;

/** What the database says about a case's epochs and grants. The vault believes none of it unverified. */
@RequestScoped
class StoredGrants implements Grants {
    @PersistenceContext
    private EntityManager entities;

    private final Map<CasePart, List<CaseEpoch>> epochsAhead = new HashMap<>();
    private final Map<CasePart, List<Grant>> grantsAhead = new HashMap<>();

    /**
     * Reads what the next question about each of these parts will be answered with: two queries in place of two a part.
     * Each answer read ahead is given once; whoever asks again asks the database, so that nothing goes stale.
     *
     * @return all their epochs
     */
    List<CaseEpoch> readAhead(Collection<CasePart> parts) {
        Map<UUID, CasePart> byCase = parts.stream().collect(toMap(CasePart::caseId, part -> part));
        parts.forEach(part -> {
            epochsAhead.put(part, new ArrayList<>());
            grantsAhead.put(part, new ArrayList<>());
        });
        List<CaseEpoch> all = new ArrayList<>();
        of("StoredEpoch", StoredEpoch.class, parts, " order by e.epoch").forEach(stored -> {
            CaseEpoch epoch = stored.record(byCase.get(stored.caseId()));
            epochsAhead.get(epoch.part()).add(epoch);
            all.add(epoch);
        });
        of("CaseGrant", CaseGrant.class, parts, "").forEach(stored -> {
            Grant grant = stored.grant(byCase.get(stored.caseId()));
            grantsAhead.get(grant.part()).add(grant);
        });
        return all;
    }

    private <T> List<T> of(String name, Class<T> type, Collection<CasePart> parts, String order) {
        if (parts.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select e from " + name + " e where e.caseId in :cases and e.compartment = :part" + order, type)
                .setParameter("cases", parts.stream().map(CasePart::caseId).toList())
                .setParameter(
                        "part", (short) parts.iterator().next().compartment().code())
                .getResultList();
    }

    @Override
    public List<CaseEpoch> epochs(CasePart part) {
        List<CaseEpoch> ahead = epochsAhead.remove(part);
        if (ahead != null) {
            return ahead;
        }
        return entities.createQuery(
                        "select e from StoredEpoch e where e.caseId = :case and e.compartment = :part order by e.epoch",
                        StoredEpoch.class)
                .setParameter("case", part.caseId())
                .setParameter("part", (short) part.compartment().code())
                .getResultStream()
                .map(stored -> stored.record(part))
                .toList();
    }

    @Override
    public List<Grant> grants(CasePart part) {
        List<Grant> ahead = grantsAhead.remove(part);
        if (ahead != null) {
            return ahead;
        }
        return entities.createQuery(
                        "select g from CaseGrant g where g.caseId = :case and g.compartment = :part", CaseGrant.class)
                .setParameter("case", part.caseId())
                .setParameter("part", (short) part.compartment().code())
                .getResultStream()
                .map(stored -> stored.grant(part))
                .toList();
    }
}
