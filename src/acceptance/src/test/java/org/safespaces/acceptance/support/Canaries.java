package org.safespaces.acceptance.support;

/** Words that stand nowhere else, so that a single one found somewhere is a leak. */
public final class Canaries {
    public static final String STORY = "zebrafinch met me on a Tuesday and wanted everything";
    public static final String NAME = "Quillwort";
    public static final String NOTE = "kingfisher said that sleep has come back";

    private Canaries() {}
}
