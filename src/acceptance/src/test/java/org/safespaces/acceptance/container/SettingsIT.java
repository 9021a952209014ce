package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.office.Effect;
import org.safespaces.office.Health;
import org.safespaces.office.Part;
import org.safespaces.office.SettingsDesk;
import org.safespaces.office.SignpostDesk;
import org.safespaces.office.SystemHealth;
import org.safespaces.office.SystemReport;
import org.safespaces.office.TextsDesk;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.settings.PracticeText;
import org.safespaces.settings.PracticeTexts;
import org.safespaces.settings.Setting;
import org.safespaces.settings.SettingChanged;
import org.safespaces.settings.SettingDoesNotFit;
import org.safespaces.settings.SettingsRound;
import org.safespaces.settings.WordingRefused;
import org.safespaces.signposting.NoSuchFact;
import org.safespaces.signposting.SignpostRound;
import org.safespaces.signposting.SupportDirectory;

/** What an admin decides, words and checks: it counts at once, is recorded, and stays as it was where it makes no sense. */
@InTheServer
class SettingsIT {
    @Inject
    private AsBirch birch;

    @Inject
    private AsRowan rowan;

    @Inject
    private SettingsDesk desk;

    @Inject
    private TextsDesk texts;

    @Inject
    private SignpostDesk signposts;

    @Inject
    private SystemHealth health;

    @Inject
    private PracticeSettings settings;

    @Inject
    private PracticeTexts said;

    @Inject
    private SettingsRound round;

    @Inject
    private SignpostRound signpostRound;

    @Inject
    private SupportDirectory directory;

    @Inject
    private Rows rows;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    @AfterEach
    void thePracticeIsAsItWas() {
        for (String table : List.of("practice_setting", "practice_text", "practice_text_draft", "signpost_check")) {
            rows.changeAsOwner("DELETE FROM " + table);
        }
        round.round();
        signpostRound.round();
    }

    @Test
    void aDecisionCountsAtOnceAndIsRecordedWithItsNameAndNotItsValue() {
        long before = recorded("SETTING_CHANGED", "setting draftHours");
        as(birch, done(() -> desk.decide(Setting.DRAFT_LIFE, "24", "72")));

        assertEquals(Duration.ofHours(24), settings.draftLife());
        assertEquals(before + 1, recorded("SETTING_CHANGED", "setting draftHours"));
        assertEquals(List.of("24"), rows.ofPractice("SELECT value FROM practice_setting WHERE name = 'draftHours'"));
        assertTrue(as(birch, () -> desk.all()).stream()
                .filter(each -> each.setting() == Setting.DRAFT_LIFE)
                .allMatch(each -> each.mine() && each.isOpen() && each.usual().equals("72")));

        as(birch, done(() -> desk.decide(Setting.DRAFT_LIFE, "72", "24")));
        assertEquals(Duration.ofHours(72), settings.draftLife());
        assertEquals(0, rows.committed("practice_setting"), "what the file says as well is left to the file");
    }

