package org.safespaces.acceptance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;

@AnalyzeClasses(packages = OurCode.ALL, importOptions = OurCode.class)
class EntitiesTest {
    @ArchTest
    static final ArchRule anEntityStaysInItsPackage = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .or()
            .areAnnotatedWith(MappedSuperclass.class)
            .should()
            .bePackagePrivate()
            .because("a page then cannot hold one, nor another feature ask for one: the compiler says no first");

    @ArchTest
    static final ArchRule anEntityHasNoSetters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*")
            .because("what can be done to it has a verb, and leaves it valid");

    @ArchTest
    static final ArchRule anEntityShowsNoMoreThanItsPackageNeeds = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .notBePublic()
            .because("its package is everybody it talks to");

    @ArchTest
    static final ArchRule anEntityKeepsItsStateToItself = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and(com.tngtech.archunit.base.DescribedPredicate.<HasModifiers>describe(
                            "are state", field -> !field.getModifiers().contains(JavaModifier.STATIC))
                    .forSubtype())
            .should()
            .bePrivate()
            .because("only verbs change it");
}
