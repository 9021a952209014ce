package org.safespaces.witness;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Under which name a signer signs, and the key that belongs to it: a line {@code name+hash+key}, as signed notes have it. */
@SuppressWarnings("ArrayRecordComponent")
record PublicName(String name, byte[] key) {
    private static final int ED25519 = 1;
    private static final int KEY = 32;
    private static final byte[] BEFORE_KEY = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Pattern LINE = Pattern.compile("([a-z0-9./-]{1,60})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{1,60})");

    PublicName {
        key = key.clone();
    }

    static PublicName of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new PublicName(name, Arrays.copyOfRange(encoded, encoded.length - KEY, encoded.length));
    }

    /** Throws {@link Broken} for anything but one such line. */
    static PublicName parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new Broken("this is no public key: " + line);
        }
        byte[] typed = Exact.base64(matcher.group(3));
        if (typed.length != KEY + 1 || typed[0] != ED25519) {
            throw new Broken("this key is of another kind: " + line);
        }
        PublicName name = new PublicName(matcher.group(1), Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(name.hash()).equals(matcher.group(2))) {
            throw new Broken("this key and its hash do not fit: " + line);
        }
        return name;
    }

    /** Four bytes that tell keys of one name apart. */
    byte[] hash() {
        MessageDigest digest = Tree.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(typed());
        return Arrays.copyOf(digest.digest(), 4);
    }

    private byte[] typed() {
        byte[] typed = new byte[KEY + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, KEY);
        return typed;
    }

    boolean hasSigned(byte[] text, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(BEFORE_KEY, BEFORE_KEY.length + KEY);
            System.arraycopy(key, 0, encoded, BEFORE_KEY.length, KEY);
            Signature verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            verifying.update(text);
            return verifying.verify(signature);
        } catch (GeneralSecurityException | RuntimeException notByThisKey) {
            return false;
        }
    }

    /** The line to give to whoever is to check what was signed. */
    String line() {
        return name + "+" + HexFormat.of().formatHex(hash()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }
}
