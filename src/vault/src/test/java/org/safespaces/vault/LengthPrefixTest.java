package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LengthPrefixTest {
    @Test
    void everyFieldStandsBehindItsLength() {
        UUID id = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

        assertEquals(
                "00000001" + "61" + "00000010" + "00112233445566778899aabbccddeeff" + "00000001" + "ff" + "00000002"
                        + "fffe" + "00000004" + "fffffffd" + "00000008" + "fffffffffffffffc" + "00000000",
                Hex.of(LengthPrefix.of("a")
                        .id(id)
                        .u8(255)
                        .u16(65_534)
                        .u32(4_294_967_293L)
                        .i64(-4)
                        .bytes(Bytes.NONE)
                        .done()));
    }

    @Test
    void fieldsCannotSlideIntoEachOther() {
        assertFalse(Arrays.equals(
                LengthPrefix.of("ab").text("c").done(),
                LengthPrefix.of("a").text("bc").done()));
        assertFalse(Arrays.equals(
                LengthPrefix.of("ab").done(), LengthPrefix.of("a").text("b").done()));
    }

    @Test
    void aNumberThatDoesNotFitIsRefusedAndNotCut() {
        Refused.by(() -> LengthPrefix.of("a").u8(256));
        Refused.by(() -> LengthPrefix.of("a").u16(65_536));
        Refused.by(() -> LengthPrefix.of("a").u32(4_294_967_296L));
        Refused.by(() -> LengthPrefix.of("a").u32(-1));
    }

    @Test
    void everyLabelIsOursAndNoneIsUsedTwice() throws Exception {
        Set<String> labels = new HashSet<>();
        for (Field field : Labels.class.getDeclaredFields()) {
            field.setAccessible(true);
            String label = (String) field.get(null);
            assertTrue(label.startsWith("safespaces/"), label);
            assertTrue(labels.add(label), label);
        }
        assertTrue(labels.size() > 40);
    }

    @Test
    void identifiersAreSortedByTheirBytes() {
        UUID high = new UUID(-1, 0);
        UUID low = new UUID(1, -1);
        UUID lowest = new UUID(1, 1);

        assertEquals(java.util.List.of(lowest, low, high), Ids.sorted(java.util.List.of(high, low, lowest, high)));
    }
}
