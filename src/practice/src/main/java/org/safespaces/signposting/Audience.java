package org.safespaces.signposting;

/**
 * Whom an organisation is for.
 *
 * @param words as shown; empty when it is for anybody
 * @param fromAge youngest, or null
 * @param toAge oldest, or null
 */
public record Audience(String words, Integer fromAge, Integer toAge) {

    /** True if somebody aged between the two, whatever the age exactly, may turn to it. */
    public boolean welcomes(int youngest, int oldest) {
        return (fromAge == null || oldest >= fromAge) && (toAge == null || youngest <= toAge);
    }
}
