package org.safespaces.scheduling;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The one word of a client's calendar entry: nothing in it says what the practice helps with, to whoever looks over her shoulder. */
record CalendarWord(String text) {
    static final int LONGEST = 30;
    static final CalendarWord USUAL = new CalendarWord("Appointment");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|\\p{Cf}|\\R");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern ADDRESS = Pattern.compile("://|www\\.|@|\\.(org|com|net|uk|co)\\b");

    /** Beginnings and middles of words that tell. Sign of an address tells as well. */
    private static final List<String> TELLING = List.of(
            "therap",
            "counsel",
            "psych",
            "trauma",
            "abus",
            "victim",
            "survivor",
            "sextort",
            "blackmail",
            "extort",
            "porn",
            "nude",
            "naked",
            "revenge",
            "image",
            "intimate",
            "rape",
            "assault",
            "harass",
            "stalk",
            "police",
            "crisis",
            "suicid",
            "self-harm",
            "selfharm",
            "mental",
            "safe space",
            "safespace",
            "safety",
            "support group",
            "helpline",
            "hotline",
            "refuge");

    /** Throws {@link WordRefused}. */
    static CalendarWord typed(String word) {
        String clean = CONTROL.matcher(word == null ? "" : word).replaceAll(" ").strip();
        if (clean.isEmpty()) {
            throw new WordRefused(WordRefused.Reason.EMPTY);
        }
        if (clean.length() > LONGEST) {
            throw new WordRefused(WordRefused.Reason.LONG);
        }
        String plain = MARKS.matcher(Normalizer.normalize(clean, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        if (ADDRESS.matcher(plain).find() || TELLING.stream().anyMatch(plain::contains)) {
            throw new WordRefused(WordRefused.Reason.TELLS);
        }
        return new CalendarWord(clean);
    }
}
