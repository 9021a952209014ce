package org.safespaces.audit;

/**
 * What the head of a part of a case's record was when it had grown, as the log keeps it.
 *
 * @param items how many versions had been added until then
 * @param hash over all of them
 */
@SuppressWarnings("ArrayRecordComponent")
public record LoggedHead(long items, byte[] hash) {
    public LoggedHead {
        hash = hash.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }
}
