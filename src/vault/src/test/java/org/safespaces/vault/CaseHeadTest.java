package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseHeadTest {
    private final Practice practice = new Practice();
    private final CasePart part = practice.opened(Compartment.CLINICAL);
    private final List<HeadStep> history = new ArrayList<>();
    private CaseHead head;

    CaseHeadTest() {
        for (String text : List.of("one", "two", "three")) {
            ItemAddress at = Practice.first(part);
            SealedItem item = practice.written(practice.ada, at, text);
            head = practice.vault(practice.ada).advance(head, at, item);
            history.add(HeadStep.of(at, item));
        }
    }

    @Test
    void aWholeHistoryMatchesItsHead() {
        assertEquals(3, head.count());
        assertDoesNotThrow(() -> practice.vault(practice.ada).verify(head, history));
    }

    @Test
    void aMissingLastNoteShows() {
        history.remove(2);

        refused(head);
    }

    @Test
    void anAddedAnExchangedAndARepeatedNoteShow() {
        HeadStep first = history.remove(0);
        refused(head);
        history.add(first);
        refused(head);
        history.add(0, first);
        refused(head);
    }

    @Test
    void aHeadRolledBackDoesNotMatchTheHistory() {
        CasePart other = practice.opened(Compartment.CLINICAL);
        ItemAddress at = Practice.first(other);
        CaseHead foreign = practice.vault(practice.ada).advance(null, at, practice.written(practice.ada, at, "other"));

        refused(foreign);
    }

    @Test
    void aHeadWithAWrongCountIsRefusedEvenWhenSigned() {
        CaseHead four = new CaseHead(part, 4, head.hash(), head.signerId(), head.signerKeyId(), Bytes.NONE);
        CaseHead none = new CaseHead(part, 0, new byte[64], head.signerId(), head.signerKeyId(), Bytes.NONE);
        CaseHead signedNone = none.signed(practice.ada.sign(none.payload()));

        refused(four.signed(practice.ada.sign(four.payload())));
        history.clear();
        refused(signedNone);
    }

    @Test
    void theHeadOfAnotherPartIsNotMovedOnHere() {
        CasePart other = practice.opened(Compartment.CLINICAL);
        ItemAddress there = Practice.first(other);
        SealedItem item = practice.written(practice.ada, there, "other");

        Refused.by(() -> practice.vault(practice.ada).advance(head, there, item));
    }

    @Test
    void noFieldOfAHeadCanBeAltered() {
        refused(new CaseHead(part, 2, head.hash(), head.signerId(), head.signerKeyId(), head.signature()));
        refused(new CaseHead(part, 3, new byte[64], head.signerId(), head.signerKeyId(), head.signature()));
        refused(new CaseHead(part, 3, head.hash(), practice.ben.personId(), head.signerKeyId(), head.signature()));
        refused(head.signed(new byte[64]));
    }

    @Test
    void nobodyMovesOnAHeadThatIsForgedOrOfAnotherPart() {
        ItemAddress at = Practice.first(part);
        SealedItem item = practice.written(practice.ada, at, "four");
        Vault vault = practice.vault(practice.ada);
        CaseHead bens = new CaseHead(
                part,
                3,
                head.hash(),
                practice.ben.personId(),
                practice.ben.publicKeys().keyId(),
                Bytes.NONE);
        CaseHead elsewhere = new CaseHead(
                practice.part(Compartment.CLINICAL),
                3,
                head.hash(),
                head.signerId(),
                head.signerKeyId(),
                head.signature());

        Refused.by(() -> vault.advance(head.signed(new byte[64]), at, item));
        Refused.by(() -> vault.advance(bens.signed(practice.ben.sign(bens.payload())), at, item));
        Refused.by(() -> vault.advance(elsewhere, at, item));
        Refused.by(() -> practice.vault(practice.ben).advance(head, at, item));
    }

    private void refused(CaseHead altered) {
        Refused.by(() -> practice.vault(practice.ada).verify(altered, history));
    }
}
