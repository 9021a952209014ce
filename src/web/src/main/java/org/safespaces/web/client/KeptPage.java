package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.safespaces.access.OwnRecord;
import org.safespaces.notes.CopyRelease;
import org.safespaces.notes.CopyRequest;
import org.safespaces.notes.OwnCopies;
import org.safespaces.people.People;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What is kept about her: what there is, and who can read it. */
@Named
@RequestScoped
public class KeptPage {
    /** So much of a hash tells two files apart. */
    private static final int SHOWN = 16;

    @Inject
    private OwnRecord record;

    @Inject
    private OwnCopies ownCopies;

    @Inject
    private People people;

    @Inject
    private Exchange exchange;

    private List<CopyRequest> requests = List.of();
    private boolean joined;
    private String since = "";

    /** Things that are kept alike: who can read them, and which they are. */
    public record Group(String who, List<Thing> things) {}

    /** One sort of thing. */
    public record Thing(String name, String said) {}

    /** Asks for a copy, if that was wanted. */
    public void load() {
        joined = record.isThere();
        if (joined
                && exchange.isPost()
                && exchange.parameter("do").filter("copy"::equals).isPresent()) {
            ownCopies.ask();
            exchange.goTo("/client/kept?done=1");
        }
        if (joined && !exchange.isAnswered()) {
            requests = ownCopies.all();
            since = String.format(exchange.text("space", "kept.since"), Days.dated(record.openedOn()));
        }
    }

    /** What she asked for, and what she was given, each in a line. */
    public List<String> getCopies() {
        return requests.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(asked(each)), each.releases().stream().map(this::given)))
                .toList();
    }

    private String asked(CopyRequest each) {
        String key = each.outcome().map(outcome -> "own.copy." + outcome.name()).orElse("own.copy.waits");
        return String.format(exchange.text("rights", key), Days.dated(each.cameOn()), Days.dated(each.dueOn()));
    }

    private String given(CopyRelease each) {
        return String.format(
                exchange.text("rights", "own.copy.given"),
                Days.dated(each.on()),
                people.therapist(each.by()).shownName(),
                each.shared() + each.redacted(),
                each.withheld(),
                each.fileHash().substring(0, SHOWN));
    }

    /** One waits for an answer. */
    public boolean isWaiting() {
        return requests.stream().anyMatch(CopyRequest::isOpen);
    }

    /** She has just asked. */
    public boolean isAsked() {
        return exchange.parameter("done").isPresent() && !exchange.isPost();
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
