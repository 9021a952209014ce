package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Newcomers.word;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.safespaces.access.HandOvers;
import org.safespaces.intake.Intakes;
import org.safespaces.keys.Colleague;
import org.safespaces.keys.Colleagues;
import org.safespaces.keys.Difference;
import org.safespaces.keys.KeyNews;
import org.safespaces.keys.NotVouched;
import org.safespaces.keys.ProposalGone;
import org.safespaces.keys.Recipients;
import org.safespaces.keys.SameRecipients;
import org.safespaces.keys.StoppedWork;
import org.safespaces.keys.TooFewRecipients;
import org.safespaces.keys.UnvouchedColleague;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.keys.WordsDoNotMatch;
import org.safespaces.notes.CaseNotes;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.PersonalKeys;

/** Whose keys are believed, who receives enquiries, and what is noticed when rows are changed behind everybody's back. */
@InTheServer
class KeyDirectoryIT {
    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private Colleagues colleagues;

    @Inject
    private Recipients recipients;

    @Inject
    private StoppedWork stopped;

    @Inject
    private Intakes intakes;

    @Inject
    private HandOvers handOvers;

    @Inject
    private CaseNotes notes;

    @Inject
    private Caller caller;

    @Inject
    private VaultLock lock;

    @Inject
    private OwnCases own;

    @Inject
    private Newcomers newcomers;

    @Inject
    private Meddling meddling;

    @Inject
    private Rows rows;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @Test
    void nothingIsSealedToKeysThatNobodyVouchedFor() {
        PersonalKeys hazel = newcomers.arrive("Hazel");
        AtWork atRowans = rowan();
        CaseId id = atRowans.does(own::opened);
        try {
            TherapistId her = new TherapistId(hazel.personId());
            List<UUID> withHer = List.of(self(atRowans), hazel.personId());
            assertFalse(row(atRowans, hazel).vouched());
            assertThrows(UnvouchedColleague.class, () -> atRowans.acts(() -> handOvers.offer(id, her)));
            assertThrows(NotVouched.class, () -> atRowans.acts(() -> recipients.propose(withHer)));
            assertEquals(0, rows.committed("case_grant WHERE recipient_id = ?", hazel.personId()));
            assertEquals(0, rows.committed("recipient WHERE person_id = ?", hazel.personId()));
        } finally {
            own.leave(id);
            newcomers.leave(hazel);
        }
    }

    @Test
    void whoeverVouchesHasToHaveHeardTwoWords() {
        PersonalKeys hazel = newcomers.arrive("Hazel");
        UUID key = hazel.publicKeys().keyId();
        AtWork atRowans = rowan();

        assertEquals("", row(atRowans, hazel).words(), "before anybody vouches, no list shows them");
        List<String> shown = atRowans.does(() -> colleagues.comparison(key)).words();
        assertEquals(List.of("", ""), List.of(shown.get(3), shown.get(5)));
        long refused = meddling.lines("KEY_VOUCHED", "REFUSED", hazel.personId());
        assertThrows(
                WordsDoNotMatch.class,
                () -> atRowans.acts(() -> colleagues.vouch(key, word(hazel, 4), word(hazel, 5))));
        assertFalse(row(atRowans, hazel).vouched());
        assertEquals(refused + 1, meddling.lines("KEY_VOUCHED", "REFUSED", hazel.personId()));

        atRowans.acts(() -> colleagues.vouch(key, word(hazel, 4), word(hazel, 6)));

        Colleague vouched = row(atRowans, hazel);
        assertTrue(vouched.vouched() && vouched.compared());
        assertEquals(List.of("Tall Rowan"), vouched.vouchers());
        assertEquals(1, meddling.lines("KEY_VOUCHED", "DONE", hazel.personId()));
        atRowans.acts(() -> colleagues.vouch(key, word(hazel, 4), word(hazel, 6)));
        assertEquals(1, meddling.lines("KEY_VOUCHED", "DONE", hazel.personId()), "twice the same is once");
    }

    @Test
    void aLockedVaultNeitherVouchesNorSigns() {
        PersonalKeys hazel = newcomers.arrive("Hazel");
        AtWork atRowans = rowan();
        atRowans.acts(() -> lock.lock());
        try {
            assertThrows(
                    VaultLocked.class,
                    () -> atRowans.acts(
                            () -> colleagues.vouch(hazel.publicKeys().keyId(), word(hazel, 4), word(hazel, 6))));
            assertThrows(
                    VaultLocked.class,
                    () -> atRowans.acts(() -> recipients.propose(List.of(hazel.personId(), UUID.randomUUID()))));
        } finally {
            newcomers.leave(hazel);
        }
    }

