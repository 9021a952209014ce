package org.safespaces.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.intake.Walker.adult;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safespaces.access.InertText;
import org.safespaces.vault.ClearText;

/** What is sealed: the right half of the answers each, with what must be known to read them later. */
class IntakeDocumentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Walker she = new Walker()
            .upTo(
                    "check",
                    adult(
                            "money",
                            "S17",
                            "look at HTTPS://example.org/x and http: //y",
                            "N01",
                            "Quillwort",
                            "SC01",
                            "email",
                            "SC02",
                            "a@b.example",
                            "T7",
                            "elsewhere"));

    private final IntakeDocument document = new IntakeDocument(
            Walker.WALK.form(she.copy()),
            Walker.WALK.complete(she.copy()),
            she.route().flags(),
            List.of(new ReadText("K01", "1", "aa"), new ReadText("X01", "1", "bb"), new ReadText("X03", "1", "cc")),
            TODAY);

    @Test
    void whatHappenedAndWhoSheIsAreTwoDocuments() {
        String clinical = text(Question.Part.CLINICAL);
        String identity = text(Question.Part.IDENTITY);
        assertTrue(clinical.contains("\"S17\"") && clinical.contains("\"T5\":[\"money\"]"));
        assertFalse(clinical.contains("Quillwort") || clinical.contains("a@b.example"));
        assertTrue(identity.contains("Quillwort") && identity.contains("a@b.example"));
        assertFalse(identity.contains("money"));
        assertTrue(identity.contains("\"N05\":[\"adult\"]"), "the age group goes with who she is");
        assertFalse((clinical + identity).contains("K03"), "what only steers the form is kept nowhere");
    }

    @Test
    void addressesInWhatSheWroteAreInert() {
        String clinical = text(Question.Part.CLINICAL);
        assertTrue(clinical.contains("look at hxxPS://example.org/x and hxxp: //y"));
        assertEquals("ahttp and httpd stay, hxxp: goes", InertText.of("ahttp and httpd stay, http: goes"));
    }

    @Test
    void theVersionOfTheFormAndOfEachTextIsKept() {
        JsonObject clinical = Answers.parse(text(Question.Part.CLINICAL));
        assertEquals("sextortion-1", clinical.getString("form"));
        assertEquals(64, clinical.getString("hash").length());
        assertEquals("bb", clinical.getJsonObject("texts").getJsonObject("X01").getString("hash"));
        assertEquals(
                "2026-11-22",
                clinical.getJsonObject("texts").getJsonObject("K01").getString("given"));
        assertEquals(
                Set.of("X03"),
                Answers.parse(text(Question.Part.IDENTITY))
                        .getJsonObject("texts")
                        .keySet());
    }

    @Test
    void whatTheReaderIsToldStandsBesideTheAnswers() {
        try (ClearText clinical = document.part(Question.Part.CLINICAL);
                ClearText identity = document.part(Question.Part.IDENTITY)) {
            assertEquals(EnumSet.of(Flag.CONCURRENT_THERAPY), IntakeDocument.flags(clinical));
            assertEquals(Set.of(), IntakeDocument.flags(identity));
            assertEquals("Quillwort", IntakeDocument.answers(clinical, identity).text("N01"));
            assertTrue(
                    IntakeDocument.answers(clinical, identity).asked("S03"), "left blank is not the same as not asked");
        }
    }

    private String text(Question.Part part) {
        try (ClearText text = document.part(part)) {
            return text.text();
        }
    }
}
