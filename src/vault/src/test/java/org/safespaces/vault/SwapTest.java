package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * T-swap: what is sealed for one place opens at no other. Under one and the same key, which is worse than any database: there, most
 * places have keys of their own.
 */
class SwapTest {
    private final Places places = new Places(AssociatedData.class);
    private final Places infos = new Places(SealInfo.class);
    private final byte[] key = Bytes.random(32);

    @Test
    void noTwoEnvelopesOfWhateverKindCanChangePlaces() {
        List<byte[]> all = places.draw(Scale.of(200, 1_000));
        List<SealedText> sealed = new ArrayList<>();
        for (byte[] place : all) {
            sealed.add(isForAKey(place) ? Envelope.sealKey(key, place, Bytes.random(32)) : sealedText(place));
        }
        int opened = 0;
        for (byte[] place : all) {
            for (SealedText each : sealed) {
                opened += isForAKey(place) ? opensAsKey(place, each) : opensAsText(place, each);
            }
        }
        assertEquals(all.size(), opened, "each at its own place and nowhere else");
        Evidence.record("T-swap, envelopes", swaps(all.size()) + " pairs of " + places.kinds() + " kinds, 0 opened");
    }

    /** Once more with everything of one size and shape, so that only the place tells them apart. */
    @Test
    void notEvenWhenAllLookAlike() {
        List<byte[]> all = places.draw(Scale.of(200, 1_000));
        List<SealedText> sealed = all.stream()
                .map(place -> Envelope.sealKey(key, place, Bytes.random(32)))
                .toList();
        int opened = 0;
        for (byte[] place : all) {
            for (SealedText each : sealed) {
                opened += opensAsKey(place, each);
            }
        }
        assertEquals(all.size(), opened, "each at its own place and nowhere else");
        Evidence.record("T-swap, envelopes that look alike", swaps(all.size()) + " pairs, 0 opened");
    }

    @Test
    void noTwoSealsToAPersonCanChangePlaces() {
        Hpke.Pair pair = Hpke.derive(Bytes.random(32));
        List<byte[]> all = infos.draw(Scale.of(50, 200));
        List<Hpke.Sealed> sealed = all.stream()
                .map(info -> Hpke.seal(pair.publicKey(), info, Bytes.random(32)))
                .toList();
        int opened = 0;
        for (byte[] info : all) {
            for (Hpke.Sealed each : sealed) {
                opened += opens(() -> Hpke.open(pair, info, each.encapsulation(), each.ciphertext()));
            }
        }
        assertEquals(all.size(), opened, "each for its own purpose and no other");
        Evidence.record("T-swap, seals to a person", swaps(all.size()) + " pairs, 0 opened");
    }

    @Test
    void everyFieldOfEveryPlaceCounts() {
        int changed = 0;
        for (Places.Neighbours each : places.neighbours()) {
            SealedText sealed = Envelope.sealKey(key, each.place(), Bytes.random(32));
            assertEquals(1, opensAsKey(each.place(), sealed));
            for (byte[] beside : each.besides()) {
                assertEquals(0, opensAsKey(beside, sealed), each.kind());
                changed++;
            }
        }
        Hpke.Pair pair = Hpke.derive(Bytes.random(32));
        for (Places.Neighbours each : infos.neighbours()) {
            Hpke.Sealed sealed = Hpke.seal(pair.publicKey(), each.place(), Bytes.random(32));
            for (byte[] beside : each.besides()) {
                Refused.by(() -> Hpke.open(pair, beside, sealed.encapsulation(), sealed.ciphertext()));
                changed++;
            }
        }
        assertTrue(changed >= 96, "some fields were left out, only " + changed + " changed");
        Evidence.record(
                "T-swap, single fields",
                changed + " changed, of " + places.kinds() + " kinds of envelopes and " + infos.kinds()
                        + " of seals, 0 opened");
    }

    /** Everything that a row says is signed, but for what is meant not to be. */
    @Test
    void everyFieldOfARowThatIsSignedCounts() {
        Practice practice = new Practice();
        CasePart part = practice.opened(Compartment.CLINICAL);
        ItemAddress at = Practice.first(part);
        SealedItem note = practice.written(practice.ada, at, "signed");
        CaseHead head = practice.vault(practice.ada).advance(null, at, note);
        DirectoryEntry entry = Practice.entry(practice.cleo);

        // Rotation moves the item's key from epoch to epoch and leaves what was written as it is.
        signs(note, row -> ((SealedItem) row).payload(at), "wrappedDek", "epoch");
        signs(practice.rows.grants.get(0), row -> ((Grant) row).payload());
        signs(practice.rows.epochs.get(0), row -> ((CaseEpoch) row).payload());
        signs(head, row -> ((CaseHead) row).payload());
        signs(entry, row -> ((DirectoryEntry) row).payload());
        signs(practice.ada.vouch(entry), row -> ((Vouch) row).payload());
        signs(practice.listOf(practice.ada, practice.ben), row -> ((RecipientListBody) row).payload());
    }

