package org.safespaces.intake;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;

/**
 * Where somebody is in a form, and what she has answered so far; after sending, only her code, until she clears the page.
 *
 * @param page the id of the page that is shown; {@code check} for the last one
 * @param sendingId names this one act of sending, so that a repeated Send is recognised
 * @param code the code that was given after sending
 */
public record WorkingCopy(String formId, String page, Answers answers, UUID sendingId, Optional<String> code)
        implements Confidential {
    public static final String CHECK = "check";
    public static final String SENT = "sent";

    static WorkingCopy begin(FormDefinition form) {
        return new WorkingCopy(form.id(), form.pages().get(0).id(), Answers.NONE, UUID.randomUUID(), Optional.empty());
    }

    /** The same answers, another page. */
    public WorkingCopy at(String otherPage) {
        return new WorkingCopy(formId, otherPage, answers, sendingId, code);
    }

    WorkingCopy with(Answers newAnswers) {
        return new WorkingCopy(formId, page, newAnswers, sendingId, code);
    }

    /** Sent: the answers are gone from here, the code stays until the page is cleared. */
    public WorkingCopy sent(String given) {
        return new WorkingCopy(formId, SENT, Answers.NONE, sendingId, Optional.of(given));
    }

    public boolean isSent() {
        return SENT.equals(page);
    }

    String toText() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("form", formId)
                .add("page", page)
                .add("sending", sendingId.toString())
                .add("answers", answers.toJson());
        code.ifPresent(given -> json.add("code", given));
        return json.build().toString();
    }

    static WorkingCopy fromText(String text) {
        JsonObject json = Answers.parse(text);
        return new WorkingCopy(
                json.getString("form"),
                json.getString("page"),
                Answers.fromJson(json.getJsonObject("answers")),
                UUID.fromString(json.getString("sending")),
                Optional.ofNullable(json.getString("code", null)));
    }

    @Override
    public String toString() {
        return "WorkingCopy[redacted]";
    }
}