    @Test
    void newKeysANewVouchAndANewListAreToldAtTheNextUnlockUntilReadAndTheListNeedsTwo() {
        AtWork atRowans = rowan();
        AtWork atAlders = alder();
        atRowans.acts(() -> colleagues.readNews());
        atAlders.acts(() -> colleagues.readNews());
        PersonalKeys hazel = newcomers.arrive("Hazel");
        assertEquals(List.of(KeyNews.Kind.PUBLISHED), news(rowan()));
        vouch(atAlders, hazel);
        assertEquals(List.of(KeyNews.Kind.VOUCHED), news(rowan()), "and that she has keys is no news beside it");
        int before = atRowans.does(() -> recipients.newest()).version();
        List<UUID> both = List.of(self(atRowans), self(atAlders));
        List<UUID> three = List.of(self(atRowans), self(atAlders), hazel.personId());

        atRowans.acts(() -> recipients.propose(three));
        Recipients.Proposal hers = only(atRowans.does(() -> recipients.proposals()));
        assertEquals(before, atRowans.does(() -> recipients.newest()).version(), "a proposal is no list");
        assertTrue(atRowans.does(() -> intakes.takesEnquiries()), "and stops nothing");
        assertThrows(ProposalGone.class, () -> atRowans.acts(() -> recipients.sign(hers.id(), hers.hash())));
        assertThrows(ProposalGone.class, () -> atAlders.acts(() -> recipients.sign(hers.id(), hers.hash() + "00")));

        atAlders.acts(() -> recipients.sign(hers.id(), hers.hash()));

        Recipients.Newest now = atRowans.does(() -> recipients.newest());
        assertEquals(before + 1, now.version());
        assertTrue(now.believed() && now.people().contains(hazel.personId()));
        assertEquals(List.of(), news(atAlders), "whoever signed last knows");
        AtWork later = rowan();
        assertTrue(news(later).contains(KeyNews.Kind.LIST_CHANGED));
        later.acts(() -> colleagues.readNews());
        assertEquals(List.of(), news(rowan()));
        inForce(atAlders, atRowans, both);
    }

    @Test
    void ofTwoProposalsOneTakesEffectAndTheOtherIsCalmlyGone() {
        AtWork atRowans = rowan();
        AtWork atAlders = alder();
        PersonalKeys hazel = newcomers.arrive("Hazel");
        vouch(atRowans, hazel);
        List<UUID> both = List.of(self(atRowans), self(atAlders));

        atRowans.acts(() -> recipients.propose(List.of(both.get(0), hazel.personId())));
        atAlders.acts(() -> recipients.propose(List.of(both.get(0), both.get(1), hazel.personId())));
        List<Recipients.Proposal> offers = atRowans.does(() -> recipients.proposals());
        assertEquals(2, offers.size());
        Recipients.Proposal alders =
                offers.stream().filter(each -> !each.mine()).findFirst().orElseThrow();
        Recipients.Proposal rowans =
                offers.stream().filter(Recipients.Proposal::mine).findFirst().orElseThrow();
        assertThrows(ProposalGone.class, () -> atAlders.acts(() -> recipients.withdraw(rowans.id())));
        atRowans.acts(() -> recipients.sign(alders.id(), alders.hash()));

        assertThrows(ProposalGone.class, () -> atAlders.acts(() -> recipients.sign(rowans.id(), rowans.hash())));
        assertEquals(List.of(), atAlders.does(() -> recipients.proposals()));
        inForce(atRowans, atAlders, both);
    }

    @Test
    void aProposalCanBeTakenBackAndIsRefusedWhereItMakesNoSense() {
        AtWork atRowans = rowan();
        UUID self = self(atRowans);
        UUID other = self(alder());
        assertThrows(TooFewRecipients.class, () -> atRowans.acts(() -> recipients.propose(List.of(self, self))));
        assertThrows(SameRecipients.class, () -> atRowans.acts(() -> recipients.propose(List.of(other, self))));
        PersonalKeys hazel = newcomers.arrive("Hazel");
        vouch(atRowans, hazel);
        atRowans.acts(() -> recipients.propose(List.of(self, hazel.personId())));
        Recipients.Proposal hers = only(atRowans.does(() -> recipients.proposals()));

        atRowans.acts(() -> recipients.withdraw(hers.id()));

        assertEquals(List.of(), atRowans.does(() -> recipients.proposals()));
        assertThrows(ProposalGone.class, () -> atRowans.acts(() -> recipients.withdraw(hers.id())));
    }

