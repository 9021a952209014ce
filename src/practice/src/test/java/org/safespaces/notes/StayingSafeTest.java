package org.safespaces.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;

/** A plan is kept as it was said, half done as well. */
class StayingSafeTest {
    private static final StayingSafe PLAN = new StayingSafe(
            List.of("a sound"),
            List.of(),
            List.of("the library"),
            List.of(new PlanPerson("Zo\u00EB", "ring", PlanPerson.Knows.YES)),
            List.of("SAM"),
            List.of(),
            List.of("phone in the kitchen"),
            StayingSafe.Keeping.PAPER,
            "no",
            Optional.of(LocalDate.of(2027, 1, 14)),
            true);

    @Test
    void itIsReadAsItWasWritten() {
        for (StayingSafe plan : List.of(PLAN, StayingSafe.EMPTY)) {
            try (ClearText text = PlanDocument.write(plan)) {
                assertEquals(plan, PlanDocument.read(text));
            }
        }
    }

    @Test
    void aCopySaysOfWhichDayAndWhomItIs() {
        TherapistId by = new TherapistId(UUID.randomUUID());
        LocalDate day = LocalDate.of(2026, 11, 23);
        try (ClearText text = PlanDocument.copy(PLAN, day, by)) {
            assertEquals(Optional.of(new SharedPlan(PLAN, day, by)), PlanDocument.readCopy(text));
        }
    }

    @Test
    void whatIsNoCopyIsLeftOut() {
        try (ClearText ours = PlanDocument.copy(PLAN, LocalDate.of(2026, 11, 23), new TherapistId(UUID.randomUUID()))) {
            Map<String, String> damage = Map.of(
                    "\"PAPER\"", "\"CLOUD\"",
                    "\"YES\"", "\"MAYBE\"",
                    "2026-11-23", "23 November",
                    "2027-01-14", "2027-13-01",
                    "\"by\":\"", "\"by\":\"x",
                    "[\"a sound\"]", "\"a sound\"",
                    "\"keeping\"", "\"kept\"",
                    "{", "[");
            damage.forEach((was, is) -> {
                assertTrue(ours.text().contains(was), was);
                try (ClearText damaged = ClearText.of(ours.text().replace(was, is))) {
                    assertEquals(Optional.empty(), PlanDocument.readCopy(damaged), is);
                }
            });
        }
    }

    @Test
    void aStepHasTenLinesOfTwoHundredCharactersAtMost() {
        assertTrue(noticing(Collections.nCopies(10, "x".repeat(200))).fits());
        assertFalse(noticing(Collections.nCopies(11, "x")).fits());
        assertFalse(noticing(List.of("x".repeat(201))).fits());
    }

    private static StayingSafe noticing(List<String> lines) {
        return new StayingSafe(
                lines,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                StayingSafe.Keeping.NOT_SAID,
                "",
                Optional.empty(),
                false);
    }
}
