package org.safespaces.keys;

import static java.util.stream.Collectors.toCollection;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.safespaces.vault.ClearText;

/**
 * What one vault remembers of everybody's keys, so that a change behind its back shows at the next unlock. Sealed under
 * the vault's own seed: nobody else writes it.
 *
 * <p>Guarantee: keys once seen are compared with those shown now; a list of recipients, and the number of keys, never go
 * back. Limit: what was wrong when a vault first looked is remembered wrong, unless the words were compared. Source:
 * vault.md 6.3.
 *
 * @param pins by person
 * @param keys how many keys verified
 * @param list the newest list of recipients that was in force
 * @param waiting ids of keys that nobody had vouched for, once told of
 * @param news what she has not yet said she knows
 */
record PinSheet(Map<UUID, Pin> pins, int keys, ListPin list, Set<UUID> waiting, List<Noted> news) {

    /**
     * Keys as they were last seen.
     *
     * @param compared she compared the six words herself; else they were vouched for when she first saw them
     */
    record Pin(UUID keyId, boolean compared, LocalDate since) {}

    /** One piece of news, as it is kept: without a name. */
    record Noted(KeyNews.Kind kind, UUID personOrNull, int version, LocalDate day) {}

    PinSheet {
        pins = Map.copyOf(pins);
        waiting = Set.copyOf(waiting);
        news = List.copyOf(news);
    }

    static PinSheet blank() {
        return new PinSheet(Map.of(), 0, ListPin.NONE, Set.of(), List.of());
    }

    /** A vault's first look: everything is as it is, and nothing of it is news. */
    static PinSheet first(SeenKeys seen, Set<UUID> compared, LocalDate today) {
        return blank().after(seen, compared, today).told();
    }

    /** What is not as it was, but for keys whose words have been compared since. */
    List<Difference> differences(SeenKeys seen, Set<UUID> compared) {
        List<Difference> found = new ArrayList<>();
        new TreeMap<>(pins).forEach((person, pin) -> {
            UUID now = seen.vouched().get(person);
            if (now == null) {
                found.add(Difference.about(Difference.Kind.KEYS_GONE, person, null));
            } else if (!now.equals(pin.keyId()) && !compared.contains(now)) {
                found.add(Difference.about(Difference.Kind.KEYS_CHANGED, person, now));
            }
        });
        // keys of today that are gone have been named one by one
        if (seen.keys() < keys && found.stream().noneMatch(each -> each.kind() == Difference.Kind.KEYS_GONE)) {
            found.add(Difference.of(Difference.Kind.FEWER_KEYS));
        }
        listDifference(seen).ifPresent(found::add);
        return found;
    }

    private Optional<Difference> listDifference(SeenKeys seen) {
        ListPin expected = seen.listLogged().isNewerThan(list) ? seen.listLogged() : list;
        if (expected.isNewerThan(seen.list())) {
            return Optional.of(Difference.of(Difference.Kind.LIST_OLDER, expected.version()));
        }
        return list.isAheadOf(seen.list()) || seen.listLogged().isAheadOf(seen.list())
                ? Optional.of(Difference.of(Difference.Kind.LIST_OTHER, expected.version()))
                : Optional.empty();
    }

    /** The same with everything there is now, and what is new of it noted. Only once nothing differs. */
    PinSheet after(SeenKeys seen, Set<UUID> compared, LocalDate today) {
        Map<UUID, Pin> nowPinned = new TreeMap<>(pins);
        List<Noted> nowNews = new ArrayList<>(news);
        new TreeMap<>(seen.vouched()).forEach((person, keyId) -> {
            Pin before = pins.get(person);
            if (before == null || !before.keyId().equals(keyId)) {
                nowPinned.put(person, new Pin(keyId, compared.contains(keyId), today));
            } else if (compared.contains(keyId) && !before.compared()) {
                nowPinned.put(person, new Pin(keyId, true, today));
            }
            if (before == null) {
                nowNews.removeIf(each -> isPublishing(each, person));
            }
            if (before == null && !compared.contains(keyId)) {
                nowNews.add(new Noted(KeyNews.Kind.VOUCHED, person, 0, today));
            }
        });
        new TreeMap<>(seen.waiting()).forEach((keyId, person) -> {
            if (!waiting.contains(keyId)) {
                nowNews.add(new Noted(KeyNews.Kind.PUBLISHED, person, 0, today));
            }
        });
        boolean newerList = seen.listInForce() && seen.list().isNewerThan(list);
        if (newerList) {
            nowNews.add(new Noted(KeyNews.Kind.LIST_CHANGED, null, seen.list().version(), today));
        }
        return new PinSheet(
                nowPinned,
                Math.max(keys, seen.keys()),
                newerList ? seen.list() : list,
                seen.waiting().keySet(),
                nowNews);
    }

