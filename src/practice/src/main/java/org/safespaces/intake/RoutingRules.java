package org.safespaces.intake;

import static org.safespaces.intake.Situation.Image.CHILD;
import static org.safespaces.intake.Situation.Image.SELF;
import static org.safespaces.intake.Situation.Image.UNKNOWN;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The routing rules, one by one, as the clinical lead reviews them (intake.md 5). They stand in the order in which their
 * signposts are joined; a rule without signposts stands beside the one it belongs to.
 */
final class RoutingRules {
    /** Somebody too young to be a client of this practice: what she said of images and place is not used. */
    private static final Set<String> UNDER_AGE = Set.of("R0", "R1", "R2", "R3", "R7", "R15");

    private static final Set<String> AGE_UNSAID = Set.of("R0", "R1", "R2", "R3b", "R7", "R8", "R12", "R15");

    private static final List<Rule> RULES = List.of(
            new Rule("R0", Situation::forSomebodyElse, (of, then) -> {
                then.show(Card.SUPPORTER);
                if (of.age().isChild() || of.is(SELF) || of.is(CHILD) || of.is(UNKNOWN)) {
                    then.show(Card.CHILD_IMAGE);
                }
            }),
            new Rule("R1", Situation::crisis, (of, then) -> {
                if (of.acted()) {
                    then.show(Card.ACTED);
                }
                then.show(Card.CALM).point("E999", "N111", "SAM", "SHOUT", "PAPYRUS");
                if (of.age().isChild()) {
                    then.point("CHILDLINE");
                }
            }),
            new Rule("R3", of -> of.age().isChild(), (of, then) -> then.show(Card.UNDER_18)
                    .point("CHILDLINE", "RR", "CEOP", "TID", "E999", "POL101", "PAPYRUS")
                    .never("STOPNCII", "RPH")),
            new Rule("R3b", of -> of.age() == AgeBand.UNSAID && of.answers().asked("T2"), (of, then) -> then.show(
                            Card.AGE_UNSAID)
                    .point("CHILDLINE", "RR", "TID", "RPH", "POL101")
                    .never("STOPNCII")),
            new Rule("R2", Situation::mayHaveThoughts, (of, then) -> then.show(Card.CALM)
                    .point("SAM", "SHOUT", "N111")),
            new Rule("R7", Situation::danger, (of, then) -> {
                then.show(Card.DANGER);
                if (of.age().isChild()) {
                    then.point("E999", "POL101");
                } else {
                    then.point("E999", "NDAH", "GALOP", "POL101");
                }
            }),
            new Rule("R4", of -> adult(of) && of.is(SELF), (of, then) -> {
                then.show(Card.U18_PROTECTS)
                        .point("TID", "IWF", "POL101", "RPH")
                        .never("STOPNCII");
                if (!of.is(CHILD)) {
                    then.never("RR");
                }
            }),
            new Rule("R5", of -> adult(of) && of.is(CHILD), (of, then) -> then.show(Card.CHILD_IMAGE, Card.LIMITS)
                    .point("POL101", "CEOP")
                    .pointForTheOther("RR")
                    .point("IWF")
                    .never("STOPNCII")),
            new Rule("R6", of -> adult(of) && of.is(UNKNOWN), (of, then) -> then.show(Card.CHILD_IMAGE)
                    .point("TID", "IWF", "POL101", "RPH")
                    .never("STOPNCII", "RR")),
            new Rule("R11", Situation::closeHarm, (of, then) -> then.show(Card.DA_SAFE)
                    .point("NDAH", "GALOP", "POL101", "RPH", "RCEW")
                    .flag(Flag.DOMESTIC_ABUSE)),
            new Rule("R13", Situation::paid, (of, then) -> then.show(Card.PAID).point("BANK", "RF", "POL101")),
            new Rule("R14", of -> of.answers().has("S12", "no"), (of, then) -> then.show(Card.NOT_PAID)),
            new Rule("R8", Situation::demand, (of, then) -> {
                then.show(Card.FIRST_AID);
                if (of.age() != AgeBand.UNSAID) {
                    then.point("RPH", "POL101", "STOPNCII");
                    then.pointIf(of.moneyAskedOrLost(), "RF");
                    then.point("VS", "NCA");
                }
            }),
            // of S06: money that is asked for without the triage having said so
            new Rule("S06", Situation::moneyWanted, (of, then) -> then.point("RF")),
            new Rule("R9", Situation::shared, (of, then) -> then.show(Card.TAKEDOWN)
                    .point("RPH", "PLATFORM", "STOPNCII", "POL101", "VS")),
            new Rule("R9b", of -> adult(of) && !of.abusesBesidesSharing().isEmpty(), (of, then) -> {
                if (of.abusesBesidesSharing().equals(List.of("unwanted"))) {
                    then.point("POL101", "VS", "RCEW");
                } else {
                    then.point("RPH", "STOPNCII", "POL101", "VS");
                }
            }),
            new Rule("R10", of -> of.answers().has("T7", "elsewhere"), (of, then) -> then.show(Card.TELL_THERAPIST)
                    .flag(Flag.CONCURRENT_THERAPY)),
            new Rule("R10b", of -> of.answers().has("T7", "ss"), (of, then) -> then.show(Card.ALREADY_HERE)),
            new Rule("R12", Situation::onlyEmailClaim, (of, then) -> then.show(Card.EMAIL)
                    .point("NCSC", "SAM")
                    .pointIf(of.paid(), "RF")),
            new Rule("R16", Situation::policeConcerned, (of, then) -> then.show(Card.POLICE_THERAPY)
                    .point("VS", "RCEW")
                    .flag(Flag.LEGAL_INTEREST)),
            new Rule("R17", of -> of.answers().has("S05", "child_claim"), (of, then) -> then.show(
                            Card.CHILD_CLAIM, Card.LIMITS)
                    .point("RPH", "POL101")),
            new Rule("R18", of -> of.answers().has("S05", "out_me"), (of, then) -> then.point("GALOP")),
            new Rule("R19", of -> of.form() == FormKind.GENERAL && of.answers().asked("T5"), (of, then) -> {
                then.point("SAM", "SHOUT", "N111");
                if (of.answers().has("G01", "sexual_harm")) {
                    then.point("RCEW", "VS");
                }
            }),
            new Rule("R20", RoutingRules::strangersOrHarm, (of, then) -> {
                if (of.answers().has("B13", "strangers") || of.answers().hasAny("B09", "name", "address")) {
                    then.show(Card.DOXX);
                }
                then.point("POL101").pointIf(of.answers().has("G03", "yes_else"), "VS");
            }),
            // effects that the questions' own tables name
            new Rule("S07", of -> of.answers().hasAny("S07", "no", "fake"), (of, then) -> then.show(Card.COMFORT)),
            new Rule("S12", of -> of.answers().has("S12", "images"), (of, then) -> then.show(Card.NO_PICTURES)),
            new Rule("SC03", of -> of.othersMayRead() || of.closeHarm(), (of, then) -> then.show(Card.CODE_ONLY)),
            new Rule("B01", of -> !of.answers().to("B01").isEmpty(), RoutingRules::law),
            new Rule("B05", of -> of.answers().has("B05", "authority"), (of, then) -> then.flag(Flag.AUTHORITY)),
            new Rule(
                    "W01",
                    Situation::needsSafetyConversation,
                    (of, then) -> then.flag(Flag.NEEDS_SAFETY_CONVERSATION)));

