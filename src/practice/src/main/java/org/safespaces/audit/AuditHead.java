package org.safespaces.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** How far the tree of the log has come: one row, which the database keeps. */
@Entity
@Table(name = "audit_head")
class AuditHead {
    private static final int HASH = 32;

    @Id
    private boolean one;

    private long size;
    private byte[] frontier;

    protected AuditHead() {}

    long size() {
        return size;
    }

    /** The hash over the whole tree, as RFC 6962 has it. */
    byte[] root() {
        if (frontier.length == 0) {
            return sha256(frontier);
        }
        byte[] root = Arrays.copyOfRange(frontier, frontier.length - HASH, frontier.length);
        for (int at = frontier.length - 2 * HASH; at >= 0; at -= HASH) {
            byte[] node = new byte[1 + 2 * HASH];
            node[0] = 1;
            System.arraycopy(frontier, at, node, 1, HASH);
            System.arraycopy(root, 0, node, 1 + HASH, HASH);
            root = sha256(node);
        }
        return root;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
