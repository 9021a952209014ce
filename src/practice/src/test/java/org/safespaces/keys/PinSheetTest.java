package org.safespaces.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.keys.Difference.Kind;
import org.safespaces.vault.ClearText;

/** What a vault notices between two unlocks. */
class PinSheetTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate LATER = TODAY.plusDays(3);
    private static final UUID ADA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final UUID CLEO = UUID.randomUUID();

    private final Map<UUID, UUID> vouched = new HashMap<>(Map.of(ADA, UUID.randomUUID(), BEN, UUID.randomUUID()));
    private final Map<UUID, UUID> waiting = new HashMap<>();
    private int keys = 2;
    private ListPin list = new ListPin(1, "aa");
    private ListPin logged = ListPin.NONE;
    private boolean inForce = true;

    @Test
    void aFirstLookRemembersEverythingAndHasNoNews() {
        PinSheet sheet = first();

        assertEquals(vouched.get(BEN), sheet.pins().get(BEN).keyId());
        assertFalse(sheet.pins().get(BEN).compared(), "it says that nobody compared words for it");
        assertEquals(list, sheet.list());
        assertEquals(List.of(), sheet.news());
        assertEquals(List.of(), sheet.differences(seen(), Set.of()));
    }

    @Test
    void whatDidNotChangeIsNotWrittenAgain() {
        PinSheet sheet = first();

        assertEquals(sheet, sheet.after(seen(), Set.of(), LATER));
    }

    @Test
    void aColleaguesOtherKeysAreADifferenceUntilTheirWordsAreCompared() {
        PinSheet sheet = first();
        UUID other = UUID.randomUUID();
        vouched.put(BEN, other);
        keys = 3;

        Difference found = only(sheet.differences(seen(), Set.of()));
        assertEquals(Kind.KEYS_CHANGED, found.kind());
        assertEquals(BEN, found.personId().orElseThrow());
        assertEquals(other, found.keyId().orElseThrow());
        assertEquals(List.of(), sheet.differences(seen(), Set.of(other)));

        PinSheet after = sheet.after(seen(), Set.of(other), LATER);
        assertEquals(new PinSheet.Pin(other, true, LATER), after.pins().get(BEN));
        assertEquals(List.of(), after.news(), "she knows: she has compared them");
    }

    @Test
    void otherKeysInHerOwnNameAreADifferenceToo() {
        PinSheet sheet = first();
        vouched.put(ADA, UUID.randomUUID());

        assertEquals(
                Kind.KEYS_CHANGED, only(sheet.differences(seen(), Set.of())).kind());
    }

    @Test
    void keysThatAreGoneCannotBeComparedAway() {
        PinSheet sheet = first();
        UUID gone = vouched.remove(BEN);

        assertEquals(List.of(Kind.KEYS_GONE), kinds(sheet.differences(seen(), Set.of(gone))));
    }

    @Test
    void keysOfThePastThatAreGoneAreNoticedByTheirNumber() {
        keys = 5;
        PinSheet sheet = first();
        keys = 4;

        assertEquals(List.of(Kind.FEWER_KEYS), kinds(sheet.differences(seen(), Set.of())));
    }

    @Test
    void anOlderListIsNoticedByTheSheetAndByTheLog() {
        list = new ListPin(3, "cc");
        PinSheet sheet = first();
        list = new ListPin(2, "bb");

        Difference found = only(sheet.differences(seen(), Set.of()));
        assertEquals(Kind.LIST_OLDER, found.kind());
        assertEquals(3, found.version());

        logged = new ListPin(4, "dd");
        assertEquals(4, only(sheet.differences(seen(), Set.of())).version());
        assertEquals(
                Kind.LIST_OLDER,
                only(PinSheet.blank().differences(seen(), Set.of())).kind(),
                "also for a vault that looks for the first time");
    }

    @Test
    void aListThatSaysSomethingElseUnderItsNumberIsNoticed() {
        PinSheet sheet = first();
        list = new ListPin(1, "ab");

        assertEquals(Kind.LIST_OTHER, only(sheet.differences(seen(), Set.of())).kind());
    }

    @Test
    void noListAtAllWhereThereWasOneIsNoticed() {
        PinSheet sheet = first();
        list = ListPin.NONE;

        assertEquals(Kind.LIST_OLDER, only(sheet.differences(seen(), Set.of())).kind());
    }

    @Test
    void newKeysVouchedKeysAndANewListAreNewsUntilSheSaysSheKnows() {
        PinSheet sheet = first();
        UUID cleos = UUID.randomUUID();
        waiting.put(cleos, CLEO);
        sheet = sheet.after(seen(), Set.of(), TODAY);
        assertEquals(List.of(KeyNews.Kind.PUBLISHED), news(sheet));

        waiting.clear();
        vouched.put(CLEO, cleos);
        keys = 3;
        list = new ListPin(2, "bb");
        assertEquals(List.of(), sheet.differences(seen(), Set.of()));
        sheet = sheet.after(seen(), Set.of(), LATER);

        assertEquals(
                List.of(KeyNews.Kind.VOUCHED, KeyNews.Kind.LIST_CHANGED),
                news(sheet),
                "that she made keys is no news beside that");
        assertEquals(sheet, sheet.after(seen(), Set.of(), LATER.plusDays(1)), "nothing is told twice");
        assertEquals(List.of(), news(sheet.told()));
        assertEquals(sheet.told(), sheet.told().after(seen(), Set.of(), LATER.plusDays(1)));
    }

    @Test
    void aListThatIsNotBelievedIsNotRemembered() {
        PinSheet sheet = first();
        list = new ListPin(9, "99");
        inForce = false;

        assertEquals(List.of(), sheet.differences(seen(), Set.of()));
        assertEquals(sheet, sheet.after(seen(), Set.of(), LATER));
    }

    @Test
    void whoeverComparedHasNoNewsOfItAndTheSheetSaysThatSheDid() {
        PinSheet sheet = first();
        UUID cleos = UUID.randomUUID();
        waiting.put(cleos, CLEO);
        sheet = sheet.after(seen(), Set.of(), TODAY).comparedWith(CLEO, cleos, TODAY);
        waiting.clear();
        vouched.put(CLEO, cleos);
        keys = 3;

        sheet = sheet.after(seen(), Set.of(), LATER);

        assertEquals(List.of(), news(sheet));
        assertTrue(sheet.hasCompared(CLEO, cleos));
        assertFalse(sheet.hasCompared(CLEO, UUID.randomUUID()));
    }

    @Test
    void aSheetIsReadAsItWasWritten() {
        waiting.put(UUID.randomUUID(), UUID.randomUUID());
        list = new ListPin(2, "bb");
        PinSheet sheet = PinSheet.blank()
                .after(seen(), Set.of(vouched.get(BEN)), TODAY)
                .comparedWith(CLEO, UUID.randomUUID(), LATER);
        assertTrue(sheet.news().size() >= 3);

        try (ClearText text = sheet.write()) {
            assertEquals(sheet, PinSheet.read(text));
        }
    }

    private PinSheet first() {
        return PinSheet.first(seen(), Set.of(), TODAY);
    }

    private SeenKeys seen() {
        return new SeenKeys(ADA, Map.copyOf(vouched), Map.copyOf(waiting), keys, list, inForce, logged);
    }

    private static List<KeyNews.Kind> news(PinSheet sheet) {
        return sheet.news().stream().map(PinSheet.Noted::kind).toList();
    }

    private static List<Kind> kinds(List<Difference> differences) {
        return differences.stream().map(Difference::kind).toList();
    }

    private static Difference only(List<Difference> differences) {
        assertEquals(1, differences.size(), differences::toString);
        return differences.get(0);
    }
}
