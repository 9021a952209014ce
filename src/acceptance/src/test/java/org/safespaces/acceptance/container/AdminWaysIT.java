package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Newcomers.word;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.Accounts;
import org.safespaces.access.Covers;
import org.safespaces.access.HandOvers;
import org.safespaces.access.Joining;
import org.safespaces.access.NotYours;
import org.safespaces.access.Role;
import org.safespaces.intake.Intakes;
import org.safespaces.keys.Colleagues;
import org.safespaces.keys.Difference;
import org.safespaces.keys.KeysDoNotFit;
import org.safespaces.keys.Replay;
import org.safespaces.keys.StoppedWork;
import org.safespaces.keys.UnvouchedColleague;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.NoteSearch;
import org.safespaces.notes.OpenNote;
import org.safespaces.notes.Sought;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.Pepper;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.ReturnCode;

/**
 * The ways in which an admin of the application, of Keycloak or of the databases tries to read a record: test T-admin of the plan.
 * Of each way two things are shown: no word of the record was seen, and something was left behind that somebody sees, which is
 * named. Beside those who rule the databases stands whoever helps them: Birch with a role she was given, or Alder, who holds
 * other cases. What is more to each of the ways stands in the tests of its own part.
 */
@InTheServer
class AdminWaysIT {
    private static final String WRONG = "six words that nobody ever drew";

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsBirch birch;

    @Inject
    private AsBirchPromoted birchPromoted;

    @Inject
    private AsReed reed;

    @Inject
    private Accounts accounts;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private CaseNotes notes;

    @Inject
    private NoteSearch search;

    @Inject
    private Colleagues colleagues;

    @Inject
    private HandOvers handOvers;

    @Inject
    private Covers covers;

    @Inject
    private Joining joining;

    @Inject
    private Intakes intakes;

    @Inject
    private VaultLock lock;

    @Inject
    private StoppedWork stopped;

    @Inject
    private Replay replay;

    @Inject
    private OwnCases own;

    @Inject
    private Newcomers newcomers;

    @Inject
    private Erasing erasing;

    @Inject
    private Meddling meddling;

    @Inject
    private Rows rows;

    private AtWork atRowans;
    private UUID rowans;
    private CaseId id;
    private UUID note;
    private String said;
    private UUID birchs;
    private String phraseOfBirch;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void aRecordOfRowans() {
        atRowans = AtWork.unlocked(rowan, lock, "rowan");
        rowans = person(atRowans);
        id = atRowans.does(own::opened);
        said = "zinc " + UUID.randomUUID();
        note = atRowans.does(() -> own.note(id, said));
    }

    @AfterEach
    void everybodyWorksOn() {
        own.leave(id);
        if (birchs != null) {
            newcomers.leave(birchs);
        }
        // and wrong tries under her name are forgotten with a right one
        assertTrue(AtWork.unlocked(rowan, lock, "rowan").does(() -> lock.isOpen()));
    }

    // ---- an admin of the application, an admin of Keycloak

    @Test
    void anAdminWhoGivesHerselfTheRoleOfATherapistIsRefusedAndTheLogHasBoth() {
        UUID account = as(birch, () -> caller.reference(Somebody.BIRCH));
        leaves("ROLE_GIVEN", "DONE", account, () -> asBirch(() -> accounts.give(Somebody.BIRCH, Role.THERAPIST)));
        try {
            AtWork promoted = promoted();
            leaves("ACCESS_REFUSED", "REFUSED", id.value(), () -> meets(NotYours.class, promoted));
            seesNothing(promoted);
        } finally {
            asBirch(() -> accounts.take(Somebody.BIRCH, Role.THERAPIST));
        }
    }

    @Test
    void whoeverSetsATherapistsPasswordAnewMeetsALockedVaultAndEachTryIsInTheLog() {
        AtWork inHerName = AtWork.locked(rowan);

        leaves("NOTE_OPENED", "DONE", note, () -> meets(VaultLocked.class, inHerName));
        leaves(
                "VAULT_UNLOCK_FAILED",
                "REFUSED",
                rowans,
                () -> assertThrows(WrongPhrase.class, () -> inHerName.does(() -> lock.unlock(WRONG))));
        seesNothing(inHerName);
    }

