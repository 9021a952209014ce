package org.safespaces.vault;

import java.math.BigInteger;

/**
 * The curve of Ed25519 in slow arithmetic, to build what an attacker would: points that a library never gives out.
 *
 * @param x affine
 * @param y affine
 */
record Edwards(BigInteger x, BigInteger y) {
    static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    /** The order of the group that keys belong in. */
    static final BigInteger L = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final BigInteger D = BigInteger.valueOf(-121_665)
            .multiply(inverse(BigInteger.valueOf(121_666)))
            .mod(P);
    private static final BigInteger ROOT_OF_MINUS_ONE =
            BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

    static final Edwards NEUTRAL = new Edwards(BigInteger.ZERO, BigInteger.ONE);
    static final Edwards BASE = decode(Hex.bytes("5866666666666666666666666666666666666666666666666666666666666666"));

    /** Null when no point has this spelling. */
    static Edwards decode(byte[] encoded) {
        BigInteger number = littleEndian(encoded);
        BigInteger y = number.clearBit(255).mod(P);
        BigInteger square = y.multiply(y).mod(P);
        BigInteger quotient = square.subtract(BigInteger.ONE)
                .multiply(inverse(D.multiply(square).add(BigInteger.ONE)))
                .mod(P);
        BigInteger x = quotient.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!x.multiply(x).mod(P).equals(quotient)) {
            x = x.multiply(ROOT_OF_MINUS_ONE).mod(P);
        }
        if (!x.multiply(x).mod(P).equals(quotient)) {
            return null;
        }
        return new Edwards(
                x.testBit(0) == number.testBit(255) ? x : P.subtract(x).mod(P), y);
    }

    Edwards plus(Edwards other) {
        BigInteger cross = D.multiply(x).multiply(other.x).multiply(y).multiply(other.y);
        BigInteger newX = x.multiply(other.y).add(y.multiply(other.x));
        BigInteger newY = y.multiply(other.y).add(x.multiply(other.x));
        return new Edwards(
                newX.multiply(inverse(BigInteger.ONE.add(cross))).mod(P),
                newY.multiply(inverse(BigInteger.ONE.subtract(cross))).mod(P));
    }

    Edwards times(BigInteger factor) {
        Edwards sum = NEUTRAL;
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            sum = sum.plus(sum);
            sum = factor.testBit(bit) ? sum.plus(this) : sum;
        }
        return sum;
    }

    byte[] encoded() {
        return littleEndian(x.testBit(0) ? y.setBit(255) : y);
    }

    static BigInteger littleEndian(byte[] bytes) {
        return new BigInteger(1, reversed(bytes));
    }

    /** 32 bytes; what is beyond them is lost. */
    static byte[] littleEndian(BigInteger number) {
        byte[] bytes = new byte[32];
        for (int at = 0; at < 32; at++) {
            bytes[at] = number.shiftRight(8 * at).byteValue();
        }
        return bytes;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int at = 0; at < bytes.length; at++) {
            reversed[at] = bytes[bytes.length - 1 - at];
        }
        return reversed;
    }

    private static BigInteger inverse(BigInteger of) {
        return of.modInverse(P);
    }
}
