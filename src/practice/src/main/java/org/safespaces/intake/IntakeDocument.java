package org.safespaces.intake;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.safespaces.access.InertText;
import org.safespaces.vault.ClearText;

/**
 * The text that is sealed: the form's id and hash, the answers of one part, what the reader is told beside them, and
 * which texts were read and agreed to. Never longer than its size class, whatever was typed: a test fills every field.
 */
final class IntakeDocument {
    /** The age group goes with who she is, so that whoever holds that part alone knows it. */
    private static final String AGE_QUESTION = "T2";

    private static final String AGE_BAND = "N05";

    private final FormDefinition form;
    private final Answers answers;
    private final Set<Flag> flags;
    private final List<ReadText> texts;
    private final LocalDate givenOn;

    IntakeDocument(FormDefinition form, Answers answers, Set<Flag> flags, List<ReadText> texts, LocalDate givenOn) {
        this.form = form;
        this.answers = inert(form, answers);
        this.flags = flags;
        this.texts = List.copyOf(texts);
        this.givenOn = givenOn;
    }

    private static Answers inert(FormDefinition form, Answers answers) {
        Answers inert = answers;
        for (Question question :
                form.questions().filter(each -> each.kind().isTyped()).toList()) {
            if (answers.asked(question.id())) {
                inert = inert.with(
                        question.id(),
                        answers.to(question.id()).stream().map(InertText::of).toList());
            }
        }
        return inert;
    }

    ClearText part(Question.Part part) {
        Map<String, Question.Part> parts = form.questions().collect(Collectors.toMap(Question::id, Question::part));
        Set<String> ofPart = new HashSet<>(parts.keySet());
        ofPart.removeIf(question -> parts.get(question) != part);
        Answers said = answers.only(ofPart);
        if (part == Question.Part.IDENTITY) {
            said = said.with(AGE_BAND, answers.to(AGE_QUESTION));
        }
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("form", form.id())
                .add("hash", form.hash())
                .add("answers", said.toJson());
        if (part == Question.Part.CLINICAL) {
            json.add(
                    "flags",
                    Json.createArrayBuilder(
                            flags.stream().map(Flag::id).sorted().toList()));
        }
        JsonObjectBuilder read = Json.createObjectBuilder();
        texts.stream()
                .filter(text -> parts.getOrDefault(text.id(), Question.Part.CLINICAL) == part)
                .forEach(text -> read.add(text.id(), text(text)));
        return ClearText.of(json.add("texts", read).build().toString());
    }

    private JsonObjectBuilder text(ReadText text) {
        return Json.createObjectBuilder()
                .add("version", text.version())
                .add("hash", text.hash())
                .add("given", givenOn.toString());
    }

    static String formId(ClearText document) {
        return Answers.parse(document.text()).getString("form");
    }

    static Set<Flag> flags(ClearText document) {
        JsonObject json = Answers.parse(document.text());
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (json.containsKey("flags")) {
            List<String> ids = new ArrayList<>(json.getJsonArray("flags").getValuesAs(JsonString::getString));
            EnumSet.allOf(Flag.class).stream()
                    .filter(flag -> ids.contains(flag.id()))
                    .forEach(flags::add);
        }
        return flags;
    }

    static Answers answers(ClearText clinical, ClearText identity) {
        return answers(clinical).and(answers(identity));
    }

    static Answers answers(ClearText document) {
        return Answers.fromJson(Answers.parse(document.text()).getJsonObject("answers"));
    }
}
