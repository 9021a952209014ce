package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecipientListTest {
    private final Practice practice = new Practice();
    private final RecipientListBody body = practice.listOf(practice.ada, practice.cleo);

    @Test
    void twoSignaturesAndTwoRecipientsMakeAList() {
        RecipientList list = verified(body, practice.ada, practice.ben);

        assertEquals(1, list.version());
        assertEquals(2, list.recipients().size());
    }

    @Test
    void aListWithOneSignatureIsRefused() {
        Refused.by(() -> verified(body, practice.ada));
        Refused.by(() -> verified(body));
    }

    @Test
    void twoSignaturesOfOnePersonAreOne() {
        Refused.by(() -> verified(body, practice.ada, practice.ada));
    }

    @Test
    void theSignatureOfOneNobodyVouchedForDoesNotCount() {
        Refused.by(() -> verified(body, practice.ada, practice.mallory));
    }

    @Test
    void aSignatureUnderAnothersNameDoesNotCount() {
        RecipientSignature adas = practice.ada.signRecipients(body);
        RecipientSignature claimed = new RecipientSignature(
                practice.ben.personId(), practice.ben.publicKeys().keyId(), adas.signature());

        Refused.by(() -> RecipientList.verify(body, List.of(adas, claimed), practice.directory()));
    }

    @Test
    void aListOfOneIsRefused() {
        Refused.by(() -> verified(practice.listOf(practice.ada), practice.ada, practice.ben));
        Refused.by(() -> verified(practice.listOf(practice.ada, practice.ada), practice.ada, practice.ben));
        Refused.by(() -> verified(practice.listOf(), practice.ada, practice.ben));
    }

    @Test
    void aRecipientNobodyVouchedForSpoilsTheList() {
        Refused.by(() -> verified(practice.listOf(practice.ada, practice.mallory), practice.ada, practice.ben));
    }

    @Test
    void aRecipientWithKeysThatAreNotHersSpoilsTheList() {
        RecipientListBody wrong = new RecipientListBody(
                practice.tenantId,
                1,
                new byte[64],
                List.of(
                        new Recipient(
                                practice.ada.personId(),
                                practice.ada.publicKeys().keyId()),
                        new Recipient(
                                practice.ben.personId(),
                                practice.cleo.publicKeys().keyId())));

        Refused.by(() -> verified(wrong, practice.ada, practice.ben));
    }

    @Test
    void keysGivenUpNeitherReceiveNorSign() {
        PersonalKeys newer = PersonalKeys.create(practice.tenantId, practice.cleo.personId());
        DirectoryEntry entry = newer.entry(KeyKind.PERSON, Practice.TODAY.plusDays(1));
        practice.entries.add(entry);
        practice.vouches.add(practice.ben.vouch(entry));

        Refused.by(() -> verified(body, practice.ada, practice.ben));
        Refused.by(() -> verified(practice.listOf(practice.ada, practice.ben), practice.ada, practice.cleo));
        assertEquals(
                2,
                verified(practice.listOf(practice.ada, newer), practice.ada, newer)
                        .recipients()
                        .size());
    }

    @Test
    void noFieldCanBeAltered() {
        List<RecipientSignature> signatures =
                List.of(practice.ada.signRecipients(body), practice.ben.signRecipients(body));
        List<Recipient> longer =
                practice.listOf(practice.ada, practice.ben, practice.cleo).recipients();
        Directory directory = practice.directory();

        for (RecipientListBody altered : List.of(
                new RecipientListBody(practice.tenantId, 2, new byte[64], body.recipients()),
                new RecipientListBody(practice.tenantId, 1, Hex.repeated(1, 64), body.recipients()),
                new RecipientListBody(practice.tenantId, 1, new byte[64], longer))) {
            Refused.by(() -> RecipientList.verify(altered, signatures, directory));
        }
    }

    @Test
    void aListOfAnotherPracticeOrWithAnOddHashOrVersionIsRefused() {
        RecipientListBody foreign = new RecipientListBody(UUID.randomUUID(), 1, new byte[64], body.recipients());
        RecipientListBody odd = new RecipientListBody(practice.tenantId, 1, new byte[63], body.recipients());
        RecipientListBody zeroth = new RecipientListBody(practice.tenantId, 0, new byte[64], body.recipients());

        Refused.by(() -> practice.ada.signRecipients(foreign));
        Refused.by(() -> verified(odd, practice.ada, practice.ben));
        Refused.by(() -> verified(zeroth, practice.ada, practice.ben));
    }

    @Test
    void aListOfAnotherPracticeIsRefusedEvenWhenSigned() {
        RecipientListBody foreign = new RecipientListBody(UUID.randomUUID(), 1, new byte[64], body.recipients());
        List<RecipientSignature> signatures = List.of(
                new RecipientSignature(
                        practice.ada.personId(),
                        practice.ada.publicKeys().keyId(),
                        practice.ada.sign(foreign.payload())),
                new RecipientSignature(
                        practice.ben.personId(),
                        practice.ben.publicKeys().keyId(),
                        practice.ben.sign(foreign.payload())));

        Refused.by(() -> RecipientList.verify(foreign, signatures, practice.directory()));
    }

    @Test
    void aSignatureUnderTheIdOfOtherKeysDoesNotCount() {
        RecipientSignature bens = practice.ben.signRecipients(body);
        RecipientSignature mislabelled = new RecipientSignature(bens.signerId(), UUID.randomUUID(), bens.signature());

        Refused.by(() -> RecipientList.verify(
                body, List.of(practice.ada.signRecipients(body), mislabelled), practice.directory()));
    }

    @Test
    void theOrderInWhichRecipientsAreNamedDoesNotMatter() {
        assertEquals(
                Hex.of(practice.listOf(practice.ada, practice.cleo).hash()),
                Hex.of(practice.listOf(practice.cleo, practice.ada).hash()));
    }

    private RecipientList verified(RecipientListBody list, PersonalKeys... signers) {
        return RecipientList.verify(
                list,
                Arrays.stream(signers).map(each -> each.signRecipients(list)).toList(),
                practice.directory());
    }
}
