package org.safespaces.vault;

/**
 * Whether a guess at a passphrase or a code costs what it should. The build runs thousands of unlockings, and has them cheap; a server that
 * anybody relies on refuses to start so. Whatever is sealed at one cost for a code is not found at the other.
 */
public final class GuessingCost {
    /** The system property that makes guesses cheap, for tests alone. */
    public static final String CHEAP = "safespaces.cheap-guesses";

    private static final boolean IS_CHEAP = Boolean.getBoolean(CHEAP);

    private static final int REAL_MEMORY_KIB = 64 * 1024;
    private static final int CHEAP_MEMORY_KIB = 16 * 1024;

    private GuessingCost() {}

    /** Nobody's secrets are safe then. */
    public static boolean isCheap() {
        return IS_CHEAP;
    }

    /** How much memory a guess fills. */
    public static int memoryKiB() {
        return IS_CHEAP ? CHEAP_MEMORY_KIB : REAL_MEMORY_KIB;
    }
}
