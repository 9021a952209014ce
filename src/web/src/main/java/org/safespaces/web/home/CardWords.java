package org.safespaces.web.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.safespaces.intake.Card;
import org.safespaces.intake.FirstAidStep;
import org.safespaces.intake.Route;

/** Finds the words of the cards that a route calls for. */
@ApplicationScoped
public class CardWords {
    private static final String BUNDLE = "org.safespaces.web.cards";
    private static final String HELP = "org.safespaces.web.words";

    private static final Set<Card> CARE = Set.of(Card.ACTED, Card.CALM, Card.DANGER);
    private static final Set<Card> HONEY = Set.of(Card.CHILD_IMAGE, Card.NO_PICTURES);

    /** Law stands once, on the help pages, with its source. */
    private static final Map<Card, String> LAW = Map.of(
            Card.LAW_66A, "police.law.66A",
            Card.LAW_66B, "police.law.66B",
            Card.LAW_66E, "police.law.66E");

    private FormWords words;

    protected CardWords() {}

    @Inject
    public CardWords(FormWords words) {
        this.words = words;
    }

    HelpCard of(Card card, Route route) {
        if (LAW.containsKey(card)) {
            return law(LAW.get(card), card);
        }
        return new HelpCard(
                card.name(),
                CARE.contains(card) ? "care" : HONEY.contains(card) ? "honey" : "info",
                text(card.name() + ".title"),
                words.lines(BUNDLE, card.name()),
                card == Card.FIRST_AID ? steps(route) : List.of());
    }

    /** What a card is called, for somebody who reads that it was shown. */
    public String title(Card card, Route route) {
        return of(card, route).title();
    }

    private List<String> steps(Route route) {
        return route.firstAid().stream().map(step -> step(step, route)).toList();
    }

    private String step(FirstAidStep step, Route route) {
        if (step == FirstAidStep.KEEP) {
            return text("step.KEEP." + route.evidence());
        }
        boolean later = step == FirstAidStep.BLOCK && route.shows(Card.DA_SAFE);
        return text("step." + step + (later ? ".last" : ""));
    }

    private HelpCard law(String key, Card card) {
        ResourceBundle help = ResourceBundle.getBundle(HELP, Locale.UK);
        return new HelpCard(
                card.name(),
                "info",
                help.getString(key + ".title"),
                List.of(help.getString(key + ".body"), help.getString(key + ".source")),
                List.of());
    }

    /** A text of the cards' bundle, with numbers in their places. */
    String text(String key) {
        return words.withNumbers(ResourceBundle.getBundle(BUNDLE, Locale.UK).getString(key));
    }
}
