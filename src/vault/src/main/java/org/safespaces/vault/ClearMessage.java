package org.safespaces.vault;

import java.time.LocalDate;
import java.util.UUID;

/** A message in the clear, on its way from one set of keys to another. Closing it wipes its text. */
public record ClearMessage(UUID messageId, MessageKind kind, LocalDate day, ClearText text) implements AutoCloseable {
    @Override
    public void close() {
        text.close();
    }

    @Override
    public String toString() {
        return "ClearMessage[redacted]";
    }
}
