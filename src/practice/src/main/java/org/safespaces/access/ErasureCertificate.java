package org.safespaces.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Proof that a record was erased. It says which one by designation, and nothing of what it held.
 *
 * @param tombstones of the keys that were destroyed, as hashes in hex
 * @param unreadableFrom the day from which no backup opens it any more either
 */
public record ErasureCertificate(
        UUID id,
        String designation,
        ErasureReason reason,
        String decidedByRole,
        LocalDate erasedOn,
        LocalDate unreadableFrom,
        List<String> tombstones) {}
