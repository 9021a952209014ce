package org.safespaces.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safespaces.access.Opener;
import org.safespaces.access.OwnLetters;
import org.safespaces.access.RecordChange;
import org.safespaces.access.RetentionSnooze;
import org.safespaces.access.TextRefused;
import org.safespaces.audit.LogFinding;
import org.safespaces.followup.FollowUpStep;
import org.safespaces.intake.Flag;
import org.safespaces.intake.FormKind;
import org.safespaces.intake.IntakeStatus;
import org.safespaces.intake.Screen;
import org.safespaces.keys.CodeGiver;
import org.safespaces.keys.Difference;
import org.safespaces.keys.KeyNews;
import org.safespaces.keys.Standing;
import org.safespaces.measures.Change;
import org.safespaces.measures.Result;
import org.safespaces.measures.Rhythm;
import org.safespaces.measures.Score;
import org.safespaces.notes.Consent;
import org.safespaces.notes.ConsentTerms;
import org.safespaces.notes.CopyChoice;
import org.safespaces.notes.CopyRequest;
import org.safespaces.notes.Correction;
import org.safespaces.notes.DisclosureClass;
import org.safespaces.notes.Ending;
import org.safespaces.notes.EvidenceTerms;
import org.safespaces.notes.Goal;
import org.safespaces.notes.ItemKind;
import org.safespaces.notes.NoteStanding;
import org.safespaces.notes.Opened;
import org.safespaces.notes.OutsideStanding;
import org.safespaces.notes.OutsideTerms;
import org.safespaces.notes.PlanPerson;
import org.safespaces.notes.ReportPlace;
import org.safespaces.notes.ReportStatus;
import org.safespaces.notes.ReportTerms;
import org.safespaces.notes.StayingSafe;
import org.safespaces.office.Effect;
import org.safespaces.office.Health;
import org.safespaces.people.CaseState;
import org.safespaces.people.ContactCard;
import org.safespaces.people.PartOfDay;
import org.safespaces.people.Restriction;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.CancelReason;
import org.safespaces.scheduling.FreeDay;
import org.safespaces.scheduling.HoursDoNotFit;
import org.safespaces.scheduling.Mode;
import org.safespaces.scheduling.Part;
import org.safespaces.scheduling.PlannedTime;
import org.safespaces.scheduling.TermsDoNotFit;
import org.safespaces.scheduling.TimeOff;
import org.safespaces.scheduling.WaiverReason;
import org.safespaces.scheduling.WordRefused;
import org.safespaces.settings.PracticeText;
import org.safespaces.settings.Setting;
import org.safespaces.settings.SettingDoesNotFit;
import org.safespaces.signposting.Heading;

