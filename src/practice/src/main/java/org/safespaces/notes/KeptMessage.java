package org.safespaces.notes;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;

/**
 * A message of a case, opened for whoever may read it.
 *
 * @param hers she wrote it; else somebody of the practice
 * @param day when it was written; where it does not open, when it was put into the case
 * @param by which therapist wrote it, if one did
 * @param said empty where it does not open
 * @param whole whether the messages around it match their seal
 */
public record KeptMessage(boolean hers, LocalDate day, Optional<TherapistId> by, Optional<String> said, boolean whole)
        implements Confidential {
    private static final String FROM_HER = "FROM_VISITOR";

    static KeptMessage read(ClearText text, boolean whole) {
        JsonObject json = NoteDocument.parse(text);
        return new KeptMessage(
                FROM_HER.equals(json.getString("from")),
                LocalDate.parse(json.getString("day")),
                Optional.ofNullable(json.getString("by", null))
                        .map(UUID::fromString)
                        .map(TherapistId::new),
                Optional.of(json.getString("said")),
                whole);
    }

    static KeptMessage closed(LocalDate day) {
        return new KeptMessage(false, day, Optional.empty(), Optional.empty(), false);
    }

    @Override
    public String toString() {
        return "KeptMessage[redacted]";
    }
}
