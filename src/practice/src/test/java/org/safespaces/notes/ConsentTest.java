package org.safespaces.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safespaces.vault.ClearText;

/** What a client agrees to: no until she says yes, and no again when she takes it back or the time is over. */
class ConsentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void onlyAYesWhoseTimeIsNotOverCounts() {
        assertFalse(consent(Consent.State.ASKED, null).counts(TODAY));
        assertTrue(consent(Consent.State.GIVEN, null).counts(TODAY));
        assertTrue(consent(Consent.State.GIVEN, TODAY).counts(TODAY), "its last day");
        assertFalse(consent(Consent.State.GIVEN, TODAY).counts(TODAY.plusDays(1)));
        assertFalse(consent(Consent.State.REFUSED, null).counts(TODAY));
        assertFalse(consent(Consent.State.WITHDRAWN, null).counts(TODAY));
    }

    @Test
    void sheAnswersWhatWasAskedTakesBackWhatSheGaveAndMayChangeHerMind() {
        assertEquals(Set.of(Consent.State.GIVEN, Consent.State.REFUSED), after(Consent.State.ASKED));
        assertEquals(Set.of(Consent.State.WITHDRAWN), after(Consent.State.GIVEN));
        assertEquals(Set.of(Consent.State.GIVEN), after(Consent.State.REFUSED));
        assertEquals(Set.of(Consent.State.GIVEN), after(Consent.State.WITHDRAWN));
    }

    private static Set<Consent.State> after(Consent.State state) {
        return Stream.of(Consent.State.values())
                .filter(consent(state, null)::leadsTo)
                .collect(Collectors.toSet());
    }

    @Test
    void eachStepSaysByItselfWhatWasDecided() {
        Consent given = consent(Consent.State.GIVEN, TODAY.plusYears(1));
        try (ClearText text = ConsentDocument.write(given)) {
            assertEquals(Optional.of(given), ConsentDocument.read(text, given.id(), given.upon()));
        }
    }

    @Test
    void whatIsNoConsentIsLeftOut() {
        Consent given = consent(Consent.State.GIVEN, TODAY);
        try (ClearText ours = ConsentDocument.write(given)) {
            Map<String, String> damage = Map.of(
                    "\"SURGERY\"", "\"SHOPPING\"",
                    "\"GIVEN\"", "\"MAYBE\"",
                    "\"CLIENT\"", "\"SOMEBODY\"",
                    "\"on\":\"2026-11-23\"", "\"on\":\"2026-11-32\"",
                    "\"until\":\"2026-11-23\"", "\"until\":\"never\"",
                    "\"Mill Lane\"", "7",
                    "\"share\"", "\"shared\"",
                    "{", "[");
            damage.forEach((was, is) -> {
                assertTrue(ours.text().contains(was), was);
                try (ClearText damaged = ClearText.of(ours.text().replace(was, is))) {
                    assertEquals(Optional.empty(), ConsentDocument.read(damaged, given.id(), given.upon()), is);
                }
            });
        }
    }

    @Test
    void whatSheSendsDecidesOnlyIfItSaysSo() {
        UUID id = UUID.randomUUID();
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        try (ClearText plain = MessageText.hers("hello", now);
                ClearText deciding = MessageText.hers("yes", now, new ConsentAnswer(id, Consent.State.GIVEN, TODAY));
                ClearText nonsense = ClearText.of("{\"consent\": {\"id\": \"x\"}}");
                ClearText nothing = ClearText.of("not json")) {
            assertEquals(Optional.empty(), ConsentAnswer.read(plain));
            assertEquals(Optional.of(new ConsentAnswer(id, Consent.State.GIVEN, TODAY)), ConsentAnswer.read(deciding));
            assertEquals(Optional.empty(), ConsentAnswer.read(nonsense));
            assertEquals(Optional.empty(), ConsentAnswer.read(nothing));
            assertEquals(
                    Optional.of("yes"),
                    MessageText.read(deciding, true).orElseThrow().said());
            assertEquals(Optional.empty(), MessageText.read(nothing, true));
            assertEquals(Optional.empty(), MessageText.read(nonsense, true));
        }
    }

    private static Consent consent(Consent.State state, LocalDate until) {
        ConsentTerms terms = new ConsentTerms(
                ConsentTerms.Purpose.SURGERY, "Mill Lane", "that I come", "why", Optional.ofNullable(until));
        return new Consent(
                UUID.fromString("5b1c7d6e-0000-4000-8000-000000000001"), 2, terms, state, TODAY, Consent.By.CLIENT);
    }
}
