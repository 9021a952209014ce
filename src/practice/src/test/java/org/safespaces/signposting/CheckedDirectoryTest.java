package org.safespaces.signposting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.settings.PracticeSettings;

/** A check by the running practice counts for the fact that was checked, and for no other. */
class CheckedDirectoryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final UUID BIRCH = UUID.randomUUID();

    private final SupportDirectory directory = new SupportDirectory();
    private final SignpostReview review = new SignpostReview(directory, new PracticeSettings());

    @Test
    void whatWasRungTodayIsCheckedUntilHalfAYearHasPassed() {
        int open = review.toCheck(TODAY).size();
        directory.goBy(List.of(check("phone", "116 123", TODAY)));
        assertEquals(open - 1, review.toCheck(TODAY).size());
        assertEquals(TODAY, directory.find("SAM").phone().verifiedOn());
        assertFalse(review.isOpen(directory.find("SAM").phone(), TODAY.plusDays(180)));
        assertTrue(review.isOpen(directory.find("SAM").phone(), TODAY.plusDays(181)));
    }

    @Test
    void anotherNumberThanTheOneThatWasRungIsNotChecked() {
        directory.goBy(List.of(check("phone", "116 124", TODAY)));
        assertNull(directory.find("SAM").phone().verifiedOn());
        assertTrue(review.isOpen(directory.find("SAM").phone(), TODAY));
    }

    @Test
    void theNewestCheckCountsAndOneFactSaysNothingOfAnother() {
        directory.goBy(List.of(check("phone", "116 123", TODAY.minusDays(300)), check("phone", "116 123", TODAY)));
        assertEquals(TODAY, directory.find("SAM").phone().verifiedOn());
        assertNull(directory.find("SAM").hours().verifiedOn());
    }

    @Test
    void aShorterTimeMakesMoreOfThemDue() {
        directory.goBy(List.of(check("phone", "116 123", TODAY.minusDays(100))));
        assertEquals(review.openAfter(180, TODAY) + 1, review.openAfter(90, TODAY));
    }

    private static SignpostCheck check(String fact, String value, LocalDate on) {
        return new SignpostCheck("SAM", fact, value, on, BIRCH);
    }
}
