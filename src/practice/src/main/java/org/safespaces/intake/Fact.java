package org.safespaces.intake;

import java.util.function.Predicate;

/** What the routing knows of a situation and a form may ask for in a condition: {@code {"fact": "demand"}}. */
enum Fact {
    /** Somebody wants money, images or anything else. */
    DEMAND(Situation::demand),
    ABUSE(Situation::abuse),
    /** Both: the form about demands, with questions about images. */
    BOTH(situation -> situation.demand() && situation.abuse()),
    /** Therapy for something else, and nothing besides. */
    ONLY_GENERAL(Situation::onlyGeneral),
    GENERAL_FORM(situation -> situation.form() == FormKind.GENERAL),
    SEXTORTION_FORM(situation -> situation.form() == FormKind.SEXTORTION),
    IMAGE_ABUSE_FORM(situation -> situation.form() == FormKind.IMAGE_ABUSE),
    /** Somebody may hurt her: how to reach her safely is asked first. */
    DANGER(Situation::danger),
    /** It is somebody close, or close enough to harm: how to reach her safely is asked before who she is. */
    CLOSE_HARM(Situation::closeHarm);

    private final Predicate<Situation> holds;

    Fact(Predicate<Situation> holds) {
        this.holds = holds;
    }

    boolean holds(Answers answers) {
        return holds.test(Situation.of(answers));
    }
}
