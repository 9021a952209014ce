package org.safespaces.web.therapist;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safespaces.access.Cases;
import org.safespaces.access.HandOvers;
import org.safespaces.access.Offer;
import org.safespaces.people.ClientSummary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

@Named
@RequestScoped
public class ClientsPage {
    @Inject
    private Cases cases;

    @Inject
    private HandOvers handOvers;

    @Inject
    private Exchange exchange;

    private Map<String, String> offered;
    private List<Row> rows;

    /** A client in a list. */
    public record Row(
            String id,
            String designation,
            String initials,
            String openedOn,
            String state,
            boolean joined,
            String coverUntil) {
        static Row of(ClientSummary client) {
            return new Row(
                    client.id().value().toString(),
                    client.designation(),
                    Initials.of(client.designation()),
                    Days.dated(client.openedOn()),
                    client.state().name(),
                    client.joined(),
                    client.coverUntil().map(Days::dated).orElse(""));
        }
    }

    @PostConstruct
    void load() {
        offered = handOvers.byMe().stream()
                .collect(Collectors.toMap(offer -> offer.caseId().value().toString(), Offer::to));
        rows = cases.mine().stream().map(Row::of).toList();
    }

    public String getLead() {
        return exchange.counted("casefile", "clients.lead", rows.size());
    }

    /** To whom a case of hers is offered; empty for one that is not. */
    public String offeredTo(String id) {
        return offered.getOrDefault(id, "");
    }

    public List<Row> getRows() {
        return rows;
    }
}
