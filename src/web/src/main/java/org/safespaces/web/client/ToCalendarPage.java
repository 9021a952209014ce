package org.safespaces.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.UUID;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.AppointmentFile;
import org.safespaces.scheduling.Room;
import org.safespaces.scheduling.Rooms;
import org.safespaces.scheduling.WordRefused;
import org.safespaces.web.frame.AppointmentFileServlet;
import org.safespaces.web.frame.Exchange;

/** An appointment for her own calendar, under the usual word or one of her own; with a warning first. */
@Named
@RequestScoped
public class ToCalendarPage {
    @Inject
    private AppointmentFile file;

    @Inject
    private Rooms rooms;

    @Inject
    private BookingWords words;

    @Inject
    private Exchange exchange;

    private Room room;
    private String wrong = "";

    /** Throws {@link NoSuchPerson} for an appointment that is not hers, or not ahead. */
    public void load() {
        UUID id = Ids.parse(exchange.parameter("id").orElse(null));
        if (exchange.isPost()) {
            save(id);
        } else {
            file.of(id);
        }
        room = rooms.mine(id);
    }

    private void save(UUID id) {
        try {
            exchange.hand(AppointmentFileServlet.NAME, AppointmentFileServlet.TYPE, file.of(id, getWord()));
        } catch (WordRefused refused) {
            String key = "file.error." + refused.reason().name();
            wrong = String.format(Locale.UK, exchange.text("calendar", key), AppointmentFile.LONGEST);
            exchange.complainAt("word", wrong);
        }
    }

    public String getId() {
        return room.appointment().toString();
    }

    public ChosenTime getTime() {
        return ChosenTime.of(
                room.start(), room.end(), room.reader(), room.therapist().zone(), words);
    }

    /** The same time where her therapist is, if that is another; asked also before it is known which appointment it is. */
    public String getThere() {
        return room == null ? "" : getTime().there();
    }

    /** What she has typed. */
    public String getWord() {
        return exchange.isPost() ? exchange.parameter("word").orElse("") : "";
    }

    public String getWrong() {
        return wrong;
    }

    public String getHelp() {
        return String.format(Locale.UK, exchange.text("calendar", "file.own.help"), AppointmentFile.LONGEST);
    }
}
