package org.safespaces.acceptance.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.safespaces.access.Confidential;

/** What is in the EAR, and the words the rules speak about it in. Annotations name things here, never lists of classes. */
final class OurCode implements ImportOption {
    static final String ALL = "org.safespaces";
    private static final List<Class<? extends Annotation>> SESSION_BEAN =
            List.of(Stateless.class, Stateful.class, Singleton.class);
    private static final List<Class<? extends Annotation>> SCOPE =
            List.of(RequestScoped.class, SessionScoped.class, ApplicationScoped.class, ConversationScoped.class);
    private static final List<Class<? extends Annotation>> PERMISSION =
            List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);

    /** Development, the operator's tool and the tests themselves stay outside. */
    @Override
    public boolean includes(Location location) {
        return !location.contains("/org/safespaces/devstack/")
                && !location.contains("/org/safespaces/keeper/")
                && !location.contains("/test-classes/");
    }

    /** The repository's folder. */
    static Path root() {
        return Path.of(System.getProperty("basedir", "."))
                .toAbsolutePath()
                .normalize()
                .resolve("../..")
                .normalize();
    }

    static final DescribedPredicate<JavaClass> SESSION_BEANS =
            DescribedPredicate.describe("session beans", OurCode::isSessionBean);

    static final DescribedPredicate<JavaClass> CONFIDENTIAL_TYPES = DescribedPredicate.describe(
            "confidential types",
            type -> type.isAssignableTo(Confidential.class) && !type.isEquivalentTo(Confidential.class));

    static boolean isSessionBean(JavaClass type) {
        return carries(type, SESSION_BEAN);
    }

    /** Beans of which others hold a stand-in, never the object itself. */
    static boolean isBehindProxy(JavaClass type) {
        return isSessionBean(type) || carries(type, SCOPE);
    }

    static boolean isScoped(JavaClass type) {
        return carries(type, SCOPE);
    }

    private static boolean carries(CanBeAnnotated thing, List<Class<? extends Annotation>> annotations) {
        return annotations.stream().anyMatch(thing::isAnnotatedWith);
    }

    /** Whatever a client of a session bean can call, inherited methods among them. */
    static Stream<JavaMethod> businessMethods(JavaClass bean) {
        return bean.getAllMethods().stream()
                .filter(method -> !method.getOwner().isEquivalentTo(Object.class))
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.BRIDGE))
                .filter(method -> !method.getOwner().isInterface());
    }

    /** Does the method say who may call it, itself or by the class that holds it? */
    static boolean saysWhoMay(JavaMethod method) {
        return carries(method, PERMISSION) || carries(method.getOwner(), PERMISSION);
    }

    /** What the container goes by: the method's own word before the class's. */
    static boolean isOpenToAll(JavaMethod method) {
        return carries(method, PERMISSION)
                ? method.isAnnotatedWith(PermitAll.class)
                : method.getOwner().isAnnotatedWith(PermitAll.class);
    }

    static boolean hasPermissionOfItsOwn(JavaCodeUnit method) {
        return carries(method, PERMISSION);
    }

    /** The class in whose file something stands: nested classes and lambdas are part of it. */
    static JavaClass outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    /** The package directly under ours: {@code notes}, {@code web}. */
    static String area(JavaClass type) {
        String inside = type.getPackageName()
                .substring(Math.min(ALL.length() + 1, type.getPackageName().length()));
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ALL + ".");
    }

    static String[] roles(JavaAnnotation<?> rolesAllowed) {
        return (String[]) rolesAllowed.get("value").orElseThrow();
    }
}
