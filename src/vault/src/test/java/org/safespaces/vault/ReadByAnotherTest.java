package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.reader.Fields.label;
import static org.safespaces.reader.Fields.lp;
import static org.safespaces.reader.Fields.u16;
import static org.safespaces.reader.Fields.u32;
import static org.safespaces.reader.Fields.u64;
import static org.safespaces.reader.Fields.u8;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.reader.Derivation;
import org.safespaces.reader.Envelopes;
import org.safespaces.reader.HybridSeals;
import org.safespaces.reader.Signatures;

/** What the vault writes today, of every size and after rotations, the second reader reads: not only what was frozen once. */
class ReadByAnotherTest {
    private static final int NOTES = 60;

    private final Random random = new Random(20_261_122L);
    private final Practice practice = new Practice();
    private final byte[] seed = Bytes.random(32);
    private final PersonalKeys ada = new PersonalKeys(practice.tenantId, UUID.randomUUID(), seed.clone());
    private final byte[] box = HybridSeals.privateKey(Derivation.labelled(seed, label("box/v1")));

    @Test
    void aSecondReaderReadsWhatTheVaultWrites() throws Exception {
        practice.entries.add(Practice.entry(ada));
        practice.vouches.add(practice.ben.vouch(Practice.entry(ada)));
        CasePart part = practice.part(Compartment.PROCESS);
        practice.rows.store(practice.vault(ada).openCase(part));
        for (int count = 0; count < NOTES; count++) {
            if (count % 20 == 19) {
                practice.rows.store(
                        practice.vault(ada).rotate(part, Set.of(practice.vouched(ada)), List.of(), Practice.why(part)));
            }
            String text = text(random.nextInt(count % 20 == 0 ? 60_000 : 3_000));
            ItemAddress at = new ItemAddress(part, UUID.randomUUID(), 1, random.nextInt(0x1_0000));
            assertEquals(text, readByAnother(practice.written(ada, at, text), at));
        }
    }

    private String readByAnother(SealedItem note, ItemAddress at) throws GeneralSecurityException {
        UUID tenant = practice.tenantId;
        UUID caseId = at.part().caseId();
        byte[] dekData =
                lp(label("dek/v1"), tenant, caseId, u8(3), u32(note.epoch()), at.itemId(), u32(1), note.dekId());
        byte[] noteData = lp(
                label("note/v1"),
                tenant,
                caseId,
                u8(3),
                at.itemId(),
                u32(1),
                u16(at.fieldId()),
                ada.personId(),
                note.dekId());
        byte[] signed = lp(
                label("notesig/v1"),
                noteData,
                Derivation.hash("SHA-512", note.text().bytes()),
                new byte[64],
                u32(note.day().toEpochDay()),
                note.authorKeyId());
        assertTrue(Signatures.hold(ada.publicKeys().signKey(), signed, note.signature()));
        byte[] key = Envelopes.key(
                caseKey(caseId, note.epoch()), dekData, note.wrappedDek().bytes());
        return Envelopes.text(key, noteData, note.text().bytes());
    }

    private byte[] caseKey(UUID caseId, int epoch) throws GeneralSecurityException {
        UUID tenant = practice.tenantId;
        Grant grant = practice.rows.grants.stream()
                .filter(each -> each.epoch() == epoch)
                .findFirst()
                .orElseThrow();
        byte[] info = lp(
                label("grant/v1"),
                u16(1),
                tenant,
                caseId,
                u8(3),
                u32(epoch),
                ada.personId(),
                ada.publicKeys().keyId(),
                u8(1),
                u64(0));
        byte[] secret = HybridSeals.open(box, info, grant.encapsulation(), grant.ciphertext());
        CaseEpoch record = practice.rows.epochs.get(epoch);
        try (ErasureKey ek = practice.rows.find(record.ekId())) {
            return Derivation.hkdf(secret, ek.value(), lp(label("ck/v1"), tenant, caseId, u8(3), u32(epoch)), 32);
        }
    }

    private String text(int length) {
        return random.ints(length, 0x20, 0x2_0000)
                .filter(each -> each < 0xD800 || each > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
