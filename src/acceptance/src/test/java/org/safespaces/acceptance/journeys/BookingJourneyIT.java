package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** A client books, moves and gives back her sessions, on a phone whose browser runs no script. */
class BookingJourneyIT {
    private final List<UUID> made = new ArrayList<>();
    private Visitor linen;

    @BeforeEach
    void sheLooksForATime() {
        linen = Visitor.onPhoneWithoutScript().signInAt("/client/book", "linen");
    }

    /** What was made here goes, and so does where she said she was. */
    @AfterEach
    void nothingIsLeft() {
        for (UUID id : made) {
            past("DELETE FROM booking_request WHERE appointment_id = ?", id);
            past("DELETE FROM outbox WHERE subject_id = ?", id);
            past("DELETE FROM appointment WHERE id = ?", id);
        }
        past("UPDATE client SET zone = NULL");
        linen.close();
    }

    @Test
    void aTimeIsKeptWhileSheReadsAndAFirstSessionIsAskedFor() {
        Locator slot = linen.page().locator(".slot:visible").first();
        String hour = slot.innerText().replaceAll("(?s)[^0-9:].*", "");
        slot.click();
        linen.page().waitForURL("**/client/book?hold=**");
        assertTrue(linen.text().contains(hour + " to "));
        assertTrue(linen.text().contains("We keep this time for you until"));
        assertTrue(linen.text().contains("This is your first session with Tall Rowan"));
        assertTrue(linen.text()
                .matches("(?s).*(free of charge until \\w{3} \\d.*\\(London time\\)|begins in less than 48 hours).*"));

        linen.press("Choose another time");
        linen.page().locator(".slot:visible").last().click();
        linen.press("Ask for this session");
        keep();

        assertTrue(linen.text().contains("Your therapist has been told"));
        assertTrue(linen.text().contains("Tall Rowan answers by"));
        linen.goTo("/client/appointments");
        assertTrue(linen.text().contains("Asked for"));
        linen.page().goBack();
        linen.page().goBack();
        assertTrue(linen.text().contains("Your session"), "what she confirmed is not to be confirmed again");
        linen.goTo("/client/home");
        assertTrue(linen.text().contains("The session you asked for"), "not hers before her therapist has said yes");
    }

    @Test
    void onceSheIsKnownSheBooksAtOnceAndMovesWhatSheBooked() {
        agreed();
        linen.goTo("/client/book");
        linen.page().locator(".week-nav a").last().click();
        linen.page().locator(".slot:visible").first().click();
        String first = time();
        linen.press("Book this session");
        UUID booked = keep();
        assertTrue(linen.text().contains("Your session is booked"));
        assertTrue(linen.text().contains("free of charge until"));

        linen.follow("Move to another time");
        linen.page().locator(".slot:visible:not(.is-chosen)").last().click();
        linen.waitForWords("Nothing is moved until you press this button");
        linen.press("Move it");

        assertTrue(linen.text().contains("Your session is moved"));
        assertFalse(time().equals(first));
        assertTrue(linen.page().url().contains(booked.toString()));
    }

    @Test
    void sheSeesWhatItCostsBeforeSheGivesATimeBack() {
        UUID early = agreed();
        past("UPDATE appointment SET free_until = starts_at WHERE id = ?", early);
        linen.goTo("/client/appointment?id=" + early);
        linen.follow("Cancel this session");
        assertTrue(linen.text().contains("This costs nothing"));
        linen.page().check("#reason-UNWELL");
        linen.press("Yes, cancel it");
        assertTrue(linen.text().contains("Cancelled"));
        assertFalse(linen.text().contains("charged"));

        UUID late = agreed();
        past("UPDATE appointment SET free_until = now() - interval '1 hour' WHERE id = ?", late);
        linen.goTo("/client/appointment?id=" + late);
        assertTrue(linen.text().contains("Only your therapist can move it now"));
        linen.follow("Cancel this session");
        assertTrue(linen.text().contains("It may be charged"));
        linen.press("Yes, cancel it");
        assertTrue(linen.text().contains("may be charged"));
    }

    @Test
    void thatItIsNotSafeToComeCostsNothingAndStandsNowhere() {
        UUID late = agreed();
        past("UPDATE appointment SET free_until = now() - interval '1 hour' WHERE id = ?", late);
        linen.goTo("/client/appointment?cancel=1&id=" + late);
        linen.page().check("#reason-UNSAFE");
        linen.press("Yes, cancel it");

        assertTrue(linen.text().contains("Cancelled"));
        assertFalse(linen.page().content().contains("charged"));
        assertFalse(linen.page().content().contains("safe for you"));
        assertFalse(linen.page().url().contains("UNSAFE"));
        linen.goTo("/client/appointments");
        assertTrue(linen.text().contains("Cancelled"));
    }

    @Test
    void herTimesAreShownWhereSheSaysSheIs() {
        UUID hers = agreed();
        linen.goTo("/client/book?zones=1");
        linen.page().selectOption("#other", "Asia/Kathmandu");
        linen.press("Use this place");
        assertTrue(linen.text().contains("Times are your time (Kathmandu)"));
        linen.goTo("/client/appointment?id=" + hers);
        assertTrue(linen.text().contains("your time (Kathmandu)"));
        assertTrue(linen.text().contains("London time"));
    }

    /** A session her therapist has agreed to. */
    private UUID agreed() {
        linen.goTo("/client/book");
        linen.page().locator(".slot:visible").last().click();
        linen.page().waitForURL("**/client/book?hold=**");
        linen.page().locator("button[value='book']").click();
        UUID id = keep();
        past("UPDATE appointment SET status = 'CONFIRMED' WHERE id = ?", id);
        return id;
    }

    private UUID keep() {
        linen.page().waitForURL("**/client/appointment?id=**");
        UUID id = UUID.fromString(linen.page().url().replaceAll(".*id=([0-9a-f-]{36}).*", "$1"));
        made.add(id);
        return id;
    }

    private String time() {
        return linen.page().locator(".summary-time").first().innerText();
    }

    /** Past the application: a day that has gone by, a therapist who has said yes. */
    private static void past(String sql, Object... values) {
        try (Connection practice = World.open().stack().asThief("practice");
                PreparedStatement statement = practice.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertTrue(statement.executeUpdate() >= 0);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
