package org.safespaces.settings;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must not be said somewhere: looked for by machine, which finds words and no meaning. A reader looks as well. */
public enum RiskyWords {
    /** Whatever can leave by mail may be read by the person who does harm: nothing that says what it is about, no name, no way to go. */
    OF_LETTERS(
            Set.of("London"),
            "\\b(therap|counsel|clinic|session|appointment|book|cancel|client|patient|practice|diary|abus|assault|rape|victim"
                    + "|surviv|sextort|blackmail|porn|nude|naked|image|photo|picture|video|sex|intimate|harm|hurt|crisis|suicid|safe"
                    + "|danger|threat|police|court|report|trauma|mental|health|help|support|confidential|enquir|space|dear|hello|hi\\b"
                    + "|password|code|click|link)\\w*",
            "https?:|www\\.|mailto:|://|\\w@\\w|\\w\\.(org|com|net|uk)\\b|<|>|[?&]\\w+=",
            // the only words with a capital inside of a sentence are days and places of time
            "(?-i:(?<=[a-z,;] )[A-Z][a-z]+)"),

    /** Whatever is said to whoever needs help (intake.md 3): no blame, no label, no shouting, no promise that nobody can keep. */
    OF_WORDS(Set.of(), RiskyWords.UNKIND),

    /** The same, in a text that the practice words for itself: no way to go, and no number; each stands once, in the reviewed directory. */
    OF_PAGES(
            Set.of(),
            RiskyWords.UNKIND,
            "https?:|www\\.|mailto:|://|\\w@\\w|\\w\\.(org|com|net|uk)\\b|<|>|[{}]",
            "\\d[\\d ]{2,}\\d|\\b999\\b|\\b1\\d\\d\\b");

    private static final String UNKIND =
            "\\bvictims?\\b|revenge porn|why did you|did you consent|how many images|describe (it|the image|what)|should have"
                    + "|\\binvalid\\b|\\bperpetrator|\\boffender|\\brequired field|!|\\*|\\bdelete[ds]? (the|your|an) image"
                    + "|permanently|will not be shared|we have alerted|session expired|\\b(high|medium|low)[ -]risk";

    private final Set<String> fine;
    private final List<Pattern> patterns;

    RiskyWords(Set<String> fine, String... patterns) {
        this.fine = fine;
        this.patterns = Stream.of(patterns)
                .map(each -> Pattern.compile(each, Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** What is found, as it stands in the text. */
    public List<String> in(String text) {
        return patterns.stream()
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(MatchResult::group)
                .filter(found -> !fine.contains(found))
                .distinct()
                .toList();
    }
}
