package org.safespaces.witness;

import java.sql.SQLException;
import java.time.Instant;

/** The log as the signer reads it, and where it puts what it has to say. */
interface Log {
    /** All that was added from a number on, in order, and how far it comes: one picture, however much is added meanwhile. */
    Head read(long from, Reader reader) throws SQLException;

    /** Publishes what was signed. */
    void publish(Tree tree, Instant at, String note) throws SQLException;

    /** Tells that something is not as it was; not signed, because nobody can prove who tells it. */
    void tell(Finding finding, long seq, Instant at) throws SQLException;

    /** How many leaves the database says there are, and the root it has for them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Head(long size, byte[] root) {}

    /** Takes one leaf after the other. */
    @FunctionalInterface
    interface Reader {
        /**
         * Looks at a leaf.
         *
         * @param stored the hash as it stands in the tree
         * @param body what the line of the log comes to; {@code null} where there is none
         */
        void leaf(long seq, byte[] stored, byte[] body);
    }
}
