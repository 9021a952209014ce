package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.vault.EkId;

/** An erasure key that nothing needs any more, and that is not destroyed yet. */
@Entity
@Table(name = "ending_key")
class EndingKey {
    @Id
    @Column(name = "ek_id")
    private UUID ekId;

    private LocalDate since;

    protected EndingKey() {}

    EndingKey(EkId key, LocalDate since) {
        this.ekId = key.value();
        this.since = since;
    }

    EkId key() {
        return new EkId(ekId);
    }
}
