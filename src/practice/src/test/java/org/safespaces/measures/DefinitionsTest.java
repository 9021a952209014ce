package org.safespaces.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safespaces.settings.PracticeSettings;

/** Which measures there are, in which version, with whose words; and what two totals say beside each other. */
class DefinitionsTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."), "../..");

    private static final byte[] FIRST = oneItem(1, 5);
    private static final byte[] SECOND = oneItem(2, 3);

    private final Definitions packed = new Definitions(new PracticeSettings());

    @TempDir
    private Path folder;

    @Test
    void mf21ADifferenceIsSaidAndItsWobbleOnlyOnceThePracticeHasSetIt() {
        assertEquals(lower(5, Optional.of(false)), change(18, 13, OptionalInt.of(6)));
        assertEquals(lower(6, Optional.of(true)), change(18, 12, OptionalInt.of(6)));
        assertEquals(lower(6, Optional.empty()), change(18, 12, OptionalInt.empty()));
        assertEquals(
                Change.Direction.HIGHER, change(12, 18, OptionalInt.empty()).direction());
        assertEquals(Change.Direction.SAME, change(12, 12, OptionalInt.empty()).direction());
        for (Definition measure : packed.toAsk()) {
            assertEquals(OptionalInt.empty(), new PracticeSettings().reliableChange(measure.measure()), "by default");
        }
    }

    @Test
    void mf22WhatWasAnsweredUnderAVersionIsCountedByIt() {
        Definition first = DefinitionFile.read(FIRST);
        Definitions both = new Definitions(List.of(first, DefinitionFile.read(SECOND)), Optional.empty(), "");
        assertEquals(2, both.toAsk("ONE").orElseThrow().version(), "asked by the newest");
        Definition kept = both.under(first.hash());
        Answers answers = Answers.read(kept, name -> Optional.of("4").filter(four -> name.equals("i1")));
        assertEquals("low", Scoring.of(kept, answers).band().orElseThrow().word());
        assertEquals(
                "high",
                Scoring.of(both.toAsk("ONE").orElseThrow(), answers)
                        .band()
                        .orElseThrow()
                        .word());
        assertNotEquals(first.hash(), both.toAsk("ONE").orElseThrow().hash());
    }

    @Test
    void withoutItsOwnersWordsCore10IsNotOfferedAndNothingElseBreaks() {
        assertEquals(
                List.of("PHQ9", "GAD7", "PCL5"),
                packed.toAsk().stream().map(Definition::measure).toList());
        assertEquals(Optional.empty(), packed.toAsk("CORE10"));
        assertEquals(Optional.empty(), packed.toAsk("WSAS"), "nobody has said that it may be used");
    }

    @Test
    void core10IsOfferedWithTheFileThatWasApprovedAndWithNoOther() throws IOException {
        byte[] words = core10Words(10);
        Path file = Files.write(folder.resolve("words.json"), words);
        Definition core10 = DefinitionFile.packed("core-10-1.json");
        assertTrue(offers(core10, file, DefinitionFile.hash(words)));
        assertFalse(offers(core10, file, DefinitionFile.hash(FIRST)));
        assertFalse(offers(core10, file, ""));
        assertFalse(offers(core10, folder.resolve("gone.json"), DefinitionFile.hash(words)));
        byte[] tooFew = core10Words(9);
        Files.write(file, tooFew);
        assertFalse(offers(core10, file, DefinitionFile.hash(tooFew)));
    }

    private static boolean offers(Definition core10, Path file, String approved) {
        return new Definitions(List.of(core10), Optional.of(file), approved)
                .toAsk("CORE10")
                .isPresent();
    }

    @Test
    void everyMeasureSaysUnderWhoseTermsItIs() {
        packed.toAsk()
                .forEach(measure -> assertTrue(
                        measure.licence().contains("not covered by the licence of the software"), measure.title()));
        assertTrue(
                DefinitionFile.packed("core-10-1.json").credit().startsWith("(c) CORE System Trust: https://"), "CF2");
    }

    /** What is known from one copy, or from memory, is never shown as certain; the profile `release` refuses it. */
    @Test
    void whatNobodyHasConfirmedIsListedAndAReleaseIsRefused() throws IOException {
        List<String> open = packed.toCheck();
        assertFalse(DefinitionFile.packed("gad-7-1.json").isSure("threshold"));
        assertTrue(DefinitionFile.packed("pcl-5-1.json").isSure("threshold"));
        Path list = Path.of(System.getProperty("basedir", "."), "target/measures-to-check-before-a-release.txt");
        Files.createDirectories(list.getParent());
        Files.write(list, open);
        if (Boolean.getBoolean("safespaces.release")) {
            assertEquals("", String.join("\n", open), "to be checked before a release");
        }
    }

    /** A few words of each, as everybody knows them who has seen it: none of these texts is ours to pack. */
    @Test
    void theTextOfWhatMayNotBeGivenOutIsInNoPackedFile() throws IOException {
        List<String> foreign = List.of(
                "waves of strong feelings",
                "pictures about it popped",
                "home management",
                "private leisure activities",
                "wished you were dead or wished you could go to sleep",
                "have you wished you were dead in the past few weeks");
        try (Stream<Path> files = Files.walk(REPOSITORY.resolve("src"))) {
            for (Path file : files.filter(DefinitionsTest::isPacked).toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8).toLowerCase(java.util.Locale.ROOT);
                foreign.forEach(words -> assertFalse(text.contains(words), file + " has " + words));
            }
        }
    }

    private static boolean isPacked(Path file) {
        String name = file.toString().replace('\\', '/');
        return name.contains("/src/main/") && name.matches(".*\\.(json|properties|xhtml|java)");
    }

    private static Change change(int earlier, int later, OptionalInt wobble) {
        return Change.between(BigDecimal.valueOf(earlier), BigDecimal.valueOf(later), wobble);
    }

    private static Change lower(int points, Optional<Boolean> beyond) {
        return new Change(Change.Direction.LOWER, BigDecimal.valueOf(points), beyond);
    }

    private static byte[] oneItem(int version, int high) {
        return ("""
                {"licence": "ours", "measure": "ONE", "version": %d, "title": "One", "offered": true, "least": 0, "most": 6,
                 "instruction": "How much?", "items": ["This"], "answers": ["0", "1", "2", "3", "4", "5", "6"], "highest": 6,
                 "bands": [{"from": 0, "range": "", "word": "low"}, {"from": %d, "range": "", "word": "high"}]}
                """)
                .formatted(version, high)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] core10Words(int items) {
        String all = String.join(
                ", ",
                java.util.stream.IntStream.rangeClosed(1, items)
                        .mapToObj(item -> "\"item " + item + "\"")
                        .toList());
        return ("{\"period\": \"\", \"instruction\": \"\", \"items\": [" + all
                        + "], \"answers\": [\"0\", \"1\", \"2\", \"3\", \"4\"]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
