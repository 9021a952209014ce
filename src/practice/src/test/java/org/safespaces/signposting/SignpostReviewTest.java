package org.safespaces.signposting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safespaces.settings.PracticeSettings;

/** What is shown to people in need has been checked by somebody, or it is at least known what has not. */
class SignpostReviewTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."), "../..");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** Recalled, and confirmed by nobody (intake.md 6): shown nowhere until somebody has rung or opened them. */
    private static final List<String> HELD_OUT = List.of(
            "jo@samaritans.org",
            "0800 160 1985",
            "88247",
            "07860 039967",
            "07786 209697",
            "028 9024 3133",
            "ceop.police.uk",
            "0808 500 2222",
            "report.iwf.org.uk",
            "0808 801 0327",
            "press 55");

    private final SupportDirectory directory = new SupportDirectory();

    /** Ordinary builds list what is open and go on; the profile `release` refuses. */
    @Test
    void whatNobodyHasCheckedIsListedAndAReleaseIsRefused() throws IOException {
        PracticeSettings settings = new PracticeSettings();
        List<String> open = new ArrayList<>(new SignpostReview(directory, settings).toCheck(LocalDate.now()));
        if (settings.readWithinWorkingDays().isEmpty()) {
            open.add("the setting readWithinWorkingDays is empty");
        }
        Path list = Path.of(System.getProperty("basedir", "."), "target/to-check-before-a-release.txt");
        Files.createDirectories(list.getParent());
        Files.write(list, open);
        if (Boolean.getBoolean("safespaces.release")) {
            assertEquals("", String.join("\n", open), "to be checked before a release");
        }
    }

    @Test
    void aFactIsOpenUntilSomebodyCheckedItAndAgainAfterHalfAYear() {
        assertEquals(List.of("A phone (never)"), open(null, null));
        assertEquals(List.of("A phone (2026-11-01)"), open(LocalDate.of(2026, 11, 1), null), "by whom, too");
        assertEquals(List.of(), open(TODAY, "N"));
        assertEquals(List.of(), open(TODAY.minusDays(180), "N"));
        assertEquals(List.of("A phone (2026-05-25)"), open(TODAY.minusDays(181), "N"));
    }

    private static List<String> open(LocalDate verifiedOn, String verifiedBy) {
        Fact phone = new Fact("999", Fact.Level.A, verifiedOn, verifiedBy);
        SupportOrganisation place = new SupportOrganisation(
                "A",
                "A",
                "A",
                "",
                new Audience("", null, null),
                Set.of(),
                Set.of(),
                Heading.NOW,
                false,
                phone,
                null,
                null,
                null,
                null,
                "");
        SupportDirectory one = new SupportDirectory() {
            @Override
            public List<SupportOrganisation> all() {
                return List.of(place);
            }
        };
        return new SignpostReview(one, new PracticeSettings()).toCheck(TODAY);
    }

    @Test
    void whatIsHeldOutStandsNowhereThatAnybodySees() throws IOException {
        for (Path file : shown()) {
            String text = Files.readString(file);
            for (String fact : HELD_OUT) {
                String number = fact.replaceAll("[^0-9]", "");
                assertFalse(text.contains(fact), () -> file + " says " + fact);
                assertFalse(
                        number.length() > 8
                                && text.replaceAll("(?<=[0-9])[ \u00A0-](?=[0-9])", "")
                                        .contains(number),
                        () -> file + " says " + fact);
            }
        }
        assertTrue(shown().size() > 60);
    }

    @Test
    void placesOfWhichNothingIsCheckedAreNotInTheDirectory() {
        for (String hidden : List.of("VSS", "VSNI", "MENS")) {
            assertTrue(directory.lookUp(hidden).isEmpty(), hidden);
        }
        assertEquals(null, directory.find("RCEW").phone());
        assertEquals(null, directory.find("CEOP").web());
        assertEquals(null, directory.find("CHILDLINE").hours());
        assertEquals(null, directory.find("BANK").phone());
        assertEquals(null, directory.find("SAM").email());
    }

    private static List<Path> shown() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("config/signposting", "src/web/src/main", "src/practice/src/main/resources")) {
            try (Stream<Path> all = Files.walk(REPOSITORY.resolve(folder))) {
                all.filter(file -> file.toString().matches(".*\\.(json|properties|xhtml|java|js)"))
                        .forEach(files::add);
            }
        }
        return files;
    }
}
