package org.safespaces.web.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.intake.Answers;
import org.safespaces.intake.Question;
import org.safespaces.intake.ReadText;
import org.safespaces.signposting.SupportDirectory;
import org.safespaces.signposting.SupportOrganisation;

/** Finds the words of a form's questions, answers and texts. Numbers come from the directory, by the place's id. */
@ApplicationScoped
public class FormWords {
    private static final String BUNDLE = "org.safespaces.web.form";
    private static final Pattern NUMBER = Pattern.compile("\\{(\\w+)\\}");

    /** Ways not to say: they stand apart, below the rest. */
    private static final Set<String> OPEN = Set.of("unsure", "rather");

    /** What somebody has read before she sends, and what she may agree to besides, each by its versioned words. */
    private static final List<String> READ = List.of("K01", "X01");

    private static final List<String> AGREED = List.of("X03", "X04", "X05");

    private SupportDirectory directory;

    protected FormWords() {}

    @Inject
    public FormWords(SupportDirectory directory) {
        this.directory = directory;
    }

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

    /** The numbered lines under a key, as far as they go. */
    List<String> lines(String key) {
        return lines(BUNDLE, key);
    }

    List<String> lines(String bundle, String key) {
        ResourceBundle words = ResourceBundle.getBundle(bundle, Locale.UK);
        List<String> lines = new ArrayList<>();
        for (int at = 1; words.containsKey(key + "." + at); at++) {
            lines.add(withNumbers(words.getString(key + "." + at)));
        }
        return lines;
    }

    /** Puts the numbers of places where their ids stand. */
    String withNumbers(String text) {
        return NUMBER.matcher(text).replaceAll(found -> number(directory.find(found.group(1))));
    }

    private static String number(SupportOrganisation place) {
        return place.phone() == null ? place.text().value() : place.phone().value();
    }

    /** A question in the wording that fits these answers. */
    AskedQuestion ask(Question question, Answers answers, String error) {
        String wording = question.wording(answers);
        List<String> given = question.chosen(answers);
        List<AskedQuestion.Choice> choices = question.valuesFor(answers).stream()
                .map(value -> new AskedQuestion.Choice(
                        value, worded(question.id() + "." + value, wording), given.contains(value)))
                .toList();
        return new AskedQuestion(
                question.id(),
                question.kind().name(),
                worded(question.id() + ".label", wording),
                of(question.id() + ".why"),
                choices.stream()
                        .filter(choice -> !OPEN.contains(choice.value()))
                        .toList(),
                choices.stream().filter(choice -> OPEN.contains(choice.value())).toList(),
                answers.text(question.id()),
                question.limit(),
                String.format(Locale.UK, of("room"), question.limit()),
                error == null ? null : errorText(question, error));
    }

    private String worded(String key, String wording) {
        String own = wording.isEmpty() ? "" : of(key + "." + wording);
        return own.isEmpty() ? of(key) : own;
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
        String wording = question.wording(answers);
        return answers.to(question.id()).stream()
                .map(value -> worded(question.id() + "." + value, wording))
                .collect(Collectors.joining(", "));
    }

    /** The texts somebody has read and agreed to who sends these answers: which words they were, by version and hash. */
    List<ReadText> readBy(Answers answers) {
        return Stream.concat(READ.stream(), AGREED.stream().filter(id -> answers.has(id, "yes")))
                .map(this::readText)
                .toList();
    }

    ReadText readText(String id) {
        String words = Stream.concat(Stream.of(of(id + ".label"), of(id + ".why"), of(id + ".yes")), lines(id).stream())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return new ReadText(id, of(id + ".version"), hash(words));
    }

    private static String hash(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
