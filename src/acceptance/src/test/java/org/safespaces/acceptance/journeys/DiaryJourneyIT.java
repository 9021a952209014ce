package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Visitor;

/** A diary by mouse and by keyboard, in a week far ahead that is nobody else's. */
class DiaryJourneyIT {
    private static final LocalDate MONDAY =
            LocalDate.now().plusWeeks(33).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    private Visitor rowan;

    @BeforeEach
    void signsIn() {
        rowan = Visitor.atDesk().signInAt("/therapist/clients", "rowan");
    }

    /** What stands in these weeks is given back: the next test finds them empty. */
    @AfterEach
    void givesItBack() {
        for (int week = 0; week < 4; week++) {
            cancelAll(MONDAY.plusWeeks(week));
        }
        rowan.close();
    }

    private void cancelAll(LocalDate week) {
        rowan.goTo("/therapist/diary?date=" + week);
        while (items().count() > 0) {
            items().first().click();
            rowan.page().waitForLoadState();
            rowan.follow("Cancel this session");
            rowan.press("Cancel it");
            rowan.waitForWords("The session is cancelled");
            rowan.goTo("/therapist/diary?date=" + week);
        }
    }

    private Locator items() {
        return rowan.page().locator(".diary-item[data-id] a");
    }

    private String client() {
        rowan.goTo("/therapist/clients");
        return rowan.page().locator("tbody tr a").first().getAttribute("href").replaceAll(".*id=", "");
    }

    private void book(LocalDate day, String time) {
        rowan.goTo("/therapist/book?case=" + client() + "&day=" + day + "&time=" + time);
        rowan.press("Book it");
        rowan.waitForWords("The session is booked");
    }

    private String times(LocalDate day) {
        return String.join(
                " ",
                rowan.page()
                        .locator(".diary-column[data-date='" + day + "'] .diary-item time")
                        .allInnerTexts());
    }

    @Test
    void draggedToAnotherDayItIsMovedOnceItIsConfirmed() {
        book(MONDAY, "10:00");
        rowan.goTo("/therapist/diary?date=" + MONDAY);
        LocalDate wednesday = MONDAY.plusDays(2);
        drag(items().first(), wednesday, 14);
        rowan.page().waitForURL("**/therapist/appointment?**do=move**");
        assertTrue(rowan.page().url().contains("day=" + wednesday), rowan.page().url());
        assertTrue(rowan.text().contains("14:00 to 14:50"), rowan.text());
        rowan.goTo("/therapist/diary?date=" + MONDAY);
        assertEquals("10:00 to 10:50", times(MONDAY), "nothing moves before it is confirmed");

        drag(items().first(), wednesday, 14);
        rowan.page().waitForURL("**/therapist/appointment?**do=move**");
        rowan.press("Move it");
        rowan.waitForWords("The session is moved");
        rowan.goTo("/therapist/diary?date=" + MONDAY);
        assertEquals("", times(MONDAY));
        assertEquals("14:00 to 14:50", times(wednesday));
    }

    /** From the middle of its head to the same place at the beginning of an hour. */
    private void drag(Locator item, LocalDate day, int hour) {
        Page page = rowan.page();
        Locator column = page.locator(".diary-column[data-date='" + day + "']");
        BoundingBox from = item.boundingBox();
        BoundingBox to = column.boundingBox();
        int first = Integer.parseInt(column.getAttribute("data-hour"));
        int rows = Integer.parseInt(column.getAttribute("data-rows"));
        double hoursHeight = to.height / (rows / 12.0);
        page.mouse().move(from.x + 20, from.y + 5);
        page.mouse().down();
        page.mouse().move(from.x + 40, from.y + 30);
        page.mouse().move(to.x + 20, to.y + (hour - first) * hoursHeight + 6);
        page.mouse().up();
    }

