package org.safespaces.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;

/** A recorded search through one caseload: whose cases they are, and leave to open the clinical record of each. */
public final class Searching {
    private final SearchPace.Search search;
    private final Map<CaseId, ClientSummary> caseload = new LinkedHashMap<>();
    private final Instant until;

    Searching(SearchPace.Search search, List<ClientSummary> caseload, Instant until) {
        this.search = search;
        this.until = until;
        caseload.forEach(client -> this.caseload.put(client.id(), client));
    }

    /** The cases that are looked through, by designation. */
    public List<ClientSummary> caseload() {
        return List.copyOf(caseload.values());
    }

    public ClientSummary client(CaseId caseId) {
        ClientSummary client = caseload.get(caseId);
        if (client == null) {
            throw new NotYours();
        }
        return client;
    }

    /** Leave to open notes of this case, to look for something; runs out in seconds. */
    public Disclosure of(CaseId caseId) {
        return Disclosure.recorded(
                client(caseId).id().value(),
                Set.of(Compartment.CLINICAL),
                Disclosure.Purpose.SEARCH,
                search.line(),
                until);
    }

    SearchPace.Search search() {
        return search;
    }
}
