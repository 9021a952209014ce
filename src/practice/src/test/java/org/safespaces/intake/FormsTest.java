package org.safespaces.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safespaces.vault.ClearText;

/** The forms themselves, as they lie in the archive. */
class FormsTest {
    /** Of a size class four bytes say how long the text is. */
    private static final int CLINICAL = 32 * 1024 - 4;

    private static final int IDENTITY = 4 * 1024 - 4;

    /** The widest character of a text field's unit: three bytes in UTF-8. */
    private static final String WIDE = "\u20AC";

    /** Preferences, and what only steers the form: nobody needs a way not to say. */
    private static final Set<String> PREFERENCES = Set.of(
            "K03",
            "N03",
            "N04",
            "SC01",
            "SC05",
            "SC06",
            "SC07",
            "SC08",
            "SC10",
            "H03",
            "G04offer",
            "X03for",
            "X03until",
            "X04for1",
            "X04until1",
            "X04for2",
            "X04until2",
            "X04for3",
            "X04until3");

    @ParameterizedTest
    @EnumSource(FormKind.class)
    void everyQuestionAndEveryAnswerCanBeReached(FormKind kind) {
        Set<String> wanted = new TreeSet<>();
        Walker.FORMS.asked(kind).pages().stream()
                .filter(page -> !page.onlyIfAsked())
                .flatMap(page -> page.questions().stream())
                .forEach(question -> {
                    wanted.add(question.id());
                    question.values().forEach(value -> wanted.add(question.id() + "." + value));
                });
        if (kind == FormKind.GENERAL) {
            wanted.removeAll(Set.of("W01.buzz", "H01.online_safe"));
        }
        Random random = new Random(20260);
        Set<String> seen = new TreeSet<>();
        for (int walk = 0; walk < 400 && !seen.containsAll(wanted); walk++) {
            stroll(kind, random, seen);
        }
        wanted.removeAll(seen);
        assertEquals(Set.of(), wanted);
    }

    private static void stroll(FormKind kind, Random random, Set<String> seen) {
        Walker she = new Walker();
        for (int step = 0; step < 150 && !she.page().equals("check"); step++) {
            List<Question> questions =
                    Walker.WALK.page(she.copy()).map(FormPage::questions).orElse(List.of());
            Map<String, String> answers = new HashMap<>();
            for (Question question : questions) {
                if (she.route().form() == kind) {
                    seen.add(question.id());
                    question.valuesFor(she.answers()).forEach(value -> seen.add(question.id() + "." + value));
                }
                answers.put(question.id(), some(question, kind, random, she.answers()));
            }
            she.answer(answers);
        }
    }

    private static String some(Question question, FormKind kind, Random random, Answers answers) {
        if (question.id().equals("T2")) {
            return "adult";
        }
        if (question.id().equals("T1")) {
            return "me";
        }
        if (question.id().equals("T5")) {
            return Map.of(
                            FormKind.GENERAL, List.of("general", "rather", ""),
                            FormKind.SEXTORTION, List.of("money", "money,shared", "email_claim", "general"),
                            FormKind.IMAGE_ABUSE, List.of("shared", "fake", "unsure", "general"))
                    .get(kind)
                    .get(random.nextInt(3 + (kind == FormKind.GENERAL ? 0 : 1)));
        }
        if (question.kind() == Question.Kind.EMAIL) {
            return "name@example.org";
        }
        if (question.kind().isTyped()) {
            return "words";
        }
        List<String> values = new ArrayList<>(question.valuesFor(answers));
        values.remove("ss");
        Collections.shuffle(values, random);
        int count = question.kind() == Question.Kind.CHECK ? 1 + random.nextInt(Math.min(3, values.size())) : 1;
        return String.join(",", values.subList(0, count));
    }

    @ParameterizedTest
    @EnumSource(FormKind.class)
    void evenTheFullestAnswersFitTheirSize(FormKind kind) {
        FormDefinition form = Walker.FORMS.asked(kind);
        Answers everything = Answers.NONE;
        for (Question question : form.questions().toList()) {
            everything = everything.with(question.id(), fullest(question));
        }
        List<ReadText> texts = Stream.of("K01", "X01", "X03", "X04", "X05")
                .map(id -> new ReadText(id, "99", "f".repeat(64)))
                .toList();
        IntakeDocument document =
                new IntakeDocument(form, everything, EnumSet.allOf(Flag.class), texts, LocalDate.of(2026, 11, 22));
        assertTrue(
                size(document, Question.Part.CLINICAL) <= CLINICAL,
                () -> "clinical " + size(document, Question.Part.CLINICAL));
        assertTrue(
                size(document, Question.Part.IDENTITY) <= IDENTITY,
                () -> "identity " + size(document, Question.Part.IDENTITY));
        WorkingCopy copy = Walker.WALK
                .begin()
                .with(everything, EnumSet.allOf(Card.class))
                .keptUnder("1234 5678 9012 3456", new WorkingCopy.DraftKey(new java.util.UUID(1, 1), "k".repeat(43)));
        assertTrue(copy.toText().getBytes(StandardCharsets.UTF_8).length < Drafts.LENGTH, "every draft has one size");
    }

    private static List<String> fullest(Question question) {
        if (question.kind() == Question.Kind.EMAIL) {
            return List.of("a".repeat(question.limit()));
        }
        if (question.kind().isTyped()) {
            return List.of(WIDE.repeat(question.limit()));
        }
        return question.kind() == Question.Kind.RADIO
                ? question.values().stream().max(Comparator.comparing(String::length)).stream()
                        .toList()
                : question.values();
    }

    private static int size(IntakeDocument document, Question.Part part) {
        try (ClearText text = document.part(part)) {
            return text.text().getBytes(StandardCharsets.UTF_8).length;
        }
    }

