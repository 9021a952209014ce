package org.safespaces.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.safespaces.vault.Passphrase;
import org.safespaces.vault.Pepper;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.RecoveryCode;
import org.safespaces.vault.Secret;
import org.safespaces.vault.Slot;
import org.safespaces.vault.SlotKind;

/** The ways into a vault. Argon2id is meant to be slow; what comes on top of it is what we add. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class UnlockBenchmark {
    private final Desk desk = new Desk();
    private final Pepper pepper = new Pepper(1, new byte[32]);
    private final Secret phrase = Passphrase.draw();
    private final Secret code = RecoveryCode.parse(RecoveryCode.draw());
    private final Slot byPhrase = desk.ada.addSlot(SlotKind.PASSPHRASE, phrase, pepper);
    private final Slot byCode = desk.ada.addSlot(SlotKind.RECOVERY_CODE, code, pepper);
    private final byte[] utf8 = phrase.text().getBytes(StandardCharsets.UTF_8);

    @Benchmark
    public boolean byPhrase() {
        return opens(byPhrase, phrase);
    }

    /** Argon2id alone, at the costs that the slot has. */
    @Benchmark
    public byte[] byPhraseFloorArgon2() {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(byPhrase.memoryKiB())
                .withIterations(byPhrase.passes())
                .withParallelism(byPhrase.lanes())
                .withSalt(byPhrase.salt())
                .build());
        byte[] stretched = new byte[32];
        argon2.generateBytes(utf8, stretched);
        return stretched;
    }

    /** Nothing stretches a recovery code: it is long enough. */
    @Benchmark
    public boolean byRecoveryCode() {
        return opens(byCode, code);
    }

    /** What every request begins with. */
    @Benchmark
    public boolean fromTheSession() {
        try (PersonalKeys keys = desk.reopen()) {
            return keys.publicKeys().equals(desk.ada.publicKeys());
        }
    }

    private boolean opens(Slot slot, Secret secret) {
        try (PersonalKeys keys =
                PersonalKeys.unlock(desk.tenantId, desk.ada.personId(), slot, secret, pepper, desk.ada.publicKeys())) {
            return keys.publicKeys().equals(desk.ada.publicKeys());
        }
    }
}
