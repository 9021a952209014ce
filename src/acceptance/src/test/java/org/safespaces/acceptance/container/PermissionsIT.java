package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.naming.InitialContext;
import javax.naming.NameClassPair;
import javax.naming.NamingException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.safespaces.access.Cases;
import org.safespaces.access.NotYours;
import org.safespaces.access.Role;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditLog;
import org.safespaces.audit.LogFilter;
import org.safespaces.intake.Intakes;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.NoteSummary;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.Diary;

/** Who gets in, as the server itself decides it, and what is written down about it. */
@InTheServer
class PermissionsIT {
    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private AsLinen linen;

    @Inject
    private AsBirch birch;

    @Inject
    private HalfSaid halfSaid;

    @Inject
    private Caller caller;

    @Inject
    private Cases cases;

    @Inject
    private CaseNotes notes;

    @Inject
    private Intakes intakes;

    @Inject
    private Booking booking;

    @Inject
    private Diary diary;

    @Inject
    private AuditLog log;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Rows rows;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @Test
    void aStrangerMayCallWhatIsOpenToAll() {
        assertTrue(intakes.takesEnquiries());
        assertEquals(Actor.VISITOR, caller.actor());
        assertTrue(halfSaid.open());
    }

    @Test
    void aStrangerIsRefusedWhateverNamesARole() {
        assertThrows(EJBAccessException.class, () -> cases.mine());
        assertThrows(EJBAccessException.class, () -> booking.hasJoined());
        assertThrows(EJBAccessException.class, () -> intakes.waiting());
        assertThrows(EJBAccessException.class, () -> log.state());
        assertThrows(EJBAccessException.class, () -> halfSaid.forTherapists());
    }

    @Test
    void aMethodThatNobodyThoughtAboutIsClosedToEverybody() {
        assertThrows(EJBAccessException.class, () -> halfSaid.forgotten());
        for (Somebody somebody : List.of(rowan, linen, birch)) {
            assertThrows(EJBAccessException.class, () -> as(somebody, () -> halfSaid.forgotten()));
        }
    }

    @Test
    void everybodyIsWhoTheySignedInAs() {
        assertEquals("therapist", as(rowan, () -> caller.actor()).role());
        assertTrue(as(rowan, () -> caller.therapist()).isPresent());
        assertFalse(as(rowan, () -> caller.therapist()).equals(as(alder, () -> caller.therapist())));
        assertTrue(as(linen, () -> caller.client()).isPresent());
        assertTrue(as(linen, () -> caller.therapist()).isEmpty());
        assertEquals("admin", as(birch, () -> caller.actor()).role());
    }

    @Test
    void eachRoleGetsIntoItsOwnServices() {
        assertFalse(as(rowan, () -> cases.mine()).isEmpty());
        assertDoesNotThrow(() -> as(rowan, () -> diary.kinds()));
        assertTrue(as(linen, () -> booking.hasJoined()));
        assertFalse(as(birch, () -> log.find(LogFilter.ALL, 0, 1)).lines().isEmpty());
    }

    /** Every method of every service, with every role: nothing is called, because nobody gets that far. */
    @Test
    void nobodyGetsIntoAServiceThatDoesNotNameTheirRole() throws Exception {
        List<String> gotIn = new ArrayList<>();
        int refused = 0;
        for (Object service : services().values()) {
            for (Method method : methods(service)) {
                for (Map.Entry<String, Somebody> visitor : visitors().entrySet()) {
                    if (names(method, visitor.getKey())) {
                        continue;
                    }
                    if (isRefused(visitor.getValue(), service, method)) {
                        refused++;
                    } else {
                        gotIn.add(visitor.getKey() + " into " + method);
                    }
                }
            }
        }
        assertEquals(List.of(), gotIn);
        assertTrue(refused > 100, "asked: " + refused);
    }

    @Test
    void aTherapistIsRefusedACaseThatIsNotHersAndThatIsWrittenDown() {
        CaseId hers = caseOf(rowan);
        UUID note = as(rowan, () -> notes.list(hers)).get(0).itemId();
        long before = refusalsAbout(hers);

        assertThrows(NotYours.class, () -> as(alder, () -> notes.read(hers, note)));
        assertThrows(NotYours.class, () -> as(alder, () -> notes.list(hers)));
        assertThrows(NotYours.class, () -> as(alder, () -> cases.mine(hers)));
        assertThrows(NotYours.class, () -> as(alder, () -> diary.appointmentsOf(hers)));

        assertEquals(before + 4, refusalsAbout(hers));
    }

