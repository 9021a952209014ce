package org.safespaces.witness;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tree of hashes that only grows, as RFC 6962 has it. Of all that was added it keeps the roots of the full trees at its right edge,
 * which is all that the next leaf and the root need.
 */
final class Tree {
    static final int HASH = 32;

    private final List<byte[]> edge = new ArrayList<>();
    private long size;

    /** A tree as it was kept. Throws {@link IllegalArgumentException} when there are not as many hashes as a tree of this size has. */
    static Tree of(long size, byte[] edge) {
        if (size < 0 || edge.length != Long.bitCount(size) * HASH) {
            throw new IllegalArgumentException("no edge of a tree of " + size);
        }
        Tree tree = new Tree();
        tree.size = size;
        for (int at = 0; at < edge.length; at += HASH) {
            tree.edge.add(Arrays.copyOfRange(edge, at, at + HASH));
        }
        return tree;
    }

    /** The hash of a leaf's content. */
    static byte[] leaf(byte[] content) {
        return hash((byte) 0, content);
    }

    void add(byte[] leaf) {
        byte[] node = leaf.clone();
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            node = hash((byte) 1, edge.remove(edge.size() - 1), node);
        }
        edge.add(node);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (edge.isEmpty()) {
            return sha256().digest();
        }
        byte[] root = edge.get(edge.size() - 1);
        for (int i = edge.size() - 2; i >= 0; i--) {
            root = hash((byte) 1, edge.get(i), root);
        }
        return root.clone();
    }

    byte[] edge() {
        byte[] all = new byte[edge.size() * HASH];
        for (int i = 0; i < edge.size(); i++) {
            System.arraycopy(edge.get(i), 0, all, i * HASH, HASH);
        }
        return all;
    }

    Tree copy() {
        return of(size, edge());
    }

    private static byte[] hash(byte kind, byte[]... parts) {
        MessageDigest digest = sha256();
        digest.update(kind);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
