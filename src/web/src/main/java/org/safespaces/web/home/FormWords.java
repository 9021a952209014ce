package org.safespaces.web.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.safespaces.intake.Answers;
import org.safespaces.intake.Question;

/** Finds the words of a form's questions and answers. */
@ApplicationScoped
public class FormWords {
    private static final String BUNDLE = "org.safespaces.web.form";

    /** A text; the one of the question before the common one. */
    public String of(String key) {
        ResourceBundle words = ResourceBundle.getBundle(BUNDLE, Locale.UK);
        if (words.containsKey(key)) {
            return words.getString(key);
        }
        int dot = key.indexOf('.');
        String common = "any" + key.substring(Math.max(0, dot));
        return words.containsKey(common) ? words.getString(common) : "";
    }

    AskedQuestion ask(Question question, Answers answers, String error) {
        List<String> given = answers.to(question.id());
        List<AskedQuestion.Choice> choices = question.values().stream()
                .map(value -> new AskedQuestion.Choice(
                        value,
                        of(question.id() + "." + value),
                        given.isEmpty() ? value.equals(question.usual()) : given.contains(value)))
                .toList();
        return new AskedQuestion(
                question.id(),
                question.kind().name(),
                of(question.id() + ".label"),
                of(question.id() + ".why"),
                choices,
                answers.text(question.id()),
                question.limit(),
                error == null ? null : errorText(question, error));
    }

    private String errorText(Question question, String error) {
        String own = of(question.id() + ".error." + error);
        return own.isEmpty() ? String.format(Locale.UK, of("error." + error), question.limit()) : own;
    }

    /** An answer in words, as it was meant. */
    public String answer(Question question, Answers answers) {
        if (question.kind().isTyped()) {
            return answers.text(question.id());
        }
        return answers.to(question.id()).stream()
                .map(value -> of(question.id() + "." + value))
                .collect(Collectors.joining(", "));
    }
}