    /** Keys of somebody whose words she has just compared, vouched for by herself with that. */
    PinSheet comparedWith(UUID person, UUID keyId, LocalDate today) {
        Map<UUID, Pin> nowPinned = new TreeMap<>(pins);
        nowPinned.put(person, new Pin(keyId, true, today));
        List<Noted> stillNews =
                news.stream().filter(each -> !isPublishing(each, person)).toList();
        return new PinSheet(nowPinned, keys, list, waiting, stillNews);
    }

    /** That somebody made keys is no news beside the news that they are vouched for. */
    private static boolean isPublishing(Noted each, UUID person) {
        return each.kind() == KeyNews.Kind.PUBLISHED && person.equals(each.personOrNull());
    }

    /** A list she has just signed herself: no news to her. */
    PinSheet signed(ListPin inForce) {
        return new PinSheet(pins, keys, inForce, waiting, news);
    }

    /** She knows all that was new. */
    PinSheet told() {
        return new PinSheet(pins, keys, list, waiting, List.of());
    }

    boolean hasCompared(UUID person, UUID keyId) {
        Pin pin = pins.get(person);
        return pin != null && pin.compared() && pin.keyId().equals(keyId);
    }

    ClearText write() {
        JsonArrayBuilder people = Json.createArrayBuilder();
        new TreeMap<>(pins)
                .forEach((person, pin) -> people.add(Json.createObjectBuilder()
                        .add("person", person.toString())
                        .add("key", pin.keyId().toString())
                        .add("how", pin.compared() ? "compared" : "seen vouched")
                        .add("since", pin.since().toString())));
        JsonArrayBuilder unvouched = Json.createArrayBuilder();
        new TreeSet<>(waiting).forEach(keyId -> unvouched.add(keyId.toString()));
        JsonArrayBuilder untold = Json.createArrayBuilder();
        news.forEach(each -> untold.add(Json.createObjectBuilder()
                .add("what", each.kind().name())
                .add(
                        "person",
                        each.personOrNull() == null ? "" : each.personOrNull().toString())
                .add("version", each.version())
                .add("day", each.day().toString())));
        return ClearText.of(Json.createObjectBuilder()
                .add("people", people)
                .add("keys", keys)
                .add("list", list.version())
                .add("listHash", list.hash())
                .add("waiting", unvouched)
                .add("news", untold)
                .build()
                .toString());
    }

    static PinSheet read(ClearText text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.text()))) {
            JsonObject json = reader.readObject();
            Map<UUID, Pin> pins = new TreeMap<>();
            json.getJsonArray("people")
                    .getValuesAs(JsonObject.class)
                    .forEach(each -> pins.put(
                            UUID.fromString(each.getString("person")),
                            new Pin(
                                    UUID.fromString(each.getString("key")),
                                    "compared".equals(each.getString("how")),
                                    LocalDate.parse(each.getString("since")))));
            Set<UUID> waiting = json.getJsonArray("waiting").getValuesAs(jakarta.json.JsonString.class).stream()
                    .map(each -> UUID.fromString(each.getString()))
                    .collect(toCollection(TreeSet::new));
            List<Noted> news = json.getJsonArray("news").getValuesAs(JsonObject.class).stream()
                    .map(PinSheet::noted)
                    .toList();
            return new PinSheet(
                    pins,
                    json.getInt("keys"),
                    new ListPin(json.getInt("list"), json.getString("listHash")),
                    waiting,
                    news);
        }
    }

    private static Noted noted(JsonObject json) {
        String person = json.getString("person");
        return new Noted(
                KeyNews.Kind.valueOf(json.getString("what")),
                person.isEmpty() ? null : UUID.fromString(person),
                json.getInt("version"),
                LocalDate.parse(json.getString("day")));
    }
}