    @Test
    void aVaultBegunAnewInHerNameOpensNothingOfHersAndItsMakingIsInTheLog() {
        meddling.keeping(List.of("pin_sheet", "key_slot", "directory_entry"), () -> {
            AtWork inHerName = AtWork.locked(rowan);
            List<String> phrase = new ArrayList<>();
            leaves(
                    "VAULT_MADE_ANEW",
                    "DONE",
                    rowans,
                    () -> phrase.add(inHerName.does(() -> newcomers.makesAVault(true))));
            AtWork unlocked = AtWork.unlockedWith(rowan, lock, phrase.get(0));

            assertTrue(unlocked.does(() -> lock.isOpen()), "it is a vault");
            leaves("RECORD_DOES_NOT_MATCH", "DONE", note, () -> meets(DoesNotOpen.class, unlocked));
            seesNothing(unlocked);
        });
    }

    // ---- whoever writes to the databases: ways to a vault

    @Test
    void aSlotOfOnesOwnWrittenOverHersIsAWrongPhraseAndIsInTheLog() {
        promoted();
        String phrase = phraseOfBirch;
        for (String copy : List.of(
                "UPDATE key_slot h SET (id, memory_kib, passes, lanes, salt, pepper_version, sealed_seed) = (SELECT"
                        + " gen_random_uuid(), memory_kib, passes, lanes, salt, pepper_version, sealed_seed"
                        + " FROM key_slot m WHERE m.person_id = '" + birchs + "' AND m.kind = h.kind)"
                        + " WHERE h.person_id = '" + rowans + "'",
                "UPDATE key_slot SET person_id = '" + rowans + "' WHERE person_id = '" + birchs + "'")) {
            meddling.keeping(List.of("key_slot"), () -> {
                rows.changeAsOwner(copy);
                AtWork inHerName = AtWork.locked(rowan);
                leaves(
                        "VAULT_UNLOCK_FAILED",
                        "REFUSED",
                        rowans,
                        () -> assertThrows(WrongPhrase.class, () -> inHerName.does(() -> lock.unlock(phrase)), copy));
                seesNothing(inHerName);
            });
        }
    }

    @Test
    void costsOfAPhraseEditedInItsRowOpenNothingStopNothingAndAreInTheLog() {
        for (String edited : List.of(
                "memory_kib = 8, passes = 1, lanes = 1",
                "memory_kib = 4194304",
                "passes = 2147483647",
                "lanes = -1",
                "pepper_version = 99")) {
            meddling.keeping(List.of("key_slot"), () -> {
                rows.changeAsOwner("UPDATE key_slot SET " + edited + " WHERE person_id = ? AND kind = 1", rowans);
                leaves(
                        "VAULT_UNLOCK_FAILED",
                        "REFUSED",
                        rowans,
                        () -> assertThrows(WrongPhrase.class, () -> AtWork.unlocked(rowan, lock, "rowan"), edited));
            });
            AtWork.unlocked(rowan, lock, "rowan");
        }
    }

    // ---- ways to be sealed to

    @Test
    void aKeyPutInPlaceOfAColleaguesIsSealedNothingAndStopsTheOthers() {
        UUID alders = person(AtWork.locked(alder));
        PersonalKeys hazel = newcomers.arrive("Hazel");
        atRowans.acts(() -> colleagues.vouch(hazel.publicKeys().keyId(), word(hazel, 4), word(hazel, 6)));
        AtWork working = AtWork.unlocked(rowan, lock, "rowan");
        meddling.keeping(List.of("vouch", "directory_entry"), () -> {
            PersonalKeys swapped = newcomers.beginAnew(alders);
            newcomers.vouch(hazel, swapped);

            assertThrows(
                    UnvouchedColleague.class, () -> working.acts(() -> handOvers.offer(id, new TherapistId(alders))));
            leaves(
                    "KEYS_DO_NOT_MATCH",
                    "REFUSED",
                    rowans,
                    () -> assertEquals(Difference.Kind.KEYS_CHANGED, stopsWith()));
            assertEquals(
                    0,
                    rows.committed(
                            "case_grant WHERE recipient_key_id = ?",
                            swapped.publicKeys().keyId()));
        });
    }

