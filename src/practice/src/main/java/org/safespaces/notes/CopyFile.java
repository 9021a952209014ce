package org.safespaces.notes;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.safespaces.access.Confidential;

/**
 * A copy of a record while it is made: to be read, and beside it, inside the same locked file, for another system to read. Nothing of an
 * entry that was left out is in it, its title neither.
 */
final class CopyFile implements Confidential {
    private final LocalDate day;
    private final String by;
    private final CopyText words;
    private final StringBuilder said = new StringBuilder();
    private final JsonArrayBuilder items = Json.createArrayBuilder();
    private int shared;
    private int redacted;
    private int withheld;

    CopyFile(LocalDate day, String by, CopyText words) {
        this.day = day;
        this.by = by;
        this.words = words;
    }

    /** Throws {@link NotReviewed} where nobody has decided. */
    void add(CopyItem item) {
        switch (item.decision().orElseThrow(NotReviewed::new)) {
            case SHARE -> {
                shared++;
                write(item, words.text(item), false);
            }
            case REDACT -> {
                redacted++;
                write(item, item.choice().orElseThrow().text(), true);
            }
            case WITHHOLD -> withheld++;
        }
    }

    private void write(CopyItem item, String text, boolean changed) {
        String title = words.title(item);
        said.append("\n\n").append(title).append("\n\n").append(text);
        items.add(Json.createObjectBuilder()
                .add("kind", item.kind().name())
                .add("day", item.day().toString())
                .add("title", title)
                .add("text", text)
                .add("wordsTakenOut", changed));
    }

    /** The file, which opens with the phrase. */
    byte[] locked(String phrase) {
        String whole = words.head(shared, redacted, withheld) + said;
        byte[] data = Json.createObjectBuilder()
                .add("made", day.toString())
                .add("by", by)
                .add("leftOut", withheld)
                .add("entries", items)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        return PdfLetter.locked(day, whole, by, phrase, data);
    }

    int shared() {
        return shared;
    }

    int redacted() {
        return redacted;
    }

    int withheld() {
        return withheld;
    }

    @Override
    public String toString() {
        return "CopyFile[redacted]";
    }
}
