package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublicSealTest {
    private final Practice practice = new Practice();
    private final UUID intakeId = UUID.randomUUID();
    private final RecipientList list = practice.recipients(practice.ada, practice.cleo);
    private final SealedIntake intake = sealed("I cannot sleep.", "Jo, 1 Hill Road", null);

    @Test
    void everyRecipientOpensBothHalves() {
        for (PersonalKeys recipient : List.of(practice.ada, practice.cleo)) {
            try (IntakeText text = opened(recipient, intake)) {
                assertEquals("I cannot sleep.", text.clinical().text());
                assertEquals("Jo, 1 Hill Road", text.identity().text());
            }
        }
    }

    @Test
    void nobodyElseOpensAnything() {
        Refused.by(() -> opened(practice.ben, intake));
        Refused.by(() -> opened(practice.mallory, intake));
    }

    @Test
    void everyEnquiryHasTheSameSizeEmptyOrFull() {
        SealedIntake empty = sealed("", "", null);
        SealedIntake full = sealed("x".repeat(32_764), "y".repeat(4_092), null);

        assertEquals(69 + 32_768 + 16, empty.clinical().bytes().length);
        assertEquals(69 + 4_096 + 16, empty.identity().bytes().length);
        assertEquals(empty.clinical().bytes().length, full.clinical().bytes().length);
        assertEquals(empty.identity().bytes().length, full.identity().bytes().length);
    }

    @Test
    void tooLongIsRefusedKindly() {
        assertThrows(TextTooLong.class, () -> sealed("x".repeat(32_765), "", null));
        assertThrows(TextTooLong.class, () -> sealed("", "y".repeat(4_093), null));
    }

    @Test
    void withTheErasureKeyDestroyedNobodyOpensIt() {
        practice.rows.destroy(intake.ekId());

        Refused.by(() -> opened(practice.ada, intake));
    }

    @Test
    void anotherErasureKeyDoesNotOpenIt() {
        EkId other = practice.rows.claim().id();

        refused(new SealedIntake(
                intake.tenantId(),
                intakeId,
                intake.listVersion(),
                other,
                intake.clinical(),
                intake.identity(),
                intake.wraps()));
    }

    @Test
    void theDisclosureNamesTheEnquiryAndBothHalves() {
        Vault vault = practice.vault(practice.ada);

        Refused.by(() -> vault.openIntake(intake, Practice.whyIntake(UUID.randomUUID())));
        Refused.by(
                () -> vault.openIntake(intake, Practice.why(intakeId, Disclosure.Purpose.READ, Compartment.CLINICAL)));
    }

    @Test
    void noFieldCanBeAlteredOrExchanged() {
        SealedIntake other = sealed("other", "other", null);
        refused(with(UUID.randomUUID(), intake.listVersion(), intake.clinical(), intake.identity()));
        refused(with(practice.tenantId, 2, intake.clinical(), intake.identity()));
        refused(with(practice.tenantId, 1, intake.identity(), intake.clinical()));
        refused(with(practice.tenantId, 1, other.clinical(), intake.identity()));
        refused(with(practice.tenantId, 1, intake.clinical(), other.identity()));
    }

    private SealedIntake with(UUID tenantId, int version, SealedText clinical, SealedText identity) {
        return new SealedIntake(tenantId, intakeId, version, intake.ekId(), clinical, identity, intake.wraps());
    }

    @Test
    void anEnquiryUnderAnotherIdDoesNotOpen() {
        UUID otherId = UUID.randomUUID();
        SealedIntake renamed = new SealedIntake(
                practice.tenantId, otherId, 1, intake.ekId(), intake.clinical(), intake.identity(), intake.wraps());

        Refused.by(() -> practice.vault(practice.ada).openIntake(renamed, Practice.whyIntake(otherId)));
    }

    @Test
    void aWrapOfOneHalfDoesNotServeTheOther() {
        List<IntakeWrap> exchanged = intake.wraps().stream()
                .map(each -> new IntakeWrap(
                        each.compartment() == Compartment.CLINICAL ? Compartment.IDENTITY : Compartment.CLINICAL,
                        each.recipientId(),
                        each.recipientKeyId(),
                        each.encapsulation(),
                        each.ciphertext(),
                        each.proof()))
                .toList();

        refused(wrapped(exchanged));
        refused(wrapped(List.of()));
    }

    @Test
    void lowOrderPointsAndWrongLengthsGiveTheOneRefusal() {
        for (byte[] point : HpkeTest.badPoints()) {
            List<IntakeWrap> odd = new ArrayList<>();
            for (IntakeWrap each : intake.wraps()) {
                odd.add(new IntakeWrap(
                        each.compartment(),
                        each.recipientId(),
                        each.recipientKeyId(),
                        point,
                        each.ciphertext(),
                        each.proof()));
            }
            refused(wrapped(odd));
        }
    }

    private SealedIntake wrapped(List<IntakeWrap> wraps) {
        return new SealedIntake(
                practice.tenantId, intakeId, 1, intake.ekId(), intake.clinical(), intake.identity(), wraps);
    }

    @Test
    void aListOfAnotherPracticeIsNotSealedTo() {
        try (IntakeText text = new IntakeText(ClearText.of(""), ClearText.of(""));
                ErasureKey ek = practice.rows.claim()) {
            Refused.by(() -> PublicSeal.seal(UUID.randomUUID(), intakeId, text, list, ek, null));
        }
    }

    @Test
    void aCodeWhoseIdIsNotThatOfItsKeyIsNotSealedTo() {
        CodeKeys wrong =
                new CodeKeys(UUID.randomUUID(), Hpke.derive(Bytes.random(32)).publicKey());

        Refused.by(() -> sealed("", "", wrong));
    }

    private void refused(SealedIntake altered) {
        Refused.by(() -> opened(practice.ada, altered));
    }

    private IntakeText opened(PersonalKeys reader, SealedIntake sealed) {
        return practice.vault(reader).openIntake(sealed, Practice.whyIntake(intakeId));
    }

    private SealedIntake sealed(String clinical, String identity, CodeKeys code) {
        try (IntakeText text = new IntakeText(ClearText.of(clinical), ClearText.of(identity));
                ErasureKey ek = practice.rows.claim()) {
            return PublicSeal.seal(practice.tenantId, intakeId, text, list, ek, code);
        }
    }
}
