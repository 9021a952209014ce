package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.safespaces.access.OwnRecord;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What is kept about her: what there is, and who can read it. */
@Named
@RequestScoped
public class KeptPage {
    @Inject
    private OwnRecord record;

    @Inject
    private Exchange exchange;

    private boolean joined;
    private String since = "";

    /** Things that are kept alike: who can read them, and which they are. */
    public record Group(String who, List<Thing> things) {}

    /** One sort of thing. */
    public record Thing(String name, String said) {}

    public void load() {
        joined = record.isThere();
        if (joined) {
            since = String.format(exchange.text("space", "kept.since"), Days.dated(record.openedOn()));
        }
    }

    public boolean isJoined() {
        return joined;
    }

    public String getSince() {
        return since;
    }

    public List<Group> getGroups() {
        return List.of(
                group("kept.sealed", "kept.sent", "kept.notes", "kept.checks"),
                group("kept.yours", "kept.messages", "kept.plan", "kept.documents", "kept.consents"),
                group("kept.server", "kept.contact", "kept.times"),
                group("kept.clear", "kept.record", "kept.log"));
    }

    private Group group(String who, String... things) {
        return new Group(
                exchange.text("space", who),
                List.of(things).stream()
                        .map(thing -> new Thing(exchange.text("space", thing), exchange.text("space", thing + ".more")))
                        .toList());
    }
}
