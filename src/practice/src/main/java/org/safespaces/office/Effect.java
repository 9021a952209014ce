package org.safespaces.office;

/**
 * What a change of a setting brings about, said before it is made.
 *
 * @param kind what
 * @param count for how many; 0 where it is not counted
 */
public record Effect(Kind kind, int count) {
    /** What it is about. */
    public enum Kind {
        /** Enquiries are kept for a shorter time: those that are here keep the day they were promised. */
        KEPT_SHORTER,
        /** So many more facts of places that can help are to be checked again. */
        CHECKS_DUE,
        /** Whoever is younger than that can send nothing any more. */
        YOUNGER_SHUT_OUT,
        /** Younger people can send from now on. */
        YOUNGER_LET_IN,
        /** Sessions that are agreed on have their rooms there as well. */
        ROOMS_MOVE
    }
}
