package org.safespaces.web.therapist;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.safespaces.access.Confidential;
import org.safespaces.measures.Course;
import org.safespaces.measures.Definition;
import org.safespaces.measures.Result;
import org.safespaces.web.frame.Days;

/**
 * The totals of one measure by date, as a drawing: numbers and places of lines, one colour for everything. A form without a total is a gap
 * with words, and no line crosses it. Source: measures.md CH1 to CH6, look.md 4.
 *
 * @param grid lines across, each with its number
 * @param lines through totals that follow each other
 * @param dots totals
 * @param gaps forms without one
 * @param days dates under the drawing, as many as have room
 * @param sessions where sessions were
 * @param threshold where the usual cut-point lies; empty for none
 * @param thresholdWords what is said of it, in lines that fit beside the drawing
 */
public record MeasureChart(
        List<Mark> grid,
        List<String> lines,
        List<Dot> dots,
        List<Mark> gaps,
        List<Mark> days,
        List<String> sessions,
        Optional<Mark> threshold,
        List<Mark> thresholdWords)
        implements Confidential {
    static final int WIDTH = 560;
    static final int HEIGHT = 250;

    private static final int LEFT = 44;
    private static final int RIGHT = 430;
    private static final int TOP = 26;
    private static final int BOTTOM = 200;
    private static final int STEPS = 4;
    private static final int ROOM_FOR_A_DAY = 64;
    private static final int ROOM_FOR_A_NUMBER = 26;
    private static final int LETTERS_BESIDE = 18;
    private static final int LINE = 16;

    /** Words at a place. */
    public record Mark(String x, String y, String words) implements Confidential {
        @Override
        public String toString() {
            return "Mark[redacted]";
        }
    }

    /**
     * A total.
     *
     * @param label above it; empty where there is no room
     */
    public record Dot(String x, String y, String label, String labelY) implements Confidential {
        @Override
        public String toString() {
            return "Dot[redacted]";
        }
    }

    /** Draws. */
    static MeasureChart of(Course course, List<Instant> sessions, ZoneId zone, Words words) {
        return new Drawing(course, sessions, zone, words).drawn();
    }

    /** What is said in it. */
    interface Words {
        String total(Result result);

        String answered(Result result);

        String threshold(Definition definition);
    }

    /** One chart while it is drawn. */
    private static final class Drawing {
        private final Course course;
        private final ZoneId zone;
        private final Words words;
        private final List<Instant> sessions;
        private final Instant first;
        private final Duration whole;
        private final int highest;

        Drawing(Course course, List<Instant> sessions, ZoneId zone, Words words) {
            this.course = course;
            this.zone = zone;
            this.words = words;
            this.first = course.results().get(0).at();
            this.whole = Duration.between(
                    first, course.results().get(course.results().size() - 1).at());
            this.highest = course.definition().highest();
            this.sessions = sessions.stream().filter(this::isWithin).toList();
        }

        MeasureChart drawn() {
            return new MeasureChart(grid(), lines(), dots(), gaps(), days(), marks(), threshold(), thresholdWords());
        }

        private LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, zone);
        }

        private boolean isWithin(Instant session) {
            Duration since = Duration.between(first, session);
            return !since.isNegative() && since.compareTo(whole) <= 0;
        }

        private double x(Instant at) {
            double share = whole.isZero()
                    ? 0.5
                    : (double) Duration.between(first, at).toSeconds() / Math.max(1, whole.toSeconds());
            return LEFT + 20 + share * (RIGHT - LEFT - 40);
        }

        private double y(double total) {
            return BOTTOM - total / highest * (BOTTOM - TOP);
        }

        private double y(Result result) {
            return y(result.score().total().map(BigDecimal::doubleValue).orElse(0.0));
        }

        private List<Mark> grid() {
            return IntStream.rangeClosed(0, STEPS)
                    .mapToObj(step -> Math.round((float) highest * step / STEPS))
                    .map(number -> new Mark(placed(LEFT), placed(y(number)), String.valueOf(number)))
                    .toList();
        }

        private List<String> lines() {
            List<String> lines = new ArrayList<>();
            List<String> points = new ArrayList<>();
            for (Result result : course.results()) {
                if (result.score().total().isPresent()) {
                    points.add(placed(x(result.at())) + "," + placed(y(result)));
                } else {
                    end(points, lines);
                }
            }
            end(points, lines);
            return lines;
        }

        private static void end(List<String> points, List<String> lines) {
            if (points.size() > 1) {
                lines.add(String.join(" ", points));
            }
            points.clear();
        }

        private List<Dot> dots() {
            List<Dot> dots = new ArrayList<>();
            double last = -WIDTH;
            for (Result result : course.results()) {
                if (result.score().total().isPresent()) {
                    double x = x(result.at());
                    boolean room = x - last >= ROOM_FOR_A_NUMBER;
                    last = room ? x : last;
                    dots.add(new Dot(
                            placed(x), placed(y(result)), room ? words.total(result) : "", placed(y(result) - 10)));
                }
            }
            return dots;
        }

        private List<Mark> gaps() {
            return course.results().stream()
                    .filter(result -> result.score().total().isEmpty())
                    .map(result ->
                            new Mark(placed(x(result.at())), placed((TOP + BOTTOM) / 2.0), words.answered(result)))
                    .toList();
        }

        private List<Mark> days() {
            List<Mark> marks = new ArrayList<>();
            double last = -WIDTH;
            for (Result result : course.results()) {
                double x = x(result.at());
                if (x - last >= ROOM_FOR_A_DAY) {
                    last = x;
                    marks.add(new Mark(placed(x), placed(BOTTOM + 36), Days.brief(day(result.at()))));
                }
            }
            return marks;
        }

        private List<String> marks() {
            return sessions.stream().map(at -> placed(x(at))).distinct().toList();
        }

        private Optional<Mark> threshold() {
            Definition definition = course.definition();
            return definition
                    .threshold()
                    .map(one -> new Mark(placed(RIGHT + 8), placed(y(one.from())), words.threshold(definition)));
        }

        private List<Mark> thresholdWords() {
            return threshold()
                    .map(mark -> {
                        List<String> lines = folded(mark.words());
                        double top = Double.parseDouble(mark.y()) - (lines.size() - 1) * LINE / 2.0;
                        return IntStream.range(0, lines.size())
                                .mapToObj(nth -> new Mark(mark.x(), placed(top + nth * LINE), lines.get(nth)))
                                .toList();
                    })
                    .orElse(List.of());
        }

        private static List<String> folded(String said) {
            List<String> lines = new ArrayList<>();
            for (String word : said.split(" ")) {
                int last = lines.size() - 1;
                if (last >= 0 && lines.get(last).length() + 1 + word.length() <= LETTERS_BESIDE) {
                    lines.set(last, lines.get(last) + " " + word);
                } else {
                    lines.add(word);
                }
            }
            return lines;
        }

        private static String placed(double place) {
            return String.format(Locale.ROOT, "%.1f", place);
        }
    }

    @Override
    public String toString() {
        return "MeasureChart[redacted]";
    }
}
