package org.safespaces.access;

import java.util.regex.Pattern;

/** Makes addresses inside a text inert: they stay to be read, and nothing ever follows, fetches or previews one. */
public final class InertText {
    private static final Pattern SCHEME = Pattern.compile("(?i)\\bh(tt)(ps?\\s*:)");

    private InertText() {}

    /** The same words, with "http" written "hxxp". */
    public static String of(String text) {
        return SCHEME.matcher(text).replaceAll("hxx$2");
    }
}
