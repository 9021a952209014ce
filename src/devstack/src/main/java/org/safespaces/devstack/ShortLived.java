package org.safespaces.devstack;

/**
 * Servers that live for some minutes, as those of the tests do: the system property {@code safespaces.short-lived}. They compile what
 * they run quickly instead of well; compiling well took nearly half of their processor time. Whoever measures leaves it off.
 */
final class ShortLived {
    private static final String QUICKLY = "-XX:TieredStopAtLevel=1";
    private static final String USUAL = "-XX:+TieredCompilation";

    private ShortLived() {}

    static boolean isSo() {
        return Boolean.getBoolean("safespaces.short-lived");
    }

    /** The option that a server's virtual machine is started with. */
    static String compiling() {
        return isSo() ? QUICKLY : USUAL;
    }
}