    private interface Payload {
        byte[] of(Record row);
    }

    private static void signs(Record row, Payload payload, String... left) {
        List<String> unsigned = new ArrayList<>(List.of(left));
        unsigned.add("signature");
        Object[] values = Rebuilt.values(row);
        for (int at = 0; at < values.length; at++) {
            String field = row.getClass().getRecordComponents()[at].getName();
            for (Object other : Places.others(values[at])) {
                Object[] changed = values.clone();
                changed[at] = other;
                byte[] signed = payload.of(Rebuilt.of(row, changed));
                assertEquals(unsigned.contains(field), Arrays.equals(payload.of(row), signed), field);
            }
        }
    }

    @Test
    void noTwoNotesOfAPracticeCanChangePlacesOrParts() {
        Practice practice = new Practice();
        List<ItemAddress> addresses = addresses(practice);
        List<SealedItem> notes =
                addresses.stream().map(at -> note(practice, at)).toList();
        Vault vault = practice.vault(practice.ada);
        int tried = 0;
        for (int from = 0; from < notes.size(); from++) {
            for (int to = 0; to < notes.size(); to++) {
                ItemAddress at = addresses.get(to);
                for (SealedItem mixed : mixed(notes.get(from), notes.get(to))) {
                    for (Disclosure.Purpose why : List.of(Disclosure.Purpose.READ, Disclosure.Purpose.SEARCH)) {
                        Disclosure disclosure =
                                Practice.why(at.part().caseId(), why, at.part().compartment());
                        assertEquals(from == to ? 1 : 0, opens(() -> vault.open(mixed, at, disclosure)));
                        tried += from == to ? 0 : 1;
                    }
                }
            }
        }
        Evidence.record("T-swap, notes and their parts", tried + " through the vault, 0 opened");
    }

    /** Two cases, two compartments, two items, two versions, two fields. */
    private static List<ItemAddress> addresses(Practice practice) {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        List<ItemAddress> addresses = new ArrayList<>();
        for (UUID caseId : List.of(one, other)) {
            for (Compartment compartment : List.of(Compartment.CLINICAL, Compartment.PROCESS)) {
                CasePart part = new CasePart(practice.tenantId, caseId, compartment);
                practice.rows.store(practice.vault(practice.ada).openCase(part));
                for (UUID item : List.of(one, other)) {
                    for (int version = 1; version <= 2; version++) {
                        addresses.add(new ItemAddress(part, item, version, 0));
                        addresses.add(new ItemAddress(part, item, version, 1));
                    }
                }
            }
        }
        return addresses;
    }

    private static SealedItem note(Practice practice, ItemAddress at) {
        byte[] previous = at.version() == 1 ? SealedItem.NO_PREVIOUS : Hex.repeated(1, 64);
        return practice.vault(practice.ada).seal(ClearText.of("a note"), at, previous);
    }

    /** The whole note, and the other's with its text, or its key, or both exchanged. */
    private static List<SealedItem> mixed(SealedItem from, SealedItem to) {
        return List.of(
                from,
                with(to, from.text(), to.dekId(), to.wrappedDek()),
                with(to, to.text(), from.dekId(), from.wrappedDek()),
                with(to, from.text(), from.dekId(), from.wrappedDek()));
    }

    private static SealedItem with(SealedItem item, SealedText text, UUID dekId, SealedText dek) {
        return new SealedItem(
                text,
                dekId,
                dek,
                item.epoch(),
                item.authorId(),
                item.authorKeyId(),
                item.day(),
                item.previousHash(),
                item.signature());
    }

    /** By the label, with which every place begins. */
    private static boolean isForAKey(byte[] place) {
        return List.of(Labels.DEK, Labels.SLOT, Labels.SESSION, Labels.ERASURE_KEY).stream()
                .map(label -> LengthPrefix.of(label).done())
                .anyMatch(label ->
                        label.length <= place.length && Arrays.equals(label, Arrays.copyOf(place, label.length)));
    }

    private SealedText sealedText(byte[] place) {
        try (ClearText text = ClearText.of("text")) {
            return Envelope.sealText(key, place, text);
        }
    }

    private int opensAsKey(byte[] place, SealedText sealed) {
        return opens(() -> Envelope.openKey(key, place, sealed, 32));
    }

    private int opensAsText(byte[] place, SealedText sealed) {
        return opens(() -> Envelope.openText(key, place, sealed));
    }

    /** Refused in any but the one way, this fails. */
    private static int opens(Runnable opening) {
        try {
            opening.run();
            return 1;
        } catch (VaultException refusal) {
            assertEquals(VaultException.class, refusal.getClass());
            return 0;
        }
    }

    private static int swaps(int count) {
        return count * (count - 1);
    }
}
