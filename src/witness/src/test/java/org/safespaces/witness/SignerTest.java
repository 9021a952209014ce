package org.safespaces.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signer signs growth of what it has signed, and nothing else. */
class SignerTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    private final Kept log = new Kept();
    private SigningKey key;
    private Signer signer;

    @BeforeEach
    void aSigner() throws IOException {
        key = SigningKey.draw(SampleLog.NAME);
        key.keepIn(folder);
        signer = new Signer(log, key, new Memory(folder), said -> {});
    }

    @Test
    void whatIsNewIsSignedOnce() throws Exception {
        log.add("one");
        signer.turn(NOON);
        signer.turn(NOON.plusSeconds(60));
        log.add("two");
        signer.turn(NOON.plusSeconds(120));

        assertEquals(List.of(1L, 2L), sizes());
        assertTrue(log.notes.stream().allMatch(note -> Checkpoint.parse(note).isSignedByOneOf(key.names())));
        assertEquals(2, Files.readAllLines(folder.resolve("checkpoints.jsonl")).size(), "its own list has both");
    }

    @Test
    void silenceMeansSomethingBecauseItSpeaksEveryFiveMinutes() throws Exception {
        log.add("one");
        signer.turn(NOON);
        signer.turn(NOON.plus(Duration.ofMinutes(4)));
        signer.turn(NOON.plus(Duration.ofMinutes(5)));

        assertEquals(List.of(1L, 1L), sizes());
    }

    @Test
    void afterARestartItGoesOnFromWhatItHadSigned() throws Exception {
        log.add("one");
        signer.turn(NOON);
        log.add("two");
        restarted().turn(NOON.plusSeconds(60));

        assertEquals(List.of(1L, 2L), sizes());
    }

    @Test
    void aLineThatWasChangedBeforeItWasSeenIsToldAndTheTreeIsStillSigned() throws Exception {
        log.add("one");
        log.add("two");
        log.bodies.set(0, "another");
        signer.turn(NOON);
        log.add("three");
        signer.turn(NOON.plusSeconds(60));

        assertEquals(List.of("LINE_CHANGED 0"), log.told);
        assertEquals(List.of(2L, 3L), sizes());
    }

    @Test
    void aLineThatIsChangedOrTakenOutLaterIsToldWithinTheHour() throws Exception {
        log.add("one");
        log.add("two");
        signer.turn(NOON);
        log.bodies.set(0, "another");
        log.bodies.set(1, null);
        signer.turn(NOON.plus(Duration.ofMinutes(59)));
        assertEquals(List.of(), log.told);
        signer.turn(NOON.plus(Duration.ofMinutes(60)));

        assertEquals(List.of("LINE_CHANGED 0", "LINE_CHANGED 1"), log.told);
    }

    @Test
    void aLogThatWasCutIsNeverSignedAgain() throws Exception {
        log.add("one");
        log.add("two");
        signer.turn(NOON);
        log.cutTo(1);
        signer.turn(NOON.plusSeconds(60));
        log.add("two, anew");
        log.add("three");
        signer.turn(NOON.plus(Duration.ofHours(2)));
        restarted().turn(NOON.plus(Duration.ofHours(3)));

        assertEquals(List.of(2L), sizes());
        assertEquals("TREE_SHORTER 1", log.told.get(0));
        assertTrue(log.told.contains("TREE_CHANGED 2"));
    }

    @Test
    void aTreeThatWasBuiltAnewOverOtherLinesIsNeverSigned() throws Exception {
        log.add("one");
        signer.turn(NOON);
        log.cutTo(0);
        log.add("another");
        log.add("two");
        signer.turn(NOON.plusSeconds(60));

        assertEquals(List.of(1L), sizes());
        assertEquals(List.of("TREE_CHANGED 1"), log.told);
    }

    @Test
    void whatCouldNotBePublishedIsSignedAnewInTheNextTurn() throws Exception {
        log.add("one");
        log.down = true;
        assertThrows(SQLException.class, () -> signer.turn(NOON));
        log.down = false;
        signer.turn(NOON.plusSeconds(60));

        assertEquals(List.of(1L), sizes());
    }

    @Test
    void anAlarmThatCouldNotBeWrittenDownIsWrittenDownInTheNextTurn() throws Exception {
        log.add("one");
        signer.turn(NOON);
        log.cutTo(0);
        log.down = true;
        assertThrows(SQLException.class, () -> signer.turn(NOON.plusSeconds(60)));
        log.down = false;
        signer.turn(NOON.plusSeconds(120));

        assertEquals(List.of("TREE_SHORTER 0"), log.told);
    }

    @Test
    void whereTheClockGoesBackTheTimesOfCheckpointsDoNot() throws Exception {
        log.add("one");
        signer.turn(NOON);
        log.add("two");
        restarted().turn(NOON.minusSeconds(3600));

        assertEquals(List.of(1L, 2L), sizes());
        assertEquals(
                Checkpoint.parse(log.notes.get(0)).at(),
                Checkpoint.parse(log.notes.get(1)).at());
    }

    @Test
    void aSecondKeyIsNeverWrittenOverTheFirst() {
        assertThrows(IOException.class, () -> SigningKey.draw(SampleLog.NAME).keepIn(folder));
    }

    private Signer restarted() throws IOException {
        return new Signer(log, SigningKey.from(folder), new Memory(folder), said -> {});
    }

    private List<Long> sizes() {
        return log.notes.stream().map(note -> Checkpoint.parse(note).size()).toList();
    }

    /** A log that somebody rules. */
    private static final class Kept implements Log {
        private final List<byte[]> leaves = new ArrayList<>();
        private final List<String> bodies = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private boolean down;

        void add(String body) {
            bodies.add(body);
            leaves.add(Tree.leaf(body.getBytes(StandardCharsets.UTF_8)));
        }

        void cutTo(int size) {
            bodies.subList(size, bodies.size()).clear();
            leaves.subList(size, leaves.size()).clear();
        }

        @Override
        public Head read(long from, Reader reader) {
            Tree tree = new Tree();
            for (int seq = 0; seq < leaves.size(); seq++) {
                tree.add(leaves.get(seq));
                if (seq >= from) {
                    String body = bodies.get(seq);
                    reader.leaf(seq, leaves.get(seq), body == null ? null : body.getBytes(StandardCharsets.UTF_8));
                }
            }
            return new Head(tree.size(), tree.root());
        }

        @Override
        public void publish(Tree tree, Instant at, String note) throws SQLException {
            if (down) {
                throw new SQLException("down");
            }
            notes.add(note);
        }

        @Override
        public void tell(Finding finding, long seq, Instant at) throws SQLException {
            if (down) {
                throw new SQLException("down");
            }
            told.add(finding + " " + seq);
        }
    }
}
