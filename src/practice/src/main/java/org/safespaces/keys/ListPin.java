package org.safespaces.keys;

/**
 * One list of recipients, told from every other.
 *
 * @param version 0 for none
 * @param hash in hexadecimal; empty for none
 */
record ListPin(int version, String hash) {
    static final ListPin NONE = new ListPin(0, "");

    /** Is the other one older than this, or another list under the same number? */
    boolean isAheadOf(ListPin other) {
        return isNewerThan(other) || isAnotherThan(other);
    }

    boolean isNewerThan(ListPin other) {
        return version > other.version;
    }

    private boolean isAnotherThan(ListPin other) {
        return version == other.version && !hash.equals(other.hash);
    }
}
