package org.safespaces.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.UUID;

/** One act of booking, known by the key it came with. */
@Entity
@Table(name = "booking_request")
class BookingRequest {
    @Id
    @Column(name = "idem_key")
    private UUID key;

    @Column(name = "account_tag")
    private byte[] accountTag;

    @Column(name = "body_hash")
    private byte[] bodyHash;

    @Column(name = "appointment_id")
    private UUID appointmentId;

    protected BookingRequest() {}

    /** Is this the very act: the same client, asking for the same? */
    boolean is(byte[] client, byte[] asked) {
        return Arrays.equals(accountTag, client) && Arrays.equals(bodyHash, asked);
    }

    UUID appointmentId() {
        return appointmentId;
    }
}
