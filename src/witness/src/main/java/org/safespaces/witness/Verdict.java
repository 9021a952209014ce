package org.safespaces.witness;

/**
 * What came of checking a log.
 *
 * @param lines how many lines it has
 * @param signed how many of them a signer has put its name to
 */
record Verdict(boolean holds, long lines, long signed, String said) {
    static Verdict holds(long lines, long signed, String lastAt) {
        String after = lines == signed ? "" : ", " + (lines - signed) + " after it are not signed yet";
        return new Verdict(
                true, lines, signed, "PASS " + lines + " lines, signed as far as " + signed + " at " + lastAt + after);
    }

    static Verdict fails(String why) {
        return new Verdict(false, 0, 0, "FAIL " + why);
    }
}
