package org.safespaces.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Recomputes the contrast of every pair of colours that text or an edge may make, by day and by night. */
class ContrastTest {
    private static final Path CSS = Markup.WEBAPP.resolve("WEB-INF/resources/css");
    private static final double TEXT = 4.5;
    private static final double EDGE = 3.0;

    /** Inks, and the grounds they stand on. */
    private static final List<String> TEXTS = List.of(
            "ink ink-soft ink-quiet on bg surface raised sunken fill",
            "ink ink-soft ink-quiet on pine-tint",
            "ink on pine-tint-2 plum-tint honey-tint moss-tint brick-tint",
            "pine pine-strong on bg surface raised sunken pine-tint",
            "on-pine on pine pine-strong",
            "pine-ink on pine-tint pine-tint-2",
            "on-plum on plum plum-strong",
            "plum-ink on plum-tint",
            "honey-ink on honey-tint",
            "moss-ink on moss-tint",
            "brick-ink on brick-tint",
            "brick on bg surface raised brick-tint",
            "bg surface on ink",
            "on-block on block");

    private static final List<String> EDGES = List.of(
            "control on bg surface raised",
            "pine-line on pine-tint surface",
            "plum-line on plum-tint surface",
            "honey-line on honey-tint surface",
            "moss-line on moss-tint surface",
            "brick-line on brick-tint surface",
            "iris on bg surface raised sunken");

    @Test
    void everyTextCanBeReadByDay() {
        assertEquals(List.of(), tooFaint(TEXTS, TEXT, day()));
    }

    @Test
    void everyTextCanBeReadByNight() {
        assertEquals(List.of(), tooFaint(TEXTS, TEXT, night()));
    }

    @Test
    void everyEdgeThatMeansSomethingIsSeenByDay() {
        assertEquals(List.of(), tooFaint(EDGES, EDGE, day()));
    }

    @Test
    void everyEdgeThatMeansSomethingIsSeenByNight() {
        assertEquals(List.of(), tooFaint(EDGES, EDGE, night()));
    }

    @Test
    void focusIsSeenOnDarkGroundsByItsGapOrByItsRing() {
        for (Map<String, String> tokens : List.of(day(), night())) {
            for (String ground : List.of("plum", "plum-strong", "ink", "pine")) {
                double best = Math.max(contrast("iris", ground, tokens), contrast("iris-gap", ground, tokens));
                assertTrue(best >= EDGE, () -> "focus on " + ground + ": " + best);
            }
        }
    }

    @Test
    void blackOnWhiteIsTwentyOneToOne() {
        assertEquals(21.0, contrast("a", "b", Map.of("a", "#000000", "b", "#FFFFFF")), 0.01);
        assertEquals(4.54, contrast("a", "b", Map.of("a", "#767676", "b", "#FFFFFF")), 0.01);
    }

    @Test
    void nightChangesEveryColourThatDayHas() {
        Map<String, String> night = declared(sheet().substring(sheet().indexOf("@media")));
        List<String> forgotten = declared(sheet().substring(0, sheet().indexOf("@media"))).entrySet().stream()
                .filter(token -> token.getValue().startsWith("#"))
                .map(Map.Entry::getKey)
                .filter(name -> !night.containsKey(name))
                .toList();
        assertEquals(List.of(), forgotten);
    }

    @Test
    void coloursHaveTheirNamesInOnePlace() {
        for (Path file : Markup.files(CSS, ".css")) {
            if (!file.endsWith("tokens.css")) {
                String code = Markup.text(file).replaceAll("(?s)/\\*.*?\\*/", "");
                List<String> colours = Pattern.compile("(?i)#[0-9a-f]{3,8}\\b(?=[^{]*[;}])|\\b(rgba?|hsla?)\\(")
                        .matcher(code)
                        .results()
                        .map(found -> found.group())
                        .toList();
                assertEquals(List.of(), colours, file.getFileName().toString());
            }
        }
    }

    @Test
    void everyColourThatAStylesheetNamesExists() {
        Map<String, String> tokens = day();
        for (Path file : Markup.files(CSS, ".css")) {
            String code = Markup.text(file);
            Map<String, String> own = declared(code);
            Pattern.compile("var\\(--sst-([\\w-]+)")
                    .matcher(code)
                    .results()
                    .forEach(found -> assertTrue(
                            tokens.containsKey(found.group(1)) || own.containsKey(found.group(1)),
                            () -> file.getFileName() + " uses " + found.group(1)));
        }
    }

    private static List<String> tooFaint(List<String> pairs, double least, Map<String, String> tokens) {
        List<String> faint = new ArrayList<>();
        for (String line : pairs) {
            List<String> sides = List.of(line.split(" on "));
            for (String ink : List.of(sides.get(0).split(" "))) {
                for (String ground : List.of(sides.get(1).split(" "))) {
                    double contrast = contrast(ink, ground, tokens);
                    if (contrast < least) {
                        faint.add(String.format("%s on %s %.2f", ink, ground, contrast));
                    }
                }
            }
        }
        return faint;
    }

    private static double contrast(String ink, String ground, Map<String, String> tokens) {
        double one = luminance(hex(ink, tokens));
        double other = luminance(hex(ground, tokens));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static String hex(String name, Map<String, String> tokens) {
        String value = tokens.get(name);
        assertTrue(value != null, () -> "no token is called " + name);
        return value.startsWith("var(")
                ? hex(value.substring("var(--sst-".length(), value.length() - 1), tokens)
                : value;
    }

    private static double luminance(String hex) {
        double[] parts = Stream.of(1, 3, 5)
                .mapToDouble(at -> linear(Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> day() {
        return declared(sheet().substring(0, sheet().indexOf("@media")));
    }

    private static Map<String, String> night() {
        Map<String, String> tokens = day();
        tokens.putAll(declared(sheet().substring(sheet().indexOf("@media"))));
        return tokens;
    }

    private static Map<String, String> declared(String css) {
        Map<String, String> tokens = new HashMap<>();
        Pattern.compile("--sst-([\\w-]+):\\s*([^;]+);")
                .matcher(css)
                .results()
                .forEach(found -> tokens.put(found.group(1), found.group(2).strip()));
        return tokens;
    }

    private static String sheet() {
        return Markup.text(CSS.resolve("tokens.css"));
    }
}
