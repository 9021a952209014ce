package org.safespaces.keys;

/** How far the making of a vault has come in this session. */
public enum SetUpStage {
    /** Nothing has been drawn yet. */
    BEGIN,
    /** A phrase was drawn and shown; it has not been typed back. */
    PHRASE,
    /** The phrase is known; there is no sheet yet. */
    SHEET,
    /** A sheet was shown; its code has not been typed back. */
    CODE
}
