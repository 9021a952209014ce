package org.safespaces.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

class ContactCardTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 8);

    @Test
    void nothingIsSentBeforeItIsConfirmedAndWhileAnythingStopsIt() {
        ContactCard blank = ContactCard.blank();
        assertFalse(blank.lets());
        assertFalse(blank.stopped(ContactCard.Stop.PAUSED).lets());
        ContactCard confirmed = blank.confirmed(terms("her@example.org"), TODAY);
        assertTrue(confirmed.lets());
        for (ContactCard.Stop stop : ContactCard.Stop.values()) {
            assertFalse(confirmed.stopped(stop).lets());
            assertFalse(
                    confirmed
                            .stopped(stop)
                            .confirmed(terms("new@example.org"), TODAY)
                            .lets(),
                    "confirming is not looking");
            assertTrue(confirmed.stopped(stop).resumed().lets());
        }
        assertFalse(confirmed.confirmed(ContactTerms.nothing(), TODAY).lets(), "no way is permitted");
    }

    @Test
    void afterThreeMonthsSheIsAskedAgain() {
        Period quarter = Period.ofMonths(3);
        ContactCard confirmed = ContactCard.blank().confirmed(terms("her@example.org"), TODAY);
        assertFalse(ContactCard.blank().isDue(quarter, TODAY), "what was never confirmed is not confirmed again");
        assertFalse(confirmed.isDue(quarter, LocalDate.of(2027, 6, 7)));
        assertTrue(confirmed.isDue(quarter, LocalDate.of(2027, 6, 8)));
    }

    @Test
    void whatIsWrittenIsWhatIsRead() {
        ContactCard full = ContactCard.blank()
                .confirmed(terms("her@example.org"), TODAY)
                .stopped(ContactCard.Stop.FROZEN)
                .stopped(ContactCard.Stop.PAUSED);
        for (ContactCard card : Set.of(ContactCard.blank(), full, full.resumed())) {
            assertEquals(card, ContactCard.read(card.written()));
        }
        assertFalse(full.toString().contains("example"));
        assertFalse(full.terms().toString().contains("example"));
    }

    /** Whether letters rest, and how long an address is, cannot be seen from outside. */
    @Test
    void everyCardIsOfOneSize() {
        ServerSeal seal = new ServerSeal(UUID.randomUUID(), 1, new byte[32], new byte[32]);
        ContactCard longest = ContactCard.blank()
                .confirmed(
                        terms("a".repeat(64) + "@" + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(60)
                                + ".example"),
                        TODAY)
                .stopped(ContactCard.Stop.FROZEN)
                .stopped(ContactCard.Stop.PAUSED);
        Set<Integer> sizes = Stream.of(ContactCard.blank(), longest)
                .map(card -> {
                    try (ClearText text = card.written()) {
                        return seal.seal(text, new Column("contact_card", "sealed"), UUID.randomUUID())
                                .bytes()
                                .length;
                    }
                })
                .collect(Collectors.toSet());
        assertEquals(1, sizes.size());
    }

    @Test
    void aTimeIsSaidOnlyToSomebodyWhoseLettersNobodyElseReads() {
        ContactTerms alone = terms("her@example.org");
        assertTrue(alone.isTimeSaid());
        assertFalse(new ContactTerms(alone.mail(), false, false, false, alone.times(), true, alone.reminders())
                .isTimeSaid());
    }

    @Test
    void lettersNeedASafeHour() {
        SafeTimes never = new SafeTimes(false, Set.of());
        ReminderWish none = new ReminderWish(false, false, false);
        assertThrows(
                IllegalArgumentException.class,
                () -> new ContactTerms(Optional.of("her@example.org"), false, false, false, never, false, none));
    }

    private static ContactTerms terms(String mail) {
        Set<SafeTimes.Part> all = Stream.of(DayOfWeek.values())
                .flatMap(day -> Stream.of(PartOfDay.values()).map(part -> new SafeTimes.Part(day, part)))
                .collect(Collectors.toSet());
        return new ContactTerms(
                Optional.of(mail),
                true,
                true,
                true,
                new SafeTimes(false, all),
                false,
                new ReminderWish(true, true, true));
    }
}
