package org.safespaces.vault;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Who receives new enquiries, as it is signed.
 *
 * @param tenantId the practice
 * @param listVersion counts up from 1
 * @param previousHash {@link #hash} of the list before, 64 zero bytes for the first
 * @param recipients in any order; kept sorted
 */
@SuppressWarnings("ArrayRecordComponent")
public record RecipientListBody(UUID tenantId, int listVersion, byte[] previousHash, List<Recipient> recipients) {
    public RecipientListBody {
        previousHash = previousHash.clone();
        recipients = recipients.stream()
                .sorted(Comparator.comparing(Recipient::personId, Ids.ORDER).thenComparing(Recipient::keyId, Ids.ORDER))
                .toList();
    }

    @Override
    public byte[] previousHash() {
        return previousHash.clone();
    }

    /** What the next list names as the one before. */
    public byte[] hash() {
        return Bytes.sha512(payload());
    }

    byte[] payload() {
        LengthPrefix payload =
                LengthPrefix.of(Labels.RECIPIENTS).id(tenantId).u32(listVersion).bytes(previousHash);
        recipients.forEach(each -> payload.id(each.personId()).id(each.keyId()));
        return payload.done();
    }
}
