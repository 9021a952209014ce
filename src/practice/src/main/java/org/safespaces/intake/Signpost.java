package org.safespaces.intake;

import org.safespaces.signposting.SupportOrganisation;

/**
 * A place that fits the answers.
 *
 * @param forTheOther true where it is not for her but for the young person in the image, and must say so
 */
public record Signpost(SupportOrganisation place, boolean forTheOther) {
    public String id() {
        return place.id();
    }
}