    @Test
    void aProposalThatNobodySignedIsNotThereWhateverTheRowSays() {
        AtWork atRowans = rowan();
        AtWork atAlders = alder();
        PersonalKeys hazel = newcomers.arrive("Hazel");
        vouch(atRowans, hazel);
        List<UUID> three = List.of(self(atRowans), self(atAlders), hazel.personId());
        atRowans.acts(() -> recipients.propose(three));
        UUID mallory = UUID.randomUUID();
        for (String change : List.of(
                "recipients = recipients || ',' || '" + mallory + ":" + mallory + "'",
                "signature = sha512('x')",
                "previous_hash = sha512('x')",
                "recipients = 'nonsense'",
                "signer_id = '" + three.get(1) + "'")) {
            rows.changeAsOwner("CREATE TABLE kept AS TABLE recipient_proposal");
            try {
                rows.changeAsOwner("UPDATE recipient_proposal SET " + change);
                assertEquals(List.of(), atAlders.does(() -> recipients.proposals()), change);
            } finally {
                rows.changeAsOwner("DELETE FROM recipient_proposal");
                rows.changeAsOwner("INSERT INTO recipient_proposal TABLE kept");
                rows.changeAsOwner("DROP TABLE kept");
            }
        }
        atRowans.acts(() -> recipients.withdraw(only(recipients.proposals()).id()));
    }

    @Test
    void anOlderListNeverComesBackAndAListWithFewerThanTwoTakesNothing() {
        AtWork atRowans = rowan();
        AtWork atAlders = alder();
        PersonalKeys hazel = newcomers.arrive("Hazel");
        vouch(atRowans, hazel);
        List<UUID> both = List.of(self(atRowans), self(atAlders));
        inForce(atRowans, atAlders, List.of(both.get(0), both.get(1), hazel.personId()));
        int version = atRowans.does(() -> recipients.newest()).version();
        long alarms = meddling.lines("RECIPIENTS_DO_NOT_VERIFY", "REFUSED", Newcomers.tenant());
        assertTrue(version > 1 && takesEnquiries());

        meddling.keeping(List.of("recipient_signature", "recipient", "recipient_list"), () -> {
            rows.changeAsOwner("DELETE FROM recipient_signature WHERE list_version = ?", version);
            rows.changeAsOwner("DELETE FROM recipient WHERE list_version = ?", version);
            rows.changeAsOwner("DELETE FROM recipient_list WHERE version = ?", version);

            assertFalse(takesEnquiries(), "the one before was signed by two as well");
            assertEquals(alarms + 1, meddling.lines("RECIPIENTS_DO_NOT_VERIFY", "REFUSED", Newcomers.tenant()));
            assertEquals(List.of(Difference.Kind.LIST_OLDER), differences(rowan()));
        });
        meddling.keeping(List.of("recipient"), () -> {
            rows.changeAsOwner("DELETE FROM recipient WHERE list_version = ? AND person_id <> ?", version, both.get(0));
            assertFalse(takesEnquiries(), "one alone receives nothing");
        });
        meddling.keeping(List.of("recipient"), () -> {
            rows.changeAsOwner(
                    "INSERT INTO recipient (id, list_version, person_id, key_id) VALUES (?, ?, ?, ?)",
                    UUID.randomUUID(),
                    version,
                    UUID.randomUUID(),
                    UUID.randomUUID());
            assertFalse(takesEnquiries());
            assertEquals(List.of(Difference.Kind.LIST_OTHER), differences(rowan()));
        });
        meddling.keeping(List.of("recipient_signature"), () -> {
            rows.changeAsOwner(
                    "DELETE FROM recipient_signature WHERE list_version = ? AND signer_id = ?", version, both.get(0));
            assertFalse(takesEnquiries(), "one signature is a wish");
        });

        assertTrue(takesEnquiries());
        assertFalse(rowan().does(() -> stopped.isStopped()));
        inForce(atRowans, atAlders, both);
    }

    @Test
    void rowsThatSayNothingWeKnowStopNothing() {
        UUID key = UUID.randomUUID();
        String entry = "INSERT INTO directory_entry (key_id, person_id, kind, box_key, sign_key, day, signature)"
                + " VALUES (?, ?, ?, ?, ?, ?::date, ?)";
        for (String day : List.of("1960-01-01", "2026-11-01")) {
            rows.changeAsOwner(
                    entry, key, key, day.startsWith("1") ? 1 : 9, new byte[1], new byte[40], day, new byte[0]);
            try {
                assertTrue(takesEnquiries());
                assertFalse(rowan().does(() -> stopped.isStopped()));
            } finally {
                rows.changeAsOwner("DELETE FROM directory_entry WHERE key_id = ?", key);
            }
        }
    }

