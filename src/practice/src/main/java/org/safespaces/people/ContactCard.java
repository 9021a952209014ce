package org.safespaces.people;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safespaces.vault.ClearText;

/**
 * What the server knows of how a client may be reached, and nothing else of her. Until it has been confirmed, and while anything stops
 * letters, none goes to her.
 *
 * @param stops why letters rest; empty when they do not
 * @param confirmedOn when her therapist last confirmed it; empty before the first time
 */
public record ContactCard(ContactTerms terms, Set<Stop> stops, Optional<LocalDate> confirmedOn) {
    /** Why no letter goes. Each is taken back by a therapist, and by nothing else. */
    public enum Stop {
        /** Somebody else may be in her mail or phone. */
        FROZEN,
        /** The same, and she has said so herself. */
        STOPPED,
        /** She could not come because it was not safe: safe contact is checked first. */
        PAUSED
    }

    public ContactCard {
        stops = Set.copyOf(stops);
    }

    /** Of somebody of whom nothing has been confirmed. */
    static ContactCard blank() {
        return new ContactCard(ContactTerms.nothing(), Set.of(), Optional.empty());
    }

    ContactCard confirmed(ContactTerms agreed, LocalDate today) {
        return new ContactCard(agreed, stops, Optional.of(today));
    }

    ContactCard stopped(Stop stop) {
        Set<Stop> all = EnumSet.of(stop);
        all.addAll(stops);
        return new ContactCard(terms, all, confirmedOn);
    }

    ContactCard resumed() {
        return new ContactCard(terms, Set.of(), confirmedOn);
    }

    /** Is it so long since it was confirmed that she is to be asked again? */
    public boolean isDue(Period confirmedFor, LocalDate today) {
        return confirmedOn
                .map(day -> day.plus(confirmedFor))
                .filter(day -> !day.isAfter(today))
                .isPresent();
    }

    public boolean isConfirmed() {
        return confirmedOn.isPresent();
    }

    /** May a letter go to her at all? */
    public boolean lets() {
        return isConfirmed() && stops.isEmpty() && terms.mail().isPresent();
    }

    ClearText written() {
        JsonArrayBuilder times = Json.createArrayBuilder();
        terms.times()
                .parts()
                .forEach(part ->
                        times.add(part.day().getValue() + part.part().name().substring(0, 1)));
        JsonArrayBuilder stopped = Json.createArrayBuilder();
        stops.forEach(stop -> stopped.add(stop.name()));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("text", terms.text())
                .add("call", terms.call())
                .add("voicemail", terms.voicemail())
                .add("always", terms.times().always())
                .add("times", times)
                .add("othersRead", terms.othersRead())
                .add("first", terms.reminders().first())
                .add("second", terms.reminders().second())
                .add("timeSaid", terms.reminders().timeSaid())
                .add("stops", stopped);
        terms.mail().ifPresent(mail -> json.add("mail", mail));
        confirmedOn.ifPresent(day -> json.add("confirmedOn", day.toString()));
        return ClearText.of(json.build().toString());
    }

    static ContactCard read(ClearText text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.text()))) {
            JsonObject json = reader.readObject();
            return new ContactCard(
                    terms(json),
                    json.getJsonArray("stops").getValuesAs(JsonString.class).stream()
                            .map(stop -> Stop.valueOf(stop.getString()))
                            .collect(Collectors.toSet()),
                    Optional.ofNullable(json.getString("confirmedOn", null)).map(LocalDate::parse));
        }
    }

    private static ContactTerms terms(JsonObject json) {
        return new ContactTerms(
                Optional.ofNullable(json.getString("mail", null)),
                json.getBoolean("text"),
                json.getBoolean("call"),
                json.getBoolean("voicemail"),
                new SafeTimes(
                        json.getBoolean("always"),
                        json.getJsonArray("times").getValuesAs(JsonString.class).stream()
                                .map(part -> part(part.getString()))
                                .collect(Collectors.toSet())),
                json.getBoolean("othersRead"),
                new ReminderWish(json.getBoolean("first"), json.getBoolean("second"), json.getBoolean("timeSaid")));
    }

    private static SafeTimes.Part part(String written) {
        PartOfDay part = EnumSet.allOf(PartOfDay.class).stream()
                .filter(each -> each.name().charAt(0) == written.charAt(1))
                .findFirst()
                .orElseThrow();
        return new SafeTimes.Part(DayOfWeek.of(written.charAt(0) - '0'), part);
    }

    @Override
    public String toString() {
        return "ContactCard[redacted]";
    }
}
