package org.safespaces.signposting;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Reads the reviewed file, and refuses what does not belong: an unknown level, heading or nation stops the start. */
final class SignpostFile {

    private SignpostFile() {}

    static List<SupportOrganisation> read(String resource) {
        try (InputStream file = SignpostFile.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not in the archive");
            }
            try (JsonReader reader = Json.createReader(file)) {
                return reader.readObject().getJsonArray("organisations").getValuesAs(SignpostFile::organisation);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SupportOrganisation organisation(JsonObject row) {
        JsonObject facts = row.getJsonObject("facts");
        return new SupportOrganisation(
                row.getString("id"),
                row.getString("name"),
                row.getString("plain"),
                row.getString("what"),
                new Audience(row.getString("audience"), age(row, "minAge"), age(row, "maxAge")),
                row.getString("nations").chars().mapToObj(Nation::of).collect(toUnmodifiableSet()),
                Set.copyOf(row.getJsonArray("situations").getValuesAs(JsonString::getString)),
                Heading.valueOf(row.getString("heading")),
                row.getBoolean("free", false),
                fact(facts, "phone"),
                fact(facts, "text"),
                fact(facts, "web"),
                fact(facts, "email"),
                fact(facts, "hours"),
                row.getString("source"));
    }

    private static Integer age(JsonObject row, String name) {
        JsonNumber age = row.isNull(name) ? null : row.getJsonNumber(name);
        return age == null ? null : age.intValueExact();
    }

    private static Fact fact(JsonObject facts, String name) {
        if (!facts.containsKey(name)) {
            return null;
        }
        JsonObject fact = facts.getJsonObject(name);
        String verifiedOn = fact.getString("verifiedOn", null);
        return new Fact(
                fact.getString("value"),
                Fact.Level.valueOf(fact.getString("level")),
                verifiedOn == null ? null : LocalDate.parse(verifiedOn),
                fact.getString("verifiedBy", null));
    }
}
