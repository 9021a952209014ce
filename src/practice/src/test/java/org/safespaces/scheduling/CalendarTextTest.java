package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leaves the house as a calendar, read by a library that has nothing to do with the one that wrote it. */
class CalendarTextTest {
    private static final Set<String> OF_A_CALENDAR = Set.of("VERSION", "PRODID");
    private static final Set<String> OF_AN_ENTRY =
            Set.of("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "CLASS");
    private static final Instant NOW = Instant.parse("2027-03-01T08:30:00Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void anEntrySaysWhenAndOneWordAndNothingElse() throws Exception {
        Calendar calendar = read(CalendarText.of(
                List.of(entry("Busy AH27", CalendarEntry.Certainty.CONFIRMED, monday("2027-03-08", "10:00"))), NOW));

        assertEquals(OF_A_CALENDAR, names(calendar.getProperties()));
        assertEquals(1, calendar.getComponents().size());
        VEvent event = only(calendar);
        assertEquals(OF_AN_ENTRY, names(event.getProperties()));
        assertTrue(event.getComponents().isEmpty(), "an alarm would show it on a locked screen");
        assertEquals("Busy AH27", event.getSummary().getValue());
        assertEquals("PRIVATE", event.getClassification().getValue());
        assertEquals("CONFIRMED", event.getStatus().getValue());
        assertEquals("7", event.getSequence().getValue());
        assertEquals(
                "b1946ac9-2492-4347-9c6e-235b4d2611184",
                event.getUid().orElseThrow().getValue());
    }

    @Test
    void theWriterDoesNotSayWhoWroteIt() {
        String text = CalendarText.of(List.of(), NOW).toLowerCase(java.util.Locale.ROOT);
        for (String word : List.of("safe", "space", "therap", "biweekly", "practice")) {
            assertFalse(text.contains(word), word);
        }
    }

    @Test
    void eachEntryIsValidForAnIndependentReader() throws Exception {
        for (CalendarEntry.Certainty certainty : CalendarEntry.Certainty.values()) {
            Calendar calendar =
                    read(CalendarText.of(List.of(entry("Appointment", certainty, monday("2027-10-25", "10:00"))), NOW));

            ValidationResult result = calendar.validate();

            assertFalse(result.hasErrors(), () -> certainty + ": " + result);
            assertEquals(certainty.name(), only(calendar).getStatus().getValue());
        }
    }

    @Test
    void aLongAndCuriousWordComesBackAsItWas() throws Exception {
        String word = "Z\u00F6e; a, b\\n \u2014 \uD83C\uDF3F end of 30";

        Calendar calendar = read(CalendarText.of(
                List.of(entry(word, CalendarEntry.Certainty.CONFIRMED, monday("2027-03-08", "10:00"))), NOW));

        assertEquals(word, only(calendar).getSummary().getValue());
        assertEquals(OF_AN_ENTRY, names(only(calendar).getProperties()));
    }

    /** booking.md 8: Mondays 10:00 in London, as clients elsewhere see them. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-08,10:00,05:00,15:30,15:45,21:00,21:00",
        "2027-03-15,10:00,06:00,15:30,15:45,21:00,21:00",
        "2027-03-22,10:00,06:00,15:30,15:45,21:00,21:00",
        "2027-03-29,09:00,05:00,14:30,14:45,20:00,20:00",
        "2027-04-05,09:00,05:00,14:30,14:45,19:00,19:30",
        "2027-10-04,09:00,05:00,14:30,14:45,20:00,20:00",
        "2027-10-25,09:00,05:00,14:30,14:45,20:00,20:00",
        "2027-11-01,10:00,06:00,15:30,15:45,21:00,21:00",
        "2027-11-08,10:00,05:00,15:30,15:45,21:00,21:00"
    })
    void aMondayMorningStandsWhereItDoesEverywhere(
            String date, String utc, String newYork, String kolkata, String kathmandu, String sydney, String lordHowe)
            throws Exception {
        Instant start = monday(date, "10:00");
        for (String summary : List.of("Busy AH27", "Appointment")) {
            String text = CalendarText.of(List.of(entry(summary, CalendarEntry.Certainty.CONFIRMED, start)), NOW);

            assertTrue(text.contains("DTSTART:" + date.replace("-", "") + "T" + utc.replace(":", "") + "00Z"), text);
            Instant read = Instant.from(only(read(text)).getDateTimeStart().getDate());
            assertEquals(start, read);
            assertEquals(
                    start.plusSeconds(3000),
                    Instant.from(only(read(text)).getDateTimeEnd().getDate()));
            assertAt(newYork, read, "America/New_York");
            assertAt(kolkata, read, "Asia/Kolkata");
            assertAt(kathmandu, read, "Asia/Kathmandu");
            assertAt(sydney, read, "Australia/Sydney");
            assertAt(lordHowe, read, "Australia/Lord_Howe");
        }
    }

    private static void assertAt(String wall, Instant at, String zone) {
        assertEquals(LocalTime.parse(wall), at.atZone(ZoneId.of(zone)).toLocalTime(), zone);
    }

    private static Instant monday(String date, String time) {
        return ZonedDateTime.of(java.time.LocalDate.parse(date), LocalTime.parse(time), LONDON)
                .toInstant();
    }

    private static CalendarEntry entry(String summary, CalendarEntry.Certainty certainty, Instant start) {
        return new CalendarEntry(
                "b1946ac9-2492-4347-9c6e-235b4d2611184", 7, summary, start, start.plusSeconds(3000), certainty);
    }

    private static Calendar read(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent only(Calendar calendar) {
        return (VEvent) calendar.getComponents().get(0);
    }

    private static Set<String> names(List<? extends Property> properties) {
        return properties.stream().map(Property::getName).collect(Collectors.toCollection(TreeSet::new));
    }
}
