package org.safespaces.keys;

import org.safespaces.vault.Slot;

/** A secret just drawn, in clear, to be shown in the answer to this request and nowhere else; and the slot it opens. */
record Drawn(String shown, Slot slot) {
    @Override
    public String toString() {
        return "Drawn[redacted]";
    }
}
