package org.safespaces.notes;

/** Who may be shown an item one day, as its author sees it. Source: features.md 2, line 10. */
public enum DisclosureClass {
    /** Hers to read at any time. */
    CLIENT_VISIBLE,
    /** Given to her when she asks for her record. */
    DISCLOSABLE,
    /** Tells about somebody else: looked at before it is given to anybody. */
    THIRD_PARTY,
    /** A process note: given to nobody. */
    PROCESS
}
