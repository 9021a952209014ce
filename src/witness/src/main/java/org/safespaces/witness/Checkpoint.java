package org.safespaces.witness;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a log had come when a signer looked, with its signature: a signed note of C2SP, whose text is name, size, root and time, a
 * line each.
 */
@SuppressWarnings("ArrayRecordComponent")
record Checkpoint(String name, long size, byte[] root, String at, String text, byte[] keyHash, byte[] signature) {
    private static final Pattern NOTE =
            Pattern.compile("((?<name>[a-z0-9./-]{1,60})\n(?<size>0|[1-9][0-9]{0,17})\n(?<root>[A-Za-z0-9+/]{43}=)\n"
                    + "(?<at>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)\n)"
                    + "\n\u2014 (?<by>[a-z0-9./-]{1,60}) (?<signature>[A-Za-z0-9+/=]{92})\n");

    /** Throws {@link Broken} for anything else. */
    static Checkpoint parse(String note) {
        Matcher matcher = NOTE.matcher(note);
        if (!matcher.matches() || !matcher.group("name").equals(matcher.group("by"))) {
            throw new Broken("this is no checkpoint");
        }
        byte[] signed = Exact.base64(matcher.group("signature"));
        if (signed.length != 68) {
            throw new Broken("this checkpoint has no whole signature");
        }
        return new Checkpoint(
                matcher.group("name"),
                Long.parseLong(matcher.group("size")),
                Exact.base64(matcher.group("root")),
                matcher.group("at"),
                matcher.group(1),
                Arrays.copyOf(signed, 4),
                Arrays.copyOfRange(signed, 4, signed.length));
    }

    static String textOf(String name, Tree tree, String at) {
        return name + "\n" + tree.size() + "\n" + Base64.getEncoder().encodeToString(tree.root()) + "\n" + at + "\n";
    }

    boolean isSignedByOneOf(List<PublicName> names) {
        return names.stream()
                .anyMatch(each -> each.name().equals(name)
                        && Arrays.equals(each.hash(), keyHash)
                        && each.hasSigned(text.getBytes(StandardCharsets.UTF_8), signature));
    }
}