    @Test
    void aRecipientAddedToTheListReceivesNothingNoEnquiryIsTakenAndTheOthersAreStopped() {
        PersonalKeys mallory = newcomers.arrive("Mallory");
        assertTrue(takesEnquiries());
        meddling.keeping(List.of("recipient"), () -> {
            rows.changeAsOwner(
                    "INSERT INTO recipient (id, list_version, person_id, key_id)"
                            + " SELECT gen_random_uuid(), max(version), ?, ? FROM recipient_list",
                    mallory.personId(),
                    mallory.publicKeys().keyId());

            leaves("RECIPIENTS_DO_NOT_VERIFY", "REFUSED", Newcomers.tenant(), () -> assertFalse(takesEnquiries()));
            leaves("KEYS_DO_NOT_MATCH", "REFUSED", rowans, () -> assertEquals(Difference.Kind.LIST_OTHER, stopsWith()));
        });
        assertEquals(0, rows.committed("intake_wrap WHERE recipient_id = ?", mallory.personId()));
        newcomers.leave(mallory);
    }

    @Test
    void aMemoryOfKeysEditedStopsItsOwner() {
        meddling.keeping(List.of("pin_sheet"), () -> {
            rows.changeAsOwner(
                    "UPDATE pin_sheet SET sealed = sha512(sealed)"
                            + " WHERE key_id IN (SELECT key_id FROM key_slot WHERE person_id = ?)",
                    rowans);

            leaves(
                    "KEYS_DO_NOT_MATCH",
                    "REFUSED",
                    rowans,
                    () -> assertEquals(Difference.Kind.SHEET_UNREADABLE, stopsWith()));
        });
    }

    @Test
    void aCodeLedToAnothersCaseShowsNoRecordGetsNoKeyAndIsInTheLog() throws IOException {
        String shown = ReturnCode.draw(ReturnCode.Form.DIGITS);
        try (ReturnCode code =
                ReturnCode.open(shown, new Pepper(1, HexFormat.of().parseHex(Development.secret("pep"))))) {
            UUID codeId = code.keys().codeId();
            rows.changeAsOwner(
                    "INSERT INTO return_code (lookup, code_id, box_key, case_id, expires_on, given_on, given_by)"
                            + " VALUES (?, ?, ?, ?, current_date + 30, current_date, 'ENQUIRY')",
                    code.lookup(),
                    codeId,
                    code.keys().boxKey(),
                    id.value());

            leaves("CLIENT_JOINED", "DONE", id.value(), () -> as(reed, () -> joined(shown)));
            leaves("KEYS_DO_NOT_MATCH", "REFUSED", id.value(), () -> atRowans.acts(() -> covers.changeLock(id)));
            assertEquals(0, rows.committed("case_grant WHERE recipient_id = ?", codeId));
        } finally {
            rows.changeAsOwner("DELETE FROM client WHERE case_id = ?", id.value());
            rows.changeAsOwner("DELETE FROM return_code WHERE case_id = ?", id.value());
        }
    }

    // ---- ways to a case

    @Test
    void aGrantInjectedUnderAnotherNameOpensNothingAndTheRecordIsDoubted() {
        AtWork promoted = promoted();
        enterIntoTheCaseloadOf(birchs);
        rows.changeAsOwner(
                "INSERT INTO case_grant (id, case_id, compartment, epoch, recipient_id, recipient_key_id, purpose,"
                        + " not_after, encapsulation, ciphertext, grantor_id, grantor_key_id, signature)"
                        + " SELECT gen_random_uuid(), case_id, compartment, epoch, ?::uuid, (SELECT key_id FROM"
                        + " directory_entry WHERE person_id = ?), purpose, not_after, encapsulation, ciphertext,"
                        + " grantor_id, grantor_key_id, signature FROM case_grant WHERE case_id = ?",
                birchs,
                birchs,
                id.value());

        leaves("RECORD_DOES_NOT_MATCH", "DONE", note, () -> meets(DoesNotOpen.class, promoted));
        seesNothing(promoted);
        assertEquals(said, read(atRowans), "and she who holds it reads on");
    }

