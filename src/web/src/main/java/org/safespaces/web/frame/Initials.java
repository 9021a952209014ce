package org.safespaces.web.frame;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;

/** The two letters on a tile. */
public final class Initials {
    private Initials() {}

    public static String of(String name) {
        return Arrays.stream(name.split(" "))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.UK))
                .collect(joining());
    }
}
