package org.safespaces.intake;

import java.util.List;
import java.util.Set;

/**
 * What answers lead to: help on the screen, at once. Nobody is told, nothing is kept of it but the flags, and those are
 * sealed with the enquiry.
 *
 * @param screen what has to be seen before the next question
 * @param cards pieces of help, the most pressing first
 * @param signposts places that fit, in the order to show
 * @param firstAid the steps of the first-aid card that are still to be done, in the order to show
 * @param evidence what is safe to keep
 * @param flags what the reader is told beside the answers
 * @param form the form that fits
 * @param underAge true below the practice's minimum age: nothing more is asked
 * @param enquiryOpen can an enquiry be sent?
 * @param readToday picks the letter to the readers, and says nothing of why
 */
public record Route(
        Screen screen,
        List<Card> cards,
        List<Signpost> signposts,
        List<FirstAidStep> firstAid,
        Evidence evidence,
        Set<Flag> flags,
        FormKind form,
        boolean underAge,
        boolean enquiryOpen,
        boolean readToday) {
    public Route {
        cards = List.copyOf(cards);
        signposts = List.copyOf(signposts);
        firstAid = List.copyOf(firstAid);
        flags = Set.copyOf(flags);
    }

    public boolean shows(Card card) {
        return cards.contains(card);
    }

    @Override
    public String toString() {
        return "Route[redacted]";
    }
}
