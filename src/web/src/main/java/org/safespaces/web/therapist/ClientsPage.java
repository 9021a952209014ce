package org.safespaces.web.therapist;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.safespaces.access.Cases;
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
    private Exchange exchange;

    private List<Row> rows;

    /** A client in a list. */
    public record Row(String id, String designation, String initials, String openedOn, String state, boolean joined) {
        static Row of(ClientSummary client) {
            return new Row(
                    client.id().value().toString(),
                    client.designation(),
                    Initials.of(client.designation()),
                    Days.dated(client.openedOn()),
                    client.state().name(),
                    client.joined());
        }
    }

    @PostConstruct
    void load() {
        rows = cases.mine().stream().map(Row::of).toList();
    }

    public String getLead() {
        return exchange.counted("casefile", "clients.lead", rows.size());
    }

    public List<Row> getRows() {
        return rows;
    }
}
