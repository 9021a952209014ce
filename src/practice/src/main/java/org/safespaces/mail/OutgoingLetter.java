package org.safespaces.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.vault.SealedText;

/** A letter in the outbox. Whom it is for stands sealed; what it says is one of a fixed set. */
@Entity
@Table(name = "outbox")
class OutgoingLetter {
    /** How long after a failure it is tried again, time after time. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));

    @Id
    private UUID id;

    @Column(name = "subject_id")
    private UUID subjectId;

    private SealedText addressee;

    @Column(name = "addressee_tag")
    private byte[] addresseeTag;

    @Enumerated(EnumType.STRING)
    private Letter letter;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "not_after")
    private Instant notAfter;

    private Instant aim;

    private short attempts;

    @Enumerated(EnumType.STRING)
    private LetterState state;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected OutgoingLetter() {}

    OutgoingLetter(UUID id, SealedText addressee, byte[] addresseeTag, Letter letter, UUID subject, Times times) {
        this.id = id;
        this.subjectId = subject;
        this.addressee = addressee;
        this.addresseeTag = addresseeTag.clone();
        this.letter = letter;
        this.channel = Channel.MAIL;
        this.notBefore = times.notBefore();
        this.notAfter = times.notAfter();
        this.aim = times.aim().orElse(null);
        this.state = LetterState.WAITING;
    }

    /**
     * When it is to go.
     *
     * @param notBefore when it is looked at first
     * @param aim for a reminder, the moment it is meant for
     */
    record Times(Instant notBefore, Instant notAfter, Optional<Instant> aim) {}

    /** Not now: it is looked at again then. */
    void waitUntil(Instant then) {
        this.notBefore = then;
    }

    void sent(Instant now) {
        end(LetterState.SENT, now);
    }

    void drop(Instant now) {
        end(LetterState.DROPPED, now);
    }

    /**
     * It did not go: again after a while, or never.
     *
     * @return whether it is tried again
     */
    boolean failed(Instant now) {
        attempts++;
        if (attempts <= PAUSES.size()) {
            Instant again = now.plus(PAUSES.get(attempts - 1));
            if (!again.isAfter(notAfter)) {
                waitUntil(again);
                return true;
            }
        }
        end(LetterState.DEAD, now);
        return false;
    }

    private void end(LetterState how, Instant now) {
        this.state = how;
        this.endedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID subject() {
        return subjectId;
    }

    SealedText addressee() {
        return addressee;
    }

    byte[] addresseeTag() {
        return addresseeTag.clone();
    }

    Letter letter() {
        return letter;
    }

    Instant notAfter() {
        return notAfter;
    }

    /** The moment a reminder is meant for; empty for any other letter. */
    Optional<Instant> aim() {
        return Optional.ofNullable(aim);
    }

    LetterState state() {
        return state;
    }

    Instant notBefore() {
        return notBefore;
    }
}
