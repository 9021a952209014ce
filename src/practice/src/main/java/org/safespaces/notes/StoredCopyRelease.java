package org.safespaces.notes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.safespaces.people.TherapistId;

/** That a copy was handed over; never changed. */
@Entity
@Table(name = "copy_release")
class StoredCopyRelease {
    @Id
    private UUID id;

    @Column(name = "request_id")
    private UUID requestId;

    @Column(name = "released_on")
    private LocalDate releasedOn;

    @Column(name = "released_by")
    private UUID releasedBy;

    private int shared;
    private int redacted;
    private int withheld;

    @Column(name = "file_hash")
    private byte[] fileHash;

    protected StoredCopyRelease() {}

    StoredCopyRelease(UUID id, UUID requestId, CopyRelease release) {
        this.id = id;
        this.requestId = requestId;
        this.releasedOn = release.on();
        this.releasedBy = release.by().value();
        this.shared = release.shared();
        this.redacted = release.redacted();
        this.withheld = release.withheld();
        this.fileHash = HexFormat.of().parseHex(release.fileHash());
    }

    UUID requestId() {
        return requestId;
    }

    CopyRelease summary() {
        return new CopyRelease(
                releasedOn,
                new TherapistId(releasedBy),
                shared,
                redacted,
                withheld,
                HexFormat.of().formatHex(fileHash));
    }
}
