package org.safespaces.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.signposting.Nation;
import org.safespaces.signposting.SupportDirectory;
import org.safespaces.signposting.SupportOrganisation;

/**
 * Finds the help that fits somebody's answers: a pure function of them, run on the server after each page and again
 * before anything is sealed (intake.md 5). Exclusion always wins over inclusion; no rule keeps anybody from reading.
 */
@ApplicationScoped
public class Routing {
    private static final Set<String> TRIAGE_OF_THE_YOUNG = Set.of("T1", "T2", "T3");

    /** Where another nation has a place of its own. One without checked facts is not in the directory, so it is not shown. */
    private static final Map<Nation, Map<String, String>> INSTEAD = Map.of(
            Nation.SCOTLAND, Map.of("RF", "POLS", "VS", "VSS"),
            Nation.NORTHERN_IRELAND, Map.of("VS", "VSNI"));

    /** Who has been told or used already (P02, B12): these go to the end. */
    private static final Map<String, String> USED = Map.of(
            "platform", "PLATFORM",
            "site", "PLATFORM",
            "RR", "RR",
            "STOPNCII", "STOPNCII",
            "TID", "TID",
            "RPH", "RPH",
            "bank", "BANK",
            "RF", "RF",
            "VS", "VS",
            "police", "POL101");

    private SupportDirectory directory;
    private IntSupplier minimumAge;

    protected Routing() {}

    @Inject
    public Routing(SupportDirectory directory, PracticeSettings settings) {
        this.directory = directory;
        this.minimumAge = settings::minimumAge;
    }

    /** With a minimum age handed in. */
    Routing(SupportDirectory directory, int minimumAge) {
        this.directory = directory;
        this.minimumAge = () -> minimumAge;
    }

    /** Where these answers lead. */
    public Route route(Answers given) {
        boolean underAge = AgeBand.of(given).isUnder(minimumAge.getAsInt());
        Situation situation = Situation.of(underAge ? given.only(TRIAGE_OF_THE_YOUNG) : given);
        RoutingRules.Outcome outcome = RoutingRules.apply(situation, underAge);
        boolean open = isEnquiryOpen(situation, underAge);
        return new Route(
                screen(situation),
                cards(situation, outcome),
                signposts(situation, outcome),
                outcome.cards().contains(Card.FIRST_AID) ? firstAid(situation) : List.of(),
                situation.is(Situation.Image.ADULT) ? Evidence.ADULT : Evidence.WITHOUT_IMAGE,
                outcome.flags(),
                situation.form(),
                underAge,
                open,
                open && isToBeReadToday(situation, outcome));
    }

    private static Screen screen(Situation situation) {
        if (situation.crisis()) {
            return Screen.CRISIS;
        }
        if (situation.age().isChild()) {
            return Screen.UNDER_18;
        }
        return situation.danger() ? Screen.DANGER : Screen.NORMAL;
    }

    private static boolean isEnquiryOpen(Situation situation, boolean underAge) {
        return situation.age() != AgeBand.UNSAID
                && !underAge
                && !situation.forSomebodyElse()
                && !situation.answers().has("T7", "ss");
    }

    private static boolean isToBeReadToday(Situation situation, RoutingRules.Outcome outcome) {
        return outcome.flags().contains(Flag.NEEDS_SAFETY_CONVERSATION) || situation.danger() || situation.pressing();
    }

    /** What to do first comes first while it is fresh or goes on, and later stands with the rest. */
    private static List<Card> cards(Situation situation, RoutingRules.Outcome outcome) {
        List<Card> cards = new ArrayList<>(outcome.cards());
        Answers answers = situation.answers();
        boolean fresh = answers.hasAny("S01", "today", "week") && !answers.hasAny("S02", "quiet", "stopped");
        if (cards.contains(Card.FIRST_AID) && (fresh || answers.has("S02", "coming"))) {
            toFront(cards, Card.FIRST_AID);
        }
        toFront(cards, Card.DANGER);
        toFront(cards, Card.CALM);
        toFront(cards, Card.ACTED);
        return cards;
    }

    private static List<FirstAidStep> firstAid(Situation situation) {
        List<FirstAidStep> steps = new ArrayList<>(Arrays.asList(FirstAidStep.values()));
        steps.removeIf(step -> step.isDone(situation.answers()));
        if (situation.closeHarm() && steps.remove(FirstAidStep.BLOCK)) {
            steps.add(FirstAidStep.BLOCK);
        }
        return steps;
    }

    private List<Signpost> signposts(Situation situation, RoutingRules.Outcome outcome) {
        List<String> ids = outcome.points();
        Optional<Nation> nation = nation(situation);
        Map<String, String> instead = nation.map(INSTEAD::get).orElse(Map.of());
        ids.replaceAll(id -> instead.getOrDefault(id, id));
        order(ids, situation, nation);
        return ids.stream()
                .distinct()
                .filter(id -> !outcome.excludes(id))
                .filter(id -> !"STOPNCII".equals(id) || mayUseFingerprints(situation))
                .flatMap(id -> directory.lookUp(id).stream())
                .filter(place -> outcome.isForTheOther(place.id()) || fitsAge(place, situation.age()))
                .filter(place -> nation.map(place.nations()::contains).orElse(true))
                .map(place -> new Signpost(place, outcome.isForTheOther(place.id())))
                .toList();
    }

    /** Everybody in the image was 18 or over, and there is an image. */
    private static boolean mayUseFingerprints(Situation situation) {
        return situation.is(Situation.Image.ADULT) && !situation.onlyAClaim();
    }

    private static boolean fitsAge(SupportOrganisation place, AgeBand age) {
        return place.audience().welcomes(age.youngest(), age.oldest());
    }

    private static void order(List<String> ids, Situation situation, Optional<Nation> nation) {
        Answers answers = situation.answers();
        Stream.concat(answers.to("P02").stream(), answers.to("B12").stream())
                .map(USED::get)
                .distinct()
                .filter(ids::contains)
                .forEach(used -> toEnd(ids, used));
        if (answers.has("S13", "yes")) {
            toFront(ids, "BANK");
        }
        if (situation.crisis() && situation.age().isChild()) {
            toFront(ids, "CHILDLINE");
        }
        if (situation.danger() || situation.acted()) {
            toFront(ids, "E999");
        }
        if (nation.filter(Nation.OUTSIDE_UK::equals).isPresent()) {
            ids.add(0, "LOCAL");
        }
    }

    /** Where she is; while that is not known everything is shown, with its label. */
    private static Optional<Nation> nation(Situation situation) {
        return situation.answers().to("T6").stream()
                .filter(value -> !"rather".equals(value))
                .findFirst()
                .map(Nation::of);
    }

    private static <T> void toFront(List<T> list, T wanted) {
        if (list.remove(wanted)) {
            list.add(0, wanted);
        }
    }

    private static <T> void toEnd(List<T> list, T wanted) {
        list.remove(wanted);
        list.add(wanted);
    }
}
