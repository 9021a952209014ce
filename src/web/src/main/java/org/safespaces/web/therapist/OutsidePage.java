package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.safespaces.notes.OutsideRequests;
import org.safespaces.notes.OutsideStanding;
import org.safespaces.people.CaseId;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What police, courts and others asked about one client, without its words. */
@Named
@RequestScoped
public class OutsidePage {
    private static final String BUNDLE = "rights";

    @Inject
    private OutsideRequests requests;

    @Inject
    private Exchange exchange;

    private List<OutsideStanding> all = List.of();

    /** A request in the list. */
    public record Row(String id, String asker, String came, String decision, String second) {}

    public void load() {
        all = requests.of(CaseId.parse(exchange.parameter("case").orElse(null)));
    }

    public List<Row> getRows() {
        return all.stream().map(this::row).toList();
    }

    private Row row(OutsideStanding each) {
        return new Row(
                each.id().toString(),
                exchange.text(BUNDLE, "outside.asker." + each.asker()),
                Days.dated(each.came()),
                exchange.text(BUNDLE, "outside.decision." + each.decision()),
                each.second()
                        .map(second -> exchange.text(BUNDLE, "second.was." + second))
                        .orElseGet(() -> exchange.text(BUNDLE, "second.was.not")));
    }

    public boolean isDone() {
        return exchange.parameter("done").isPresent();
    }
}
