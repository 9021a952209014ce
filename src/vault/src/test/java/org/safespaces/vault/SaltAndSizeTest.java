package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** T-salt and T-size: no salt comes twice, and what lies in a row says next to nothing by its length. */
class SaltAndSizeTest {
    private final Random random = new Random(20_261_122L);
    private final Practice practice = new Practice();

    /** Key and nonce follow from the salt: one that came twice under one key would break GCM. */
    @Test
    void noSaltComesTwice() {
        byte[] key = Bytes.random(32);
        int seals = Scale.of(50_000, 1_000_000);
        // The first half tells them apart; two of a million that agreed in it would be as good as two that agree.
        Set<UUID> salts = new HashSet<>();
        for (int count = 0; count < seals; count++) {
            byte[] envelope = Envelope.sealKey(key, Bytes.NONE, key).bytes();
            salts.add(Bytes.id(Arrays.copyOfRange(envelope, Envelope.SALT, Envelope.SALT + 16)));
        }
        assertEquals(seals, salts.size());
        Evidence.record("T-salt", seals + " seals, no salt twice");
    }

    @Test
    void textsOfEveryLengthHaveNineSizes() {
        CasePart part = practice.opened(Compartment.CLINICAL);
        Vault vault = practice.vault(practice.ada);
        Set<Integer> sizes = new TreeSet<>();
        int texts = Scale.of(500, 10_000);
        for (int count = 0; count < texts; count++) {
            try (ClearText text = ClearText.of(anything(1 << (6 + random.nextInt(11))))) {
                SealedItem note = vault.seal(text, Practice.first(part), SealedItem.NO_PREVIOUS);
                sizes.add(note.text().bytes().length);
                assertEquals(117, note.wrappedDek().bytes().length);
            }
        }
        assertTrue(sizes.size() <= 9, sizes.toString());
        Evidence.record("T-size, texts", texts + " texts have " + sizes.size() + " sizes");
    }

    /** Whoever guesses by the sizes of rows which form was answered, or how fully, sees one size and guesses blindly. */
    @Test
    void everyEnquiryHasOneSize() {
        RecipientList list = practice.recipients(practice.ada, practice.cleo);
        Set<String> seen = new TreeSet<>();
        int enquiries = Scale.of(500, 10_000);
        for (int count = 0; count < enquiries; count++) {
            seen.add(sizes(enquiry(list, random.nextInt(10_000), random.nextInt(1_200))));
        }
        seen.add(sizes(enquiry(list, 0, 0)));
        assertEquals(1, seen.size(), seen.toString());
        Evidence.record("T-size, enquiries", enquiries + " enquiries have 1 size");
    }

    private SealedIntake enquiry(RecipientList list, int clinical, int identity) {
        try (IntakeText text = new IntakeText(ClearText.of(anything(clinical)), ClearText.of(anything(identity)));
                ErasureKey ek = ErasureKey.draw()) {
            return PublicSeal.seal(practice.tenantId, UUID.randomUUID(), text, list, ek, null);
        }
    }

    private static String sizes(SealedIntake intake) {
        int wraps = intake.wraps().stream()
                .mapToInt(each -> each.encapsulation().length + each.ciphertext().length)
                .sum();
        return intake.clinical().bytes().length + "/" + intake.identity().bytes().length + "/" + wraps;
    }

    /** Up to three bytes a character. */
    private String anything(int most) {
        return random.ints(most == 0 ? 0 : random.nextInt(most), 0x20, 0xD800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