    @Test
    void aColleaguesKeyChangedInItsRowStopsTheWorkUntilTheRowIsPutBack() {
        UUID alders = self(alder());
        long lines = meddling.lines("KEYS_DO_NOT_MATCH", "REFUSED", self(rowan()));
        CaseId id = rowan().does(own::opened);
        meddling.keeping(List.of("directory_entry"), () -> {
            rows.changeAsOwner("UPDATE directory_entry SET box_key = sign_key WHERE person_id = ?", alders);
            AtWork atRowans = rowan();

            assertEquals(List.of(Difference.Kind.KEYS_GONE), differences(atRowans));
            assertFalse(atRowans.does(() -> lock.isOpen()));
            assertThrows(VaultLocked.class, () -> atRowans.does(() -> own.note(id, "sealed by nobody")));
            assertFalse(atRowans.does(() -> stopped.goOn()));
            assertEquals(lines + 1, meddling.lines("KEYS_DO_NOT_MATCH", "REFUSED", self(atRowans)));
            assertFalse(takesEnquiries());
        });
        AtWork after = rowan();
        assertTrue(after.does(() -> lock.isOpen()));
        after.does(() -> own.note(id, "sealed by her"));
        own.leave(id);
    }

    @Test
    void onesOwnKeyChangedOrGoneIsToldFromAWrongPhrase() {
        UUID rowans = self(rowan());
        for (String change : List.of(
                "UPDATE directory_entry SET box_key = sign_key WHERE person_id = ?",
                "UPDATE directory_entry SET signature = '' WHERE person_id = ?",
                "DELETE FROM directory_entry WHERE person_id = ?")) {
            meddling.keeping(List.of("directory_entry"), () -> {
                rows.changeAsOwner(change, rowans);
                assertEquals(List.of(Difference.Kind.OWN_KEYS), differences(rowan()), change);
            });
        }
        assertTrue(rowan().does(() -> lock.isOpen()));
    }

    @Test
    void honestlyNewKeysStopTheWorkUntilTheirWordsAreHeard() {
        AtWork atRowans = rowan();
        AtWork atAlders = alder();
        PersonalKeys before = newcomers.arrive("Hazel");
        vouch(atRowans, before);
        CaseId id = atRowans.does(own::opened);
        TherapistId her = new TherapistId(before.personId());
        PersonalKeys after = newcomers.beginAnew(before.personId());
        assertTrue(rowan().does(() -> lock.isOpen()), "as long as nobody vouches nothing has changed");
        vouch(atAlders, after);

        // in the middle of her work nothing is sealed to keys she does not remember
        assertThrows(UnvouchedColleague.class, () -> atRowans.acts(() -> handOvers.offer(id, her)));
        AtWork again = rowan();
        StoppedWork.Stop stop = again.does(() -> stopped.look());
        assertEquals(List.of(Difference.Kind.KEYS_CHANGED), kinds(stop));
        UUID key = after.publicKeys().keyId();
        assertEquals(word(after, 1), again.does(() -> stopped.wordsOf(key)).get(0));
        assertFalse(again.does(() -> stopped.goOn()), "not before she has compared");
        assertThrows(
                WordsDoNotMatch.class, () -> again.acts(() -> stopped.compare(key, word(before, 4), word(before, 6))));
        assertThrows(
                NoSuchPerson.class,
                () -> again.acts(() -> stopped.compare(before.publicKeys().keyId(), "any", "word")));
        again.acts(() -> stopped.compare(key, word(after, 4), word(after, 6)));
        assertTrue(again.does(() -> stopped.goOn()));

        assertTrue(again.does(() -> lock.isOpen()));
        assertTrue(row(again, after).compared());
        assertEquals(1, meddling.lines("KEY_COMPARED", "DONE", before.personId()));
        assertTrue(rowan().does(() -> lock.isOpen()), "and it is remembered");
        own.leave(id);
    }

    @Test
    void keysThatAColleagueVouchedForInHerNameStopTheirOwner() {
        PersonalKeys hazel = newcomers.arrive("Hazel");
        vouch(alder(), hazel);
        UUID rowans = self(rowan());
        meddling.keeping(List.of("vouch", "directory_entry"), () -> {
            PersonalKeys another = newcomers.beginAnew(rowans);
            newcomers.vouch(hazel, another);
            assertEquals(List.of(Difference.Kind.KEYS_CHANGED), differences(rowan()));
        });
        assertTrue(rowan().does(() -> lock.isOpen()));
    }

