package org.safespaces.acceptance.support;

import java.util.List;

/** Aspen, whom birch makes a therapist for a while. She has no vault until she makes one; when she goes, nothing of her is left. */
public final class Newcomer {
    public static final String ACCOUNT = "aspen";

    private static final String HERS = " WHERE person_id = (SELECT id FROM therapist WHERE shown_name = 'Aspen')";

    private Newcomer() {}

    public static void comes() {
        press("Make therapist");
    }

    /** Her role is taken from her again, and whatever keys she made are gone from the tables. */
    public static void leaves() {
        press("Take therapist role");
        try (Keyring rows = Keyring.of(World.open())) {
            for (String table : List.of(
                    "pin_sheet WHERE key_id IN (SELECT key_id FROM directory_entry" + HERS + ")",
                    "key_slot" + HERS,
                    "directory_entry" + HERS)) {
                rows.change("DELETE FROM " + table);
            }
        }
    }

    private static void press(String button) {
        try (Visitor birch = Visitor.atDesk().signInAt("/admin/people", "birch")) {
            Colleagues.change(birch, "Aspen", button);
            birch.waitForWords("About the sign-in");
        }
    }
}
