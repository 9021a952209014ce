package org.safespaces.acceptance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** One page, one bean, one folder; and names that say what a thing is. */
@AnalyzeClasses(packages = OurCode.ALL, importOptions = OurCode.class)
class NamesTest {
    @ArchTest
    static final ArchRule whatAPageNamesIsItsBean = classes()
            .that()
            .resideInAPackage("org.safespaces.web..")
            .and()
            .resideOutsideOfPackage("org.safespaces.web.frame..")
            .and()
            .areAnnotatedWith(Named.class)
            .should()
            .haveNameMatching(".*(Page|Head)")
            .because("one page has one bean, and it is found by its name; what stands above many is their head");

    @ArchTest
    static final ArchRule aPageBeanStandsWhereItsPageDoes = classes()
            .that()
            .resideInAPackage("org.safespaces.web..")
            .and()
            .haveSimpleNameEndingWith("Page")
            .should(haveItsPage())
            .because("/therapist/note is therapist/note.xhtml is web.therapist.NotePage");

    @ArchTest
    static final ArchRule onlyThePagesHavePageBeans = noClasses()
            .that(describe(
                    "stand outside of web and the forms of intake",
                    type -> !OurCode.area(type).equals("web")
                            && !OurCode.area(type).equals("intake")))
            .should()
            .haveSimpleNameEndingWith("Page")
            .because("a page is something a browser asks for, or a leaf of a form");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(
                    ".*(Impl|Utils?|Helper|Manager|Dto|DTO|Entity|Service|ServiceBean|Facade|Dao|Repository)(\\$.*)?")
            .because("a name from the practice tells more than a name from the framework");

    @ArchTest
    static final ArchRule packagesAreNamedAfterWhatThePracticeDoes = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..",
                    "..utils..",
                    "..common..",
                    "..service..",
                    "..services..",
                    "..impl..",
                    "..dto..",
                    "..model..")
            .because("a drawer for everything is read by nobody");

    private static ArchCondition<JavaClass> haveItsPage() {
        return new ArchCondition<>("stand in the package that its page's folder says") {
            @Override
            public void check(JavaClass bean, ConditionEvents events) {
                String folder = bean.getPackageName()
                        .substring((OurCode.ALL + ".web").length())
                        .replace(".", "");
                Path page = OurCode.root()
                        .resolve("src/web/src/main/webapp")
                        .resolve(folder.equals("home") ? "" : folder)
                        .resolve(address(bean) + ".xhtml");
                boolean named =
                        bean.isAnnotatedWith(Named.class) && bean.getModifiers().contains(JavaModifier.PUBLIC);
                events.add(new SimpleConditionEvent(
                        bean, named && Files.exists(page), bean.getName() + " has no page " + page.getFileName()));
            }
        };
    }

    /** SafetyPlanPage answers at safety-plan. */
    private static String address(JavaClass bean) {
        String name = bean.getSimpleName();
        return name.substring(0, name.length() - "Page".length())
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
