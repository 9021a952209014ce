package org.safespaces.witness;

/** How much is tried: little enough for every build, or everything, by {@code mvn -Pfull}. */
final class Scale {
    private static final boolean FULL = "full".equals(System.getProperty("safespaces.scale"));

    private Scale() {}

    static int of(int inEveryBuild, int full) {
        return FULL ? full : inEveryBuild;
    }
}
