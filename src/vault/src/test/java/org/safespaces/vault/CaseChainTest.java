package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The chain by itself: every epoch here is signed by somebody who may, and only its place is wrong. */
class CaseChainTest {
    private final Practice practice = new Practice();
    private final CasePart part = practice.opened(Compartment.CLINICAL);
    private final CaseEpoch first = practice.rows.epochs.get(0);

    @Test
    void aFirstEpochStandsByItself() {
        CaseChain chain = verified(part, List.of(first), practice.rows.grants);

        assertEquals(first, chain.newest().epoch());
        assertTrue(chain.everHeld(practice.ada.personId()));
    }

    @Test
    void aSecondFollowsTheFirstByNumberAndHash() {
        assertEquals(
                1,
                verified(part, List.of(signed(1, first.hash()), first), practice.rows.grants)
                        .newest()
                        .epoch()
                        .epoch());
        refused(first, signed(2, first.hash()));
        refused(first, signed(1, new byte[64]));
        refused(first, signed(0, first.hash()));
    }

    @Test
    void theFirstHasNumberNoughtAndNothingBeforeIt() {
        refused(signed(1, new byte[64]));
        refused(signed(0, Bytes.random(64)));
        refused(signed(0, Bytes.NONE));
        refused();
    }

    @Test
    void anEpochOfAnotherPartIsNotOneOfThis() {
        CaseEpoch foreign =
                practice.rows.epochs(practice.opened(Compartment.CLINICAL)).get(0);

        refused(foreign);
    }

    @Test
    void aGrantOfAnotherPartIsNotOneOfThis() {
        CasePart other = practice.opened(Compartment.CLINICAL);
        practice.give(practice.ada, practice.ben, other, GrantPurpose.COVER, 0);
        CaseChain chain = verified(part, List.of(first), practice.rows.grants(other));
        PublicKeys ben = practice.ben.publicKeys();

        assertEquals(false, chain.newest().isMember(practice.ben.personId()));
        assertTrue(
                chain.newest().grantFor(practice.ben.personId(), ben.keyId(), 0).isEmpty());
    }

    @Test
    void aDirectoryOfAnotherPracticeVerifiesNothing() {
        byte[] seed = Bytes.random(32);
        UUID person = UUID.randomUUID();
        PersonalKeys here = new PersonalKeys(practice.tenantId, person, seed.clone());
        UUID otherTenant = UUID.randomUUID();
        PersonalKeys there = new PersonalKeys(otherTenant, person, seed.clone());
        Directory elsewhere =
                Directory.verify(otherTenant, Anchor.of(there.publicKeys()), List.of(Practice.entry(there)), List.of());
        CaseEpoch epoch = signed(here, 0, new byte[64]);

        Refused.by(() -> CaseChain.verify(part, stored(List.of(epoch), List.of()), elsewhere));
    }

    private void refused(CaseEpoch... epochs) {
        Refused.by(() -> verified(part, List.of(epochs), practice.rows.grants));
    }

    private CaseEpoch signed(int number, byte[] previousHash) {
        return signed(practice.ada, number, previousHash);
    }

    private CaseEpoch signed(PersonalKeys by, int number, byte[] previousHash) {
        CaseEpoch epoch = new CaseEpoch(
                part,
                number,
                practice.rows.claim().id(),
                previousHash,
                List.of(by.personId()),
                by.personId(),
                by.publicKeys().keyId(),
                Bytes.NONE);
        return epoch.signed(by.sign(epoch.payload()));
    }

    private CaseChain verified(CasePart wanted, List<CaseEpoch> epochs, List<Grant> grants) {
        return CaseChain.verify(wanted, stored(epochs, grants), practice.directory());
    }

    private static Grants stored(List<CaseEpoch> epochs, List<Grant> grants) {
        return new Grants() {
            @Override
            public List<CaseEpoch> epochs(CasePart part) {
                return epochs;
            }

            @Override
            public List<Grant> grants(CasePart part) {
                return grants;
            }
        };
    }
}
