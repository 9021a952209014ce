package org.safespaces.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Test T-audit of the plan: both verifiers find whatever was done to a log, and neither finds anything in one that is whole. */
class MutatedLogsTest {
    private static final long SEED = 20261123;
    private static final int MUTATED = Scale.of(1_000, 10_000);
    private static final int CLEAN = Scale.of(20, 1_000);
    private static final int LINES = Scale.of(200, 2_000);
    private static final int LARGE = Scale.of(0, 100);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private SigningKey key;

    @BeforeEach
    void keyOfTheSigner() throws IOException {
        key = SigningKey.draw(SampleLog.NAME);
        key.keepIn(folder);
    }

    @Test
    void bothVerifiersFindEveryChangeAndNoneWhereThereIsNone() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> tried = new TreeMap<>();
        try (SecondVerifier second = new SecondVerifier(folder.resolve("keys.txt"))) {
            List<SampleLog> clean = new ArrayList<>();
            for (int i = 0; i < CLEAN; i++) {
                SampleLog log = SampleLog.drawn(random, LINES, i % 3 * 7, key);
                clean.add(log);
                ask(second, log.text().getBytes(StandardCharsets.US_ASCII), log.own, true, "clean", wrong);
            }
            // a change after the newest checkpoint is nothing that a checkpoint could show
            List<SampleLog> signed =
                    clean.stream().filter(log -> wholeIsSigned(log)).toList();
            mutate(second, signed, MUTATED, tried, wrong);
            if (LARGE > 0) {
                mutate(second, List.of(SampleLog.drawn(random, 100_000, 0, key)), LARGE, tried, wrong);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(tried.size() > 45, tried::toString);
        record(tried);
    }

    private void mutate(
            SecondVerifier second, List<SampleLog> logs, int times, Map<String, Integer> tried, List<String> wrong)
            throws IOException {
        List<Map.Entry<String, Mutations.Mutation>> ways =
                List.copyOf(new Mutations(random).all().entrySet());
        for (int i = 0; i < times; i++) {
            Map.Entry<String, Mutations.Mutation> way = ways.get(i % ways.size());
            SampleLog whole = logs.get(random.nextInt(logs.size()));
            byte[] before = whole.text().getBytes(StandardCharsets.US_ASCII);
            byte[] after = way.getValue().of(whole.copy());
            while (Arrays.equals(before, after)) {
                after = way.getValue().of(whole.copy());
            }
            ask(second, after, whole.own, false, way.getKey(), wrong);
            tried.merge(way.getKey(), 1, Integer::sum);
        }
    }

    private void ask(SecondVerifier second, byte[] log, String own, boolean holds, String what, List<String> wrong)
            throws IOException {
        byte[] list = own.getBytes(StandardCharsets.US_ASCII);
        Verdict one = new Verifier(key.names()).verify(new ByteArrayInputStream(log), new ByteArrayInputStream(list));
        String other = second.verdict(log, list);
        if (one.holds() != holds || other.startsWith("PASS") != holds) {
            wrong.add(what + ": " + one.said() + " / " + other);
        }
    }

    private static boolean wholeIsSigned(SampleLog log) {
        return Checkpoint.parse(log.notes.get(4)).size() == log.events.size();
    }

    @Test
    void linesCutOffAfterTheNewestCheckpointAreMissedByWhoeverHasTheSignersOwnList() throws IOException {
        SampleLog log = SampleLog.drawn(random, 50, 0, key);
        log.events.subList(40, 50).clear();
        log.notes.remove(4);
        byte[] cut = log.text().getBytes(StandardCharsets.US_ASCII);
        byte[] own = log.own.getBytes(StandardCharsets.US_ASCII);
        try (SecondVerifier second = new SecondVerifier(folder.resolve("keys.txt"))) {
            // the limit, said plainly: what was never handed on leaves no gap
            assertTrue(new Verifier(key.names())
                    .verify(new ByteArrayInputStream(cut))
                    .holds());
            assertTrue(second.verdict(cut, new byte[0]).startsWith("PASS"));
            assertFalse(new Verifier(key.names())
                    .verify(new ByteArrayInputStream(cut), new ByteArrayInputStream(own))
                    .holds());
            assertTrue(second.verdict(cut, own).startsWith("FAIL"));
        }
    }

    @Test
    void aSignersListThatWasTamperedWithIsFoundToo() throws IOException {
        SampleLog log = SampleLog.drawn(random, 20, 0, key);
        byte[] text = log.text().getBytes(StandardCharsets.US_ASCII);
        try (SecondVerifier second = new SecondVerifier(folder.resolve("keys.txt"))) {
            for (int i = 0; i < 60; i++) {
                byte[] own = log.own.getBytes(StandardCharsets.US_ASCII);
                own[random.nextInt(own.length)] ^= (byte) (1 << random.nextInt(8));
                assertFalse(new Verifier(key.names())
                        .verify(new ByteArrayInputStream(text), new ByteArrayInputStream(own))
                        .holds());
                assertTrue(second.verdict(text, own).startsWith("FAIL"));
            }
        }
    }

    @Test
    void theSecondVerifierStandsOnPublishedVectors() throws IOException, InterruptedException {
        Process tests = SecondVerifier.started(
                Path.of("src/test/python/test_audit_verify.py").toAbsolutePath().toString());
        assertEquals(0, tests.waitFor());
    }

    private static void record(Map<String, Integer> tried) throws IOException {
        StringBuilder said = new StringBuilder("mutated logs of " + LINES + " lines: " + MUTATED
                + ", of 100,000 lines: " + LARGE + "; found by both: all\nclean logs: " + CLEAN
                + "; found in them: nothing\nseed: " + SEED + "\n");
        tried.forEach((way, times) -> said.append(times).append(' ').append(way).append('\n'));
        Path file = Path.of("target", "evidence", "audit.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, said);
    }
}
