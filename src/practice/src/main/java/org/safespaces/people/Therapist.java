package org.safespaces.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.vault.SealedText;

/** Someone who helps. Comes into being when she first signs in with the role. */
@Entity
class Therapist {
    static final ZoneId USUAL_ZONE = ZoneId.of("Europe/London");

    @Id
    private UUID id;

    @Column(name = "account_tag")
    private byte[] accountTag;

    @Column(name = "shown_name")
    private String shownName;

    private SealedText mail;
    private String zone;
    private LocalDate since;

    protected Therapist() {}

    Therapist(UUID id, byte[] accountTag, String shownName, LocalDate since) {
        this.id = Objects.requireNonNull(id);
        this.accountTag = accountTag.clone();
        this.shownName = Objects.requireNonNull(shownName);
        this.zone = USUAL_ZONE.getId();
        this.since = Objects.requireNonNull(since);
    }

    TherapistId id() {
        return new TherapistId(id);
    }

    void writeTo(SealedText address) {
        this.mail = address;
    }

    Optional<SealedText> mail() {
        return Optional.ofNullable(mail);
    }

    TherapistSummary summary() {
        return new TherapistSummary(id(), shownName, ZoneId.of(zone));
    }
}
