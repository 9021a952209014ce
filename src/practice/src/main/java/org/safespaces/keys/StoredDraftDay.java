package org.safespaces.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.vault.EkId;

/** The one erasure key of all forms that were last saved on a day. */
@Entity
@Table(name = "draft_day")
class StoredDraftDay {
    @Id
    private LocalDate day;

    @Column(name = "ek_id")
    private UUID ekId;

    protected StoredDraftDay() {}

    EkId erasureKey() {
        return new EkId(ekId);
    }
}