    private RoutingRules() {}

    /** Everything that all matching rules ask for. */
    static Outcome apply(Situation situation, boolean underAge) {
        Outcome outcome = new Outcome();
        RULES.stream()
                .filter(rule -> !underAge || UNDER_AGE.contains(rule.id()))
                .filter(rule -> situation.age() != AgeBand.UNSAID || AGE_UNSAID.contains(rule.id()))
                .filter(rule -> rule.when().test(situation))
                .forEach(rule -> rule.then().accept(situation, outcome));
        return outcome;
    }

    private static boolean adult(Situation of) {
        return of.age() == AgeBand.ADULT;
    }

    private static boolean strangersOrHarm(Situation of) {
        return of.answers().has("S05", "harm")
                || of.answers().has("B13", "strangers")
                || of.answers().hasAny("B09", "name", "address")
                || of.answers().has("G03", "yes_else");
    }

    /** Law text of England and Wales, and of what has come into force only. */
    private static void law(Situation of, Outcome then) {
        if (of.answers().hasAny("T6", "S", "N", "X")) {
            return;
        }
        if (of.answers().has("B01", "unwanted")) {
            then.show(Card.LAW_66A);
        }
        if (of.answers().hasAny("B01", "shared", "threat", "contacts", "sold")) {
            then.show(Card.LAW_66B);
        }
        if (of.answers().has("B01", "fake")) {
            then.show(Card.LAW_66E);
        }
    }

    /** One rule: its name in the design, when it applies, and what it asks for. */
    private record Rule(String id, Predicate<Situation> when, BiConsumer<Situation, Outcome> then) {}

    /** What the rules that applied ask for, before anything is left out. */
    static final class Outcome {
        private final Set<Card> cards = new LinkedHashSet<>();
        private final Set<String> points = new LinkedHashSet<>();
        private final Set<String> forTheOther = new HashSet<>();
        private final Set<String> never = new HashSet<>();
        private final Set<Flag> flags = EnumSet.noneOf(Flag.class);

        private Outcome show(Card... wanted) {
            cards.addAll(List.of(wanted));
            return this;
        }

        private Outcome point(String... places) {
            points.addAll(List.of(places));
            return this;
        }

        private Outcome pointIf(boolean wanted, String place) {
            return wanted ? point(place) : this;
        }

        private Outcome pointForTheOther(String place) {
            forTheOther.add(place);
            return point(place);
        }

        private Outcome never(String... places) {
            never.addAll(List.of(places));
            return this;
        }

        private Outcome flag(Flag flag) {
            flags.add(flag);
            return this;
        }

        List<Card> cards() {
            return List.copyOf(cards);
        }

        List<String> points() {
            return new ArrayList<>(points);
        }

        boolean isForTheOther(String place) {
            return forTheOther.contains(place);
        }

        boolean excludes(String place) {
            return never.contains(place);
        }

        Set<Flag> flags() {
            return Set.copyOf(flags);
        }
    }
}
