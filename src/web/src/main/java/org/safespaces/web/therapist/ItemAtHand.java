package org.safespaces.web.therapist;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.web.frame.Exchange;

/** Which item of which case a page is about, as its address and its form say: one that is kept, or one that is still to be. */
@Dependent
class ItemAtHand {
    @Inject
    private Exchange exchange;

    private UUID draft;

    CaseId caseId() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    /** Empty for one that is still to be kept; an id that cannot be read is answered as one that nobody has. */
    Optional<UUID> kept() {
        return exchange.parameter("id").map(Ids::parse);
    }

    /** Of one that is kept, or is to be. */
    UUID id() {
        return kept().orElseGet(this::draft);
    }

    /** Drawn once for a new one: sent twice, it is kept once. */
    UUID draft() {
        if (draft == null) {
            draft = exchange.parameter("draft").map(Ids::parse).orElseGet(Ids::fresh);
        }
        return draft;
    }

    /** The version that is shown, or that was typed upon; 0 for a new one. */
    int upon(int shown) {
        return exchange.isPost() ? exchange.number("upon").orElse(0) : shown;
    }
}
