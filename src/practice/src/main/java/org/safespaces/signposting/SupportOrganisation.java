package org.safespaces.signposting;

import java.util.Set;

/**
 * A place that can help. Facts that are not known well enough to be shown are absent, so any of them may be null.
 *
 * @param id short name in the routing rules
 * @param name as it calls itself
 * @param plain a name that gives nothing away, for paper
 * @param what what it does, in our words
 * @param audience whom it is for
 * @param nations where it helps
 * @param situations what it helps with
 * @param heading where the whole directory lists it
 * @param free true if calling costs nothing
 * @param phone number to call
 * @param text word and number to text
 * @param web host and path, without the scheme
 * @param email address to write to
 * @param hours when somebody answers
 * @param source where the facts were read
 */
public record SupportOrganisation(
        String id,
        String name,
        String plain,
        String what,
        Audience audience,
        Set<Nation> nations,
        Set<String> situations,
        Heading heading,
        boolean free,
        Fact phone,
        Fact text,
        Fact web,
        Fact email,
        Fact hours,
        String source) {}
