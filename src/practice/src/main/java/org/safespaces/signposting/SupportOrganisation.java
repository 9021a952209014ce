package org.safespaces.signposting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        String source) {

    /** What is said about it, by name, in the order in which it is shown; only what is known. */
    public Map<String, Fact> facts() {
        Map<String, Fact> facts = new LinkedHashMap<>();
        facts.put("phone", phone);
        facts.put("text", text);
        facts.put("web", web);
        facts.put("email", email);
        facts.put("hours", hours);
        facts.values().removeIf(fact -> fact == null);
        return facts;
    }

    /** The same place after somebody has checked what is said about it; a fact that is another by now is not the one that was checked. */
    SupportOrganisation after(List<SignpostCheck> checks) {
        return new SupportOrganisation(
                id,
                name,
                plain,
                what,
                audience,
                nations,
                situations,
                heading,
                free,
                after("phone", phone, checks),
                after("text", text, checks),
                after("web", web, checks),
                after("email", email, checks),
                after("hours", hours, checks),
                source);
    }

    private static Fact after(String name, Fact fact, List<SignpostCheck> checks) {
        Fact known = fact;
        for (SignpostCheck check : checks) {
            if (known != null && name.equals(check.fact())) {
                known = known.after(check);
            }
        }
        return known;
    }
}
