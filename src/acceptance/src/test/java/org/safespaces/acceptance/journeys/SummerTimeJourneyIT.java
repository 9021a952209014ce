package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safespaces.acceptance.support.SoonAppointment;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** Ten o'clock in London on the Mondays of booking.md 8, as clients elsewhere see it on their screens and in the file they save. */
class SummerTimeJourneyIT {
    private static final Duration LENGTH = Duration.ofMinutes(50);

    private static SoonAppointment session;
    private static Visitor linen;

    @BeforeAll
    static void sheHasASession() {
        session = SoonAppointment.ofLinen(World.open(), Instant.parse("2027-03-08T10:00:00Z"));
        linen = Visitor.onPhone().signInAt("/client/home", "linen");
    }

    @AfterAll
    static void sheIsAtHomeAgain() throws SQLException {
        sheIsIn(null);
        linen.close();
        session.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-08, 10:00, 05:00, 15:45, 21:00",
        "2027-03-15, 10:00, 06:00, 15:45, 21:00",
        "2027-03-22, 10:00, 06:00, 15:45, 21:00",
        "2027-03-29, 09:00, 05:00, 14:45, 20:00",
        "2027-04-05, 09:00, 05:00, 14:45, 19:00",
        "2027-10-04, 09:00, 05:00, 14:45, 20:00",
        "2027-10-25, 09:00, 05:00, 14:45, 20:00",
        "2027-11-01, 10:00, 06:00, 15:45, 21:00",
        "2027-11-08, 10:00, 05:00, 15:45, 21:00"
    })
    void tenInLondonIsTheSameMomentForHerWhereverSheIs(
            LocalDate monday, LocalTime utc, LocalTime newYork, LocalTime kathmandu, LocalTime sydney)
            throws SQLException, IOException, ParserException {
        Instant start = monday.atTime(utc).toInstant(ZoneOffset.UTC);
        session.moveTo(start);

        sheIsIn("Europe/London");
        assertEquals(hours(LocalTime.of(10, 0)) + " London time", shown());
        for (Map.Entry<String, LocalTime> place : Map.of(
                        "America/New_York", newYork, "Asia/Kathmandu", kathmandu, "Australia/Sydney", sydney)
                .entrySet()) {
            sheIsIn(place.getKey());
            String city = place.getKey().replaceAll(".*/", "").replace('_', ' ');
            assertEquals(
                    hours(place.getValue()) + " your time (" + city + ") " + hours(LocalTime.of(10, 0))
                            + " London time",
                    shown());
            VEvent saved = saved();
            Instant begins = Instant.from(saved.getDateTimeStart().getDate());
            assertEquals(start, begins);
            assertEquals(start.plus(LENGTH), Instant.from(saved.getDateTimeEnd().getDate()));
            assertEquals(
                    place.getValue(), begins.atZone(ZoneId.of(place.getKey())).toLocalTime());
        }
    }

    private static String hours(LocalTime from) {
        return from + " to " + from.plus(LENGTH);
    }

    /** The hours and zones of her session, without its day. */
    private static String shown() {
        linen.goTo("/client/appointment?id=" + session.id());
        String all = linen.page().locator(".summary-time").first().innerText();
        assertTrue(all.startsWith("Monday"), all);
        return all.substring(all.indexOf('\n') + 1).replaceAll("\\s+", " ").strip();
    }

    private static VEvent saved() throws IOException, ParserException {
        String file = linen.page()
                .context()
                .request()
                .get(World.open().address() + "/client/appointment.ics?id=" + session.id())
                .text();
        Calendar calendar = new CalendarBuilder().build(new StringReader(file));
        assertFalse(calendar.validate().hasErrors());
        return (VEvent) calendar.getComponents().get(0);
    }

    private static void sheIsIn(String zone) throws SQLException {
        try (Connection practice = World.open().stack().asThief("practice");
                PreparedStatement statement =
                        practice.prepareStatement("UPDATE client SET zone = ? WHERE case_id = ?")) {
            statement.setString(1, zone);
            statement.setObject(2, session.caseId());
            assertEquals(1, statement.executeUpdate());
        }
    }
}
