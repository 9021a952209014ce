package org.safespaces.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;

class CopyItemTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void whatSheWroteHerselfIsSharedUntilSomebodyDecidesAboutIt() {
        assertEquals(Optional.of(CopyChoice.Decision.SHARE), hers(0).decision());
    }

    @Test
    void whatWasDecidedAboutAnOlderVersionIsDecidedAnewAndNotShared() {
        assertEquals(Optional.empty(), hers(2).decision());
    }

    @Test
    void whyATherapistWentOnWithoutACheckIsInHerWords() {
        try (ClearText answered = CheckDocument.answered(
                        SafetyCheck.By.THERAPIST,
                        NOON,
                        new SafetyAnswers("home", Optional.of(true), Optional.empty(), "plum", "", Optional.empty()));
                ClearText without = CheckDocument.leftOut(NOON, "somebody was in the room")) {
            assertFalse(CheckDocument.isOfHerTherapist(answered.text()));
            assertTrue(CheckDocument.isOfHerTherapist(without.text()));
        }
    }

    private static CopyItem hers(int upon) {
        return new CopyItem(
                UUID.randomUUID(),
                ItemKind.MESSAGE,
                DisclosureClass.CLIENT_VISIBLE,
                true,
                List.of(new CopyItem.Version(2, LocalDate.of(2026, 11, 23), new TherapistId(UUID.randomUUID()), "{}")),
                Optional.empty(),
                upon);
    }
}
