package org.safespaces.benchmarks;

import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.EpochDraft;
import org.safespaces.vault.Grant;
import org.safespaces.vault.GrantPurpose;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;

/** A case handed on, opened for the first time, and begun anew; the floor is HPKE with nothing signed and nothing verified. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GrantBenchmark {
    private static final byte[] SECRET = new byte[32];

    private final Desk desk = new Desk();
    private final CasePart part = desk.openCase();
    private final ItemAddress at = Desk.address(part);
    private final Vault vault = desk.vault(desk.ada);
    private final SealedItem note = Desk.seal(vault, "short", at);
    private final HPKE suite =
            new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    private final AsymmetricCipherKeyPair pair = suite.deriveKeyPair(SECRET);
    private final byte[] info = new byte[150];
    private final byte[][] sealed = sealedPlainly();

    /** Epochs and grants verified, the own grant opened, sealed to the colleague, signed. */
    @Benchmark
    public Grant give() {
        return vault.grant(
                part, desk.bens(), GrantPurpose.COVER, Grant.NO_END, Desk.why(part, Disclosure.Purpose.HANDOVER));
    }

    @Benchmark
    public byte[][] giveFloorHpke() {
        return sealedPlainly();
    }

    /** Epochs and grants verified, the grant and the erasure key opened, a short note read. */
    @Benchmark
    public String take() {
        // Not from the session: that is measured by itself.
        try (ClearText text = desk.vault(desk.ada).open(note, at, Desk.why(part, Disclosure.Purpose.READ))) {
            return text.text();
        }
    }

    @Benchmark
    public byte[] takeFloorHpke() throws InvalidCipherTextException {
        return suite.setupBaseR(sealed[0], pair, info).open(new byte[0], sealed[1]);
    }

    /** The secret of a new case: drawn, granted to oneself, everything signed. */
    @Benchmark
    public EpochDraft begin() {
        return vault.openCase(new CasePart(desk.tenantId, at.itemId(), part.compartment()));
    }

    private byte[][] sealedPlainly() {
        try {
            HPKEContextWithEncapsulation sender = suite.setupBaseS(pair.getPublic(), info);
            return new byte[][] {sender.getEncapsulation(), sender.seal(new byte[0], SECRET)};
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
