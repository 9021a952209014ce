package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.ClientCodes;
import org.safespaces.access.HandOvers;
import org.safespaces.access.NotYours;
import org.safespaces.access.Offer;
import org.safespaces.access.TextRefused;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.DocumentFile;
import org.safespaces.notes.DocumentStanding;
import org.safespaces.notes.Documents;
import org.safespaces.notes.MessagesByCode;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.NoteLocked;
import org.safespaces.notes.OpenDocument;
import org.safespaces.notes.OwnDocuments;
import org.safespaces.notes.SharedDocument;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;

/** Letters that a therapist writes to a client: a draft is hers alone, a finished one stays, and a shared one opens for both. */
@InTheServer
class DocumentsIT {
    private static final String FIRST = "Dear Reed,\n\nThis is to say that";
    private static final String WHOLE = "Dear Reed,\n\nThis is to say that you came to see me on Thursday.";

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsReed reed;

    @Inject
    private AsLinen linen;

    @Inject
    private Documents documents;

    @Inject
    private OwnDocuments ownDocuments;

    @Inject
    private MessagesByCode messages;

    @Inject
    private CaseNotes notes;

    @Inject
    private ClientCodes codes;

    @Inject
    private HandOvers handOvers;

    @Inject
    private Caller caller;

    @Inject
    private VaultLock lock;

    @Inject
    private OwnAppointments own;

    @Inject
    private OwnCases cases;

    @Inject
    private Erasing erasing;

    @Inject
    private Rows rows;

    private AtWork atRowans;
    private AtWork atReeds;
    private CaseId reeds;
    private String code;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void reedIsAClientOfRowansWithACode() {
        atRowans = AtWork.unlocked(rowan, lock, "rowan");
        atReeds = AtWork.locked(reed);
        reeds = atRowans.does(cases::opened);
        own.join(Somebody.REED, reeds);
        code = atRowans.does(() -> codes.renew(reeds));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        own.leave(Somebody.REED);
        cases.leave(reeds);
    }

    @Test
    void aDraftIsWrittenOnAndAFinishedLetterDoesNotChange() {
        UUID id = UUID.randomUUID();
        write(id, 0, FIRST, false);
        assertFalse(listed().get(0).finished());
        assertThrows(NoteChanged.class, () -> atRowans.does(() -> documents.file(reeds, id)), "a draft is no file");
        assertThrows(NoteChanged.class, () -> atRowans.acts(() -> documents.share(reeds, id)));

        write(id, 1, WHOLE, true);

        OpenDocument letter = atRowans.does(() -> documents.read(reeds, id));
        assertEquals(WHOLE, letter.said());
        assertEquals(Optional.of(LocalDate.now()), letter.finished());
        assertTrue(letter.whole());
        assertTrue(listed().get(0).finished(), "seen while the vault is locked");
        assertThrows(NoteLocked.class, () -> write(id, 2, FIRST, false));
        assertThrows(NoteLocked.class, () -> write(id, 2, FIRST, true));
        assertThrows(NoteChanged.class, () -> write(id, 1, FIRST, false), "begun before it was finished");
        assertEquals(WHOLE, atRowans.does(() -> documents.read(reeds, id)).said());
        assertTrue(atRowans.does(() -> notes.list(reeds)).isEmpty(), "a letter is no note");
        assertTrue(atRowans.does(() -> notes.isWhole(reeds)));
        assertFalse(rows.ofPractice("SELECT encode(sealed, 'escape') FROM case_item WHERE kind = 'DOCUMENT'")
                .toString()
                .contains("Thursday"));
    }

    @Test
    void theSameLetterSentTwiceIsKeptOnceAndNothingTypedIsSwallowed() {
        UUID id = UUID.randomUUID();
        write(id, 0, FIRST, false);
        write(id, 0, FIRST, false);

        assertEquals(1, listed().size());
        assertEquals(1, listed().get(0).newest().version());
        assertThrows(NoteChanged.class, () -> write(id, 0, WHOLE, false));
        assertThrows(NoteChanged.class, () -> write(id, 0, FIRST, true));
        assertThrows(NoSuchPerson.class, () -> write(noteOfTheSameCase(), 0, FIRST, false));
        assertThrows(TextRefused.class, () -> write(UUID.randomUUID(), 0, " \n ", false));
        assertThrows(TextRefused.class, () -> write(UUID.randomUUID(), 0, "x ".repeat(10_001), false));
        assertThrows(TextRefused.class, () -> write(UUID.randomUUID(), 0, "data:image/png;base64,AA", false));
    }

    private UUID noteOfTheSameCase() {
        return atRowans.does(() -> cases.note(reeds, "said"));
    }

    @Test
    void itIsAFileThatSaysWhatWasWrittenAndNothingOfIt() throws IOException {
        DocumentFile file = atRowans.does(() -> documents.file(reeds, finished()));

        assertEquals("letter-" + LocalDate.now() + ".pdf", file.name());
        try (PDDocument read = Loader.loadPDF(file.content())) {
            String text = new PDFTextStripper().getText(read);
            assertTrue(text.contains("you came to see me on Thursday."), text);
            assertTrue(text.contains("Tall Rowan"), text);
            assertEquals("Letter", read.getDocumentInformation().getTitle());
        }
        assertFalse(file.toString().contains("Thursday"));
    }

