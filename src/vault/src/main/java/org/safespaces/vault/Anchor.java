package org.safespaces.vault;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where every chain of vouching ends: the first signing keys of the practice, as fingerprints in the server's configuration, out of
 * reach of whoever writes to the database (vault.md 6.1).
 *
 * @param fingerprints each 64 hexadecimal digits, lower case
 */
public record Anchor(Set<String> fingerprints) {
    public Anchor {
        fingerprints = Set.copyOf(fingerprints);
        if (!fingerprints.stream().allMatch(each -> each.matches("[0-9a-f]{64}"))) {
            throw new IllegalArgumentException("an anchor is a list of fingerprints of 64 hexadecimal digits");
        }
    }

    /** The anchor of these keys. */
    public static Anchor of(PublicKeys... keys) {
        return new Anchor(Arrays.stream(keys).map(Anchor::fingerprint).collect(Collectors.toSet()));
    }

    /** Reads the configured value: fingerprints with commas between. Blank is an anchor that nobody's chain ends at. */
    public static Anchor parse(String commaSeparated) {
        return new Anchor(Stream.of(commaSeparated.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet()));
    }

    /** What {@link #parse} reads. */
    public String text() {
        return String.join(",", new TreeSet<>(fingerprints));
    }

    /** The full fingerprint of a signing key: SHA-256, in hexadecimal. */
    public static String fingerprint(PublicKeys keys) {
        byte[] hash = Bytes.sha256(
                LengthPrefix.of(Labels.ANCHOR).bytes(keys.signKey()).done());
        return java.util.HexFormat.of().formatHex(hash);
    }

    boolean holds(PublicKeys keys) {
        return fingerprints.contains(fingerprint(keys));
    }
}
