package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.OpenIntake;
import org.safespaces.intake.Question;
import org.safespaces.notes.CopyItem;
import org.safespaces.notes.CopyText;
import org.safespaces.notes.ItemKind;
import org.safespaces.people.People;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.home.FormWords;

/**
 * How the entries of a record read in a copy of it. Each kind of entry is a document of named parts; a part is shown under its name in
 * words, so that whatever is added to a record one day is not left out of a copy for want of a page.
 */
@RequestScoped
public class CopyWords implements CopyText {
    private static final String BUNDLE = "rights";

    /** What is ours and says nothing of hers: ids, hashes, and what stands beside the text anyway. */
    private static final Set<String> TECHNICAL = Set.of(
            "class",
            "template",
            "standing",
            "appointment",
            "beside",
            "definition",
            "hash",
            "of",
            "day",
            "at",
            "request",
            "item",
            "consent",
            "acknowledged",
            "finished",
            "shared");

    @Inject
    private Intakes intakes;

    @Inject
    private FormWords forms;

    @Inject
    private People people;

    @Inject
    private Exchange exchange;

    @Override
    public String title(CopyItem item) {
        return exchange.text(BUNDLE, "copy.kind." + item.kind().name()) + ", " + Days.dated(item.day());
    }

    @Override
    public String text(CopyItem item) {
        return item.versions().stream()
                .map(version -> heading(item, version) + "\n" + said(item.kind(), version.document()))
                .collect(Collectors.joining("\n\n"));
    }

    private String heading(CopyItem item, CopyItem.Version version) {
        String by = people.therapist(version.author()).shownName();
        return item.versions().size() == 1
                ? String.format(exchange.text(BUNDLE, "copy.version"), Days.dated(version.day()), by)
                : String.format(
                        exchange.text(BUNDLE, "copy.version.of"), version.number(), Days.dated(version.day()), by);
    }

    @Override
    public String head(int shared, int redacted, int withheld) {
        return exchange.text(BUNDLE, "copy.file.h1") + "\n\n"
                + exchange.counted(BUNDLE, "copy.file.shared", shared + redacted) + "\n"
                + exchange.counted(BUNDLE, "copy.file.redacted", redacted) + "\n"
                + exchange.counted(BUNDLE, "copy.file.withheld", withheld) + "\n\n"
                + exchange.text(BUNDLE, "copy.file.rights");
    }

    private String said(ItemKind kind, String document) {
        if (kind == ItemKind.INTAKE) {
            return answers(document, Question.Part.CLINICAL);
        }
        if (kind == ItemKind.CONTACT) {
            return answers(document, Question.Part.IDENTITY);
        }
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            List<String> lines = new ArrayList<>();
            write(lines, reader.readObject());
            return String.join("\n", lines);
        } catch (JsonException plainText) {
            return document;
        }
    }

    /** The enquiry as it was sent, with the questions of its own form. */
    private String answers(String document, Question.Part part) {
        OpenIntake sent = intakes.reread(document);
        return sent.answered(part).stream()
                .map(question -> forms.of(question.id() + ".short") + ": " + forms.answer(question, sent.answers()))
                .collect(Collectors.joining("\n"));
    }

    private void write(List<String> lines, JsonObject json) {
        json.forEach((name, value) -> {
            if (!TECHNICAL.contains(name)) {
                write(lines, name, value);
            }
        });
    }

    private void write(List<String> lines, String name, JsonValue value) {
        if (value instanceof JsonObject inner) {
            write(lines, inner);
        } else if (value instanceof JsonArray many) {
            many.forEach(one -> write(lines, name, one));
        } else {
            String said = said(value);
            if (!said.isBlank()) {
                lines.add(exchange.lookUp(BUNDLE, "copy.field." + name)
                                .map(label -> label + ": ")
                                .orElse("")
                        + said);
            }
        }
    }

    private String said(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> word(((JsonString) value).getString());
            case NUMBER -> ((JsonNumber) value).toString();
            case TRUE -> exchange.text(BUNDLE, "copy.yes");
            case FALSE -> exchange.text(BUNDLE, "copy.no");
            default -> "";
        };
    }

    /** Ids say nothing; of what is one of a fixed list the name says enough. */
    private static String word(String said) {
        if (said.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return "";
        }
        return said.matches("[A-Z][A-Z_]{2,40}") ? said.toLowerCase(Locale.UK).replace('_', ' ') : said;
    }
}
