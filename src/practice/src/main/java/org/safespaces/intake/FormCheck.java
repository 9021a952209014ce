package org.safespaces.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.safespaces.access.TypedText;

/**
 * Reads what was posted for one page. Values that a question does not know are dropped, hidden and unknown questions are
 * never read; a text loses characters that nobody types, and keeps everything else.
 */
final class FormCheck {
    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    /** Far beyond every limit: more than this is not even kept to be shortened. */
    private static final int FAR_TOO_LONG = 40_000;

    /** Mean "nothing of the rest": where something of the rest is ticked too, they go, and nobody is corrected. */
    private static final List<String> ALONE = List.of("none", "no", "nothing", "unsure", "rather");

    private FormCheck() {}

    static Checked read(FormPage page, Answers before, Function<String, String[]> posted) {
        Answers answers = before;
        Map<String, String> errors = new LinkedHashMap<>();
        for (Question question : page.questions()) {
            String[] raw = posted.apply(question.id());
            List<String> given =
                    question.kind().isTyped() ? typed(raw) : chosen(question, question.valuesFor(answers), raw);
            error(question, given, errors);
            answers = answers.with(question.id(), given);
        }
        return new Checked(answers, errors);
    }

    private static List<String> chosen(Question question, List<String> choices, String[] raw) {
        List<String> known = new ArrayList<>();
        for (String value : raw == null ? new String[0] : raw) {
            if (choices.contains(value) && !known.contains(value)) {
                known.add(value);
            }
        }
        if (question.kind() == Question.Kind.RADIO && known.size() > 1) {
            return List.of(known.get(0));
        }
        if (known.size() > 1) {
            List<String> others =
                    known.stream().filter(value -> !ALONE.contains(value)).toList();
            return others.isEmpty() ? List.of(known.get(0)) : others;
        }
        return known;
    }

    private static List<String> typed(String[] raw) {
        String text = raw == null || raw.length == 0 ? "" : TypedText.clean(raw[0]);
        text = text.length() > FAR_TOO_LONG ? text.substring(0, FAR_TOO_LONG) : text;
        return text.isBlank() ? List.of() : List.of(text);
    }

    private static void error(Question question, List<String> given, Map<String, String> errors) {
        String text = given.isEmpty() ? "" : given.get(0);
        if (question.must() && given.isEmpty()) {
            errors.put(question.id(), "missing");
        } else if (question.kind().isTyped() && TypedText.isPicture(text)) {
            errors.put(question.id(), "picture");
        } else if (question.kind().isTyped() && text.length() > question.limit()) {
            errors.put(question.id(), "long");
        } else if (question.kind() == Question.Kind.EMAIL
                && !text.isEmpty()
                && !ADDRESS.matcher(text).matches()) {
            errors.put(question.id(), "email");
        }
    }

    /** Answers as they now are, and by question the key of what is the matter with one. */
    record Checked(Answers answers, Map<String, String> errors) {
        @Override
        public String toString() {
            return "Checked[redacted]";
        }
    }
}
