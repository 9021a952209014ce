package org.safespaces.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.safespaces.vault.SealedText;

/** A letter that waits. Whom it is for stands sealed; what it says is one of a fixed set. */
@Entity
@Table(name = "outgoing_letter")
class OutgoingLetter {
    private static final int LONGEST_PAUSE_MINUTES = 240;

    @Id
    private UUID id;

    private SealedText addressee;

    @Enumerated(EnumType.STRING)
    private Letter letter;

    @Column(name = "due_at")
    private Instant dueAt;

    private int tries;

    protected OutgoingLetter() {}

    OutgoingLetter(UUID id, SealedText addressee, Letter letter, Instant dueAt) {
        this.id = id;
        this.addressee = addressee;
        this.letter = letter;
        this.dueAt = dueAt;
    }

    UUID id() {
        return id;
    }

    SealedText addressee() {
        return addressee;
    }

    Letter letter() {
        return letter;
    }

    /** It did not go: again later, each time a little later. */
    void failed(Instant now) {
        tries++;
        dueAt = now.plus(Duration.ofMinutes(Math.min(LONGEST_PAUSE_MINUTES, 1L << Math.min(8, tries))));
    }
}
