package org.safespaces.web.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.FreeDay;
import org.safespaces.scheduling.Slot;

class BookingDayTest {
    private static final LocalDate THURSDAY = LocalDate.parse("2026-11-26");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private static Slot slot(String start) {
        Instant at = Instant.parse(start);
        return new Slot(at, at.plus(Duration.ofMinutes(50)));
    }

    private static FreeDay day(Slot... times) {
        return new FreeDay(THURSDAY, times.length == 0 ? FreeDay.Kind.CLOSED : FreeDay.Kind.OPEN, List.of(times));
    }

    private static BookingAddress here(Instant start) {
        return new BookingAddress("/client/book?kind=1", LocalDate.parse("2026-11-23"), MADRID, null, start);
    }

    @Test
    void timesStandInThePartOfTheReadersDay() {
        BookingDay drawn = BookingDay.of(
                day(
                        slot("2026-11-26T10:45:00Z"),
                        slot("2026-11-26T11:00:00Z"),
                        slot("2026-11-26T15:59:00Z"),
                        slot("2026-11-26T16:00:00Z")),
                here(null),
                false);
        assertEquals(List.of("11:45"), hours(drawn, 0));
        assertEquals(List.of("12:00", "16:59"), hours(drawn, 1));
        assertEquals(List.of("17:00"), hours(drawn, 2));
    }

    private static List<String> hours(BookingDay day, int part) {
        return day.parts().get(part).times().stream().map(BookingDay.Time::hour).toList();
    }

    @Test
    void theChosenTimeAndItsDayAreMarked() {
        Slot chosen = slot("2026-11-26T14:00:00Z");
        BookingDay drawn = BookingDay.of(day(chosen, slot("2026-11-26T15:00:00Z")), here(chosen.start()), true);
        assertTrue(drawn.chosen());
        assertEquals(
                List.of(true, false),
                drawn.parts().get(1).times().stream()
                        .map(BookingDay.Time::chosen)
                        .toList());
        assertEquals("2026-11-26T14:00:00Z", drawn.parts().get(1).times().get(0).value());
    }

    @Test
    void aDayWithoutTimesSaysWhy() {
        assertEquals("book.day.CLOSED", BookingDay.of(day(), here(null), false).shut());
    }

    @Test
    void theAddressOfADayKeepsWeekAndPage() {
        assertEquals(
                "/client/book?kind=1&week=2026-11-23&day=2026-11-26",
                BookingDay.of(day(), here(null), false).address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Europe/Nowhere", "+01:00", "Etc/GMT", "<script>", "/", "Europe/"})
    void whatIsNoPlaceIsNoZone(String id) {
        assertThrows(NoSuchPerson.class, () -> ZoneGroup.parse(id));
    }

    @Test
    void everyZoneOfferedIsUnderstood() {
        assertTrue(ZoneGroup.ALL.stream()
                .flatMap(group -> group.choices().stream())
                .allMatch(choice -> ZoneGroup.parse(choice.id()).getId().equals(choice.id())));
    }
}
