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
        MessageDigest sha256 = sha256();
        if (frontier.length == 0) {
            return sha256.digest();
        }
        byte[] root = part(frontier.length - HASH);
        for (int at = frontier.length - 2 * HASH; at >= 0; at -= HASH) {
            sha256.update((byte) 1);
            sha256.update(part(at));
            root = sha256.digest(root);
        }
        return root;
    }

    private byte[] part(int at) {
        return Arrays.copyOfRange(frontier, at, at + HASH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
