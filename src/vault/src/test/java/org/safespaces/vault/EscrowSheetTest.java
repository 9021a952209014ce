package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safespaces.vault.EscrowSheet.Entry;
import org.safespaces.vault.EscrowSheet.Kind;

class EscrowSheetTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final EscrowSheet sheet = sheet();

    private static EscrowSheet sheet() {
        return new EscrowSheet(
                UUID.randomUUID(),
                List.of(
                        new Entry(Kind.INDEX_KEY, 1, Bytes.random(32)),
                        new Entry(Kind.PEPPER, 2, Bytes.random(32)),
                        new Entry(Kind.PEPPER, 1, Bytes.random(32)),
                        new Entry(Kind.KEYSTORE_KEY, 17, Bytes.random(32)),
                        new Entry(Kind.SERVER_KEY, 1, Bytes.random(32))));
    }

    @Test
    void whatIsTypedFromPaperIsWhatWasPrinted() {
        EscrowSheet read = EscrowSheet.read(sheet.text());

        assertTrue(read.sameAs(sheet));
        assertEquals(sheet.tenantId(), read.tenantId());
        assertEquals(5, read.entries().size());
        for (int i = 0; i < 5; i++) {
            assertEquals(sheet.entries().get(i).kind(), read.entries().get(i).kind());
            assertEquals(sheet.entries().get(i).version(), read.entries().get(i).version());
            assertArrayEquals(
                    sheet.entries().get(i).value(), read.entries().get(i).value());
        }
    }

    @Test
    void edgesOfBytesSurviveThePaper() {
        for (int edge : new int[] {0x00, 0xFF, 0x80, 0x01}) {
            byte[] value = new byte[32];
            java.util.Arrays.fill(value, (byte) edge);
            List<Entry> entries = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                entries.add(new Entry(kind, 1, value));
            }
            EscrowSheet even = new EscrowSheet(new UUID(0, 0), entries);

            assertTrue(EscrowSheet.read(even.text()).sameAs(even));
        }
    }

    @Test
    void itIsReadWhateverCaseSpacesHyphensAndLookAlikes() {
        String typed = sheet.text()
                .toLowerCase(Locale.ROOT)
                .replace("-", " \u2013 ")
                .replace("\n", "\r\n")
                .replaceAll("(?m)^  \\d  ", "\t");
        // in the codes only: a name is a name
        StringBuilder lookAlike = new StringBuilder();
        for (String line : typed.split("\r\n", -1)) {
            boolean code = line.contains("\u2013");
            lookAlike
                    .append(code ? line.replace('0', 'o').replace('1', 'l') : line)
                    .append("\r\n");
        }

        assertTrue(EscrowSheet.read("# typed by hand\n" + lookAlike).sameAs(sheet));
    }

    @Test
    void everySingleWrongCharacterIsNoticedAndMostlyWithItsLine() {
        String text = sheet.text();
        int tried = 0;
        int located = 0;
        for (int at = 0; at < text.length(); at++) {
            if (!isCode(text, at)) {
                continue;
            }
            for (char other : ALPHABET.toCharArray()) {
                if (other != text.charAt(at)) {
                    SheetDoesNotRead refused = refused(text.substring(0, at) + other + text.substring(at + 1));
                    tried++;
                    located += refused.line() == lineOf(text, at) ? 1 : 0;
                }
            }
        }
        assertTrue(tried > 10_000);
        assertTrue(located > tried * 0.97, located + " of " + tried);
    }

    @Test
    void whatIsLeftOutExchangedOrPutElsewhereIsNoticed() {
        List<String> lines = new ArrayList<>(sheet.text().lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                List<String> without = new ArrayList<>(lines);
                without.remove(i);
                refused(String.join("\n", without));
            }
            if (!lines.get(i).isBlank() && i < lines.indexOf("check")) {
                List<String> doubled = new ArrayList<>(lines);
                doubled.add(i, lines.get(i));
                refused(String.join("\n", doubled));
            }
        }
        refused(sheet.text().replaceFirst("pep 1", "pep 3"));
        refused(sheet.text().replaceFirst("k2 1", "ki 2"));
        refused("");
        refused("tenant");
        String other = sheet().text();
        refused(other.substring(0, other.indexOf("pep"))
                + sheet.text().substring(sheet.text().indexOf("pep")));
    }

    @Test
    void aSheetSaysNothingOfItselfInALog() {
        assertFalse(
                sheet.toString().contains(sheet.text().lines().toList().get(1).substring(5, 9)));
        assertTrue(sheet.entries().get(0).toString().contains("redacted"));
        assertFalse(
                refused(sheet.text().replaceFirst("-\\w", "-!")).getMessage().contains("!"));
    }

    @Test
    void aSheetThatLacksASecretIsNeverPrinted() {
        List<Entry> some = sheet.entries().stream()
                .filter(entry -> entry.kind() != Kind.KEYSTORE_KEY)
                .toList();

        assertThrows(IllegalArgumentException.class, () -> new EscrowSheet(sheet.tenantId(), some));
    }

    private static SheetDoesNotRead refused(String typed) {
        return assertThrows(SheetDoesNotRead.class, () -> EscrowSheet.read(typed), typed);
    }

    private static boolean isCode(String text, int at) {
        String line = text.lines().toList().get(lineOf(text, at) - 1);
        int start = text.lastIndexOf('\n', at) + 1;
        return line.contains("-") && at - start >= 5 && ALPHABET.indexOf(text.charAt(at)) >= 0;
    }

    private static int lineOf(String text, int at) {
        return (int) text.substring(0, at).chars().filter(each -> each == '\n').count() + 1;
    }
}
