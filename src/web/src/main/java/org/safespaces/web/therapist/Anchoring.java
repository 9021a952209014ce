package org.safespaces.web.therapist;

/** How the server is told whose keys to believe. */
final class Anchoring {
    /** The beginning of the line; the fingerprints follow, with commas between them. */
    static final String LINE = "SAFESPACES_ANCHOR=";

    private Anchoring() {}
}
