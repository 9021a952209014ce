package org.safespaces.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.measures.Change;
import org.safespaces.measures.Definition;
import org.safespaces.measures.Score;

/** What a form comes to, as it is said: a number, and words beside it. No colour, no judgement, no diagnosis. Source: measures.md M4. */
@RequestScoped
public class MeasureWords {
    private static final String BUNDLE = "measures";

    @Inject
    private Exchange exchange;

    /** "9 of 27", or "8 of 9 answered" where there is no total. */
    public String total(Score score, Definition definition) {
        return score.total()
                .map(total ->
                        said(score.estimated() ? "total.estimated" : "total", digits(total), definition.highest()))
                .orElseGet(() -> answered(score));
    }

    /** The total alone, in figures; empty for none. */
    public String digits(Score score) {
        return score.total().map(MeasureWords::digits).orElse("");
    }

    private static String digits(BigDecimal number) {
        return number.toPlainString();
    }

    /** "8 of 9 answered". */
    public String answered(Score score) {
        return said("answered", score.answered(), score.items());
    }

    /** What stands beside the number: band, cut-point, pattern; empty for nothing. */
    public String beside(Score score, Definition definition) {
        Optional<String> band = score.band().map(one -> said("band", one.range(), one.word()));
        Optional<String> place =
                score.place().filter(at -> score.band().isEmpty()).map(at -> place(at, definition));
        Optional<String> pattern =
                score.pattern().map(met -> exchange.text(BUNDLE, met ? "pattern.met" : "pattern.not"));
        return Stream.of(band, place, pattern).flatMap(Optional::stream).collect(Collectors.joining("; "));
    }

    private String place(Score.Place place, Definition definition) {
        String said = said(
                "place." + place.name(),
                definition.threshold().map(Definition.Threshold::inDigits).orElse(""));
        return definition.isSure("threshold") ? said : said + " (" + exchange.text(BUNDLE, "place.open") + ")";
    }

    /** "B 9 of 20, C 3 of 8"; empty for a form without parts. */
    public String clusters(Score score) {
        return score.clusters().stream()
                .map(part -> said("cluster", part.name(), part.sum(), part.highest()))
                .collect(Collectors.joining(", "));
    }

    /** "6 lower than the first, within the usual wobble". */
    public String change(Change change, String than) {
        String other = exchange.text(BUNDLE, than);
        String said = change.direction() == Change.Direction.SAME
                ? said("change.SAME", other)
                : said("change." + change.direction().name(), digits(change.points()), other);
        return change.beyond()
                .map(more -> said + ", " + exchange.text(BUNDLE, more ? "change.beyond" : "change.within"))
                .orElse(said);
    }

    private String said(String key, Object... values) {
        return String.format(Locale.UK, exchange.text(BUNDLE, key), values);
    }
}
