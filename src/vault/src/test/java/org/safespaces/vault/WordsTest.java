package org.safespaces.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void theListIsTheFrozenOne() throws Exception {
        try (InputStream list = Words.class.getResourceAsStream("words.txt")) {
            assertEquals(
                    "6d557f0693958fb5e650b68b5bee585eb82cf4da32965505c789e924743bc522",
                    Hex.of(Bytes.sha256(list.readAllBytes())));
        }
    }

    @Test
    void aHashStandsForItsDigitsInBase7776() {
        assertEquals("abacus abacus abacus abacus abacus abdomen", Words.standingFor(new byte[] {1}, 6));
        assertEquals("abacus abacus abacus abacus abdomen abacus", Words.standingFor(Hex.bytes("1e60"), 6));
        assertEquals("zoom", Words.standingFor(Hex.bytes("1e5f"), 1));
    }

    @Test
    void aDrawnPhraseHasSixWordsWithoutHyphens() {
        for (int draw = 0; draw < 500; draw++) {
            try (Secret drawn = Passphrase.draw()) {
                String[] words = drawn.text().split(" ");
                assertEquals(6, words.length);
                assertTrue(Arrays.stream(words).allMatch(Words::knows));
                assertFalse(drawn.text().contains("-"));
            }
        }
    }

    @Test
    void strongPhrasesAreAccepted() {
        for (String own : List.of(
                "Nine purple kettles boil under the Severn bridge",
                "the tortoise wears my grandfather's waistcoat",
                "k9$Vq!t2-Xw7#Lp4Z&c8")) {
            assertTrue(Passphrase.strongEnough(own), own);
        }
        assertTrue(Passphrase.strongEnough("acid aged tidy spud oat veto"));
    }

    @Test
    void weakPhrasesAreNot() {
        for (String own : List.of(
                "",
                "short",
                "password password password password",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "abcdefghijklmnopqrstuvwxyz",
                "01234567890123456789",
                "abc abc abc abc abc abc abc abc",
                "my dog is called rex",
                "ababababababababababababab",
                "Liverpool1984!!!!")) {
            assertFalse(Passphrase.strongEnough(own), own);
        }
    }
}
