package org.safespaces.intake;

import java.util.List;
import org.safespaces.people.CaseId;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;

/** An enquiry has become a case; what it said, and what was written about it, sealed anew as the first items of the case file. */
public record IntakeAccepted(CaseId caseId, List<FirstItem> items) {
    public IntakeAccepted {
        items = List.copyOf(items);
    }

    /** What an item was. */
    public enum What {
        ANSWERS(Compartment.CLINICAL),
        CONTACT(Compartment.IDENTITY),
        /** Written to her, or by her. */
        MESSAGE(Compartment.MESSAGES),
        /** Written by one reader for the others. */
        COLLEAGUES(Compartment.CLINICAL);

        private final Compartment compartment;

        What(Compartment compartment) {
            this.compartment = compartment;
        }

        Compartment belongsTo() {
            return compartment;
        }
    }

    /** One of them, where it belongs now, and as which step of its compartment's history. */
    public record FirstItem(What what, ItemAddress at, SealedItem sealed, long step) {}
}
