package org.safespaces.web.therapist;

import org.safespaces.web.frame.Exchange;

/** The form in which somebody chooses a phrase of her own, typed twice. */
final class OwnPhrase {
    private OwnPhrase() {}

    /** Is there a phrase, and is it the same both times? Says beside the field what is not. */
    static boolean isUsable(Exchange exchange, String phrase, String again) {
        if (phrase.isBlank()) {
            exchange.complain("own:chosen", "vault", "error.own.weak");
        } else if (!phrase.strip().equals(again.strip())) {
            exchange.complain("own:again", "vault", "error.own.twice");
        } else {
            return true;
        }
        return false;
    }
}
