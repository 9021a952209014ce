package org.safespaces.measures;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.safespaces.access.Confidential;
import org.safespaces.vault.ClearText;

/**
 * Which measures a client is asked, as she and her therapist have agreed: what the server has to know to ask them, and no answer.
 *
 * @param askings one a measure at most, in the order in which they were agreed on
 */
public record MeasurePlan(List<Asking> askings) implements Confidential {
    static final MeasurePlan NONE = new MeasurePlan(List.of());

    public MeasurePlan {
        askings = List.copyOf(askings);
    }

    public Optional<Asking> of(String measure) {
        return askings.stream()
                .filter(asking -> asking.measure().equals(measure))
                .findFirst();
    }

    MeasurePlan without(String measure) {
        return new MeasurePlan(askings.stream()
                .filter(asking -> !asking.measure().equals(measure))
                .toList());
    }

    MeasurePlan with(Asking added) {
        List<Asking> all = new ArrayList<>(without(added.measure()).askings);
        all.add(added);
        return new MeasurePlan(all);
    }

    MeasurePlan changed(UUID asking, UnaryOperator<Asking> change) {
        return new MeasurePlan(askings.stream()
                .map(each -> each.id().equals(asking) ? change.apply(each) : each)
                .toList());
    }

    ClearText written() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        askings.forEach(asking -> all.add(written(asking)));
        return ClearText.of(
                Json.createObjectBuilder().add("askings", all).build().toString());
    }

    private static JsonObjectBuilder written(Asking asking) {
        JsonArrayBuilder declined = Json.createArrayBuilder();
        asking.declined()
                .forEach(one -> declined.add(Json.createObjectBuilder()
                        .add("form", one.form().toString())
                        .add("day", one.day().toString())));
        JsonArrayBuilder told = Json.createArrayBuilder();
        asking.told().forEach(form -> told.add(form.toString()));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", asking.id().toString())
                .add("measure", asking.measure())
                .add("rhythm", asking.rhythm().name())
                .add("weeks", asking.weeks())
                .add("from", asking.from().toString())
                .add("declined", declined)
                .add("told", told);
        asking.until().ifPresent(day -> json.add("until", day.toString()));
        asking.stoppedOn().ifPresent(day -> json.add("stoppedOn", day.toString()));
        return json;
    }

    static MeasurePlan read(ClearText text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.text()))) {
            return new MeasurePlan(reader.readObject().getJsonArray("askings").getValuesAs(MeasurePlan::asking));
        }
    }

    private static Asking asking(JsonObject json) {
        return new Asking(
                UUID.fromString(json.getString("id")),
                json.getString("measure"),
                Rhythm.valueOf(json.getString("rhythm")),
                json.getInt("weeks"),
                LocalDate.parse(json.getString("from")),
                day(json, "until"),
                day(json, "stoppedOn"),
                json.getJsonArray("declined")
                        .getValuesAs((JsonObject one) -> new Asking.Declined(
                                UUID.fromString(one.getString("form")), LocalDate.parse(one.getString("day")))),
                json.getJsonArray("told").getValuesAs((JsonString form) -> UUID.fromString(form.getString())));
    }

    private static Optional<LocalDate> day(JsonObject json, String name) {
        return Optional.ofNullable(json.getString(name, null)).map(LocalDate::parse);
    }

    @Override
    public String toString() {
        return "MeasurePlan[redacted]";
    }
}
