package org.safespaces.notes;

/** What an item of a case file is. */
public enum ItemKind {
    /** A case note. */
    NOTE,
    /** What was sent in before the case was opened. */
    INTAKE,
    /** Who she is and how she may be reached; in a compartment of its own. */
    CONTACT,
    /** Written to her, or by her, before the case was opened; with the messages, which her code opens as well. */
    MESSAGE,
    /** Written by one reader of the enquiry for the others. */
    COLLEAGUES,
    /** What was asked about safety before one session; stands beside the record's notes and is not listed with them. */
    CHECK
}
