package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.container.clock.MovableClock;
import org.safespaces.intake.Drafts;
import org.safespaces.intake.FormWalk;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.Move;
import org.safespaces.intake.WorkingCopy;
import org.safespaces.keys.CodeDrafts;
import org.safespaces.keys.WrongPhrase;

/** Unfinished forms under a code: nobody else opens one, and none outlives its time. */
@InTheServer
class DraftsIT {
    private static final String WORDS = "cormorant said it was a Thursday";

    @Inject
    private Drafts drafts;

    @Inject
    private CodeDrafts kept;

    @Inject
    private FormWalk walk;

    @Inject
    private Intakes intakes;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Rows rows;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practiceWithAClockToMove();
    }

    @Test
    void aFormOpensWithItsCodeHoweverItIsTypedAndWithNothingElse() {
        WorkingCopy taken = drafts.begin(upTo("s17"));
        String code = taken.code().orElseThrow();
        drafts.save(written(taken));

        WorkingCopy again = drafts.open(code.replace(" ", "-"), visitor());

        assertEquals(WORDS, again.answers().text("S17"));
        assertEquals(code, again.code().orElseThrow());
        assertEquals(
                taken.draft().orElseThrow().id(), again.draft().orElseThrow().id());
        for (String wrong : List.of("0000 0000 0000 0000", "hello", "")) {
            assertThrows(WrongPhrase.class, () -> drafts.open(wrong, visitor()));
        }
    }

    @Test
    void everyFormHasOneSizeHoweverMuchWasWritten() {
        WorkingCopy empty = drafts.begin(walk.begin());
        WorkingCopy full = drafts.begin(upTo("s17"));
        drafts.save(written(full));

        assertEquals(
                List.of("1"),
                rows.ofPractice(
                        "SELECT count(DISTINCT octet_length(sealed)) FROM code_draft WHERE draft_id IN (?, ?)",
                        id(empty),
                        id(full)));
        assertEquals(
                "0",
                rows.ofPractice("SELECT count(*) FROM code_draft WHERE position(?::bytea IN sealed) > 0", (Object)
                                WORDS.getBytes(StandardCharsets.UTF_8))
                        .get(0));
    }

    @Test
    void allFormsOfADayShareOneErasureKey() {
        long before = rows.inKeystore("erasure_key WHERE claimed_on IS NOT NULL");
        drafts.begin(walk.begin());
        long first = rows.inKeystore("erasure_key WHERE claimed_on IS NOT NULL");
        drafts.begin(walk.begin());
        drafts.begin(walk.begin());

        assertTrue(first - before <= 1);
        assertEquals(first, rows.inKeystore("erasure_key WHERE claimed_on IS NOT NULL"));
    }

    @Test
    void itOpensForThreeDaysAndThenForNobodyAndItsKeyIsDestroyed() {
        WorkingCopy taken = drafts.begin(upTo("s17"));
        String code = taken.code().orElseThrow();
        UUID key = keyOf(taken);

        MovableClock.pass(Duration.ofHours(71).minusMinutes(1));
        kept.end();
        assertEquals("s17", drafts.open(code, visitor()).page());

        MovableClock.pass(Duration.ofHours(1).plusMinutes(2));
        assertThrows(WrongPhrase.class, () -> drafts.open(code, visitor()));
        assertEquals(1, rows.committed("code_draft WHERE draft_id = ?", id(taken)), "until the round comes");
        kept.end();

        assertEquals(0, rows.committed("code_draft WHERE draft_id = ?", id(taken)));
        assertEquals(0, rows.committed("draft_day WHERE ek_id = ?", key));
        assertEquals(List.of("0"), rows.ofKeystore("SELECT count(*) FROM erasure_key WHERE ek_id = ?", key));
        assertThrows(WrongPhrase.class, () -> drafts.open(code, visitor()));
    }

    @Test
    void aFormThatIsSavedAgainLivesOnUnderTheKeyOfThatDayAndOneThatHasGoneStaysGone() {
        WorkingCopy taken = drafts.begin(upTo("s17"));
        String code = taken.code().orElseThrow();
        UUID first = keyOf(taken);

        MovableClock.pass(Duration.ofHours(48));
        drafts.save(written(taken));
        MovableClock.pass(Duration.ofHours(48));
        kept.end();

        assertEquals(WORDS, drafts.open(code, visitor()).answers().text("S17"));
        assertNotEquals(first, keyOf(taken));
        assertEquals(List.of("0"), rows.ofKeystore("SELECT count(*) FROM erasure_key WHERE ek_id = ?", first));

        MovableClock.pass(Duration.ofHours(48));
        kept.end();
        drafts.save(taken);
        assertEquals(0, rows.committed("code_draft WHERE draft_id = ?", id(taken)));
    }

    @Test
    void onceSentTheFormIsGoneAndItsCodeLeadsToWhatWasSent() throws Exception {
        WorkingCopy taken = drafts.begin(upTo("check"));
        String code = taken.code().orElseThrow();

        transaction.begin();
        try {
            assertEquals(code, intakes.send(taken, List.of()).code(), "the code she has written down");
            assertEquals(0, rows.underway("code_draft WHERE draft_id = ?", id(taken)));
        } finally {
            transaction.rollback();
        }
        assertEquals(WORDS, drafts.open(code, visitor()).answers().text("S17"), "not sent, not lost");
    }

    private UUID keyOf(WorkingCopy copy) {
        return UUID.fromString(rows.ofPractice(
                        "SELECT k.ek_id FROM draft_day k JOIN code_draft d ON d.day = k.day WHERE d.draft_id = ?",
                        id(copy))
                .get(0));
    }

    private static UUID id(WorkingCopy copy) {
        return copy.draft().orElseThrow().id();
    }

    /** Somebody new each time: wrong tries of one test are not another's. */
    private static String visitor() {
        return UUID.randomUUID().toString();
    }

    private WorkingCopy written(WorkingCopy copy) {
        WorkingCopy after =
                walk.move(copy, Move.GO_ON, id -> new String[] {WORDS}).copy();
        assertFalse(after.toString().contains(WORDS));
        assertNotEquals(copy.page(), after.page());
        return after;
    }

    private WorkingCopy upTo(String page) {
        WorkingCopy copy = walk.begin();
        Map<String, String> answers =
                Map.of("T2", "adult", "T5", "money", "T4", "no", "SC01", "code", "X01", "yes", "S17", WORDS);
        while (!page.equals(copy.page())) {
            copy = walk.move(
                            copy,
                            Move.GO_ON,
                            id -> answers.containsKey(id) ? new String[] {answers.get(id)} : new String[0])
                    .copy();
        }
        return copy;
    }
}