    @Test
    void aRefusalIsWrittenDownEvenWhenEverythingAroundItIsUndone() throws Exception {
        CaseId hers = caseOf(rowan);
        long before = refusalsAbout(hers);

        transaction.begin();
        try {
            assertThrows(NotYours.class, () -> as(alder, () -> notes.list(hers)));
        } finally {
            transaction.rollback();
        }

        assertEquals(before + 1, refusalsAbout(hers));
    }

    @Test
    void anEnquiryThatWasSealedToOthersIsNotFoundAndThatIsWrittenDown() {
        UUID unknown = UUID.randomUUID();

        assertThrows(NotYours.class, () -> as(rowan, () -> intakes.open(unknown)));

        assertEquals(1, rows.committed("audit_event WHERE action = 'ACCESS_REFUSED' AND object_ref = ?", unknown));
    }

    @Test
    void aReadingIsWrittenDownBeforeAnythingOpensAndStaysSo() throws Exception {
        CaseId hers = caseOf(rowan);
        NoteSummary note = as(rowan, () -> notes.list(hers)).get(0);
        long before = readingsOf(note);

        transaction.begin();
        try {
            // the vault is locked: nothing was read, and still it stands there that somebody reached for it
            assertThrows(VaultLocked.class, () -> as(rowan, () -> notes.read(hers, note.itemId())));
        } finally {
            transaction.rollback();
        }

        assertEquals(before + 1, readingsOf(note));
    }

    private long readingsOf(NoteSummary note) {
        return rows.committed(
                "audit_event WHERE action = 'NOTE_OPENED' AND outcome = 'DONE' AND object_ref = ?", note.itemId());
    }

    private long refusalsAbout(CaseId id) {
        return rows.committed(
                "audit_event WHERE action = 'ACCESS_REFUSED' AND outcome = 'REFUSED' AND actor_role = 'therapist'"
                        + " AND object_ref = ?",
                id.value());
    }

    private CaseId caseOf(Somebody therapist) {
        List<ClientSummary> hers = as(therapist, () -> cases.mine());
        return hers.get(0).id();
    }

    private Map<String, Somebody> visitors() {
        return Map.of(Role.THERAPIST, rowan, Role.CLIENT, linen, Role.ADMIN, birch, "stranger", new Somebody() {});
    }

    private static boolean isRefused(Somebody visitor, Object service, Method method) {
        Callable<Object> call = () -> {
            try {
                return method.invoke(service, arguments(method));
            } catch (InvocationTargetException failure) {
                throw (Exception) failure.getCause();
            }
        };
        return visitor.tries(call).failure() instanceof EJBAccessException;
    }

    private static Object[] arguments(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(PermissionsIT::nothing)
                .toArray();
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == int.class ? 0 : null;
    }

    private static boolean names(Method method, String role) {
        if (method.isAnnotationPresent(PermitAll.class)) {
            return true;
        }
        RolesAllowed allowed = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        return allowed == null || List.of(allowed.value()).contains(role);
    }

    private static List<Method> methods(Object service) {
        Class<?> type = service.getClass();
        while (!type.getPackageName().startsWith("org.safespaces")
                || type.getSimpleName().contains("$")) {
            type = type.getSuperclass();
        }
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic() && !method.isBridge())
                .toList();
    }

    /** Every service there is, as the server itself lists them. */
    @SuppressWarnings("BanJNDI") // the names are the server's own
    private static Map<String, Object> services() throws NamingException {
        Map<String, Object> services = new java.util.TreeMap<>();
        InitialContext context = new InitialContext();
        for (NameClassPair found : Collections.list(context.list("java:app/practice"))) {
            String name = found.getName();
            if (name.contains("!")
                    && !name.startsWith("practice")
                    && name.endsWith("." + name.substring(0, name.indexOf('!')))) {
                services.put(name, context.lookup("java:app/practice/" + name));
            }
        }
        assertTrue(services.size() > 12, services.keySet()::toString);
        return services;
    }
}
