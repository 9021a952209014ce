package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HpkeTest {
    private final Hpke.Pair pair = Hpke.derive(Bytes.random(32));
    private final byte[] info = Bytes.random(50);
    private final byte[] secret = Bytes.random(32);
    private final Hpke.Sealed sealed = Hpke.seal(pair.publicKey(), info, secret);

    /** The points of small order of Curve25519, two that are not reduced, and lengths that are none. */
    static List<byte[]> badPoints() {
        return List.of(
                new byte[32],
                Hex.bytes("0100000000000000000000000000000000000000000000000000000000000000"),
                Hex.bytes("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
                Hex.bytes("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
                Hex.bytes("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
                Hex.bytes("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
                Hex.bytes("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
                new byte[0],
                Bytes.random(31),
                Bytes.random(33));
    }

    @Test
    void theHolderOfThePrivateHalfOpens() {
        assertArrayEquals(secret, Hpke.open(pair, info, sealed.encapsulation(), sealed.ciphertext()));
        assertEquals(32, sealed.encapsulation().length);
        assertEquals(48, sealed.ciphertext().length);
    }

    @Test
    void nobodyElseOpens() {
        Hpke.Pair other = Hpke.derive(Bytes.random(32));

        Refused.by(() -> Hpke.open(other, info, sealed.encapsulation(), sealed.ciphertext()));
    }

    @Test
    void forAnotherPurposeItDoesNotOpen() {
        Refused.by(() -> Hpke.open(pair, Hex.flipped(info, 0), sealed.encapsulation(), sealed.ciphertext()));
        Refused.by(() -> Hpke.open(pair, Bytes.NONE, sealed.encapsulation(), sealed.ciphertext()));
    }

    @Test
    void badEncapsulationsAreRefusedInTheOneWay() {
        for (byte[] point : badPoints()) {
            Refused.by(() -> Hpke.open(pair, info, point, sealed.ciphertext()));
        }
    }

    @Test
    void badPublicKeysAreRefusedInTheOneWay() {
        for (byte[] point : badPoints()) {
            Refused.by(() -> Hpke.seal(point, info, secret));
        }
    }

    @Test
    void wrongLengthsOfCiphertextAndSecretAreRefused() {
        Refused.by(() -> Hpke.open(pair, info, sealed.encapsulation(), new byte[47]));
        Refused.by(() -> Hpke.open(pair, info, sealed.encapsulation(), new byte[49]));
        Refused.by(() -> Hpke.open(pair, info, sealed.encapsulation(), Bytes.NONE));
        Refused.by(() -> Hpke.seal(pair.publicKey(), info, new byte[31]));
    }
}
