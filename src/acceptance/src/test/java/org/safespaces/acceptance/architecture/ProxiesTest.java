package org.safespaces.acceptance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Schedule;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whoever injects a bean holds a stand-in for it. What compiles and does not work through one is refused here: in the
 * server it would fail at the first call, or, worse, run without its role check or transaction.
 */
@AnalyzeClasses(packages = OurCode.ALL, importOptions = OurCode.class)
class ProxiesTest {
    @ArchTest
    static final ArchRule onlyPublicMethodsOfASessionBeanAreCalledByOthers = classes()
            .should(notHave("calls to methods that a session bean does not show", ProxiesTest::callsToHiddenMethods))
            .because("a session bean's stand-in has its public methods only");

    @ArchTest
    static final ArchRule fieldsOfABeanAreItsOwn = classes()
            .should(notHave("accesses to a bean's fields", ProxiesTest::accessesToFields))
            .because("the stand-in has fields of its own, and they are empty");

    @ArchTest
    static final ArchRule noBeanIsMadeByHand = classes()
            .should(notHave("beans made with new", ProxiesTest::beansMadeByHand))
            .because("only the container's beans get what they inject, and their checks");

    @ArchTest
    static final ArchRule aBeanWithAnInterfaceIsInjectedByClassOnlyIfItSaysSo = classes()
            .should(notHave(
                    "injections of a bean by class that shows its interface only", ProxiesTest::wrongInjections))
            .because("a session bean with an interface has no view of its class unless @LocalBean gives it one");

    @ArchTest
    static final ArchRule whatStandsOnAMethodNobodyElseCallsIsAWish = classes()
            .that(OurCode.SESSION_BEANS)
            .should(notHave("rules on methods that no stand-in has", ProxiesTest::wishes))
            .because("roles and transactions are applied on the way in, and nobody comes in there");

    @ArchTest
    static final ArchRule aBeanThatCallsItselfDoesNotCountOnRolesOrTransactions = classes()
            .that(OurCode.SESSION_BEANS)
            .should(notHave("calls of its own methods that have rules of their own", ProxiesTest::selfCalls))
            .because("a call from within goes past the stand-in, and so past its rules");

    @ArchTest
    static final ArchRule sessionBeansAndTheirMethodsAreNotFinal = classes()
            .that(OurCode.SESSION_BEANS)
            .should(notHave("final things", ProxiesTest::finals))
            .because("the container makes the stand-in by inheriting");

    @ArchTest
    static final ArchRule timersAreNotKept = classes()
            .should(notHave("timers that survive a restart", ProxiesTest::keptTimers))
            .because("the server has no timer store, and a round that was missed is caught up by the next");

    private static ArchCondition<JavaClass> notHave(String what, Function<JavaClass, Stream<String>> find) {
        return new ArchCondition<>("have no " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                find.apply(type).forEach(found -> events.add(SimpleConditionEvent.violated(type, found)));
            }
        };
    }

    private static Stream<String> callsToHiddenMethods(JavaClass caller) {
        return Stream.concat(caller.getMethodCallsFromSelf().stream(), caller.getMethodReferencesFromSelf().stream())
                .filter(call -> OurCode.isSessionBean(call.getTargetOwner()))
                .filter(call -> isElsewhere(caller, call))
                .filter(call -> resolved(call)
                        .filter(method -> !method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !isStatic(method))
                        .isPresent())
                .map(JavaAccess::getDescription);
    }

    private static Stream<String> accessesToFields(JavaClass caller) {
        return caller.getFieldAccessesFromSelf().stream()
                .filter(access -> OurCode.isBehindProxy(access.getTargetOwner()))
                .filter(access -> isElsewhere(caller, access))
                .filter(access -> access.getTarget()
                        .resolveMember()
                        .filter(field -> !isStatic(field))
                        .isPresent())
                .map(JavaFieldAccess::getDescription);
    }

    private static Stream<String> beansMadeByHand(JavaClass caller) {
        return Stream.concat(
                        caller.getConstructorCallsFromSelf().stream(),
                        caller.getConstructorReferencesFromSelf().stream())
                .filter(call -> OurCode.isBehindProxy(call.getTargetOwner()))
                .filter(call -> !caller.isAssignableTo(call.getTargetOwner().getName()))
                .map(JavaAccess::getDescription);
    }

    private static Stream<String> wrongInjections(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.isAnnotatedWith(Inject.class))
                .filter(field -> OurCode.isSessionBean(field.getRawType()))
                .filter(field -> !field.getRawType().isAnnotatedWith(LocalBean.class))
                .filter(field -> field.getRawType().getAllRawInterfaces().stream()
                        .anyMatch(shown -> !shown.isEquivalentTo(Serializable.class)))
                .map(JavaField::getFullName);
    }

    private static Stream<String> wishes(JavaClass bean) {
        return bean.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.PUBLIC) || isStatic(method))
                .filter(method ->
                        OurCode.hasPermissionOfItsOwn(method) || method.isAnnotatedWith(TransactionAttribute.class))
                .map(JavaMethod::getFullName);
    }

    private static Stream<String> selfCalls(JavaClass bean) {
        return Stream.concat(bean.getMethodCallsFromSelf().stream(), bean.getMethodReferencesFromSelf().stream())
                .filter(call -> call.getTargetOwner().equals(bean))
                .filter(call -> resolved(call)
                        .filter(method -> OurCode.hasPermissionOfItsOwn(method)
                                || method.isAnnotatedWith(TransactionAttribute.class))
                        .isPresent())
                .map(JavaAccess::getDescription);
    }

    private static Stream<String> finals(JavaClass bean) {
        Stream<String> methods = bean.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC) && !isStatic(method))
                .filter(method -> method.getModifiers().contains(JavaModifier.FINAL))
                .map(JavaMethod::getFullName);
        return bean.getModifiers().contains(JavaModifier.FINAL)
                ? Stream.concat(Stream.of(bean.getName()), methods)
                : methods;
    }

    private static Stream<String> keptTimers(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(Schedule.class))
                .filter(method -> method.getAnnotationOfType(Schedule.class).persistent())
                .map(JavaMethod::getFullName);
    }

    private static Optional<JavaMethod> resolved(JavaAccess<?> call) {
        return call.getTarget()
                .resolveMember()
                .filter(JavaMethod.class::isInstance)
                .map(JavaMethod.class::cast);
    }

    private static boolean isElsewhere(JavaClass caller, JavaAccess<?> access) {
        return !OurCode.outermost(caller).equals(OurCode.outermost(access.getTargetOwner()));
    }

    private static boolean isStatic(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.STATIC);
    }
}