    @Test
    void anEpochInjectedWithASecretOfOnesOwnIsSealedNothingAndTheRecordIsDoubted() {
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        CaseId another = atAlders.does(own::opened);
        for (String copy : List.of(
                "INSERT INTO case_epoch (id, case_id, compartment, epoch, ek_id, previous_hash, holders, signer_id,"
                        + " signer_key_id, signature) SELECT gen_random_uuid(), ?, compartment, 1, ek_id, previous_hash,"
                        + " holders, signer_id, signer_key_id, signature FROM case_epoch WHERE case_id = ?",
                "INSERT INTO case_grant (id, case_id, compartment, epoch, recipient_id, recipient_key_id, purpose,"
                        + " not_after, encapsulation, ciphertext, grantor_id, grantor_key_id, signature)"
                        + " SELECT gen_random_uuid(), ?, compartment, 1, recipient_id, recipient_key_id, purpose,"
                        + " not_after, encapsulation, ciphertext, grantor_id, grantor_key_id, signature"
                        + " FROM case_grant WHERE case_id = ?")) {
            rows.changeAsOwner(copy, id.value(), another.value());
        }
        enterIntoTheCaseloadOf(person(atAlders));

        leaves("RECORD_DOES_NOT_MATCH", "DONE", note, () -> meets(DoesNotOpen.class, atAlders));
        assertThrows(RuntimeException.class, () -> atRowans.does(() -> own.note(id, said)));
        assertEquals(1, rows.committed("case_item WHERE case_id = ?", id.value()), "nothing was sealed under it");
        seesNothing(atAlders);
        own.leave(another);
    }

    /** As somebody who kept a dump of the rows, and can write to the database besides. */
    @Test
    void rowsAndGrantsOfBeforeAHandOverReplayedOpenNothingAndTheRecordIsDoubted() {
        String before = rows.ofPractice("SELECT encode(dek_wrapped, 'hex') FROM case_item WHERE item_id = ?", note)
                .get(0);
        handOverToAlder();
        assertFalse(before.equals(
                rows.ofPractice("SELECT encode(dek_wrapped, 'hex') FROM case_item WHERE item_id = ?", note)
                        .get(0)));
        rows.changeAsOwner(
                "UPDATE case_item SET epoch = 0, dek_wrapped = decode(?, 'hex') WHERE item_id = ?", before, note);
        enterIntoTheCaseloadOf(rowans);
        leaves("RECORD_DOES_NOT_MATCH", "DONE", note, () -> meets(DoesNotOpen.class, atRowans));

        rows.changeAsOwner("DELETE FROM case_grant WHERE case_id = ? AND epoch > 0", id.value());
        rows.changeAsOwner("DELETE FROM case_epoch WHERE case_id = ? AND epoch > 0", id.value());
        leaves("RECORD_DOES_NOT_MATCH", "DONE", note, () -> meets(DoesNotOpen.class, atRowans));
        seesNothing(atRowans);
    }

    @Test
    void aCoverMadeLongerInItsRowsOpensNothingAndTheRecordIsDoubted() {
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        TherapistId alders = new TherapistId(person(atAlders));
        atRowans.acts(() -> covers.give(List.of(id), alders, today, today));
        rows.change("UPDATE cover SET ends = now() + interval '300 days' WHERE case_id = ?", id.value());
        rows.changeAsOwner(
                "UPDATE case_grant SET not_after = not_after + 25920000 WHERE case_id = ? AND purpose = 3", id.value());

        leaves("RECORD_DOES_NOT_MATCH", "DONE", note, () -> meets(DoesNotOpen.class, atAlders));
        seesNothing(atAlders);
    }

    @Test
    void anOfferThatNobodyMadeIsNotTakenUpAndTheTryIsInTheLog() {
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        UUID offer = UUID.randomUUID();
        rows.changeAsOwner(
                "INSERT INTO hand_over (id, case_id, from_id, to_id, offered_on, state)"
                        + " VALUES (?, ?, ?, ?, current_date, 'OFFERED')",
                offer,
                id.value(),
                rowans,
                person(atAlders));

        leaves(
                "EPOCH_CHANGED",
                "REFUSED",
                id.value(),
                () -> assertThrows(KeysDoNotFit.class, () -> atAlders.does(() -> handOvers.accept(offer))));
        meets(NotYours.class, atAlders);
        seesNothing(atAlders);
        assertEquals(said, read(atRowans));
    }

    // ---- ways to a note, and to hide one

