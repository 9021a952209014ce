package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a client sends into her case while every vault is locked. */
class InwardTest {
    private static final Pepper PEPPER = new Pepper(1, new byte[32]);

    private final Practice practice = new Practice();
    private final CasePart part = practice.opened(Compartment.MESSAGES);
    private final SealedInward inward = sent("See you on Monday.", Practice.CLOCK);

    @Test
    void theHolderOpensIt() {
        assertEquals("See you on Monday.", read(practice.ada, inward));
    }

    @Test
    void everyHolderOfTheDayOpensItAndNobodyElse() {
        practice.give(practice.ada, practice.cleo, part, GrantPurpose.COVER, 0);
        SealedInward toBoth = sent("Hello", Practice.CLOCK);

        assertEquals("Hello", read(practice.ada, toBoth));
        assertEquals("Hello", read(practice.cleo, toBoth));
        Refused.by(() -> read(practice.cleo, inward));
        Refused.by(() -> read(practice.ben, toBoth));
    }

    @Test
    void itIsNotSealedToOneWhoseCoverHasRunOut() {
        long end = Practice.CLOCK.instant().getEpochSecond();
        practice.give(practice.ada, practice.cleo, part, GrantPurpose.COVER, end);

        assertEquals(2, sent("in time", Practice.CLOCK).wraps().size());
        assertEquals(
                1,
                sent("late", Clock.offset(Practice.CLOCK, Duration.ofSeconds(1)))
                        .wraps()
                        .size());
    }

    @Test
    void itIsNeverSealedToAStrangersGrant() {
        practice.rows.grants.add(new Grant(
                part,
                0,
                practice.ben.personId(),
                practice.ben.publicKeys().keyId(),
                GrantPurpose.OWN,
                0,
                new byte[32],
                new byte[48],
                practice.ben.personId(),
                practice.ben.publicKeys().keyId(),
                new byte[64]));

        assertEquals(1, sent("only Ada", Practice.CLOCK).wraps().size());
    }

    @Test
    void movedToAnotherCaseItemOrEpochItDoesNotOpen() {
        CasePart other = practice.opened(Compartment.MESSAGES);

        Refused.by(
                () -> read(practice.ada, new SealedInward(other, inward.itemId(), 0, inward.text(), inward.wraps())));
        Refused.by(
                () -> read(practice.ada, new SealedInward(part, UUID.randomUUID(), 0, inward.text(), inward.wraps())));
        Refused.by(() -> read(practice.ada, new SealedInward(part, inward.itemId(), 1, inward.text(), inward.wraps())));
        Refused.by(() -> read(practice.ada, new SealedInward(part, inward.itemId(), 0, inward.text(), List.of())));
    }

    @Test
    void withTheErasureKeyDestroyedItDoesNotOpen() {
        practice.rows.destroy(practice.rows.epochs(part).get(0).ekId());

        Refused.by(() -> read(practice.ada, inward));
        Refused.by(() -> sent("more", Practice.CLOCK));
    }

    @Test
    void itNeedsADisclosureOfItsCase() {
        Refused.by(() ->
                practice.vault(practice.ada).openInward(inward, Practice.why(practice.part(Compartment.MESSAGES))));
    }

    @Test
    void writtenWithACodeItOpensForTheHolderAndForThatCode() {
        try (ReturnCode code = ReturnCode.open("4821 0937 5516 2704", PEPPER);
                ReturnCode other = ReturnCode.open("4821 0937 5516 2705", PEPPER)) {
            SealedInward hers = withCode(code, part, "May I come later?");

            assertEquals("May I come later?", read(practice.ada, hers));
            assertEquals("May I come later?", read(code, hers));
            Refused.by(() -> read(other, hers));
            Refused.by(() -> read(code, inward));
        }
    }

    @Test
    void aCodeWritesIntoTheMessagesOnly() {
        CasePart clinical = practice.opened(Compartment.CLINICAL);
        try (ReturnCode code = ReturnCode.open("4821 0937 5516 2704", PEPPER)) {
            Refused.by(() -> withCode(code, clinical, "elsewhere"));
        }
    }

    private SealedInward withCode(ReturnCode code, CasePart into, String text) {
        try (ClearText clear = ClearText.of(text)) {
            return code.sealInward(
                    into, UUID.randomUUID(), clear, practice.rows, practice.rows, practice.directory(), Practice.CLOCK);
        }
    }

    private String read(ReturnCode code, SealedInward sealed) {
        try (ClearText text = code.openInward(sealed, practice.rows, practice.rows, practice.directory())) {
            return text.text();
        }
    }

    private SealedInward sent(String text, Clock clock) {
        try (ClearText clear = ClearText.of(text)) {
            return PublicSeal.sealInward(
                    part, UUID.randomUUID(), clear, practice.rows, practice.rows, practice.directory(), clock);
        }
    }

    private String read(PersonalKeys reader, SealedInward sealed) {
        try (ClearText text = practice.vault(reader).openInward(sealed, Practice.why(sealed.part()))) {
            return text.text();
        }
    }
}