    @Test
    void byKeyboardAloneItIsMovedToATimeThatIsTyped() {
        book(MONDAY, "10:00");
        rowan.goTo("/therapist/diary?view=day&date=" + MONDAY);
        items().first().focus();
        rowan.page().keyboard().press("Enter");
        rowan.page().waitForURL("**/therapist/appointment?id=**");
        onLink("Move");
        rowan.page().waitForURL("**/therapist/appointment?**do=move");
        assertTrue(rowan.page().locator(".offered a").count() > 0, "free times are offered");
        rowan.page().fill("#day", MONDAY.plusDays(1).toString());
        rowan.page().fill("#time", "half past nine");
        rowan.page().locator("#time").press("Enter");
        rowan.page().locator("#time-error").waitFor();
        assertEquals("half pas", rowan.page().inputValue("#time"));
        rowan.page().fill("#time", "7 am");
        rowan.page().locator("#time").press("Enter");
        rowan.waitForWords("Outside your hours");
        rowan.page().fill("#time", "15:00");
        rowan.page().locator("#time").press("Enter");
        rowan.page().waitForURL("**/therapist/appointment?**15:00");
        assertFalse(rowan.text().contains("Outside your hours"));
        rowan.page().locator("#move button[value=move]").focus();
        rowan.page().keyboard().press("Enter");
        rowan.waitForWords("The session is moved");
        assertTrue(rowan.text().contains("15:00 to 15:50"));
    }

    private void onLink(String words) {
        rowan.page()
                .locator("main a.button", new Page.LocatorOptions().setHasText(words))
                .first()
                .focus();
        rowan.page().keyboard().press("Enter");
    }

    @Test
    void aSeriesShowsEachDateAndIsBookedWithoutTheOneThatIsTaken() {
        book(MONDAY.plusWeeks(1), "10:00");
        String client = client();
        rowan.goTo("/therapist/repeat?case=" + client);
        rowan.page().fill("#day", MONDAY.toString());
        rowan.page().fill("#time", "10:00");
        rowan.page().selectOption("#times", "4");
        rowan.press("Show the dates");
        rowan.waitForWords("One of them needs your word");
        rowan.press("Book them");
        rowan.waitForWords("Choose what becomes of this date");
        rowan.page().check("#skip-1");
        rowan.press("Book them");
        rowan.waitForWords("The sessions are booked");
        for (int week : new int[] {0, 2, 3}) {
            rowan.goTo("/therapist/diary?date=" + MONDAY.plusWeeks(week));
            assertEquals("10:00 to 10:50", times(MONDAY.plusWeeks(week)));
        }
        cancelTheRest();
    }

    private void cancelTheRest() {
        rowan.goTo("/therapist/diary?date=" + MONDAY.plusWeeks(2));
        items().first().click();
        rowan.page().waitForLoadState();
        rowan.follow("Cancel this session");
        rowan.page().check("#part-FOLLOWING");
        rowan.press("Cancel it");
        rowan.waitForWords("The session is cancelled");
        rowan.goTo("/therapist/diary?date=" + MONDAY.plusWeeks(3));
        assertEquals("", times(MONDAY.plusWeeks(3)));
        rowan.goTo("/therapist/diary?date=" + MONDAY);
        assertEquals("10:00 to 10:50", times(MONDAY));
    }

    @Test
    void leaveStandsInTheDiaryAndWhatItMeetsWaitsForADecision() {
        book(MONDAY, "10:00");
        rowan.goTo("/therapist/availability");
        rowan.page().fill("#leave-first", MONDAY.toString());
        rowan.page().fill("#leave-last", MONDAY.plusDays(1).toString());
        rowan.press("Add leave");
        rowan.waitForWords("Your leave is saved");
        rowan.waitForWords("Outside your hours");
        rowan.follow("Decide");
        rowan.press("Let it stand");
        rowan.waitForWords("It stands as it is");
        rowan.goTo("/therapist/diary?date=" + MONDAY);
        assertTrue(rowan.text().contains("Leave"));
        assertTrue(times(MONDAY).contains("10:00 to 10:50"));
        rowan.goTo("/therapist/availability");
        assertFalse(rowan.text().contains("Outside your hours"));
        rowan.press("Take back");
        rowan.waitForWords("That time is open again");
    }
}
