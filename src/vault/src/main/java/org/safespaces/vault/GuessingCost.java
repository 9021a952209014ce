package org.safespaces.vault;

/**
 * Whether a guess at a passphrase or a code costs what it should. The build runs thousands of unlockings, and has them cheap; a server that
 * anybody relies on refuses to start so. Whatever is sealed at one cost for a code is not found at the other.
 */
public final class GuessingCost {
    /** The system property that makes guesses cheap, for tests alone. */
    public static final String CHEAP = "safespaces.cheap-guesses";

    private static final boolean IS_CHEAP = Boolean.getBoolean(CHEAP);

    private GuessingCost() {}

    /** Nobody's secrets are safe then. */
    public static boolean isCheap() {
        return IS_CHEAP;
    }
}
