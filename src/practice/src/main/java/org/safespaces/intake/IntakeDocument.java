package org.safespaces.intake;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.safespaces.vault.ClearText;

/** The text that is sealed: the form's id and hash, and the answers of one part. */
final class IntakeDocument {
    private IntakeDocument() {}

    static ClearText write(FormDefinition form, Answers answers, Question.Part part) {
        Answers ofPart = answers.only(form.questions()
                .filter(question -> question.part() == part)
                .map(Question::id)
                .toList());
        return ClearText.of(Json.createObjectBuilder()
                .add("form", form.id())
                .add("hash", form.hash())
                .add("answers", ofPart.toJson())
                .build()
                .toString());
    }

    static String formId(ClearText document) {
        return Answers.parse(document.text()).getString("form");
    }

    static Answers answers(ClearText clinical, ClearText identity) {
        Answers all = answers(clinical);
        JsonObject second = Answers.parse(identity.text()).getJsonObject("answers");
        for (String question : second.keySet()) {
            all = all.with(question, Answers.fromJson(second).to(question));
        }
        return all;
    }

    static Answers answers(ClearText document) {
        return Answers.fromJson(Answers.parse(document.text()).getJsonObject("answers"));
    }
}
