package org.safespaces.web.therapist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.NoteChanged;
import org.safespaces.people.RecordRests;
import org.safespaces.web.frame.Exchange;

/**
 * A form whose fields are sealed together, for one request: what stands in them, what is wrong with them, and why it could not be kept.
 * Whatever happens, what was typed is shown again.
 */
public final class SealedForm {
    private static final String BUNDLE = "reports";

    private final Exchange exchange;
    private final Map<String, String> shown;
    private final Map<String, String> errors = new HashMap<>();
    private boolean locked;
    private boolean changed;

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    SealedForm(Exchange exchange, Map<String, String> shown) {
        this.exchange = exchange;
        this.shown = shown;
    }

    /** What stands in a field: what was typed, else what was kept. */
    String in(String field) {
        return exchange.isPost()
                ? exchange.parameter(field)
                        .map(text -> text.replace("\r\n", "\n").replace("\u0000", ""))
                        .orElse("")
                : shown.getOrDefault(field, "");
    }

    String wrong(String field) {
        return errors.getOrDefault(field, "");
    }

    boolean isFine() {
        return errors.isEmpty();
    }

    void complain(String field, String key, Object... values) {
        complainOf(field, String.format(exchange.text(BUNDLE, key), values));
    }

    /** The same, in words that the page brings. */
    void complainOf(String field, String said) {
        if (!errors.containsKey(field)) {
            errors.put(field, said);
            exchange.complainAt(field, said);
        }
    }

    String text(String field, int longest) {
        String typed = in(field);
        if (typed.length() > longest) {
            complain(field, "error.long", longest);
        } else if (typed.contains("data:image") || typed.matches("(?s).*[A-Za-z0-9+/=]{1500,}.*")) {
            complain(field, "error.picture");
        }
        return typed;
    }

    Optional<LocalDate> day(String field) {
        if (in(field).isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = TypedForm.readDay(in(field));
        if (day.isEmpty()) {
            complain(field, "error.day");
        }
        return day;
    }

    /** One of the values of an enum; of nothing that can be read, the first, and it is complained of. */
    <E extends Enum<E>> E one(String field, E[] values) {
        Optional<E> chosen = Arrays.stream(values)
                .filter(each -> each.name().equals(in(field)))
                .findFirst();
        if (chosen.isEmpty()) {
            complain(field, "error.choose");
        }
        return chosen.orElse(values[0]);
    }

    <E extends Enum<E>> List<Choice> choices(String field, E[] values, String key) {
        return Arrays.stream(values)
                .map(each -> new Choice(
                        each.name(),
                        exchange.text(BUNDLE, key + each.name()),
                        each.name().equals(in(field))))
                .toList();
    }

    /** What is typed is sealed, or stays on the page with the reason. */
    void keep(Runnable sealing) {
        try {
            sealing.run();
        } catch (VaultLocked meanwhile) {
            locked = true;
        } catch (NoteChanged meanwhile) {
            changed = true;
        } catch (RecordRests meanwhile) {
            exchange.complainAt(null, exchange.text("rights", "rests.error"));
        } catch (DoesNotOpen | KeystoreUnavailable notNow) {
            exchange.complainAt(null, exchange.text(BUNDLE, "error.later"));
        }
    }

    /** The vault has locked while something was typed. */
    boolean isLocked() {
        return locked;
    }

    /** There is a newer version than the one this was typed upon. */
    boolean isChanged() {
        return changed;
    }
}