    @Test
    void whatWasDecidedOnAnotherServerCountsAfterTheNextRound() {
        rows.change("INSERT INTO practice_setting (name, value, decided_at) VALUES ('draftHours', '36', now())");
        round.round();
        assertEquals(Duration.ofHours(36), settings.draftLife());

        rows.change("UPDATE practice_setting SET value = 'for ever' WHERE name = 'draftHours'");
        round.round();
        assertEquals(Duration.ofHours(36), settings.draftLife(), "what makes no sense is left as it was");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsReasonAndNothingIsRecorded() {
        long before = rows.committed("audit_event WHERE action = 'SETTING_CHANGED'");
        assertEquals(SettingDoesNotFit.Reason.NUMBER, refusal(Setting.DRAFT_LIFE, "73", "72"));
        assertEquals(SettingDoesNotFit.Reason.AGE, refusal(Setting.MINIMUM_AGE, "17", "18"));
        assertEquals(SettingDoesNotFit.Reason.REMINDER_ORDER, refusal(Setting.SECOND_REMINDER, "24", "2"));
        assertEquals(SettingDoesNotFit.Reason.SHORT_DAY, refusal(Setting.WORKING_FROM, "16:30", "09:00"));
        assertEquals(before, rows.committed("audit_event WHERE action = 'SETTING_CHANGED'"));
        assertEquals(0, rows.committed("practice_setting"));
    }

    @Test
    void whoeverDecidesUponSomethingOlderIsAskedToLookAgain() {
        assertThrows(SettingChanged.class, () -> as(birch, done(() -> desk.decide(Setting.DRAFT_LIFE, "24", "48"))));
        assertThrows(
                SettingChanged.class,
                () -> as(birch, done(() -> desk.decide(Setting.ENQUIRIES_AN_HOUR, "7", "100000"))),
                "what the server's environment says no page changes");
        assertThrows(SettingChanged.class, () -> as(birch, done(() -> desk.decide(Setting.CORE10_FILE, "/x", ""))));
    }

    @Test
    void aChangeSaysBeforeWhatItBringsAbout() {
        long open = rows.committed("intake WHERE status NOT IN ('ACCEPTED', 'NOT_RIGHT', 'CLOSED')");
        assertEquals(
                Optional.of(new Effect(Effect.Kind.KEPT_SHORTER, (int) open)),
                as(birch, () -> desk.effectOf(Setting.ENQUIRY_RETENTION, "3")));
        assertEquals(Optional.empty(), as(birch, () -> desk.effectOf(Setting.ENQUIRY_RETENTION, "12")));
        assertEquals(
                Optional.of(new Effect(Effect.Kind.YOUNGER_LET_IN, 0)),
                as(birch, () -> desk.effectOf(Setting.MINIMUM_AGE, "16")));
        assertThrows(SettingDoesNotFit.class, () -> as(birch, () -> desk.effectOf(Setting.ENQUIRY_RETENTION, "soon")));
    }

    @Test
    void onlyAnAdminDecides() {
        assertThrows(EJBAccessException.class, () -> as(rowan, () -> desk.all()));
        assertThrows(
                EJBAccessException.class,
                () -> as(rowan, done(() -> texts.publish(PracticeText.WELCOME, "Ours now.", 0))));
        assertThrows(EJBAccessException.class, () -> as(rowan, () -> health.look()));
    }

    @Test
    void aTextIsDraftedPublishedAndTakenUpAgainAndNoVersionIsLost() {
        as(birch, done(() -> texts.keep(PracticeText.WELCOME, "A first try.")));
        assertEquals(Optional.empty(), said.own(PracticeText.WELCOME), "a draft is said to nobody");
        as(birch, done(() -> texts.publish(PracticeText.WELCOME, "Take your time.", 0)));
        assertEquals(Optional.of("Take your time."), said.own(PracticeText.WELCOME));
        assertTrue(as(birch, () -> texts.draft(PracticeText.WELCOME)).isEmpty());
        as(birch, done(() -> texts.publish(PracticeText.WELCOME, "Go at your own pace.", 1)));
        assertThrows(
                SettingChanged.class, () -> as(birch, done(() -> texts.publish(PracticeText.WELCOME, "Too late.", 1))));
        as(birch, done(() -> texts.restore(PracticeText.WELCOME, 1, 2)));

        assertEquals(Optional.of("Take your time."), said.own(PracticeText.WELCOME));
        assertEquals(
                List.of("3 Take your time.", "2 Go at your own pace.", "1 Take your time."),
                as(birch, () -> texts.versions(PracticeText.WELCOME)).stream()
                        .map(version -> version.number() + " " + version.body())
                        .toList());
        assertTrue(recorded("TEXT_PUBLISHED", "text WELCOME") >= 3);
        assertEquals("42501", rows.refusal("practice_app", "UPDATE practice_text SET body = 'Other.'"));
        assertEquals("42501", rows.refusal("practice_app", "DELETE FROM practice_text"));
    }

    @Test
    void aLetterThatSaysWhatItIsAboutIsNotPublished() {
        WordingRefused refused = assertThrows(
                WordingRefused.class,
                () -> as(birch, done(() -> texts.publish(PracticeText.LETTER, "Your therapist wrote.", 0))));
        assertEquals(List.of("therapist"), refused.words());
        assertEquals(Optional.empty(), said.own(PracticeText.LETTER));
        assertEquals(0, rows.committed("practice_text"));
    }

    @Test
    void aNumberThatWasRungTodayIsCheckedAndAnotherIsNot() {
        long before = recorded("SIGNPOST_CHECKED", "signpost SAM phone");
        assertTrue(as(birch, () -> signposts.all()).get(0).due(), "what is to be checked comes first");
        assertThrows(NoSuchFact.class, () -> as(birch, done(() -> signposts.check("SAM", "phone", "116 124"))));
        assertThrows(NoSuchFact.class, () -> as(birch, done(() -> signposts.check("NOBODY", "phone", "1"))));
        assertEquals(null, directory.find("SAM").phone().verifiedOn());

        as(birch, done(() -> signposts.check("SAM", "phone", "116 123")));

        assertFalse(as(birch, () -> signposts.all()).stream()
                .filter(each -> each.place().id().equals("SAM") && each.name().equals("phone"))
                .findFirst()
                .orElseThrow()
                .due());
        assertEquals(before + 1, recorded("SIGNPOST_CHECKED", "signpost SAM phone"));
        assertEquals("42501", rows.refusal("practice_app", "UPDATE signpost_check SET value = '1'"));
    }

    @Test
    void everythingTheWorldHasIsFoundRunning() {
        SystemReport report = as(birch, () -> health.look());
        assertEquals(
                List.of(Part.values()),
                report.parts().stream().map(Health::part).toList());
        assertEquals(
                List.of(),
                report.parts().stream()
                        .filter(each -> each.state() == Health.State.AWAY)
                        .map(Health::part)
                        .collect(Collectors.toList()));
        assertTrue(report.versions().get("postgresql").startsWith("18"), report.versions()::toString);
        assertTrue(Integer.parseInt(report.versions().get("schema").replaceAll("\\D.*", "")) >= 51);
        assertFalse(report.versions().get("application").isEmpty());
    }

    private long recorded(String action, String object) {
        return rows.committed("audit_event WHERE action = ? AND object_type = ?", action, object);
    }

    private SettingDoesNotFit.Reason refusal(Setting setting, String value, String upon) {
        return assertThrows(SettingDoesNotFit.class, () -> as(birch, done(() -> desk.decide(setting, value, upon))))
                .reason();
    }

    private static Callable<Void> done(Runnable act) {
        return () -> {
            act.run();
            return null;
        };
    }
}
