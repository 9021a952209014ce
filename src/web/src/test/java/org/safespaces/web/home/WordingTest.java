package org.safespaces.web.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safespaces.intake.FormCatalogue;
import org.safespaces.intake.FormDefinition;
import org.safespaces.intake.Question;
import org.safespaces.intake.ReadText;
import org.safespaces.settings.RiskyWords;
import org.safespaces.signposting.SupportDirectory;

/**
 * The wording rules of the design (intake.md 3), as far as a machine can read. That the other person is the subject of
 * every sentence about harm (W5), and that a text comforts, only a reader can tell: the clinical lead reviews both bundles.
 */
class WordingTest {
    private static final Path BUNDLES =
            Path.of(System.getProperty("basedir", "."), "src/main/resources/org/safespaces/web");
    private static final Path WEBAPP = Path.of(System.getProperty("basedir", "."), "src/main/webapp");
    private static final int LONGEST_SENTENCE = 20;
    private static final int ENOUGH_TO_MEASURE = 600;
    private static final Set<String> NAMES_OF_PLACES = Set.of("Victim Support", "Revenge Porn Helpline");
    private static final FormCatalogue FORMS = new FormCatalogue();
    private static final SupportDirectory SUPPORT = new SupportDirectory();
    private static final FormWords WORDS = new FormWords(SUPPORT);

    /** W14: a child of nine to eleven can read it. */
    @Test
    void everySentenceHasUnderTwentyWords() {
        List<String> longer = new ArrayList<>();
        all().forEach((key, text) -> {
            for (String sentence : text.split("(?<=[.!?:])\\s+")) {
                long words = Stream.of(sentence.split("\\s+"))
                        .filter(word -> word.matches(".*\\w.*"))
                        .count();
                if (words >= LONGEST_SENTENCE) {
                    longer.add(key + " (" + words + "): " + sentence);
                }
            }
        });
        assertEquals("", String.join("\n", longer));
    }

    /** W14: a rough reading age, by the length of sentences and words, over everything that is said. Grade 4: nine to ten. */
    @Test
    void theWholeReadsLikeABookForTenYearOlds() throws IOException {
        Map<String, StringBuilder> pages = new TreeMap<>();
        all().forEach((key, text) -> pages.computeIfAbsent(
                        key.replaceAll("^(form|cards|places) .*", "$1").replaceAll("^words (\\w+).*", "$1"),
                        page -> new StringBuilder())
                .append(text.matches(".*[.!?:”]") ? text : text + ".")
                .append(' '));
        pages.values().removeIf(text -> text.length() < ENOUGH_TO_MEASURE);
        List<String> lines = new ArrayList<>();
        pages.forEach((page, text) ->
                lines.add(String.format(java.util.Locale.UK, "%.1f  %s", grade(text.toString()), page)));
        double whole = grade(String.join(" ", all().values()));
        lines.add(String.format(java.util.Locale.UK, "%.1f  everything", whole));
        Path report = Path.of(System.getProperty("basedir", "."), "target/reading-grades.txt");
        Files.createDirectories(report.getParent());
        Files.write(report, lines);
        assertTrue(whole < 6, "Flesch-Kincaid grade " + whole);
        pages.forEach((page, text) -> assertTrue(grade(text.toString()) < 6, () -> page + ": " + lines));
    }

    /** Flesch and Kincaid: a school year of the United States; five years more are an age. */
    private static double grade(String text) {
        String whole = text.replaceAll("[“”‘’]", "'");
        long sentences = Stream.of(whole.split("[.!?:]+\\s+"))
                .filter(each -> !each.isBlank())
                .count();
        List<String> words = Stream.of(whole.split("[^A-Za-z']+"))
                .filter(word -> word.length() > 0)
                .toList();
        long syllables = words.stream().mapToLong(WordingTest::syllables).sum();
        return 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
    }

    private static long syllables(String word) {
        String quiet = word.toLowerCase(java.util.Locale.ROOT).replaceAll("(?<=[^aeiouy])e$", "");
        return Math.max(1, Pattern.compile("[aeiouy]+").matcher(quiet).results().count());
    }

    /** W5, W6, W14: no blame, no label for her, no word that only a lawyer would use, no shouting. */
    @Test
    void noWordBlamesLabelsOrShouts() {
        List<String> found = new ArrayList<>();
        all().forEach((key, text) -> {
            String rest = text.replaceAll("do not describe (it|any image)", "");
            for (String name : NAMES_OF_PLACES) {
                rest = rest.replace(name, "");
            }
            RiskyWords.OF_WORDS.in(rest).forEach(word -> found.add(key + ": " + text));
        });
        assertEquals("", String.join("\n", found));
    }

    /** Whoever rings a number must not meet an old one: every number stands once, in the reviewed directory. */
    @Test
    void noTelephoneNumberStandsInABundle() {
        List<String> numbers = new SupportDirectory()
                .withNumber().stream()
                        .flatMap(place -> Stream.of(place.phone(), place.text()))
                        .filter(fact -> fact != null)
                        .map(fact -> fact.value().replaceAll("\\D", ""))
                        .distinct()
                        .toList();
        List<String> found = new ArrayList<>();
        Map<String, String> bundles = all();
        bundles.keySet().removeIf(key -> key.startsWith("places "));
        bundles.forEach((key, text) -> {
            List<String> digits = Arrays.asList(text.replaceAll("\\{\\w+\\}", "")
                    .replaceAll("(?<=\\d) (?=\\d)", "")
                    .split("\\D+"));
            if (numbers.stream().anyMatch(digits::contains)) {
                found.add(key + ": " + text);
            }
        });
        assertEquals("", String.join("\n", found));
    }

