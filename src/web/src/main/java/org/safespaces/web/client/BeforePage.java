package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.safespaces.keys.KeysDoNotFit;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.notes.ChecksAhead;
import org.safespaces.notes.SafetyAnswers;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.Mode;
import org.safespaces.scheduling.Room;
import org.safespaces.scheduling.Rooms;
import org.safespaces.web.frame.CheckFields;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What is asked before a session, answered ahead of it. What was sent is shown to her no more: only her therapist opens it. */
@Named
@RequestScoped
public class BeforePage {
    @Inject
    private Rooms rooms;

    @Inject
    private ChecksAhead checks;

    @Inject
    private CheckFields fields;

    @Inject
    private BookingWords words;

    @Inject
    private Exchange exchange;

    private Room room;
    private String sentOn = "";

    /** Throws {@link NoSuchPerson} for an appointment that is not hers. */
    public void load() {
        if (exchange.isPost()) {
            send();
        }
        sentOn = room().check()
                .flatMap(checks::sentOn)
                .map(day -> String.format(Locale.UK, exchange.text("room", "before.again"), Days.dated(day)))
                .orElse("");
    }

    private Room room() {
        if (room == null) {
            room = rooms.mine(Ids.parse(exchange.parameter("id").orElse(null)));
        }
        return room;
    }

    private void send() {
        if (!isAsked()) {
            throw new NoSuchPerson();
        }
        fields.read().ifPresent(this::send);
    }

    private void send(SafetyAnswers answers) {
        try {
            checks.send(room().check().orElseThrow(NoSuchPerson::new), answers);
            exchange.goTo("/client/before?id=" + room().appointment() + "&sent=1");
        } catch (KeysDoNotFit | KeystoreUnavailable notNow) {
            exchange.complainAt(null, exchange.text("room", "error.later"));
        }
    }

    /** Whether there is anything to ask: not where they meet in one place, and not once it is over or given back. */
    static boolean isAsked(Room room) {
        return room.mode() != Mode.IN_PERSON && (room.door() == Room.Door.NOT_YET || room.door() == Room.Door.OPEN);
    }

    public boolean isAsked() {
        return isAsked(room());
    }

    public String getId() {
        return room().appointment().toString();
    }

    public ChosenTime getTime() {
        Room its = room();
        return ChosenTime.of(
                its.start(), its.end(), its.reader(), its.therapist().zone(), words);
    }

    public String getTherapist() {
        return room().therapist().shownName();
    }

    public boolean isSent() {
        return !sentOn.isEmpty()
                && !exchange.isPost()
                && exchange.parameter("sent").isPresent();
    }

    /** That there are answers, and since when; empty for none. */
    public String getSentOn() {
        return sentOn;
    }
}
