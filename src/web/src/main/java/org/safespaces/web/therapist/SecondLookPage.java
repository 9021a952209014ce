package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.OutsideRequests;
import org.safespaces.notes.OutsideStanding;
import org.safespaces.people.Ids;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

/** Decisions of colleagues about what was asked from outside, for a second person: which record, who asked, how it went. No words of it. */
@Named
@RequestScoped
public class SecondLookPage {
    private static final String BUNDLE = "rights";

    @Inject
    private OutsideRequests requests;

    @Inject
    private Exchange exchange;

    private List<OutsideStanding> all = List.of();

    /** A decision in the list. */
    public record Row(String id, int version, String designation, String initials, String said) {}

    /** Keeps what somebody thinks of one, and shows those that wait. */
    public void load() {
        if (exchange.isPost()) {
            look();
            exchange.goTo("/therapist/second-look");
        } else {
            all = requests.toLookAt();
        }
    }

    private void look() {
        Optional<OutsideStanding.Second> how = Arrays.stream(OutsideStanding.Second.values())
                .filter(each ->
                        exchange.parameter("do").filter(each.name()::equals).isPresent())
                .findFirst();
        try {
            how.ifPresent(each -> requests.lookAt(
                    Ids.parse(exchange.parameter("request").orElse(null)),
                    exchange.number("version").orElse(-1),
                    each));
        } catch (NoteChanged meanwhile) {
            // the list says how it stands now
        }
    }

    public List<Row> getRows() {
        return all.stream()
                .map(each -> new Row(
                        each.id().toString(),
                        each.version(),
                        each.designation(),
                        Initials.of(each.designation()),
                        String.format(
                                exchange.text(BUNDLE, "second.line"),
                                exchange.text(BUNDLE, "outside.asker." + each.asker()),
                                Days.dated(each.came()),
                                exchange.text(BUNDLE, "outside.decision." + each.decision()))))
                .toList();
    }
}
