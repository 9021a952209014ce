package org.safespaces.audit;

/**
 * How far something had come, as the log keeps it: the head of a part of a case's record when it had grown, or the newest
 * version of something that is followed by versions.
 *
 * @param items how many versions had been added until then; of something with versions, the number of this one
 * @param hash over all of them; of something with versions, over this one
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
