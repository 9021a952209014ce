package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.safespaces.access.Opener;
import org.safespaces.access.OwnRecord;
import org.safespaces.access.RecordChange;
import org.safespaces.notes.Opened;
import org.safespaces.notes.OwnOpenings;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

@Named
@RequestScoped
public class RecordPage {
    @Inject
    private OwnRecord record;

    @Inject
    private OwnOpenings openings;

    @Inject
    private Exchange exchange;

    private boolean joined;
    private List<Person> people = List.of();
    private List<Change> changes = List.of();
    private List<Line> opened = List.of();

    /** Somebody who can open it. */
    public record Person(String name, String initials, String said) {}

    /** Somebody opened a part of it. */
    public record Line(String day, String said) {}

    /** A line of what has changed. */
    public record Change(String day, String said) {}

    /** Whoever looks has seen all there is. */
    public void load() {
        joined = record.isThere();
        if (joined) {
            people = record.openers().stream().map(this::person).toList();
            opened = openings.all().stream().map(this::line).toList();
            changes = record.changes().stream().map(this::line).toList();
            record.isSeen();
        }
    }

    private Person person(Opener opener) {
        return new Person(
                opener.name(),
                Initials.of(opener.name()),
                String.format(
                        exchange.text("own", "record.opener." + opener.kind()),
                        opener.first().map(Days::dated).orElse(""),
                        opener.last().map(Days::dated).orElse("")));
    }

    private Line line(Opened opening) {
        return new Line(
                Days.dated(opening.on()),
                String.format(exchange.text("space", "opened." + opening.part()), opening.by()));
    }

    private Change line(RecordChange change) {
        return new Change(
                Days.dated(change.on()),
                String.format(
                        exchange.text("own", "record.change." + change.kind()),
                        change.from(),
                        change.to(),
                        change.first() == null ? "" : Days.dated(change.first()),
                        change.last() == null ? "" : Days.dated(change.last())));
    }

    public boolean isJoined() {
        return joined;
    }

    public List<Person> getPeople() {
        return people;
    }

    public List<Line> getOpened() {
        return opened;
    }

    public List<Change> getChanges() {
        return changes;
    }
}
