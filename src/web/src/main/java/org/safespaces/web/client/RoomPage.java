package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.safespaces.people.Ids;
import org.safespaces.scheduling.Room;
import org.safespaces.scheduling.Rooms;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Exchange;

@Named("clientRoomPage")
@RequestScoped
public class RoomPage {
    @Inject
    private Rooms rooms;

    @Inject
    private BookingWords words;

    @Inject
    private Exchange exchange;

    private Room room;

    /** Throws {@link org.safespaces.people.NoSuchPerson} for an appointment that is not hers. */
    public void load() {
        room = rooms.mine(Ids.parse(exchange.parameter("id").orElse(null)));
    }

    public String getId() {
        return room.appointment().toString();
    }

    public ChosenTime getTime() {
        return ChosenTime.of(
                room.start(), room.end(), room.reader(), room.therapist().zone(), words);
    }

    public String getTherapist() {
        return room.therapist().shownName();
    }

    public String getMode() {
        return room.mode().name();
    }

    public String getDoor() {
        return room.door().name();
    }

    /** When it opens, on her clock. */
    public String getOpens() {
        String hour = new SpokenTime(room.opens(), room.reader()).hour();
        return String.format(Locale.UK, exchange.text("room", "when.early"), hour);
    }

    /** Where it is; empty while it is not open. */
    public String getLink() {
        return room.link().orElse("");
    }

    /** There are questions to answer before it. */
    public boolean isAsked() {
        return BeforePage.isAsked(room);
    }
}
