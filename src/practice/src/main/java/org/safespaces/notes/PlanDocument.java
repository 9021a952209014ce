package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safespaces.people.Ids;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;

/** The text that is sealed for a staying-safe plan, and for the copy of it that its client opens. */
final class PlanDocument {
    private PlanDocument() {}

    static ClearText write(StayingSafe plan) {
        return ClearText.of(json(plan).build().toString());
    }

    /**
     * The copy says by itself of which day it is, and of whom she has it.
     *
     * @param by the therapist who shares it
     */
    static ClearText copy(StayingSafe plan, LocalDate day, TherapistId by) {
        return ClearText.of(json(plan)
                .add("shared", day.toString())
                .add("by", by.value().toString())
                .build()
                .toString());
    }

    private static JsonObjectBuilder json(StayingSafe plan) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("noticing", Json.createArrayBuilder(plan.noticing()))
                .add("myself", Json.createArrayBuilder(plan.myself()))
                .add("elsewhere", Json.createArrayBuilder(plan.elsewhere()))
                .add("people", people(plan))
                .add("services", Json.createArrayBuilder(plan.services()))
                .add("others", Json.createArrayBuilder(plan.others()))
                .add("safer", Json.createArrayBuilder(plan.safer()))
                .add("keeping", plan.keeping().name())
                .add("found", plan.found())
                .add("ended", plan.ended());
        plan.review().ifPresent(day -> json.add("review", day.toString()));
        return json;
    }

    private static JsonArrayBuilder people(StayingSafe plan) {
        JsonArrayBuilder people = Json.createArrayBuilder();
        plan.people()
                .forEach(person -> people.add(Json.createObjectBuilder()
                        .add("name", person.name())
                        .add("way", person.way())
                        .add("knows", person.knows().name())));
        return people;
    }

    static StayingSafe read(ClearText text) {
        return read(NoteDocument.parse(text));
    }

    /** Empty for what no server of ours has written. */
    static Optional<SharedPlan> readCopy(ClearText text) {
        return NoteDocument.ifOurs(
                text,
                json -> Optional.of(new SharedPlan(
                        read(json),
                        LocalDate.parse(json.getString("shared")),
                        new TherapistId(Ids.parse(json.getString("by"))))));
    }

    private static StayingSafe read(JsonObject json) {
        return new StayingSafe(
                lines(json, "noticing"),
                lines(json, "myself"),
                lines(json, "elsewhere"),
                json.getJsonArray("people").getValuesAs(JsonObject.class).stream()
                        .map(person -> new PlanPerson(
                                person.getString("name"),
                                person.getString("way"),
                                PlanPerson.Knows.valueOf(person.getString("knows"))))
                        .toList(),
                lines(json, "services"),
                lines(json, "others"),
                lines(json, "safer"),
                StayingSafe.Keeping.valueOf(json.getString("keeping")),
                json.getString("found"),
                Optional.ofNullable(json.getString("review", null)).map(LocalDate::parse),
                json.getBoolean("ended"));
    }

    private static List<String> lines(JsonObject json, String step) {
        return json.getJsonArray(step).getValuesAs(JsonString::getString);
    }
}
