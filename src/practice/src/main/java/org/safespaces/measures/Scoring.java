package org.safespaces.measures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.safespaces.measures.Definition.Band;
import org.safespaces.measures.Definition.Cluster;

/** Counts answers by the definition they were given under; the same answers always come to the same. Source: measures.md 3. */
final class Scoring {
    private final Definition definition;
    private final Answers answers;

    private Scoring(Definition definition, Answers answers) {
        this.definition = definition;
        this.answers = answers;
    }

    static Score of(Definition definition, Answers answers) {
        return new Scoring(definition, answers).score();
    }

    private Score score() {
        // not yet rounded: a band is that of the number itself
        Optional<BigDecimal> exact = total();
        boolean whole = exact.isPresent() && blanks() == 0;
        return new Score(
                exact.map(total -> whole ? total : total.setScale(1, RoundingMode.HALF_UP)),
                exact.isPresent() && !whole,
                exact.flatMap(this::band),
                exact.flatMap(this::place),
                whole ? definition.clusters().stream().map(this::part).toList() : List.of(),
                Optional.of(definition.clusters())
                        .filter(all -> whole && !all.isEmpty())
                        .map(this::isMet),
                answers.answered(),
                definition.items(),
                safety());
    }

    private int blanks() {
        return definition.items() - (int) all().filter(this::counts).count();
    }

    private Optional<BigDecimal> total() {
        int sum = all().filter(this::counts).map(this::value).sum();
        int left = definition.items() - blanks();
        if (blanks() == 0) {
            return Optional.of(BigDecimal.valueOf(sum));
        }
        if (blanks() == 1 && definition.oneEstimated()) {
            return Optional.of(BigDecimal.valueOf(sum)
                    .multiply(BigDecimal.valueOf(definition.items()))
                    .divide(BigDecimal.valueOf(left), MathContext.DECIMAL64));
        }
        return Optional.empty();
    }

    private Optional<Band> band(BigDecimal total) {
        return definition.bands().stream()
                .filter(band -> total.compareTo(BigDecimal.valueOf(band.from())) >= 0)
                .reduce((lower, higher) -> higher);
    }

    private Optional<Score.Place> place(BigDecimal total) {
        return definition.threshold().map(threshold -> {
            if (total.compareTo(BigDecimal.valueOf(threshold.from())) < 0) {
                return Score.Place.BELOW;
            }
            return total.compareTo(BigDecimal.valueOf(threshold.to())) > 0 ? Score.Place.ABOVE : Score.Place.AT;
        });
    }

    private Score.Part part(Cluster cluster) {
        int size = cluster.last() - cluster.first() + 1;
        return new Score.Part(
                cluster.name(),
                cluster.items().map(this::value).sum(),
                size * definition.scale().most());
    }

    private boolean isMet(List<Cluster> clusters) {
        IntPredicate enough = item -> value(item) >= definition.countsFrom();
        return clusters.stream()
                .allMatch(cluster -> cluster.items().filter(enough).count() >= cluster.needs());
    }

    private Score.Safety safety() {
        if (definition.safetyItem().isEmpty()) {
            return Score.Safety.NOT_ASKED;
        }
        return answers.item(definition.safetyItem().get())
                .map(value -> value == definition.scale().least() ? Score.Safety.NO : Score.Safety.YES)
                .orElse(Score.Safety.NOT_ANSWERED);
    }

    private IntStream all() {
        return IntStream.rangeClosed(1, definition.items());
    }

    private boolean counts(int item) {
        return answers.item(item)
                .filter(value -> value != Answers.DOES_NOT_APPLY)
                .isPresent();
    }

    private int value(int item) {
        int said = answers.item(item).orElseThrow();
        return definition.reversed().contains(item) ? definition.scale().turned(said) : said;
    }
}
