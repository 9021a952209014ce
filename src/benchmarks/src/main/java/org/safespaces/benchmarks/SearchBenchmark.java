package org.safespaces.benchmarks;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;

/**
 * A word looked for in a whole caseload, in one request: every note is opened, none is kept. The word is in the last note only, so
 * that all are looked at.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SearchBenchmark {
    /** As notes are: most fit the class of 2 KiB. */
    private static final int LENGTH = 1_800;

    private static final String NEEDLE = "nightmare";

    @Param({"1000", "5000", "20000"})
    int notes;

    @Param({"1", "40"})
    int cases;

    private final Desk desk = new Desk();
    private final PlainGcm gcm = new PlainGcm();
    private final List<Note> sealed = new ArrayList<>();
    private final List<byte[]> plainlySealed = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();

    private record Note(ItemAddress at, SealedItem item) {}

    @Setup
    public void write() throws GeneralSecurityException {
        Random random = new Random(6);
        Vault vault = desk.vault(desk.ada);
        List<CasePart> parts = new ArrayList<>();
        for (int count = 0; count < cases; count++) {
            parts.add(desk.openCase());
        }
        for (int count = 0; count < notes; count++) {
            String text = Desk.text(LENGTH, random) + (count == notes - 1 ? NEEDLE : "");
            ItemAddress at = Desk.address(parts.get(count % cases));
            sealed.add(new Note(at, Desk.seal(vault, text, at)));
            plainlySealed.add(gcm.seal(text));
            plain.add(text);
        }
    }

    @Benchmark
    public int search() {
        int found = 0;
        try (PersonalKeys keys = desk.reopen()) {
            Vault vault = desk.vault(keys);
            for (Note note : sealed) {
                Disclosure why = Desk.why(note.at().part(), Disclosure.Purpose.SEARCH);
                try (ClearText text = vault.open(note.item(), note.at(), why)) {
                    found += text.text().contains(NEEDLE) ? 1 : 0;
                }
            }
        }
        return found;
    }

    @Benchmark
    public int searchFloorGcm() throws GeneralSecurityException {
        int found = 0;
        for (byte[] note : plainlySealed) {
            found += gcm.open(note).contains(NEEDLE) ? 1 : 0;
        }
        return found;
    }

    @Benchmark
    public int searchFloorPlain() {
        int found = 0;
        for (String note : plain) {
            found += note.contains(NEEDLE) ? 1 : 0;
        }
        return found;
    }
}
