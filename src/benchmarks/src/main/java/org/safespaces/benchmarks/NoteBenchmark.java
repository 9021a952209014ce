package org.safespaces.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.safespaces.vault.CaseHead;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;

/** One note of 4 KiB: opened and saved through the vault, by plain AES-GCM, and not sealed at all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NoteBenchmark {
    private static final int LENGTH = 4_000;

    private final Desk desk = new Desk();
    private final CasePart part = desk.openCase();
    private final ItemAddress at = Desk.address(part);
    private final String text = Desk.text(LENGTH, new Random(4));
    private final Vault vault = desk.vault(desk.ada);
    private final SealedItem note = Desk.seal(vault, text, at);
    private final CaseHead head = vault.advance(null, at, note);
    private final PlainGcm gcm = new PlainGcm();
    private final byte[] plainlySealed = plainlySealed();
    private final byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

    /** A further note of one request: signature, item key, text. */
    @Benchmark
    public String openAnother() {
        return read(vault, Disclosure.Purpose.READ);
    }

    /** A further note of a search, which looks at no signatures. */
    @Benchmark
    public String openInSearch() {
        return read(vault, Disclosure.Purpose.SEARCH);
    }

    /** The only note of a request: seed from the session, epochs and grants verified, grant opened, then the note. */
    @Benchmark
    public String openFirst() {
        try (PersonalKeys keys = desk.reopen()) {
            return read(desk.vault(keys), Disclosure.Purpose.READ);
        }
    }

    @Benchmark
    public String openFloorGcm() throws GeneralSecurityException {
        return gcm.open(plainlySealed);
    }

    @Benchmark
    public String openFloorPlain() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Sealed, its key wrapped, signed, and the history moved on by it: everything that saving asks of the vault. */
    @Benchmark
    public CaseHead save() {
        SealedItem saved = Desk.seal(vault, text, at);
        return vault.advance(head, at, saved);
    }

    @Benchmark
    public byte[] saveFloorGcm() throws GeneralSecurityException {
        return gcm.seal(text);
    }

    @Benchmark
    public byte[] saveFloorPlain() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String read(Vault open, Disclosure.Purpose purpose) {
        try (ClearText clear = open.open(note, at, Desk.why(part, purpose))) {
            return clear.text();
        }
    }

    private byte[] plainlySealed() {
        try {
            return gcm.seal(text);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
