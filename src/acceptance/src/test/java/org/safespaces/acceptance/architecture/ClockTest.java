package org.safespaces.acceptance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;

@AnalyzeClasses(packages = OurCode.ALL, importOptions = OurCode.class)
class ClockTest {
    @ArchTest
    static final ArchRule nowComesFromTheClockThatIsHandedIn = noClasses()
            .that()
            .resideOutsideOfPackage("org.safespaces.time..")
            .should()
            .accessTargetWhere(describe("ask the machine for the hour", ClockTest::asksTheMachine))
            .because("tests set the hour, and one place says which zone it is in");

    private static boolean asksTheMachine(JavaAccess<?> access) {
        String name = access.getName();
        if (access.getTargetOwner().isAssignableTo(System.class)) {
            return Set.of("currentTimeMillis", "nanoTime").contains(name);
        }
        if (access.getTargetOwner().isAssignableTo(Clock.class)
                || access.getTargetOwner().isEquivalentTo(InstantSource.class)) {
            return name.startsWith("system") || name.startsWith("tick");
        }
        if (access.getTargetOwner().isAssignableTo(Date.class)) {
            return name.equals("<init>") && !takes(access, 1);
        }
        if (access.getTargetOwner().isAssignableTo(Calendar.class)) {
            return name.equals("getInstance") || name.equals("<init>");
        }
        return access.getTargetOwner().getPackageName().startsWith("java.time")
                && name.equals("now")
                && !(access instanceof JavaCall<?> call
                        && call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(Clock.class)));
    }

    private static boolean takes(JavaAccess<?> access, int values) {
        return access instanceof JavaCall<?> call
                && call.getTarget().getRawParameterTypes().size() == values;
    }
}
