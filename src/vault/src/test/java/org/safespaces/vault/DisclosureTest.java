package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DisclosureTest {
    private final Practice practice = new Practice();
    private final CasePart part = practice.opened(Compartment.CLINICAL);
    private final ItemAddress at = Practice.first(part);
    private final SealedItem note = practice.written(practice.ada, at, "text");

    @Test
    void forAnotherCaseItOpensNothing() {
        refuses(Practice.why(UUID.randomUUID(), Disclosure.Purpose.READ, Compartment.CLINICAL));
    }

    @Test
    void forAnotherCompartmentItOpensNothing() {
        refuses(Practice.why(
                part.caseId(),
                Disclosure.Purpose.READ,
                Compartment.IDENTITY,
                Compartment.PROCESS,
                Compartment.MESSAGES));
        refuses(Practice.why(part.caseId(), Disclosure.Purpose.READ));
    }

    @Test
    void onceRunOutItOpensNothing() {
        Disclosure why = Practice.why(part);
        Vault late = practice.vault(practice.ada, Clock.offset(Practice.CLOCK, Duration.ofSeconds(31)));

        Refused.by(() -> late.open(note, at, why));
    }

    @Test
    void untilItsLastSecondItOpens() {
        Vault vault = practice.vault(practice.ada, Clock.offset(Practice.CLOCK, Duration.ofSeconds(30)));
        try (ClearText text = vault.open(note, at, Practice.why(part))) {
            assertEquals("text", text.text());
        }
    }

    @Test
    void everythingThatTouchesSecretsAsksForIt() {
        Vault vault = practice.vault(practice.ada);
        Disclosure wrong = Practice.why(practice.part(Compartment.CLINICAL));
        VouchedKeys ben = practice.vouched(practice.ben);
        UUID itemId = UUID.randomUUID();
        SealedDraft draft;
        try (ClearText text = ClearText.of("draft")) {
            draft = vault.sealDraft(text, part, itemId);
        }

        Refused.by(() -> vault.openDraft(draft, part, itemId, wrong));
        Refused.by(() -> vault.grant(part, ben, GrantPurpose.COVER, 0, wrong));
        Refused.by(() -> vault.rotate(part, List.of(practice.vouched(practice.ada)), List.of(), wrong));
        Refused.by(() -> vault.rewrap(note, at, wrong));
        Refused.by(() -> vault.rewrap(draft, part, itemId, wrong));
    }

    private void refuses(Disclosure why) {
        Refused.by(() -> practice.vault(practice.ada).open(note, at, why));
    }
}
