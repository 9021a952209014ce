package org.safespaces.acceptance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The log is only ever added to, and by its own package only. */
@AnalyzeClasses(packages = OurCode.ALL, importOptions = OurCode.class)
class AuditTableTest {
    private static final Pattern QUERY = Pattern.compile(
            "\\b(from|join|into|update|delete|table|truncate|on)\\s+(\\w+\\.)?(audit_\\w+|Audit(Entry|Leaf|Head|Checkpoint|Finding))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGE =
            Pattern.compile("\\b(update|delete|truncate|drop|alter)\\b", Pattern.CASE_INSENSITIVE);

    @ArchTest
    static final ArchRule onlyAuditAsksTheLogAnything = classes()
            .that()
            .resideOutsideOfPackage("org.safespaces.audit..")
            .should(holdNoText(QUERY))
            .because("a query is text: no compiler keeps other packages out of this table");

    @ArchTest
    static final ArchRule auditItselfChangesNothing = classes()
            .that()
            .resideInAPackage("org.safespaces.audit..")
            .should(holdNoText(CHANGE))
            .because("what was recorded stays recorded");

    @ArchTest
    static final ArchRule auditRemovesNothing = noClasses()
            .that()
            .resideInAPackage("org.safespaces.audit..")
            .should()
            .callMethodWhere(describe(
                    "changes or removes a row",
                    call -> call.getTargetOwner().isAssignableTo(EntityManager.class)
                            && Set.of("remove", "merge", "refresh", "createNativeQuery")
                                    .contains(call.getName())))
            .because("what was recorded stays recorded");

    @ArchTest
    static final ArchRule aLineIsCompleteOnceItIsMade = noClasses()
            .that()
            .resideInAPackage("org.safespaces.audit..")
            .should()
            .accessTargetWhere(describe(
                    "writes into a line outside of its constructor",
                    access -> access instanceof com.tngtech.archunit.core.domain.JavaFieldAccess written
                            && written.getAccessType() == AccessType.SET
                            && written.getTargetOwner().isAnnotatedWith(Entity.class)
                            && !written.getOrigin().isConstructor()))
            .because("what was recorded stays recorded");

    @Test
    void theApplicationMayAddLinesAndReadThemTheSignerReadThemAndNobodyElseAnything() throws IOException {
        List<String> granted = migrations().stream()
                .flatMap(sql -> all(Pattern.compile("(?is)GRANT\\s+([^;]*?)\\s+ON\\s+([^;]*?)\\s+TO\\s+(\\w+)"), sql))
                .filter(grant -> Pattern.compile("\\baudit_event\\b|(?i)\\bALL\\b")
                        .matcher(grant)
                        .find())
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "GRANT SELECT ON audit_event, audit_leaf, audit_head TO practice_witness",
                        "GRANT SELECT, INSERT ON audit_event TO practice_app"),
                granted);
    }

    @Test
    void noMigrationChangesWhatWasRecorded() throws IOException {
        Pattern change = Pattern.compile(
                "(?i)\\b(UPDATE|DELETE\\s+FROM|TRUNCATE|DROP\\s+\\w+|DISABLE\\s+TRIGGER)\\s[^;]*\\baudit_event");
        for (String sql : migrations()) {
            // the triggers' own words name what they refuse
            String rest = sql.replaceAll("(?is)CREATE\\s+TRIGGER[^;]*;", "");
            assertFalse(change.matcher(rest).find(), () -> "a migration changes the log: " + rest);
        }
    }

    private static List<String> migrations() throws IOException {
        Path folder = OurCode.root().resolve("src/practice/src/main/resources/db");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(AuditTableTest::withoutComments)
                    .toList();
        }
    }

    private static String withoutComments(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)--.*$", "");
        } catch (IOException cannot) {
            throw new java.io.UncheckedIOException(cannot);
        }
    }

    private static Stream<String> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(found -> found.group().replaceAll("\\s+", " "));
    }

    private static ArchCondition<JavaClass> holdNoText(Pattern pattern) {
        return new ArchCondition<>("hold no text that matches " + pattern) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Constants.of(type).stream()
                        .filter(text -> pattern.matcher(text).find())
                        .forEach(text -> events.add(SimpleConditionEvent.violated(type, type.getName() + ": " + text)));
            }
        };
    }
}
