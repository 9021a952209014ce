package org.safespaces.intake;

import java.util.List;
import org.safespaces.people.CaseId;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;

/** An enquiry has become a case; what it said, sealed anew as the first items of the case file. */
public record IntakeAccepted(CaseId caseId, List<FirstItem> items) {
    public IntakeAccepted {
        items = List.copyOf(items);
    }

    /** One of the two documents, where it belongs now, and as which step of its compartment's history. */
    public record FirstItem(ItemAddress at, SealedItem sealed, long step) {}
}