    @Test
    void aNoteMovedIntoACaseOfOnesOwnDoesNotOpenThereAndBothRecordsAreDoubted() {
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        CaseId another = atAlders.does(own::opened);
        rows.changeAsOwner("UPDATE case_item SET case_id = ? WHERE item_id = ?", another.value(), note);

        leaves(
                "RECORD_DOES_NOT_MATCH",
                "DONE",
                note,
                () -> assertThrows(DoesNotOpen.class, () -> atAlders.does(() -> notes.read(another, note))));
        leaves("RECORD_DOES_NOT_MATCH", "DONE", id.value(), () -> assertFalse(isWhole()));
        seesNothing(atAlders);
        own.leave(another);
    }

    @Test
    void aRecordPutBackToAnEarlierStateIsDoubted() {
        String head = meddling.headOf(id);
        UUID later = atRowans.does(() -> own.note(id, "later"));
        rows.change("DELETE FROM case_item WHERE item_id = ?", later);
        meddling.putBack(id, head);

        leaves("RECORD_DOES_NOT_MATCH", "DONE", id.value(), () -> assertFalse(isWhole()));
    }

    @Test
    void aHeadCutOffTogetherWithTheNewestNoteIsDoubted() {
        UUID later = atRowans.does(() -> own.note(id, "later"));
        rows.change("DELETE FROM case_item WHERE item_id = ?", later);
        rows.change("DELETE FROM case_head WHERE case_id = ?", id.value());

        leaves("RECORD_DOES_NOT_MATCH", "DONE", id.value(), () -> assertFalse(isWhole()));
    }

    // ---- the second database

    @Test
    void anErasureKeyCopiedFromACaseOfOnesOwnOpensNothingAndTheRecordIsDoubted() {
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        CaseId another = atAlders.does(own::opened);
        List<String> hers = erasing.keysOf(id);
        List<String> his = erasing.keysOf(another);
        rows.changeAsOwnerOf(
                "keystore",
                "CREATE TABLE kept_key AS SELECT * FROM erasure_key WHERE ek_id::text IN (" + in(hers) + ")");
        try {
            for (int i = 0; i < hers.size(); i++) {
                rows.changeAsOwnerOf(
                        "keystore",
                        "UPDATE erasure_key h SET wrapped = m.wrapped FROM erasure_key m WHERE h.ek_id = ?::uuid"
                                + " AND m.ek_id = ?::uuid",
                        hers.get(i),
                        his.get(i));
            }
            enterIntoTheCaseloadOf(person(atAlders));
            leaves("RECORD_DOES_NOT_MATCH", "DONE", note, () -> meets(DoesNotOpen.class, atAlders));
            seesNothing(atAlders);
        } finally {
            rows.changeAsOwnerOf(
                    "keystore", "UPDATE erasure_key e SET wrapped = k.wrapped FROM kept_key k WHERE k.ek_id = e.ek_id");
            rows.changeAsOwnerOf("keystore", "DROP TABLE kept_key");
            own.leave(another);
        }
        assertEquals(said, read(atRowans));
    }

    /** Until then whoever has the record's rows as well, and her vault, could read: ErasedBackupsIT shows both. */
    @Test
    void anErasureKeyRaisedFromItsTombstoneIsDestroyedAgainAtTheNextStartAndThatIsInTheLog() throws IOException {
        List<String> keys = erasing.keysOf(id);
        rows.changeAsOwnerOf(
                "keystore",
                "CREATE TABLE kept_key AS SELECT * FROM erasure_key WHERE ek_id::text IN (" + in(keys) + ")");
        try {
            erasing.approve(alder, erasing.askedByRowan(id));
            assertEquals(0, erasing.living(keys));
            rows.changeAsOwnerOf("keystore", "INSERT INTO erasure_key SELECT * FROM kept_key");
            rows.changeAsOwnerOf("keystore", "DELETE FROM tombstone");
            assertEquals(keys.size(), erasing.living(keys));

            leaves("KEYSTORE_REPLAYED", "DONE", null, replay::replay);
        } finally {
            rows.changeAsOwnerOf("keystore", "DROP TABLE kept_key");
        }
        assertEquals(0, erasing.living(keys));
        meets(NotYours.class, atRowans);
        seesNothing(atRowans);
    }

    // ---- the log