    @Test
    void aMissingOlderOrSpoiltMemoryStopsTheWork() {
        UUID rowans = ownKey(rowan());
        vouch(rowan(), newcomers.arrive("Hazel"));
        meddling.keeping(List.of("pin_sheet"), () -> {
            rows.changeAsOwner("UPDATE pin_sheet SET sealed = sha512(sealed) WHERE key_id = ?", rowans);
            assertEquals(Difference.Kind.SHEET_UNREADABLE, differences(rowan()).get(0));
        });
        meddling.keeping(List.of("pin_sheet"), () -> {
            rows.changeAsOwner("UPDATE pin_sheet SET version = version - 1 WHERE key_id = ?", rowans);
            assertEquals(Difference.Kind.SHEET_OLDER, differences(rowan()).get(0));
        });
        // looked up before: a vault that opens meanwhile would write a sheet that is then put back
        UUID alders = ownKey(alder());
        meddling.keeping(List.of("pin_sheet"), () -> {
            rows.changeAsOwner("DELETE FROM pin_sheet WHERE key_id = ?", rowans);
            rows.changeAsOwner(
                    "UPDATE pin_sheet SET key_id = ?, version = version + 1000 WHERE key_id = ?", rowans, alders);
            assertEquals(Difference.Kind.SHEET_UNREADABLE, differences(rowan()).get(0), "another's memory");
        });
        assertTrue(rowan().does(() -> lock.isOpen()));
    }

    @Test
    void aMemoryThatIsGoneBeginsAnewOnceEverybodyWasCompared() {
        UUID rowans = ownKey(rowan());
        List<Colleague> everybody = alder().does(() -> colleagues.all());
        rows.changeAsOwner("DELETE FROM pin_sheet WHERE key_id = ?", rowans);
        AtWork stops = rowan();
        StoppedWork.Stop stop = stops.does(() -> stopped.look());
        assertEquals(Difference.Kind.SHEET_GONE, stop.differences().get(0).kind());
        assertFalse(stop.mayGoOn());
        assertFalse(stops.does(() -> stopped.goOn()));

        stop.differences().stream().flatMap(each -> each.keyId().stream()).forEach(key -> {
            String[] words = everybody.stream()
                    .filter(each -> each.keyId().equals(key))
                    .findFirst()
                    .orElseThrow()
                    .words()
                    .split(" ");
            stops.acts(() -> stopped.compare(key, words[3], words[5]));
        });

        assertTrue(stops.does(() -> stopped.goOn()));
        assertTrue(rowan().does(() -> lock.isOpen()));
    }

    private UUID ownKey(AtWork who) {
        return who.does(() -> colleagues.all()).stream()
                .filter(each -> each.you() && each.vouched())
                .findFirst()
                .orElseThrow()
                .keyId();
    }

    /** Asked in a request of its own: within one, what was verified is not verified again. */
    private boolean takesEnquiries() {
        return AtWork.asked(rowan, () -> intakes.takesEnquiries());
    }

    private AtWork rowan() {
        return AtWork.unlocked(rowan, lock, "rowan");
    }

    private AtWork alder() {
        return AtWork.unlocked(alder, lock, "alder");
    }

    private UUID self(AtWork who) {
        return who.does(() -> caller.therapist()).orElseThrow().value();
    }

    private Colleague row(AtWork who, PersonalKeys of) {
        return who.does(() -> colleagues.all()).stream()
                .filter(each -> each.keyId().equals(of.publicKeys().keyId()))
                .findFirst()
                .orElseThrow();
    }

    private void vouch(AtWork who, PersonalKeys of) {
        who.acts(() -> colleagues.vouch(of.publicKeys().keyId(), word(of, 4), word(of, 6)));
    }

    private void inForce(AtWork proposes, AtWork signs, List<UUID> people) {
        proposes.acts(() -> recipients.propose(people));
        Recipients.Proposal offer = only(signs.does(() -> recipients.proposals()));
        signs.acts(() -> recipients.sign(offer.id(), offer.hash()));
    }

    private List<KeyNews.Kind> news(AtWork who) {
        return who.does(() -> colleagues.news()).stream().map(KeyNews::kind).toList();
    }

    private List<Difference.Kind> differences(AtWork who) {
        return kinds(who.does(() -> stopped.look()));
    }

    private static List<Difference.Kind> kinds(StoppedWork.Stop stop) {
        return stop.differences().stream().map(Difference::kind).toList();
    }

    private static <T> T only(List<T> list) {
        assertEquals(1, list.size(), list::toString);
        return list.get(0);
    }
}
