package org.safespaces.acceptance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Who may know whom: `docs/architecture.md`, "Packages and directions". */
@AnalyzeClasses(packages = OurCode.ALL, importOptions = OurCode.class)
class DirectionsTest {
    /** A new package has no place until it gets a line here. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("vault", Set.of()),
            Map.entry("schema", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("settings", Set.of("schema")),
            Map.entry("signposting", Set.of("settings")),
            Map.entry("audit", Set.of()),
            Map.entry("backup", Set.of()),
            Map.entry("mail", Set.of("audit", "settings", "vault")),
            Map.entry("people", Set.of("mail", "audit", "vault")),
            Map.entry("keys", Set.of("people", "mail", "audit", "schema", "settings", "vault")),
            Map.entry("access", Set.of("keys", "people", "mail", "audit", "schema", "settings", "vault")),
            // below the features: whoever keeps something that asks to be read today is a keeper of it
            Map.entry("followup", Set.of("access", "people", "mail", "audit", "settings")),
            // where answers lead: the places that help are chosen here
            Map.entry(
                    "intake",
                    Set.of(
                            "access",
                            "followup",
                            "keys",
                            "people",
                            "mail",
                            "audit",
                            "schema",
                            "settings",
                            "signposting",
                            "vault")),
            Map.entry("scheduling", Set.of("access", "keys", "people", "mail", "audit", "settings", "vault")),
            Map.entry("notes", Set.of("access", "followup", "keys", "people", "mail", "audit", "vault")),
            // a feature that stands on two others: what is answered is part of the case file, and asked before sessions
            Map.entry(
                    "measures",
                    Set.of(
                            "access",
                            "followup",
                            "keys",
                            "notes",
                            "people",
                            "mail",
                            "audit",
                            "scheduling",
                            "settings",
                            "vault")),
            // above the features: says what a decision of the practice means for them, and looks whether everything
            // runs
            Map.entry(
                    "office",
                    Set.of("audit", "backup", "intake", "keys", "mail", "people", "schema", "settings", "signposting")),
            Map.entry(
                    "web",
                    Set.of(
                            "access",
                            "audit",
                            "followup",
                            "intake",
                            "keys",
                            "measures",
                            "notes",
                            "office",
                            "people",
                            "scheduling",
                            "schema",
                            "settings",
                            "signposting")));

    private static final Pattern PAST_PARTICIPLE = Pattern.compile("[A-Z]\\w*(ed|en|ept|old|ought|nt)");

    @ArchTest
    static final ArchRule vaultUsesTheJdkAndBouncyCastleAndNothingElse = classes()
            .that()
            .resideInAPackage("org.safespaces.vault..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.safespaces.vault..", "java..", "javax.crypto..", "org.bouncycastle..")
            .because("what touches keys must be readable, and testable, without a container");

    @ArchTest
    static final ArchRule nobodyButVaultUsesBouncyCastle = noClasses()
            .that()
            .resideOutsideOfPackage("org.safespaces.vault..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle..", "javax.crypto..")
            .because("there is one place where something is sealed, and it is reviewed as such");

    @ArchTest
    static final ArchRule pagesAreNothingTheRestKnowsOf = noClasses()
            .that()
            .resideOutsideOfPackage("org.safespaces.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.faces..",
                    "jakarta.servlet..",
                    "org.primefaces..",
                    "org.wildfly.security.http..",
                    "org.safespaces.web..")
            .because("the practice works without pages, and its tests do");

    @ArchTest
    static final ArchRule pagesHoldNoTableAndNoKey = noClasses()
            .that()
            .resideInAPackage("org.safespaces.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.safespaces.vault..")
            .because("a page asks a service and gets a record: it can neither query nor decrypt");

    @ArchTest
    static final ArchRule everyPackageKnowsOnlyThoseBelowIt = classes()
            .should(stayBelow())
            .because("arrows point down, and features meet only through ids and events that the container carries");

    @ArchTest
    static final ArchRule packagesOfThePracticeFormNoCycles = slices().matching("org.safespaces.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle is one package that cannot be read apart");

    @ArchTest
    static final ArchRule packagesOfThePagesFormNoCycles = slices().matching("org.safespaces.web.(*)..")
            .should()
            .beFreeOfCycles()
            .because("the frame knows no page, and no audience needs two others to be understood");

    private static ArchCondition<JavaClass> stayBelow() {
        return new ArchCondition<>("know only packages below their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Set<String> below = MAY_KNOW.get(OurCode.area(type));
                if (below == null) {
                    events.add(
                            SimpleConditionEvent.violated(type, type.getName() + " is in a package without a place"));
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    String area = OurCode.area(target);
                    boolean fine = !OurCode.isOurs(target)
                            || area.equals(OurCode.area(type))
                            || below.contains(area)
                            || isEventOfAFeature(type, target);
                    events.add(new SimpleConditionEvent(dependency, fine, dependency.getDescription()));
                }
            }
        };
    }

    /** The one way a feature hears of another: a public record whose name says what has happened, or a part of one. */
    private static boolean isEventOfAFeature(JavaClass listener, JavaClass target) {
        JavaClass event = OurCode.outermost(target);
        return Set.of("intake", "scheduling", "notes").contains(OurCode.area(listener))
                && event.isRecord()
                && event.getModifiers().contains(JavaModifier.PUBLIC)
                && PAST_PARTICIPLE.matcher(event.getSimpleName()).matches();
    }
}