    @Test
    void whoeverMayNotSayOrNotKnowHasAWayToLeaveItOpen() {
        List<String> without = asked().filter(
                        question -> question.kind() == Question.Kind.RADIO || question.kind() == Question.Kind.CHECK)
                .filter(question -> !PREFERENCES.contains(question.id()))
                .filter(question -> question.values().stream().noneMatch(Set.of("unsure", "rather")::contains))
                .map(Question::id)
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void nothingMustBeAnsweredButFourThingsAndAnAddressThatWasChosen() {
        Set<String> must =
                new TreeSet<>(asked().filter(Question::must).map(Question::id).toList());
        assertEquals(new TreeSet<>(Set.of("T2", "T4", "SC01", "X01", "SC02", "SC04")), must);
    }

    @Test
    void thereIsOneBoxForOnesOwnWordsInASectionAtMost() {
        for (FormKind kind : FormKind.values()) {
            for (FormSection section : Walker.FORMS.asked(kind).sections()) {
                long boxes = section.pages().stream().filter(FormPage::hasArea).count();
                assertTrue(boxes <= 1, section.id());
            }
        }
    }

    @Test
    void aNoticeStandsBeforeEachQuestionThatIsHardToRead() {
        Set<String> announced = new TreeSet<>();
        for (FormKind kind : FormKind.values()) {
            List<FormPage> pages = Walker.FORMS.asked(kind).pages();
            for (int at = 1; at < pages.size(); at++) {
                FormPage notice = pages.get(at - 1);
                if (!notice.skips().isEmpty()) {
                    pages.get(at).questions().forEach(question -> announced.add(question.id()));
                    assertEquals(
                            List.of("notice-" + pages.get(at).questions().get(0).id()), notice.contents());
                }
            }
        }
        assertEquals(new TreeSet<>(Set.of("S05", "B01", "B11", "W01", "G03")), announced);
    }

    @Test
    void noQuestionAsksForAnAddressAnAmountOrAFile() {
        asked().forEach(question -> assertFalse(
                Set.of("URL", "FILE", "NUMBER").contains(question.kind().name()), question.id()));
        assertEquals(7, Question.Kind.values().length, "a new kind of question is a decision");
    }

    /** Answers that were sealed name the file they were asked by: what is published is never changed, only followed. */
    @Test
    void whatWasPublishedIsAsItWas() throws Exception {
        Path list =
                Path.of(System.getProperty("basedir", "."), "src/test/resources/org/safespaces/intake/published.txt");
        Map<String, String> published = new HashMap<>();
        Files.readAllLines(list).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .forEach(line -> published.put(line[0], line[1]));
        Map<String, String> found = new HashMap<>();
        Walker.FORMS.all().forEach(form -> found.put(form.id(), form.hash()));
        assertEquals(published, found, "a form that has changed needs a new id");
    }

    @Test
    void whatWasAnsweredOnAnOldFormStillShowsWithItsOwnQuestions() {
        FormDefinition old = Walker.FORMS.byId("enquiry-1").orElseThrow();
        Answers answers = Answers.NONE.with("S12", List.of("money")).with("S17", List.of("my words"));
        OpenIntake opened = new OpenIntake(null, old, answers, Set.of(), null);
        assertEquals(
                List.of("S12", "S17"),
                opened.answered(Question.Part.CLINICAL).stream()
                        .map(Question::id)
                        .toList());
        assertEquals(
                List.of("S17"), opened.inOwnWords().stream().map(Question::id).toList());
    }

    @Test
    void aFormThatDoesNotHoldIsRefusedAndSaysWhy() {
        Question age = question("T2", Question.Kind.RADIO, List.of("adult"), 0);
        assertRefused("depends on T9, which is not asked", page("a", age), pageIf("b", "T9", "x", age));
        assertRefused("that it does not have", page("a", age), pageIf("b", "T2", "older", age));
        assertRefused(
                "which comes later",
                pageIf("a", "T2", "adult", question("T1", Question.Kind.TICK, List.of("yes"), 0)),
                page("b", age));
        assertRefused("has no limit", page("a", question("N01", Question.Kind.TEXT, List.of(), 0)));
        assertRefused("has no values", page("a", question("N01", Question.Kind.RADIO, List.of(), 0)));
        assertRefused(
                "is two questions", page("a", age), page("b", question("T2", Question.Kind.TICK, List.of("yes"), 0)));
        assertRefused("says nothing and asks nothing", page("a"));
    }

    private static void assertRefused(String because, FormPage... pages) {
        FormDefinition form = new FormDefinition("x", "", List.of(new FormSection("s", false, List.of(pages))));
        IllegalStateException refused = org.junit.jupiter.api.Assertions.assertThrows(
                IllegalStateException.class, () -> FormRules.demand(form));
        assertTrue(refused.getMessage().contains(because), refused.getMessage());
    }

    private static FormPage page(String id, Question... questions) {
        return new FormPage(id, List.of(questions), List.of(), Condition.ALWAYS, List.of(), false, List.of());
    }

    private static FormPage pageIf(String id, String question, String value, Question asked) {
        Condition condition = new Condition.Has(question, List.of(value));
        return new FormPage(id, List.of(asked), List.of(), condition, List.of(), false, List.of());
    }

    private static Question question(String id, Question.Kind kind, List<String> values, int limit) {
        List<Question.Choice> choices = values.stream()
                .map(value -> new Question.Choice(value, Condition.ALWAYS))
                .toList();
        return new Question(id, kind, false, Question.Part.CLINICAL, choices, limit, null, List.of(), List.of());
    }

    private static Stream<Question> asked() {
        return Arrays.stream(FormKind.values()).map(Walker.FORMS::asked).flatMap(FormDefinition::questions);
    }
}
