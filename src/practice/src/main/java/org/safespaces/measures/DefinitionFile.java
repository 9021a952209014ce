package org.safespaces.measures;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safespaces.measures.Definition.Band;
import org.safespaces.measures.Definition.Cluster;
import org.safespaces.measures.Definition.OpenFact;
import org.safespaces.measures.Definition.Scale;
import org.safespaces.measures.Definition.Threshold;

/** Reads the data file of a measure, and the file of words that a practice adds where the words are not ours to give out. */
final class DefinitionFile {
    private DefinitionFile() {}

    static Definition packed(String name) {
        try (InputStream in = DefinitionFile.class.getResourceAsStream("/measures/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the archive");
            }
            return read(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Definition read(byte[] file) {
        JsonObject json = parsed(file);
        return new Definition(
                json.getString("measure"),
                json.getInt("version"),
                hash(file),
                json.getString("title"),
                json.getString("licence"),
                json.getString("credit", ""),
                json.getBoolean("offered"),
                new Scale(json.getInt("least"), json.getInt("most")),
                json.containsKey("items") ? json.getJsonArray("items").size() : json.getInt("itemCount"),
                json.containsKey("items") ? Optional.of(text(json)) : Optional.empty(),
                numbers(json, "reversed"),
                numbers(json, "doesNotApply"),
                json.getBoolean("oneEstimated", false),
                json.getInt("highest"),
                json.getJsonArray("bands")
                        .getValuesAs((JsonObject band) ->
                                new Band(band.getInt("from"), band.getString("range"), band.getString("word"))),
                threshold(json),
                array(json, "clusters")
                        .getValuesAs((JsonObject cluster) -> new Cluster(
                                cluster.getString("name"),
                                cluster.getInt("first"),
                                cluster.getInt("last"),
                                cluster.getInt("needs"))),
                json.getInt("countsFrom", 0),
                json.containsKey("safetyItem") ? Optional.of(json.getInt("safetyItem")) : Optional.empty(),
                array(json, "toCheck")
                        .getValuesAs(
                                (JsonObject open) -> new OpenFact(open.getString("fact"), open.getString("what"))));
    }

    /** The words alone, as a practice adds them; they must be as many as the measure has items and answers. */
    static MeasureText words(byte[] file, Definition of) {
        MeasureText text = text(parsed(file));
        if (text.items().size() != of.items()
                || text.answers().size() != of.scale().most() - of.scale().least() + 1) {
            throw new IllegalStateException("the words added for " + of.title() + " are not as many as it has");
        }
        return text;
    }

    private static MeasureText text(JsonObject json) {
        Optional<MeasureText.Extra> extra = Optional.ofNullable(json.getJsonObject("extra"))
                .map(one -> new MeasureText.Extra(one.getString("question"), strings(one, "answers")));
        return new MeasureText(
                json.getString("period", ""),
                json.getString("instruction"),
                json.getString("about", ""),
                strings(json, "items"),
                strings(json, "answers"),
                extra);
    }

    private static Optional<Threshold> threshold(JsonObject json) {
        return Optional.ofNullable(json.getJsonObject("threshold"))
                .map(one -> new Threshold(one.getInt("from"), one.getInt("to")));
    }

    private static List<String> strings(JsonObject json, String name) {
        return List.copyOf(json.getJsonArray(name).getValuesAs(JsonString::getString));
    }

    private static Set<Integer> numbers(JsonObject json, String name) {
        return Set.copyOf(array(json, name).getValuesAs(JsonNumber::intValueExact));
    }

    private static JsonArray array(JsonObject json, String name) {
        return json.containsKey(name) ? json.getJsonArray(name) : JsonArray.EMPTY_JSON_ARRAY;
    }

    private static JsonObject parsed(byte[] file) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(file))) {
            return reader.readObject();
        }
    }

    static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException(every);
        }
    }
}