    @Test
    void aLineOfTheLogIsNotTakenOutAndWhereTheTriggerIsTakenOffFirstTheRecordItSpokeOfIsDoubted() {
        String cut = "DELETE FROM audit_event WHERE action = 'RECORD_GREW' AND object_ref = '" + id.value() + "'";
        assertEquals("42501", rows.refusal("practice_app", cut));
        assertEquals("P0001", rows.refusal("practice_owner", cut));
        atRowans.does(() -> own.note(id, "later"));
        for (String change : List.of(
                "UPDATE audit_event SET head_hash = sha512('x') WHERE seq = (SELECT max(seq) FROM audit_event"
                        + " WHERE action = 'RECORD_GREW' AND object_ref = ?)",
                "DELETE FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event"
                        + " WHERE action = 'RECORD_GREW' AND object_ref = ?)")) {
            rows.changeAsOwner("ALTER TABLE audit_event DISABLE TRIGGER audit_event_is_append_only");
            try {
                rows.changeAsOwner(change, id.value());
            } finally {
                rows.changeAsOwner("ALTER TABLE audit_event ENABLE TRIGGER audit_event_is_append_only");
            }
            leaves("RECORD_DOES_NOT_MATCH", "DONE", id.value(), () -> assertFalse(isWhole(), change));
        }
    }

    // ---- what the list above is written in

    /** The trace: what happens leaves at least one line more of this kind in the log. */
    private void leaves(String action, String outcome, UUID about, Runnable way) {
        long before = meddling.lines(action, outcome, about);
        way.run();
        assertTrue(meddling.lines(action, outcome, about) > before, () -> "no line of " + action);
    }

    private void meets(Class<? extends RuntimeException> refusal, AtWork who) {
        assertThrows(refusal, () -> read(who));
    }

    /** By none of the ways to open something, whatever she meets instead, is she shown a word of the record. */
    private void seesNothing(AtWork who) {
        List<String> seen = new ArrayList<>();
        List<Callable<?>> ways = List.of(
                () -> seen.add(notes.read(id, note).said()),
                () -> notes.contact(id).map(contact -> seen.add(contact.said())),
                () -> search.search(Sought.of(said), OpenNote::said).hits().stream()
                        .map(hit -> seen.add("found"))
                        .toList());
        for (Callable<?> way : ways) {
            try {
                who.does(way);
            } catch (RuntimeException refused) {
                assertFalse(String.valueOf(refused).contains(said));
            }
        }
        assertEquals(List.of(), seen);
    }

    private String read(AtWork who) {
        return who.does(() -> notes.read(id, note)).said();
    }

    private boolean isWhole() {
        return atRowans.does(() -> notes.isWhole(id));
    }

    private UUID person(AtWork who) {
        return who.does(() -> caller.therapist()).orElseThrow().value();
    }

    /** Birch as a therapist, with a vault that she has made as anybody with the role may. */
    private AtWork promoted() {
        AtWork arriving = AtWork.locked(birchPromoted);
        birchs = arriving.does(() -> people.arrive("birch", null)).id().value();
        phraseOfBirch = arriving.does(() -> newcomers.makesAVault(false));
        return AtWork.unlockedWith(birchPromoted, lock, phraseOfBirch);
    }

    private void asBirch(Runnable act) {
        as(birch, () -> {
            act.run();
            return null;
        });
    }

    private String joined(String code) {
        joining.join(code);
        return code;
    }

    private void enterIntoTheCaseloadOf(UUID therapist) {
        rows.changeAsOwner(
                "INSERT INTO caseload (case_id, therapist_id, since) VALUES (?, ?, current_date)",
                id.value(),
                therapist);
    }

    private void handOverToAlder() {
        AtWork atAlders = AtWork.unlocked(alder, lock, "alder");
        atRowans.acts(() -> handOvers.offer(id, new TherapistId(person(atAlders))));
        atAlders.does(() -> handOvers.accept(handOvers.toMe().stream()
                .filter(offer -> offer.caseId().equals(id))
                .findFirst()
                .orElseThrow()
                .id()));
    }

    /** Why her vault stops at her next unlock. */
    private Difference.Kind stopsWith() {
        AtWork unlocking = AtWork.unlocked(rowan, lock, "rowan");
        assertFalse(unlocking.does(() -> lock.isOpen()));
        return unlocking.does(() -> stopped.look()).differences().get(0).kind();
    }

    /** Asked in a request of its own: within one, what was verified is not verified again. */
    private boolean takesEnquiries() {
        return AtWork.asked(rowan, () -> intakes.takesEnquiries());
    }

    private static String in(List<String> keys) {
        return "'" + String.join("','", keys) + "'";
    }
}
