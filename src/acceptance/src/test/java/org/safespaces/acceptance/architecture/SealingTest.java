package org.safespaces.acceptance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.flow.FlowScoped;
import jakarta.faces.view.ViewScoped;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.ServerSeal;

/** Where clear text may be, and who may bring it about. */
@AnalyzeClasses(packages = OurCode.ALL, importOptions = OurCode.class)
class SealingTest {
    private static final String MARK = "heard-in-confidence";
    /** Ids of questions and pages are no answers: these may be printed. */
    private static final Set<String> NO_ANSWER = Set.of("id", "page");

    private static final DescribedPredicate<JavaAccess<?>> MINT_A_DISCLOSURE = describe(
            "mint a Disclosure",
            access -> access.getTargetOwner().isEquivalentTo(Disclosure.class)
                    && Set.of("recorded", "<init>").contains(access.getName()));

    @ArchTest
    static final ArchRule onlyAccessMintsADisclosure = noClasses()
            .that()
            .resideOutsideOfPackage("org.safespaces.access..")
            .and()
            .areNotAssignableTo(Disclosure.class)
            .should()
            .accessTargetWhere(MINT_A_DISCLOSURE)
            .because("a reading that was not permitted and recorded must not even build");

    @ArchTest
    static final ArchRule theServersKeyServesContactDetailsOnly = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.safespaces.people..",
                    "org.safespaces.scheduling..",
                    // which form is asked when, and no answer: the server has to ask
                    "org.safespaces.measures..",
                    "org.safespaces.mail..",
                    "org.safespaces.keys..",
                    "org.safespaces.vault..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ServerSeal.class)
            .because("what the running server can open by itself is never an enquiry and never a note");

    @ArchTest
    static final ArchRule whatHoldsClearTextDoesNotPrintIt = classes()
            .that(OurCode.CONFIDENTIAL_TYPES)
            .should(sayItselfWhatItPrints())
            .because("a record prints all it has, into any log and any exception, unless it is told not to");

    @ArchTest
    static final ArchRule whatCarriesClearTextOnDoesNotPrintItEither = classes()
            .that(describe(
                    "are records with a part that is confidential",
                    type -> type.isRecord() && type.getFields().stream().anyMatch(SealingTest::isConfidential)))
            .should(sayItselfWhatItPrints())
            .because("printing a record prints its parts");

    @ArchTest
    static final ArchRule clearTextIsKeptForOneRequestOnly = noClasses()
            .that()
            .areNotAnnotatedWith(RequestScoped.class)
            .and()
            .areAnnotatedWith(describe("a scope or a bean's annotation", annotation -> Set.of(
                            "ApplicationScoped",
                            "SessionScoped",
                            "ConversationScoped",
                            "ViewScoped",
                            "FlowScoped",
                            "Stateless",
                            "Stateful",
                            "Singleton",
                            "Entity")
                    .contains(annotation.getRawType().getSimpleName())))
            .should(haveAConfidentialField())
            .because("whatever outlives the request can be read after it");

    @ArchTest
    static final ArchRule noScopeButRequestSessionAndApplication = noClasses()
            .should()
            .beAnnotatedWith(ViewScoped.class)
            .orShould()
            .beAnnotatedWith(FlowScoped.class)
            .orShould()
            .beAnnotatedWith(ConversationScoped.class)
            .because("views, flows and conversations are kept in the session, with whatever was typed");

    @ArchTest
    static final ArchRule aSessionHoldsCiphertextAndHours = classes()
            .that()
            .areAnnotatedWith(SessionScoped.class)
            .should(holdNoText())
            .because("a session is read by whoever reads the server's memory, for as long as it lasts");

    @ArchTest
    static final ArchRule pageBeansEndWithTheRequest = classes()
            .that()
            .resideInAPackage("org.safespaces.web..")
            .and()
            .haveSimpleNameEndingWith("Page")
            .should()
            .beAnnotatedWith(RequestScoped.class)
            .because("what a page shows and what is typed into it goes with the answer");

