package org.safespaces.intake;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.access.Confidential;

/**
 * Where somebody is in a form, and what she has answered so far; after sending, only her code and where she is helped,
 * until she clears the page.
 *
 * @param page the id of the page that is shown, or one of the names below
 * @param sendingId names this one act of sending, so that a repeated Send is recognised
 * @param code the code she was given, for a form to come back to or for what she sent
 * @param draft what her unfinished form is kept under, if she took a code
 * @param shared other people can see this device
 * @param hidden her answers are not shown on the page before sending
 * @param changing she came back from there to change one thing
 * @param fresh the help that her last answer has brought up
 * @param places where she is helped, by id: all that is left of her answers once they are sent
 */
public record WorkingCopy(
        String page,
        Answers answers,
        UUID sendingId,
        Optional<String> code,
        Optional<DraftKey> draft,
        boolean shared,
        boolean hidden,
        boolean changing,
        Set<Card> fresh,
        List<String> places)
        implements Confidential {
    public static final String CRISIS = "crisis";
    public static final String DANGER = "danger";
    public static final String UNDER_18 = "under-18";
    public static final String PLACES = "places";
    public static final String CHECK = "check";
    public static final String SENT = "sent";
    /** Her code, shown once, for a form to come back to. */
    public static final String CODE = "code";

    public WorkingCopy {
        fresh = Set.copyOf(fresh);
        places = List.copyOf(places);
    }

    /** The draft's id and its key, which only this copy and her code know. */
    public record DraftKey(UUID id, String key) implements Confidential {
        @Override
        public String toString() {
            return "DraftKey[redacted]";
        }
    }

    static WorkingCopy begin(String firstPage) {
        return new WorkingCopy(
                firstPage,
                Answers.NONE,
                UUID.randomUUID(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Set.of(),
                List.of());
    }

    /** The same answers, another page. */
    public WorkingCopy at(String other) {
        return new WorkingCopy(other, answers, sendingId, code, draft, shared, hidden, changing, fresh, places);
    }

    /** Other people can see this device, or not any more: then nothing is left open on the screen. */
    public WorkingCopy shared(boolean seen) {
        return new WorkingCopy(
                page,
                answers,
                sendingId,
                code,
                draft,
                seen,
                seen && !shared || hidden && seen == shared,
                changing,
                fresh,
                places);
    }

    /** Her answers are covered on the page before sending, or shown. */
    public WorkingCopy hidden(boolean covered) {
        return new WorkingCopy(page, answers, sendingId, code, draft, shared, covered, changing, fresh, places);
    }

    WorkingCopy changing(boolean oneThing) {
        return new WorkingCopy(page, answers, sendingId, code, draft, shared, hidden, oneThing, fresh, places);
    }

    WorkingCopy with(Answers newAnswers, Set<Card> nowFresh) {
        return new WorkingCopy(page, newAnswers, sendingId, code, draft, shared, hidden, changing, nowFresh, places);
    }

    /** From now on it is also kept under a code. */
    WorkingCopy keptUnder(String given, DraftKey key) {
        return new WorkingCopy(
                page,
                answers,
                sendingId,
                Optional.of(given),
                Optional.of(key),
                shared,
                hidden,
                changing,
                fresh,
                places);
    }

    /** Sent: what she answered is gone from here; the code and the places that help her stay until the page is cleared. */
    public WorkingCopy sent(String given, List<String> helpedBy) {
        return new WorkingCopy(
                SENT,
                Answers.NONE,
                sendingId,
                Optional.of(given),
                Optional.empty(),
                shared,
                shared,
                false,
                Set.of(),
                helpedBy);
    }

    public boolean isSent() {
        return SENT.equals(page);
    }

    String toText() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("page", page)
                .add("sending", sendingId.toString())
                .add("answers", answers.toJson())
                .add("shared", shared)
                .add("hidden", hidden)
                .add("changing", changing)
                .add(
                        "fresh",
                        Json.createArrayBuilder(fresh.stream().map(Card::name).toList()))
                .add("places", Json.createArrayBuilder(places));
        code.ifPresent(given -> json.add("code", given));
        draft.ifPresent(kept -> json.add("draft", kept.id().toString()).add("key", kept.key()));
        return json.build().toString();
    }

    static WorkingCopy fromText(String text) {
        JsonObject json = Answers.parse(text);
        return new WorkingCopy(
                json.getString("page"),
                Answers.fromJson(json.getJsonObject("answers")),
                UUID.fromString(json.getString("sending")),
                Optional.ofNullable(json.getString("code", null)),
                Optional.ofNullable(json.getString("draft", null))
                        .map(id -> new DraftKey(UUID.fromString(id), json.getString("key"))),
                json.getBoolean("shared"),
                json.getBoolean("hidden"),
                json.getBoolean("changing"),
                json.getJsonArray("fresh").getValuesAs(JsonString.class).stream()
                        .map(card -> Card.valueOf(card.getString()))
                        .collect(Collectors.toSet()),
                json.getJsonArray("places").getValuesAs(JsonString::getString));
    }

    @Override
    public String toString() {
        return "WorkingCopy[redacted]";
    }
}
