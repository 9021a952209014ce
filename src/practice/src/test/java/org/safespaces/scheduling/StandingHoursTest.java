package org.safespaces.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingHoursTest {
    private static final LocalDate JULY = LocalDate.parse("2027-07-01");
    private static final LocalDate AUGUST_ENDS = LocalDate.parse("2027-08-31");
    private static final OpenHours USUAL = mondays("09:00", "17:00");
    private static final OpenHours SUMMER = mondays("08:00", "13:00");
    private static final List<StandingHours> ALWAYS = List.of(StandingHours.always(USUAL));

    private static OpenHours mondays(String opens, String closes) {
        return new OpenHours(DayOfWeek.MONDAY, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static List<OpenHours> on(String date, List<StandingHours> all) {
        return Week.on(LocalDate.parse(date), all).hours();
    }

    @Test
    void hoursForATimeGoForThatTimeAndTheOthersBeforeAndAfter() {
        List<StandingHours> after = StandingHours.changed(ALWAYS, List.of(SUMMER), JULY, AUGUST_ENDS);
        assertEquals(List.of(USUAL), on("2027-06-30", after));
        assertEquals(List.of(SUMMER), on("2027-07-01", after));
        assertEquals(List.of(SUMMER), on("2027-08-31", after));
        assertEquals(List.of(USUAL), on("2027-09-01", after));
    }

    @Test
    void hoursUntilFurtherNoticeReplaceAllThatWasSetForLater() {
        List<StandingHours> summer = StandingHours.changed(ALWAYS, List.of(SUMMER), JULY, AUGUST_ENDS);
        LocalDate june = LocalDate.parse("2027-06-01");
        List<StandingHours> after = StandingHours.changed(summer, List.of(), june, LocalDate.MAX);
        assertEquals(List.of(USUAL), on("2027-05-31", after));
        assertEquals(List.of(), on("2027-07-15", after));
        assertEquals(List.of(), on("2030-07-15", after));
    }

    @Test
    void theSameDaysAgainLeaveNothingOfTheFirst() {
        List<StandingHours> summer = StandingHours.changed(ALWAYS, List.of(SUMMER), JULY, AUGUST_ENDS);
        List<StandingHours> again = StandingHours.changed(summer, List.of(USUAL), JULY, AUGUST_ENDS);
        assertEquals(3, again.size());
        assertEquals(List.of(USUAL), on("2027-07-15", again));
    }

    @Test
    void eachWeekSaysFromWhenAndUntilWhenItGoes() {
        List<StandingHours> summer = StandingHours.changed(ALWAYS, List.of(SUMMER), JULY, AUGUST_ENDS);
        List<Week> weeks = Week.since(LocalDate.parse("2027-03-01"), summer);
        assertEquals(
                List.of(
                        new Week(Optional.empty(), Optional.of(JULY.minusDays(1)), List.of(USUAL)),
                        new Week(Optional.of(JULY), Optional.of(AUGUST_ENDS), List.of(SUMMER)),
                        new Week(Optional.of(AUGUST_ENDS.plusDays(1)), Optional.empty(), List.of(USUAL))),
                weeks);
    }

    @Test
    void ofNoHoursThereIsOneEmptyWeek() {
        assertEquals(
                List.of(new Week(Optional.empty(), Optional.empty(), List.of())),
                Week.since(LocalDate.parse("2027-03-01"), List.of()));
    }
}