    @ArchTest
    static final ArchRule nothingIsPrintedPastTheLog = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "print to the console",
                    access -> access.getTargetOwner().isEquivalentTo(System.class)
                                    && Set.of("out", "err").contains(access.getName())
                            || access.getName().equals("printStackTrace")))
            .because("log lines carry ids, and what is printed carries anything");

    /** What Java's types do not tell the rules above (a logger takes any object) is made harmless by this. */
    @ArchTest
    static void theTextOfAConfidentialRecordIsNotInWhatItPrints(JavaClasses all) {
        List<Class<?>> records = new ArrayList<>();
        for (JavaClass type : all) {
            if (type.isRecord() && OurCode.CONFIDENTIAL_TYPES.test(type)) {
                records.add(type.reflect());
            }
        }
        assertFalse(records.isEmpty());
        for (Class<?> type : records) {
            Object full = filled(type);
            assertFalse(String.valueOf(full).contains(MARK), type.getName() + " prints " + full);
        }
    }

    @ArchTest
    static void theFillerReachesEveryPartOfARecord(JavaClasses all) {
        assertTrue(filled(Unguarded.class).toString().contains(MARK));
    }

    record Unguarded(String said, Optional<String> more) {}

    private static Object filled(Class<?> type) {
        try {
            List<Object> values = new ArrayList<>();
            for (RecordComponent part : type.getRecordComponents()) {
                values.add(
                        part.getType() == String.class && NO_ANSWER.contains(part.getName())
                                ? "id"
                                : value(part.getGenericType()));
            }
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException cannot) {
            throw new AssertionError("cannot fill " + type.getName(), cannot);
        }
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType of) {
            Object inner = value(of.getActualTypeArguments()[of.getActualTypeArguments().length - 1]);
            List<Object> one = inner == null ? List.of() : List.of(inner);
            Class<?> raw = (Class<?>) of.getRawType();
            if (raw == Map.class) {
                return inner == null ? Map.of() : Map.of(MARK, inner);
            }
            return raw == Optional.class ? one.stream().findFirst() : raw == Set.class ? Set.copyOf(one) : one;
        }
        return simple((Class<?>) type);
    }

    private static Object simple(Class<?> type) {
        if (type == String.class) {
            return MARK;
        }
        if (type.isRecord()) {
            return filled(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == byte[].class) {
            return MARK.getBytes(StandardCharsets.UTF_8);
        }
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        return type == UUID.class ? new UUID(0, 0) : type == LocalDate.class ? LocalDate.EPOCH : null;
    }

    private static ArchCondition<JavaClass> sayItselfWhatItPrints() {
        return new ArchCondition<>("say itself what it prints") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean fine = type.isRecord()
                        ? !printsItsParts(type.reflect())
                        : type.isInterface() || type.tryGetMethod("toString").isPresent();
                events.add(new SimpleConditionEvent(type, fine, type.getName() + " prints what it holds"));
            }
        };
    }

    /** As the compiler writes it: each part's name, and what it is. */
    private static boolean printsItsParts(Class<?> type) {
        String printed = String.valueOf(filled(type));
        return Arrays.stream(type.getRecordComponents()).anyMatch(part -> printed.contains(part.getName() + "="));
    }

    private static boolean isConfidential(JavaField field) {
        return field.getType().getAllInvolvedRawTypes().stream()
                .anyMatch(type -> type.isAssignableTo(Confidential.class));
    }

    private static ArchCondition<JavaClass> haveAConfidentialField() {
        return new ArchCondition<>("have a confidential field") {
            @Override
            public void check(JavaClass bean, ConditionEvents events) {
                bean.getAllFields().stream()
                        .filter(SealingTest::isConfidential)
                        .forEach(field -> events.add(SimpleConditionEvent.satisfied(bean, field.getFullName())));
            }
        };
    }

    private static ArchCondition<JavaClass> holdNoText() {
        return new ArchCondition<>("hold no text") {
            @Override
            public void check(JavaClass bean, ConditionEvents events) {
                bean.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> field.getType().getAllInvolvedRawTypes().stream()
                                .anyMatch(type -> type.isAssignableTo(CharSequence.class)
                                        || type.isEquivalentTo(char[].class)
                                        || type.isEquivalentTo(Object.class)
                                        || type.isAssignableTo(Confidential.class)))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(bean, field.getFullName())));
            }
        };
    }
}
