package org.safespaces.signposting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A check of a fact, as it was made. It never changes. */
@Entity
@Table(name = "signpost_check")
class StoredCheck {
    @Id
    private UUID id;

    private String place;

    private String fact;

    private String value;

    @Column(name = "checked_on")
    private LocalDate checkedOn;

    @Column(name = "checked_at")
    private Instant checkedAt;

    @Column(name = "checked_by")
    private UUID checkedBy;

    protected StoredCheck() {}

    StoredCheck(SignpostCheck check, Instant now) {
        this.id = UUID.randomUUID();
        this.place = check.place();
        this.fact = check.fact();
        this.value = check.value();
        this.checkedOn = check.on();
        this.checkedAt = now;
        this.checkedBy = check.by();
    }

    SignpostCheck check() {
        return new SignpostCheck(place, fact, value, checkedOn, checkedBy);
    }
}
