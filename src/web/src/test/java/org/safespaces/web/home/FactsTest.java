package org.safespaces.web.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safespaces.signposting.SupportDirectory;
import org.safespaces.signposting.SupportOrganisation;

/** What is said as a fact (intake.md 2 and 12): figures, law, and what the places that help can do. */
class FactsTest {
    private static final Path MAIN = Path.of(System.getProperty("basedir", "."), "src/main");
    private static final Path POLICE = MAIN.resolve("webapp/help/police.xhtml");
    private static final List<String> LAWS = List.of("66A", "66B", "66E");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** L-12 to L-14: not confirmed, so not said. */
    private static final Pattern NOT_YET = Pattern.compile(
            "66AB|66AE|Crime and Policing|48[- ]hours?|forty-eight|blackmail", Pattern.CASE_INSENSITIVE);

    private final Properties words = words();
    private final SupportDirectory places = new SupportDirectory();

    private static Properties words() {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(MAIN.resolve("resources/org/safespaces/web/words.properties"))) {
            words.load(reader);
        } catch (IOException cannot) {
            throw new java.io.UncheckedIOException(cannot);
        }
        return words;
    }

    /** L-10, L-11: where it holds, since when, and who has read it; a release is refused until somebody has. */
    @Test
    void lawSaysWhereItHoldsSinceWhenAndWhetherSomebodyHasReadIt() throws IOException {
        for (String law : LAWS) {
            String key = "police.law." + law + ".";
            assertEquals("E&W", words.getProperty(key + "jurisdiction"), law);
            LocalDate since = LocalDate.parse(words.getProperty(key + "inForceFrom"));
            assertTrue(words.getProperty(key + "source").contains("section"), law);
            assertTrue(words.getProperty(key + "source").endsWith("In force since " + since.format(DAY) + "."), law);
            String read = words.getProperty(key + "reviewedOn");
            assertNotNull(read, law);
            assertTrue(read.isEmpty() || !LocalDate.parse(read).isBefore(since), law);
            if (Boolean.getBoolean("safespaces.release")) {
                assertFalse(read.isEmpty(), law + " has not been read by a solicitor: fill in " + key + "reviewedOn");
            }
        }
        List<String> shown = Pattern.compile("police\\.law\\.(\\w+)\\.body")
                .matcher(Files.readString(POLICE))
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
        assertEquals(LAWS, shown, "law is shown on one page, and all of it has versions");
        assertEquals("The law in England and Wales", words.getProperty("police.law.heading"));
        assertTrue(words.getProperty("police.law.where").contains("Scotland and Northern Ireland"));
    }

    @Test
    void whatIsNotConfirmedIsSaidNowhere() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : shown()) {
            NOT_YET.matcher(Files.readString(file))
                    .results()
                    .forEach(said -> found.add(file.getFileName() + ": " + said.group()));
        }
        assertEquals(List.of(), found);
    }

    /** A share of nobody knows how many is no figure. */
    @Test
    void everyFigureSaysOfHowManyPeople() throws IOException {
        for (Path file : shown()) {
            for (String line : Files.readAllLines(file)) {
                if (line.matches(".*\\d ?%.*")
                        && !line.contains("400% zoom")
                        && !file.toString().endsWith(".xhtml")) {
                    assertTrue(line.contains("127"), line);
                }
            }
        }
        assertTrue(words.getProperty("understanding.figures.1").startsWith("Of 127 people who asked a UK helpline"));
        assertEquals("From August 2022 to August 2024.", words.getProperty("understanding.figures.when"));
        String page = Files.readString(MAIN.resolve("webapp/help/understanding.xhtml"));
        for (String part : List.of("1", "2", "3", "when")) {
            assertTrue(page.contains("understanding.figures." + part), "all four stand together");
        }
    }

    @Test
    void reportRemoveIsNotSaidToDoWhatItCannot() {
        String what = places.find("RR").what();
        assertTrue(what.startsWith("May be able to"));
        assertTrue(what.contains("cannot reach phones or private, encrypted apps"));
        for (String id : List.of("RR", "TID", "STOPNCII", "RPH", "IWF")) {
            SupportOrganisation place = places.find(id);
            assertFalse(
                    place.what()
                            .matches(
                                    "(?i).*(permanently|guarantee|deletes? (it|the image|your)|will (remove|take down)).*"),
                    place.id());
        }
    }

    @Test
    void theCrimeAgencyIsALinkAndTheFraudLineHasItsNewName() throws IOException {
        SupportOrganisation agency = places.find("NCA");
        assertNull(agency.phone());
        assertNull(agency.text());
        assertNotNull(agency.web());
        assertTrue(agency.what().startsWith("Information only"));
        assertEquals("Report Fraud", places.find("RF").name());
        assertEquals(
                "It used to be called Action Fraud.", places.find("RF").what().split("(?<=\\.) ")[0]);
        assertEquals(
                "Online at any time", places.find("RF").hours().value(), "when its phone is answered is not confirmed");
        for (Path file : shown()) {
            String text = Files.readString(file);
            assertFalse(text.matches("(?is).*(call|ring|phone) the (NCA|national crime agency).*"), file.toString());
            assertFalse(text.contains("Action Fraud") && !file.toString().endsWith(".json"), file.toString());
        }
    }

    /** Whoever is told of an image of somebody under 18 must not be told to keep it. */
    @Test
    void nobodyIsToldToKeepOrPassOnAnImageOfAChild() {
        String said = words.stringPropertyNames().stream()
                .filter(key -> key.matches("(firstSteps|under18|someoneElse)\\..*"))
                .map(words::getProperty)
                .collect(Collectors.joining(" "));
        assertTrue(words.getProperty("firstSteps.child.body").startsWith("Do not open, copy, screenshot or pass on"));
        assertTrue(words.getProperty("someoneElse.child.body").startsWith("Never ask them to show or send it."));
        assertTrue(words.getProperty("under18.do.3").contains("Do not copy or pass on the picture"));
        assertFalse(
                said.matches("(?is).*(keep|save|screenshot|send us)( a copy of)? the (image|picture|video).*"), said);
    }

    /** Everything whose words somebody may read. */
    private static List<Path> shown() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(
                MAIN.resolve("resources/org/safespaces/web"),
                MAIN.resolve("webapp"),
                MAIN.resolve("../../../../config/signposting"))) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(file -> file.toString().matches(".*\\.(json|properties|xhtml)"))
                        .forEach(files::add);
            }
        }
        return files;
    }
}