    @Test
    void whenItIsSharedSheReadsItWithHerCodeAndHasTheSameFile() {
        UUID id = finished();
        assertEquals(0, atReeds.does(() -> ownDocuments.count()));
        assertEquals(List.of(), hers(), "nothing is shared by itself");

        atRowans.acts(() -> documents.share(reeds, id));
        atRowans.acts(() -> documents.share(reeds, id));

        assertEquals(1, atReeds.does(() -> ownDocuments.count()));
        assertTrue(atReeds.does(() -> ownDocuments.isNew()), "until she has looked");
        SharedDocument letter = hers().get(0);
        assertEquals(WHOLE, letter.said());
        assertEquals(LocalDate.now(), letter.on());
        assertFalse(atReeds.does(() -> ownDocuments.isNew()));
        assertEquals(Optional.of(LocalDate.now()), listed().get(0).sharedOn());
        assertArrayEquals(
                atRowans.does(() -> documents.file(reeds, id)).content(),
                atReeds.does(() -> ownDocuments.file(code, letter.id(), visitor()))
                        .orElseThrow()
                        .content());
        assertTrue(atReeds.does(() -> ownDocuments.file(code, id, visitor())).isEmpty(), "by the id of her copy only");
        assertTrue(atReeds.does(() -> messages.read(code, visitor())).isEmpty(), "a letter is no message");
        assertEquals(1, rows.committed("audit_event WHERE action = 'DOCUMENT_SHARED' AND object_ref = ?", id));
    }

    @Test
    void nobodyElseOpensIt() {
        UUID id = finished();
        atRowans.acts(() -> documents.share(reeds, id));
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");

        assertThrows(NotYours.class, () -> atAlders.does(() -> documents.list(reeds)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> documents.read(reeds, id)));
        assertThrows(NotYours.class, () -> atAlders.does(() -> documents.file(reeds, id)));
        assertThrows(NotYours.class, () -> atAlders.acts(() -> documents.share(reeds, id)));
        assertThrows(
                NotYours.class, () -> atAlders.acts(() -> documents.write(reeds, UUID.randomUUID(), 0, FIRST, false)));
        assertThrows(
                WrongPhrase.class,
                () -> AtWork.locked(linen).does(() -> ownDocuments.read(code, visitor())),
                "a signed-in client opens her own case only");
        assertThrows(WrongPhrase.class, () -> atReeds.does(() -> ownDocuments.read("4821 0937 5516 2704", visitor())));
    }

    @Test
    void aFileIsWrittenDownBeforeItIsMade() {
        UUID id = finished();

        assertThrows(VaultLocked.class, () -> AtWork.locked(rowan).does(() -> documents.file(reeds, id)));

        assertEquals(1, rows.committed("audit_event WHERE action = 'DOCUMENT_DOWNLOADED' AND object_ref = ?", id));
    }

    @Test
    void whoeverIsGivenTheCaseHasItsLettersAndSheKeepsHers() {
        UUID id = finished();
        atRowans.acts(() -> documents.share(reeds, id));
        UUID draft = UUID.randomUUID();
        write(draft, 0, FIRST, false);
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        TherapistId alders = atAlders.does(() -> caller.therapist()).orElseThrow();

        atRowans.acts(() -> handOvers.offer(reeds, alders));
        UUID offer = atAlders.does(() -> handOvers.toMe()).stream()
                .filter(each -> each.caseId().equals(reeds))
                .map(Offer::id)
                .findFirst()
                .orElseThrow();
        atAlders.does(() -> handOvers.accept(offer));

        assertEquals(WHOLE, atAlders.does(() -> documents.read(reeds, id)).said());
        assertEquals(FIRST, atAlders.does(() -> documents.read(reeds, draft)).said());
        assertEquals(WHOLE, hers().get(0).said());
        assertThrows(NotYours.class, () -> atRowans.does(() -> documents.read(reeds, id)));
    }

    @Test
    void anErasedRecordTakesLettersAlong() throws IOException {
        UUID id = finished();
        atRowans.acts(() -> documents.share(reeds, id));
        UUID asked = atRowans.does(() -> erasing.askedByRowan(reeds));

        erasing.approve(alder, asked);

        assertEquals(0, rows.committed("case_item WHERE case_id = ?", reeds.value()));
    }

    private UUID finished() {
        UUID id = UUID.randomUUID();
        write(id, 0, WHOLE, true);
        return id;
    }

    private void write(UUID id, int upon, String said, boolean finish) {
        atRowans.acts(() -> documents.write(reeds, id, upon, said, finish));
    }

    private List<DocumentStanding> listed() {
        return AtWork.asked(rowan, () -> documents.list(reeds));
    }

    private List<SharedDocument> hers() {
        return atReeds.does(() -> ownDocuments.read(code, visitor()));
    }

    private static String visitor() {
        return UUID.randomUUID().toString();
    }
}
