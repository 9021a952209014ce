package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Backups are sealed on a server that cannot open them, and open whole or not at all. */
class BackupSealTest {
    private static final Instant MADE = Instant.parse("2026-11-23T02:15:00Z");
    private static final byte[] FULL = Bytes.random(BackupSeal.PIECE);
    private static final byte[] END = Bytes.random(100);

    private final BackupKey own = BackupKey.draw();

    private final BackupSeal sealing = BackupSeal.to(own.publicHalf(), BackupPart.MAIN, MADE);
    private final byte[] head = sealing.head();
    private final byte[] first = sealing.seal(FULL, FULL.length, false);
    private final byte[] second = sealing.seal(FULL, FULL.length, false);
    private final byte[] last = sealing.seal(END, END.length, true);

    private BackupSeal opening() {
        return BackupSeal.of(own, BackupHead.read(head));
    }

    private static byte[] open(BackupSeal seal, byte[] piece, boolean isLast) {
        return seal.open(piece, piece.length, isLast);
    }

    @Test
    void theHolderOfThePaperOpensEveryPieceInItsOrder() {
        BackupSeal seal = opening();

        assertArrayEquals(FULL, open(seal, first, false));
        assertArrayEquals(FULL, open(seal, second, false));
        assertArrayEquals(END, open(seal, last, true));
        assertEquals(BackupPart.MAIN, BackupHead.read(head).part());
        assertEquals(MADE, BackupHead.read(head).made());
    }

    @Test
    void nobodyElseOpens() {
        Refused.by(() -> BackupSeal.of(BackupKey.draw(), BackupHead.read(head)));
    }

    @Test
    void piecesExchangedLeftOutOrCutOffDoNotOpen() {
        Refused.by(() -> open(opening(), second, false));
        Refused.by(() -> open(opening(), last, true));
        Refused.by(() -> open(opening(), first, true));
        Refused.by(() -> open(opening(), new byte[BackupSeal.TAG - 1], true));
        Refused.by(() -> open(opening(), new byte[BackupSeal.TAG], true));
        BackupSeal begun = opening();
        open(begun, first, false);
        Refused.by(() -> open(begun, second, true));
        BackupSeal ended = opening();
        open(ended, first, false);
        open(ended, second, false);
        open(ended, last, true);
        Refused.by(() -> open(ended, last, true));
    }

    @Test
    void aPieceOfAnotherFileDoesNotOpen() {
        BackupSeal another = BackupSeal.to(own.publicHalf(), BackupPart.MAIN, MADE);

        Refused.by(() -> open(opening(), another.seal(FULL, FULL.length, false), false));
    }

    @Test
    void everyByteOfTheHeadIsBound() {
        for (int at = 0; at < head.length; at++) {
            byte[] changed = head.clone();
            changed[at] ^= 1;

            Refused.by(() -> open(BackupSeal.of(own, BackupHead.read(changed)), first, false));
        }
    }

    @Test
    void whatIsNoBackupIsRefused() {
        Refused.by(() -> BackupHead.read(new byte[0]));
        Refused.by(() -> BackupHead.read(Bytes.random(BackupHead.LENGTH)));
        Refused.by(() -> BackupSeal.to(new byte[32], BackupPart.KEYS, MADE));
    }

    @Test
    void theHalfThatOpensComesBackFromPaperWhateverItsCaseAndHyphens() {
        String typed = own.text().toLowerCase(Locale.ROOT).replace("-", " ");

        assertArrayEquals(
                own.publicHalf(), BackupKey.read("# a heading\n" + typed).publicHalf());
        assertFalse(own.toString().contains(own.text().substring(5, 9)));
    }

    @Test
    void aSlipOnPaperIsToldWithItsLine() {
        List<String> lines = own.text().lines().toList();
        char slip = lines.get(1).charAt(6) == 'A' ? 'B' : 'A';
        String wrong = own.text()
                .replace(
                        lines.get(1),
                        lines.get(1).substring(0, 6) + slip + lines.get(1).substring(7));

        assertEquals(
                2,
                assertThrows(SheetDoesNotRead.class, () -> BackupKey.read(wrong))
                        .line());
        assertEquals(
                0,
                assertThrows(SheetDoesNotRead.class, () -> BackupKey.read(lines.get(0)))
                        .line());
        assertEquals(
                5,
                assertThrows(SheetDoesNotRead.class, () -> BackupKey.read(own.text() + lines.get(3)))
                        .line());
    }

    @Test
    void aFileThatASecondWriterMadeOpens() throws Exception {
        Properties known = known();
        byte[] seed = Base64.getDecoder().decode(known.getProperty("seed"));
        StringBuilder paper = new StringBuilder();
        EscrowSheet.lines("backup", 1, seed).forEach(line -> paper.append(line).append('\n'));
        BackupKey key = BackupKey.read(paper.toString());
        byte[] bytes = Base64.getDecoder().decode(known.getProperty("head"));
        BackupSeal rewriting = BackupSeal.of(key, BackupHead.read(bytes));
        BackupSeal reading = BackupSeal.of(key, BackupHead.read(bytes));

        byte[] zeros = rewriting.seal(new byte[BackupSeal.PIECE], BackupSeal.PIECE, false);
        open(reading, zeros, false);

        assertArrayEquals(Base64.getDecoder().decode(known.getProperty("public")), key.publicHalf());
        assertEquals(known.getProperty("fingerprint"), BackupKey.fingerprint(key.publicHalf()));
        assertEquals(BackupPart.KEYS, BackupHead.read(bytes).part());
        assertEquals(known.getProperty("first.sha256"), HexFormat.of().formatHex(Bytes.sha256(zeros)));
        assertEquals(
                known.getProperty("text"),
                new String(
                        open(reading, Base64.getDecoder().decode(known.getProperty("last")), true),
                        StandardCharsets.UTF_8));
    }

    private static Properties known() {
        Properties known = new Properties();
        try (InputStream in = BackupSealTest.class.getResourceAsStream("backup.properties")) {
            known.load(in);
            return known;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
