package org.safespaces.acceptance.without;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Keyring;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/**
 * Fewer than two people who can be believed to read an enquiry: none is taken, whoever wants to write is told who can help today,
 * and what she has written stays hers. That it is the same before the server has an anchor shows {@code FoundingJourneyIT}.
 */
class WithoutReadersIT {
    private static final String WORDS = "tamarisk is what nobody may keep";

    /** What is the matter with the rows; done once more, it is mended. */
    private enum Fault {
        ONE_VERIFIED_KEY(
                """
                UPDATE directory_entry SET signature = set_byte(signature, 7, get_byte(signature, 7) # 1)
                WHERE person_id = ?
                """),
        A_SIGNATURE_THAT_FAILS(
                """
                UPDATE recipient_signature SET signature = set_byte(signature, 7, get_byte(signature, 7) # 1)
                WHERE signer_id = ? AND list_version = (SELECT max(version) FROM recipient_list)
                """);

        private final String sql;

        Fault(String sql) {
            this.sql = sql;
        }
    }

    private Keyring rows;

    @BeforeEach
    void look() {
        rows = Keyring.of(World.open());
    }

    @AfterEach
    void leave() {
        rows.close();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverAsksForATherapistIsToldKindlyWhoHelpsTodayAndCanBeginNothing(Fault fault) {
        try (Visitor stranger = Visitor.onPhoneWithoutScript()) {
            Enquiry enquiry = Enquiry.begunBy(stranger).upTo("places", Enquiry.adult("money"));
            turn(fault);
            try {
                enquiry.goOn();
                isToldOfNumbers(stranger);
                assertTrue(stranger.text().contains("We cannot take enquiries here just now"));
                assertTrue(stranger.text().contains("This is our side, and not you"));
            } finally {
                turn(fault);
            }
            stranger.goTo("/support");
            assertEquals("limits", enquiry.goOn().at(), "it comes back by itself");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsFillingItInIsToldOnThatPageAndMayGoOnLater(Fault fault) {
        try (Visitor stranger = Visitor.onPhoneWithoutScript()) {
            Enquiry enquiry = Enquiry.begunBy(stranger).upTo("s17", Enquiry.adult("money"));
            turn(fault);
            try {
                enquiry.write("S17", WORDS);
                isToldOfNumbers(stranger);
                assertTrue(stranger.text().contains("Your answers are still here, in this browser only"));
            } finally {
                turn(fault);
            }
            enquiry.upTo("check", Enquiry.adult("money", "N01", "Somebody"));
            assertTrue(stranger.text().contains(WORDS), "not a word is lost");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasFilledInBeforeIsNotSentNotKeptAndNotLost(Fault fault) {
        try (Visitor stranger = Visitor.onPhoneWithoutScript()) {
            Enquiry enquiry = Enquiry.begunBy(stranger).upToCheck(WORDS, "Tamarisk");
            long enquiries = rows.count("intake");
            long halves = rows.count("intake_wrap");
            turn(fault);
            try {
                stranger.page().click(".send button[value=send]");
                assertTrue(stranger.text().contains("It was not sent"));
                isToldOfNumbers(stranger);
                assertTrue(stranger.text().contains(WORDS), "her answers are still there");
                assertEquals(0, stranger.page().locator("#code").count());
                assertEquals(enquiries, rows.count("intake"));
                assertEquals(halves, rows.count("intake_wrap"));
                assertEquals(List.of(), tablesWith("tamarisk"));
            } finally {
                turn(fault);
            }
            stranger.goTo("/support");
            assertEquals(16, enquiry.send().length(), "the same can be sent once it is mended");
            assertEquals(enquiries + 1, rows.count("intake"));
            assertEquals(List.of(), tablesWith("tamarisk"));
        }
    }

    private static void isToldOfNumbers(Visitor stranger) {
        assertTrue(stranger.page()
                .locator("main .calls a[href='tel:116123']")
                .first()
                .isVisible());
    }

    private void turn(Fault fault) {
        assertEquals(1, rows.change(fault.sql, rows.person("Grey Alder")));
    }

    /** The tables that hold this word as text, or as bytes. */
    private List<String> tablesWith(String word) {
        String bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        return rows.all("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1").stream()
                .filter(table -> rows.count(
                                "\"" + table + "\" t WHERE lower(t::text) LIKE ? OR t::text LIKE ?",
                                "%" + word + "%",
                                "%" + bytes + "%")
                        > 0)
                .toList();
    }
}
