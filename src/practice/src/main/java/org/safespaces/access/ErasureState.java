package org.safespaces.access;

import java.util.Set;

/** How far an erasure has come. */
public enum ErasureState {
    /** Asked for; it waits for a second person, or for the day. */
    ASKED,
    /** Decided, because it was kept long enough: until its day comes it is taken back by whoever changes her mind. */
    APPROVED,
    WITHDRAWN,
    REFUSED,
    /** Decided and under way: the record is nobody's any more. */
    ERASING,
    ERASED;

    /** Nothing of the record has gone yet. */
    static final Set<ErasureState> TO_COME = Set.of(ASKED, APPROVED);

    /** Whether it waits for somebody, or for its day. */
    public boolean isToCome() {
        return TO_COME.contains(this);
    }
}