    @Test
    void everyPlaceThatAWordNamesIsInTheDirectory() {
        SupportDirectory directory = new SupportDirectory();
        all().values().forEach(text -> Pattern.compile("\\{(\\w+)\\}")
                .matcher(text)
                .results()
                .forEach(found -> assertTrue(directory.lookUp(found.group(1)).isPresent(), text)));
        assertEquals(
                "Call 999 or go to A&E now, even if you feel all right.",
                WORDS.withNumbers("Call {E999} or go to A&E now, even if you feel all right."));
    }

    /** W2: one line on why we ask, and nothing to click in it. */
    @Test
    void everyHintIsShortAndHoldsNoLink() {
        questions().forEach(question -> {
            String why = WORDS.of(question.id() + ".why");
            assertFalse(why.matches("(?i).*(https?:|www\\.|<|href).*"), question.id());
            assertTrue(why.length() <= 160, question.id() + " " + why.length());
        });
    }

    /** W2, W7: each question says why it is asked; each box that it may be left blank. */
    @Test
    void everyQuestionSaysWhyAndEveryBoxThatItMayStayBlank() {
        Set<String> sameLine = Set.of(
                "SC13phone",
                "SC13knows",
                "X03name",
                "X03for",
                "X03until",
                "X04name1",
                "X04for1",
                "X04until1",
                "X04name2",
                "X04for2",
                "X04until2",
                "X04name3",
                "X04for3",
                "X04until3");
        questions()
                .filter(question -> !sameLine.contains(question.id()))
                .forEach(
                        question -> assertFalse(WORDS.of(question.id() + ".why").isEmpty(), question.id()));
        questions()
                .filter(question -> question.kind() == Question.Kind.AREA)
                .forEach(question -> assertTrue(
                        WORDS.of(question.id() + ".why").startsWith("You can leave this blank."), question.id()));
    }

    /** W1, W10, W15: no asterisk, no bar, no slider, nothing that moves or plays. */
    @Test
    void noPageOfTheFormMovesPlaysOrMeasures() throws IOException {
        try (Stream<Path> parts = Files.list(WEBAPP.resolve("WEB-INF/parts/intake"))) {
            for (Path part : parts.toList()) {
                String page = Files.readString(part);
                assertFalse(
                        Pattern.compile(
                                        "<(progress|meter|video|audio|marquee|canvas|img)|type=\"(range|file|url)\"|autoplay|accept=")
                                .matcher(page)
                                .find(),
                        part.toString());
            }
        }
        String css = Files.readString(WEBAPP.resolve("WEB-INF/resources/css/site.css"))
                + Files.readString(WEBAPP.resolve("WEB-INF/resources/css/base.css"));
        assertTrue(css.contains("prefers-reduced-motion"));
    }

    /** W1: one heading of the first rank: the question itself. */
    @Test
    void theQuestionIsTheHeadingOfItsPage() throws IOException {
        String page = Files.readString(WEBAPP.resolve("WEB-INF/parts/intake/question.xhtml"));
        assertTrue(page.replaceAll("\\s+", " ").contains("<legend> <ui:fragment rendered=\"#{nth.first}\"><h1>"));
    }

    /** W13, L-19: what we promise, and that nobody is watching. */
    @Test
    void nobodyIsSaidToBeWatching() {
        assertTrue(WORDS.of("sent.read").contains("It is not watched day and night."));
        assertTrue(WORDS.of("sent.read.soon").contains("It is not watched day and night."));
        assertTrue(bundle("cards").getProperty("crisis.nobody").contains("no one here is watching it"));
        assertTrue(bundle("cards").getProperty("ACTED.1").startsWith("Call {E999}"));
    }

    /** What somebody agreed to can always be said: whoever changes a text gives it a new version here. */
    @Test
    void aTextThatSomebodyAgreesToChangesOnlyWithItsVersion() throws IOException {
        List<String> published = Files.readAllLines(Path.of(
                        System.getProperty("basedir", "."), "src/test/resources/org/safespaces/web/home/agreed.txt"))
                .stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> found = Stream.of("K01", "X01", "X03", "X04", "X05")
                .map(WORDS::readText)
                .map(WordingTest::line)
                .toList();
        assertTrue(published.containsAll(found), () -> "new words need a new version and a line: " + found);
        long versions = published.stream()
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .distinct()
                .count();
        assertEquals(versions, published.size(), "one version is one text");
    }

    private static String line(ReadText text) {
        return text.id() + " " + text.version() + " " + text.hash();
    }

    @Test
    void allLimitsAreSaidBeforeTheFirstBox() {
        String said = String.join(" ", WORDS.lines("K01"));
        for (String limit : List.of("risk to a life", "child at risk", "the law or a court", "tell you first")) {
            assertTrue(said.contains(limit), limit);
            assertTrue(WORDS.of("limits").contains(limit), limit);
        }
    }

    private static Stream<Question> questions() {
        return FORMS.all().stream().flatMap(FormDefinition::questions).distinct();
    }

    private static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        for (String bundle : List.of("form", "cards", "words")) {
            bundle(bundle).forEach((key, text) -> all.put(bundle + " " + key, String.valueOf(text)));
        }
        all.keySet().removeIf(key -> key.matches(".*\\.(version|reviewedOn|inForceFrom|jurisdiction)"));
        SUPPORT.all().forEach(place -> all.put("places " + place.id(), place.what()));
        return all;
    }

    private static Properties bundle(String name) {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name + ".properties"))) {
            words.load(reader);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        return words;
    }
}
