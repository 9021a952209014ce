package org.safespaces.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safespaces.signposting.SupportDirectory;

/** Where answers lead, row by row of the design and beyond. */
class RoutingTest {
    private static final SupportDirectory DIRECTORY = new SupportDirectory();
    private static final List<String> TRIAGE = List.of("T1", "T2", "T3", "T4", "T4a", "T5", "T6", "T7");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "routing-fixtures.csv", delimiter = '|', useHeadersInDisplayName = true)
    void answersLeadWhereTheDesignSays(
            String id, String given, String screen, String signposts, String cards, String other) {
        Map<String, String> values = pairs(given);
        Route route =
                routing(Integer.parseInt(values.getOrDefault("minAge", "18"))).route(answers(values));

        assertEquals(Screen.valueOf(screen), route.screen());
        assertListed(signposts, route.signposts().stream().map(Signpost::id).toList());
        assertListed(cards, route.cards().stream().map(Card::name).toList());
        assertEquals(other.contains("open"), route.enquiryOpen(), "open");
        assertEquals(other.contains("today"), route.readToday(), "please read today");
        pairs(other).forEach((what, expected) -> assertEquals(expected, said(route, what), what));
    }

    @Test
    void nothingAppliesBeforeItsPageWasPosted() {
        Route route = routing(18).route(Answers.NONE);
        assertEquals(List.of(), route.cards());
        assertEquals(List.of(), route.signposts());
        assertFalse(route.enquiryOpen());

        Answers firstPage = Answers.NONE.with("T1", List.of("me")).with("T2", List.of("adult"));
        assertEquals(List.of(), routing(18).route(firstPage).cards());
        assertTrue(routing(18).route(firstPage.with("T3", List.of())).shows(Card.CALM));
    }

    @Test
    void whatIsExcludedNeverComesBackByAnotherRule() {
        for (String image : List.of("self_u18", "other_u18", "both_u18", "unsure", "rather")) {
            for (String happening : List.of("money", "shared", "fake", "threat_known", "taken")) {
                Answers answers = answers(Map.of("T5", happening, "T4", image, "S10", "yes", "P01", "open"));
                assertFalse(
                        routing(18).route(answers).signposts().stream()
                                .anyMatch(place -> place.id().equals("STOPNCII")),
                        image + " " + happening);
            }
        }
    }

    @Test
    void noPlaceStandsInAListTwice() {
        Answers everything = answers(
                Map.of("T3", "acted", "T5", "money,shared,taken", "T4", "both_u18", "S12", "money", "S09", "partner"));
        List<String> ids = routing(18).route(everything).signposts().stream()
                .map(Signpost::id)
                .toList();
        assertEquals(ids.stream().distinct().toList(), ids);
    }

    @Test
    void aRoutePrintsNothing() {
        assertEquals("Route[redacted]", routing(18).route(Answers.NONE).toString());
    }

    private static Routing routing(int minimumAge) {
        return new Routing(DIRECTORY, minimumAge);
    }

    /** As the fixtures are given: an adult, for herself, safe; the rest of the triage asked and left blank. */
    private static Answers answers(Map<String, String> given) {
        Map<String, String> values = new HashMap<>(Map.of("T1", "me", "T2", "adult", "T3", "ok"));
        values.putAll(given);
        values.remove("minAge");
        Answers answers = Answers.NONE;
        for (String question : TRIAGE) {
            answers = answers.with(question, List.of());
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            answers = answers.with(value.getKey(), list(value.getValue()));
        }
        return answers;
    }

    private static String said(Route route, String what) {
        return switch (what) {
            case "form" -> route.form().name();
            case "evidence" -> route.evidence().name();
            case "flags" -> join(route.flags().stream().map(Flag::name).sorted());
            case "steps" -> join(route.firstAid().stream().map(FirstAidStep::name));
            case "other" -> join(
                    route.signposts().stream().filter(Signpost::forTheOther).map(Signpost::id));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static String join(Stream<String> all) {
        return String.join(",", all.toList());
    }

    /** The design's notation: "+A > B, C first; -D, E". */
    private static void assertListed(String expected, List<String> found) {
        for (String part : expected == null ? new String[0] : expected.split(";")) {
            String list = part.strip();
            for (String chain :
                    list.isEmpty() ? new String[0] : list.substring(1).split(",")) {
                String ids = chain.replace(" first", "").strip();
                if (list.startsWith("-")) {
                    assertFalse(found.contains(ids), () -> ids + " is in " + found);
                } else {
                    assertInOrder(ids.split("\\s*>\\s*"), found);
                    assertTrue(!chain.contains(" first") || found.get(0).equals(ids), () -> ids + " first in " + found);
                }
            }
        }
    }

    private static void assertInOrder(String[] ids, List<String> found) {
        List<Integer> places = Arrays.stream(ids).map(found::indexOf).toList();
        assertFalse(places.contains(-1), () -> Arrays.toString(ids) + " in " + found);
        assertEquals(places.stream().sorted().toList(), places, () -> Arrays.toString(ids) + " in " + found);
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text == null ? new String[0] : text.split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return pairs;
    }

    private static List<String> list(String values) {
        return values.isEmpty() ? List.of() : List.of(values.split(","));
    }
}