/** Every word a page shows stands in a bundle, reviewed as clinical content; and nothing stands there that nobody shows. */
class WordsTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."), "../..");
    private static final Path JAVA = Path.of(System.getProperty("basedir", "."), "src/main/java");

    private static final Set<String> DECISIONS = Set.of("accept", "wait", "not-right", "close");

    private static final Set<String> COUNTS = Set.of("none", "one", "many");

    private static final Set<String> PERSON_CHANGES = Set.of(
            "SUSPEND",
            "BRING_BACK",
            "GIVE_THERAPIST",
            "TAKE_THERAPIST",
            "GIVE_ADMIN",
            "TAKE_ADMIN",
            "END_SIGN_INS",
            "NEW_CODE",
            "WRITE_AGAIN");

    private static final Set<String> SAFETY_QUESTIONS =
            Set.of("place", "alone", "headphones", "word", "number", "person");

    private static final Set<String> WRITTEN = names(ItemKind.NOTE, ItemKind.PROCESS, ItemKind.FORMULATION);
    private static final Set<String> PLAN_STEPS = Set.of("noticing", "myself", "elsewhere", "others", "safer");
    private static final Set<String> KEPT_THINGS = Set.of(
            "sent",
            "notes",
            "checks",
            "messages",
            "plan",
            "documents",
            "consents",
            "contact",
            "times",
            "record",
            "log");

    private static final Set<String> COPIED_FIELDS = Set.of(
            "reason",
            "sign",
            "progress",
            "now",
            "place",
            "word",
            "number",
            "alone",
            "headphones",
            "person",
            "without",
            "by",
            "purpose",
            "recipient",
            "share",
            "withheld",
            "state",
            "on",
            "until",
            "step",
            "met",
            "planLookedAt",
            "toldSheCanReturn",
            "toldWhatIsKept",
            "supervised",
            "time",
            "what",
            "who",
            "where",
            "kept",
            "image",
            "noticing",
            "myself",
            "elsewhere",
            "services",
            "others",
            "safer",
            "keeping",
            "found",
            "ended",
            "review",
            "name",
            "way",
            "knows",
            "reference",
            "status",
            "remark",
            "reported",
            "measure",
            "items",
            "extra",
            "from",
            "places",
            "asked",
            "answer");

    /** Keys that are put together while a page is made: bundle, beginning, and all that can follow. */
    private static final List<Computed> COMPUTED = List.of(
            new Computed("casefile", "audit.finding.", names(LogFinding.Kind.values()), ""),
            new Computed("casefile", "audit.", Set.of("from", "until"), ""),
            new Computed(
                    "booking",
                    "appointment.notice.",
                    Set.of(
                            "booked",
                            "asked",
                            "moved",
                            "cancelled",
                            "begun",
                            "late",
                            "changed",
                            "taken",
                            "busy",
                            "again",
                            "same"),
                    "",
                    ".body"),
            new Computed("booking", "cancel.reason.", names(CancelReason.values()), ""),
            new Computed("booking", "book.mode.", names(Mode.values()), ""),
            new Computed(
                    "types",
                    "types.notice.",
                    Set.of("made", "changed", "withdrawn", "offered", "meanwhile", "name"),
                    ""),
            new Computed("types", "types.error.", names(TermsDoNotFit.Part.values()), ""),
            new Computed("types", "types.mode.", names(Mode.values()), ""),
            new Computed(
                    "types",
                    "types.",
                    Set.of("name", "fee", "length", "before", "after", "notice", "horizon", "cap", "cancellation"),
                    "",
                    ".help"),
            new Computed("booking", "appointments.status.", names(AppointmentStatus.values()), ""),
            new Computed("booking", "appointments.status.", Set.of("over"), ""),
            new Computed("booking", "book.notice.", Set.of("taken", "busy", "again"), "", ".body"),
            new Computed("booking", "wait.notice.", Set.of("kept", "left", "passed", "busy"), "", ".body"),
            new Computed("diary", "waiting.part.", names(PartOfDay.values()), ""),
            new Computed("booking", "book.part.", names(PartOfDay.values()), ""),
            new Computed("booking", "book.day.", names(FreeDay.Kind.values()), ""),
            new Computed("calendar", "file.error.", names(WordRefused.Reason.values()), ""),
            new Computed("casefile", "case.", names(CaseState.values()), ""),
            new Computed("people", "change.", PERSON_CHANGES, ""),
            new Computed("people", "effect.", PERSON_CHANGES, ""),
            new Computed("people", "done.", PERSON_CHANGES, ""),
            new Computed("people", "done.", Set.of("INVITED"), ""),
            new Computed("people", "no.", Set.of("last", "self", "letter"), ""),
            new Computed("people", "reach.vault.", names(Standing.values()), ""),
            new Computed("people", "opener.", names(Opener.Kind.values()), ""),
            new Computed("people", "lost.own.", COUNTS, ""),
            new Computed("people", "lost.alone.", COUNTS, ""),
            new Computed("people", "lost.cover.", COUNTS, ""),
            new Computed("people", "reach.own.", COUNTS, ""),
            new Computed("casefile", "client.kind.", shownKinds(), ""),
            new Computed("casefile", "state.", names(IntakeStatus.values()), ""),
            new Computed("casefile", "appointment.", names(AppointmentStatus.values()), ""),
            new Computed("contact", "done.", Set.of("confirmed", "frozen", "resumed"), "", ".body"),
            new Computed("contact", "own.", names(OwnLetters.values()), ""),
            new Computed("contact", "stop.", names(ContactCard.Stop.values()), "", ".body"),
            new Computed("contact", "times.part.", names(PartOfDay.values()), ""),
            new Computed("codes", "panel.by.", names(CodeGiver.values()), ""),
            new Computed("codes", "case.by.", names(CodeGiver.values()), ""),
            new Computed("office", "settings.done.", Set.of("changed", "meanwhile"), ""),
            new Computed("office", "group.", names(Setting.Group.values()), ""),
            new Computed("office", "setting.", keys(setting -> true), "", ".help"),
            new Computed("office", "setting.", keys(Setting::isNumber), ".unit"),
            new Computed("office", "setting.", Set.of(Setting.MINIMUM_AGE.key()), ".unit"),
            new Computed("office", "error.", names(SettingDoesNotFit.Reason.values()), ""),
            new Computed("office", "effect.", names(Effect.Kind.values()), ""),
            new Computed("office", "texts.done.", Set.of("published", "kept", "dropped", "meanwhile", "risky"), ""),
            new Computed("office", "text.", names(PracticeText.values()), "", ".help"),
            new Computed("office", "signposts.done.", Set.of("checked", "meanwhile"), ""),
            new Computed("office", "fact.", Set.of("phone", "text", "web", "email", "hours"), ""),
            new Computed("office", "system.state.", names(Health.State.values()), ""),
            new Computed("office", "system.", names(org.safespaces.office.Part.values()), ""),
            new Computed("office", "system.do.", names(org.safespaces.office.Part.values()), ""),
            new Computed(
                    "office",
                    "system.",
                    names(
                            org.safespaces.office.Part.LETTERS,
                            org.safespaces.office.Part.KEYS,
                            org.safespaces.office.Part.DISK,
                            org.safespaces.office.Part.SIGNER,
                            org.safespaces.office.Part.BACKUP,
                            org.safespaces.office.Part.DRILL),
                    ".figures"),
            new Computed(
                    "office",
                    "system.",
                    names(org.safespaces.office.Part.BACKUP, org.safespaces.office.Part.DRILL),
                    ".none"),
            new Computed("office", "version.", Set.of("application", "java", "postgresql", "schema"), ""),
            new Computed("consents", "ask.", Set.of("recipient", "share", "withheld"), "", ".help"),
            new Computed("consents", "by.", names(Consent.By.values()), ""),
            new Computed("consents", "done.", Set.of("asked", "settled", "changed"), "", ".body"),
            new Computed("consents", "own.by.", names(Consent.By.values()), ""),
            new Computed("consents", "own.said.", Set.of("GIVEN", "REFUSED", "WITHDRAWN"), ""),
            new Computed("consents", "own.state.", names(Consent.State.values()), ""),
            new Computed("consents", "purpose.", names(ConsentTerms.Purpose.values()), ""),
            new Computed("consents", "said.", Set.of("GIVEN", "REFUSED", "WITHDRAWN"), ""),
            new Computed("consents", "state.", names(Consent.State.values()), ""),
            new Computed(
                    "desk", "asked.", Set.of("G01", "G07", "S17", "B14", "W05", "H01", "H02", "N01", "T3", "T6"), ""),
            new Computed("desk", "decide.do.", DECISIONS, ""),
            new Computed("desk", "decide.h1.", DECISIONS, ""),
            new Computed("desk", "done.", Set.of("wait", "not-right", "close", "over"), "", ".body"),
            new Computed("desk", "error.text.", names(TextRefused.Reason.values()), ""),
            new Computed("desk", "flag.", names(Flag.values()), ""),
            new Computed("desk", "form.", names(FormKind.values()), ""),
            new Computed("desk", "message.", Set.of("wait", "not-right", "close"), ""),
            new Computed("desk", "screen.", names(Screen.CRISIS, Screen.UNDER_18, Screen.DANGER), ""),
            new Computed("desk", "section.", FormKeys.namedSections(), ""),
            new Computed("diary", "diary.status.", names(AppointmentStatus.values()), ""),
            new Computed("diary", "availability.error.", names(HoursDoNotFit.Reason.values()), ""),
            new Computed(
                    "diary",
                    "availability.done.",
                    Set.of("week", "day", "usual", "leave", "blocked", "drop", "divide"),
                    ""),
            new Computed(
                    "diary",
                    "appointment.done.",
                    Set.of(
                            "approve",
                            "decline",
                            "move",
                            "cancel",
                            "attended",
                            "missed",
                            "waive",
                            "keep",
                            "book",
                            "busy",
                            "changed"),
                    ""),
            new Computed("diary", "diary.done.", Set.of("series", "moved"), ""),
            new Computed("diary", "part.", names(Part.values()), ""),
            new Computed("diary", "planned.", names(PlannedTime.Kind.values()), ""),
            new Computed("diary", "waive.why.", names(WaiverReason.values()), ""),
            new Computed("diary", "repeat.every.", Set.of("1", "2", "4"), ""),
            new Computed("diary", "diary.off.", names(TimeOff.Kind.values()), ""),
            new Computed("diary", "diary.view.", Set.of("day", "week", "agenda"), ""),
            new Computed("erasure", "erasures.state.", Set.of("WITHDRAWN", "REFUSED", "ERASING", "ERASED"), ""),
            new Computed("followup", "", Set.of("reason", "decision", "who", "said", "note"), "", ".help"),
            new Computed("followup", "done.", Set.of("raised", "joined", "acknowledged"), "", ".body"),
            new Computed("followup", "done.", Set.of("taken", "acted", "closed"), "", ".body"),
            new Computed("followup", "step.", names(FollowUpStep.values()), ""),
            new Computed("followup", "step.", Set.of("spoke", "plan", "others", "emergency", "other"), ""),
            new Computed("followup", "told.", Set.of("yes", "no", "nobody"), ""),
            new Computed("form", "status.", names(IntakeStatus.values()), "", ".more"),
            new Computed(
                    "handover",
                    "done.",
                    Set.of("offer", "cover", "ended", "lock", "withdrawn", "summary"),
                    "",
                    ".body"),
            new Computed("letters", "error.", names(TextRefused.Reason.values()), ""),
            new Computed("notes", "new.", WRITTEN, ""),
            new Computed("notes", "edit.", WRITTEN, ""),
            new Computed("notes", "beside.", names(ItemKind.NOTE, ItemKind.PROCESS), ""),
            new Computed("notes", "class.", names(DisclosureClass.values()), ""),
            new Computed("notes", "standing.", names(NoteStanding.values()), ""),
            new Computed("notes", "goal.progress.", names(Goal.Progress.values()), ""),
            new Computed("notes", "template.", Set.of("free", "factual", "soap", "dap", "birp", "formulation"), ""),
            new Computed(
                    "notes",
                    "part.",
                    Set.of(
                            "said",
                            "agreed",
                            "safety",
                            "next",
                            "subjective",
                            "objective",
                            "assessment",
                            "plan",
                            "data",
                            "behaviour",
                            "intervention",
                            "response",
                            "happened",
                            "before",
                            "started",
                            "keeps",
                            "helps",
                            "matters"),
                    ""),
            new Computed("measures", "by.", names(Result.By.values()), ""),
            new Computed("measures", "change.", names(Change.Direction.values()), ""),
            new Computed("measures", "done.", Set.of("agreed", "entered", "task"), "", ".body"),
            new Computed("measures", "place.", names(Score.Place.values()), ""),
            new Computed("measures", "rhythm.", names(Rhythm.values()), ""),
            new Computed("ending", "", Set.of("plan", "return", "kept", "supervised"), ""),
            new Computed("ending", "last.", names(Ending.Step.values()), ""),
            new Computed("ending", "lead.", names(CaseState.ACTIVE, CaseState.PAUSED, CaseState.ENDED), ""),
            new Computed("ending", "met.", names(Ending.Met.values()), ""),
            new Computed("ending", "notice.", Set.of("paused", "resumed", "ended", "reopened", "changed"), ""),
            new Computed("ending", "own.", names(CaseState.PAUSED, CaseState.ENDED), "", ".body"),
            new Computed("messages", "error.", names(TextRefused.Reason.values()), ""),
            new Computed("plan", "", PLAN_STEPS, "", ".help"),
            new Computed("plan", "done.", Set.of("saved", "shared", "changed"), "", ".body"),
            new Computed("plan", "keeping.", names(StayingSafe.Keeping.values()), ""),
            new Computed("plan", "knows.", names(PlanPerson.Knows.values()), ""),
            new Computed(
                    "handover",
                    "summary.fact.",
                    Set.of(
                            "since",
                            "sessions",
                            "sessions.none",
                            "next",
                            "next.none",
                            "tasks",
                            "tasks.none",
                            "plan",
                            "plan.none",
                            "measure",
                            "measure.one",
                            "own"),
                    ""),
            new Computed("handover", "summary.error.", names(TextRefused.Reason.values()), ""),
            new Computed("documents", "done.", Set.of("kept", "finished", "shared"), "", ".body"),
            new Computed("documents", "error.", names(TextRefused.Reason.values()), ""),
            new Computed("space", "kept.", KEPT_THINGS, "", ".more"),
            new Computed("space", "kept.", Set.of("sealed", "yours", "server", "clear"), ""),
            new Computed("space", "opened.", names(Opened.Part.values()), ""),
            new Computed("own", "record.change.", names(RecordChange.Kind.values()), ""),
            new Computed("own", "record.opener.", names(Opener.Kind.values()), ""),
            new Computed("readers", "news.", names(KeyNews.Kind.values()), ""),
            new Computed("readers", "news.", Set.of("PUBLISHED", "VOUCHED"), ".you"),
            new Computed("readers", "readers.done.", Set.of("vouched", "proposed", "signed", "withdrawn"), ""),
            new Computed("readers", "stopped.", shownDifferences(), ""),
            new Computed("readers", "stopped.", Set.of("KEYS_CHANGED", "KEYS_GONE"), ".you"),
            new Computed(
                    "casefile",
                    "clients.state.",
                    Set.of("MINE", "ENQUIRY", "WAITING", "ACTIVE", "PAUSED", "ENDED", "ALL"),
                    ""),
            new Computed("casefile", "clients.sort.", Set.of("NAME", "NEXT", "LAST", "SINCE"), ""),
            new Computed("reports", "place.", names(ReportPlace.values()), ""),
            new Computed("reports", "by.", names(ReportTerms.By.values()), ""),
            new Computed("reports", "status.", names(ReportStatus.values()), ""),
            new Computed("reports", "image.", names(EvidenceTerms.Image.values()), ""),
            new Computed("reports", "entry.image.", names(EvidenceTerms.Image.values()), ""),
            new Computed("reports", "report.", Set.of("place", "by", "reported", "status"), ""),
            new Computed("reports", "report.", Set.of("where", "reference", "remark", "next"), "", ".help"),
            new Computed("reports", "entry.", Set.of("time", "who", "image"), ""),
            new Computed("reports", "entry.", Set.of("on", "what", "where", "kept"), "", ".help"),
            new Computed("rights", "copy.", Set.of("why", "choice"), ""),
            new Computed("rights", "copy.", Set.of("came", "reason", "text"), "", ".help"),
            new Computed("rights", "copy.choice.", names(CopyChoice.Decision.values()), ""),
            new Computed("rights", "copy.done.", Set.of("entered", "extended", "withdrawn", "chosen"), "", ".body"),
            new Computed("rights", "copy.error.", Set.of("reason", "text"), ""),
            new Computed("rights", "copy.field.", COPIED_FIELDS, ""),
            new Computed("rights", "copy.kind.", copiedKinds(), ""),
            new Computed("rights", "copy.why.", names(CopyRequest.Extension.values()), ""),
            new Computed("rights", "own.copy.", names(CopyRequest.Outcome.values()), ""),
            new Computed("rights", "case.done.", Set.of("rested", "lifted", "snoozed"), "", ".body"),
            new Computed("rights", "rest.", Set.of("why", "over"), ""),
            new Computed("rights", "rest.why.", names(Restriction.Reason.values()), ""),
            new Computed("rights", "rest.over.", names(Restriction.Lifted.values()), ""),
            new Computed("rights", "keep.", Set.of("reason"), ""),
            new Computed("rights", "keep.", Set.of("until"), "", ".help"),
            new Computed("rights", "keep.why.", names(RetentionSnooze.Reason.values()), ""),
            new Computed("rights", "fix.", Set.of("how"), ""),
            new Computed("rights", "fix.", Set.of("said"), "", ".help"),
            new Computed("rights", "fix.how.", names(Correction.State.AMENDED, Correction.State.REFUSED), ""),
            new Computed("rights", "fix.state.", names(Correction.State.values()), ""),
            new Computed("rights", "own.fix.state.", names(Correction.State.values()), ""),
            new Computed("rights", "outside.", Set.of("asker", "came", "decision", "answered"), ""),
            new Computed("rights", "outside.", Set.of("who", "basis", "asked", "worth", "view", "given"), "", ".help"),
            new Computed("rights", "outside.asker.", names(OutsideTerms.Asker.values()), ""),
            new Computed("rights", "outside.decision.", names(OutsideTerms.Decision.values()), ""),
            new Computed("rights", "second.was.", names(OutsideStanding.Second.values()), ""),
            new Computed("room", "ask.", SAFETY_QUESTIONS, "", ".help"),
            new Computed("room", "asked.", SAFETY_QUESTIONS, "", ".help"),
            new Computed("vault", "keys.done.", Set.of("phrase", "sheet", "given", "paper"), ""),
            new Computed("vault", "keys.others.", Set.of("later", "later.vouched", "earlier"), "", ".more"),
            new Computed("vault", "keys.standing.", names(Standing.VOUCHED, Standing.UNVOUCHED), ""),
            new Computed("words", "call.", signpostsShownAsCalls(), ".over", ".under"),
            new Computed("words", "places.heading.", names(Heading.values()), ""));

    /** Nobody is given process notes, and a decision about a copy is no part of one. */
    private static Set<String> copiedKinds() {
        Set<String> kinds = new HashSet<>(names(ItemKind.values()));
        kinds.removeAll(names(ItemKind.PROCESS, ItemKind.REVIEW));
        return kinds;
    }

    /** What only has to be compared again is counted, and not listed. */
    private static Set<String> shownDifferences() {
        Set<String> shown = new HashSet<>(names(Difference.Kind.values()));
        shown.remove(Difference.Kind.KEYS_TO_COMPARE.name());
        return shown;
    }

    private record Computed(String bundle, String beginning, Set<String> middle, String... endings) {
        Stream<String> keys() {
            return middle.stream().flatMap(each -> Arrays.stream(endings).map(end -> beginning + each + end));
        }
    }

    @Test
    void everyWordThatAPageNamesExists() {
        List<String> missing = new ArrayList<>();
        for (Markup page : Markup.all()) {
            literalsOf(page.text())
                    .filter(used -> !Bundles.named(used.group(1)).containsKey(used.group(2)))
                    .forEach(used -> missing.add(page + ": " + used.group()));
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyWordThatABeanNamesExists() {
        List<String> missing = new ArrayList<>();
        String bundles = String.join("|", Bundles.files().values());
        Pattern named = Pattern.compile("(counted\\()?\\s*\"(" + bundles + ")\",\\s*\"([\\w.]+)\"(?!\\s*\\+)");
        for (Path file : Markup.files(JAVA, ".java")) {
            named.matcher(Markup.text(file)).results().forEach(used -> keysOf(used)
                    .filter(key -> !Bundles.read(used.group(2)).containsKey(key))
                    .forEach(key -> missing.add(file.getFileName() + ": " + used.group(2) + " " + key)));
        }
        assertEquals(List.of(), missing);
    }

    private static Stream<String> keysOf(MatchResult used) {
        return used.group(1) == null
                ? Stream.of(used.group(3))
                : Stream.of("none", "one", "many").map(count -> used.group(3) + "." + count);
    }

    @Test
    void everyWordThatIsPutTogetherExists() {
        List<String> missing = COMPUTED.stream()
                .flatMap(computed -> computed.keys()
                        .filter(key -> !Bundles.read(computed.bundle()).containsKey(key))
                        .map(key -> computed.bundle() + " " + key))
                .sorted()
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void whatIsPutTogetherOnAPageIsListedHere() {
        Set<String> listed = COMPUTED.stream()
                .map(computed -> computed.bundle() + " " + computed.beginning())
                .collect(Collectors.toSet());
        Pattern computed = Pattern.compile("\\b(" + bundlesOnPages() + ")\\['([\\w.]+)'(?!\\])");
        for (Markup page : Markup.all()) {
            computed.matcher(page.text()).results().forEach(found -> {
                String key = Bundles.files().get(found.group(1)) + " " + found.group(2);
                assertTrue(listed.contains(key), () -> page + " puts together " + key);
            });
        }
    }

    @Test
    void everyQuestionAndAnswerOfTheFormHasItsWords() {
        Properties words = Bundles.read("form");
        List<String> missing = FormKeys.needed().stream()
                .filter(key -> !words.containsKey(key) && !words.containsKey("any" + key.substring(key.indexOf('.'))))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyCardHasItsWords() {
        Properties words = Bundles.read("cards");
        List<String> missing =
                FormKeys.cards().stream().filter(key -> !words.containsKey(key)).toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void nothingStandsInABundleThatNobodyShows() {
        List<String> unused = new ArrayList<>();
        Set<String> inJava = literalsOfJava();
        Bundles.files().forEach((onPages, file) -> {
            Set<String> used = usedOnPages(onPages);
            COMPUTED.stream()
                    .filter(computed -> computed.bundle().equals(file))
                    .flatMap(Computed::keys)
                    .forEach(used::add);
            for (String key : new TreeSet<>(Bundles.read(file).stringPropertyNames())) {
                boolean counted =
                        key.matches(".*\\.(none|one|many)") && inJava.contains(key.substring(0, key.lastIndexOf('.')));
                // the review of a law stands beside it, for the reviewer
                boolean review = key.matches("police\\.law\\.\\w+\\.(reviewedOn|inForceFrom|jurisdiction)");
                if (!review
                        && !used.contains(key)
                        && !inJava.contains(key)
                        && !counted
                        && !(file.equals("form") && FormKeys.mayBeAsked(key))
                        && !(file.equals("cards") && FormKeys.mayBeACards(key))) {
                    unused.add(file + " " + key);
                }
            }
        });
        assertEquals("", String.join("\n", unused));
    }

    @Test
    void noBundleSaysAThingTwice() {
        for (String file : Bundles.files().values()) {
            List<String> keys = Markup.text(Bundles.path(file))
                    .lines()
                    .filter(line -> line.matches("[\\w.-]+=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            List<String> twice = keys.stream()
                    .filter(key -> keys.indexOf(key) != keys.lastIndexOf(key))
                    .distinct()
                    .toList();
            assertEquals(List.of(), twice, file);
        }
    }

    @Test
    void noWordsStandInAPageItself() {
        Pattern between = Pattern.compile(">([^<#]*[A-Za-z]{2}[^<#]*)<");
        for (Markup page : Markup.all()) {
            String visible = page.text().replaceAll("(?s)<!--.*?-->", "").replaceAll("#\\{[^}]*\\}", "");
            List<String> found = between.matcher(visible)
                    .results()
                    .map(text -> text.group(1).strip())
                    .toList();
            assertEquals(List.of(), found, page.name());
        }
    }

    private static Stream<MatchResult> literalsOf(String page) {
        return Pattern.compile("\\b(" + bundlesOnPages() + ")\\['([\\w.]+)'\\]")
                .matcher(page)
                .results();
    }

    private static String bundlesOnPages() {
        return String.join("|", Bundles.files().keySet());
    }

    private static Set<String> usedOnPages(String bundle) {
        Set<String> used = new HashSet<>();
        for (Markup page : Markup.all()) {
            literalsOf(page.text())
                    .filter(found -> found.group(1).equals(bundle))
                    .forEach(found -> used.add(found.group(2)));
        }
        return used;
    }

    private static Set<String> literalsOfJava() {
        Set<String> literals = new HashSet<>();
        for (Path file : Markup.files(JAVA, ".java")) {
            Pattern.compile("\"([\\w.]+)\"")
                    .matcher(Markup.text(file))
                    .results()
                    .forEach(found -> literals.add(found.group(1)));
        }
        return literals;
    }

    /** The places that stand as big numbers, by id: those a page finds for a call, and the crisis list. */
    private static Set<String> signpostsShownAsCalls() {
        Set<String> ids = new TreeSet<>();
        for (Markup page : Markup.all()) {
            page.elements(Markup.OURS, "call")
                    .filter(call -> call.getAttribute("over").isEmpty()
                            || call.getAttribute("under").isEmpty())
                    .flatMap(call -> Pattern.compile("find\\('(\\w+)'\\)")
                            .matcher(call.getAttribute("of"))
                            .results())
                    .forEach(found -> ids.add(found.group(1)));
        }
        ids.addAll(List.of("E999", "N111", "SAM", "SHOUT", "PAPYRUS"));
        return ids;
    }

    /** Every id a page asks the directory for is in the reviewed file: else the page does not open. */
    @Test
    void everySignpostThatAPageNamesIsInTheDirectory() {
        String directory = Markup.text(REPOSITORY.resolve("config/signposting/en-GB.json"));
        for (Markup page : Markup.all()) {
            Pattern.compile("supportDirectory\\.find\\('(\\w+)'\\)")
                    .matcher(page.text())
                    .results()
                    .forEach(found -> assertTrue(
                            Pattern.compile("\"id\":\\s*\"" + found.group(1) + "\"")
                                    .matcher(directory)
                                    .find(),
                            () -> page + ": " + found.group(1)));
        }
    }

    /** Who she is stands in a card of its own, never in the list. */
    private static Set<String> shownKinds() {
        return names(
                ItemKind.NOTE,
                ItemKind.INTAKE,
                ItemKind.COLLEAGUES,
                ItemKind.PROCESS,
                ItemKind.FORMULATION,
                ItemKind.GOAL);
    }

    private static Set<String> keys(Predicate<Setting> which) {
        return Arrays.stream(Setting.values())
                .filter(which)
                .map(Setting::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
