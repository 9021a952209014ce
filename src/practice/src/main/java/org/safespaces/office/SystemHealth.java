package org.safespaces.office;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.safespaces.audit.AuditLog;
import org.safespaces.audit.LogState;
import org.safespaces.backup.BackupHistory;
import org.safespaces.backup.BackupReport;
import org.safespaces.keys.KeystoreCheck;
import org.safespaces.keys.KeystoreReport;
import org.safespaces.mail.Outbox;
import org.safespaces.mail.OutboxTally;

/**
 * Looks whether everything runs that the practice runs on. All parts are asked at the same time, and none is waited for longer than two
 * seconds: one that hangs is away, and hides none of the others.
 */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SystemHealth {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String ARTIFACT = "/META-INF/maven/org.safespaces/practice/pom.properties";

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private Probes probes;

    @Inject
    private KeystoreCheck keystore;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditLog log;

    @Inject
    private BackupHistory backups;

    @Inject
    private Clock clock;

    /** Looks now. Never fails because something is away. */
    public SystemReport look() {
        Map<Part, Future<Health>> asked = new EnumMap<>(Part.class);
        ask(asked, Part.PRACTICE_DATABASE, probes::practiceDatabase);
        ask(asked, Part.KEY_DATABASE, probes::keyDatabase);
        ask(asked, Part.IDENTITY_SERVER, probes::identityServer);
        ask(asked, Part.MAIL_RELAY, probes::mailRelay);
        ask(asked, Part.DISK, probes::disk);
        long until = clock.millis() + PATIENCE.toMillis();
        Map<Part, Health> found = new EnumMap<>(Part.class);
        asked.forEach((part, answer) -> found.put(part, answer(part, answer, until - clock.millis())));
        found.put(Part.LETTERS, count(Part.LETTERS, found, this::letters));
        found.put(Part.KEYS, count(Part.KEYS, found, this::keys));
        found.put(Part.SIGNER, count(Part.SIGNER, found, this::signer));
        found.put(Part.BACKUP, count(Part.BACKUP, found, this::backup));
        found.put(Part.DRILL, count(Part.DRILL, found, this::drill));
        return new SystemReport(clock.instant(), List.copyOf(found.values()), versions(found));
    }

    /** What stands in tables is asked for only where a database has answered just now. */
    private static Health count(Part part, Map<Part, Health> found, Supplier<Health> counting) {
        boolean there = found.get(Part.PRACTICE_DATABASE).state() == Health.State.FINE
                && (part != Part.KEYS || found.get(Part.KEY_DATABASE).state() == Health.State.FINE);
        try {
            return there ? counting.get() : Health.away(part);
        } catch (EJBException goneMeanwhile) {
            return Health.away(part);
        }
    }

    private void ask(Map<Part, Future<Health>> asked, Part part, Callable<Health> probe) {
        try {
            asked.put(part, threads.submit(probe));
        } catch (RejectedExecutionException tooMany) {
            asked.put(part, CompletableFuture.failedFuture(tooMany));
        }
    }

    private static Health answer(Part part, Future<Health> asked, long millis) {
        try {
            return asked.get(Math.max(1, millis), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException noAnswer) {
            asked.cancel(true);
            return Health.away(part);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Health.away(part);
        }
    }

    private Health letters() {
        OutboxTally tally = outbox.tally();
        boolean look = tally.late() > 0 || tally.failed() > 0;
        return new Health(
                Part.LETTERS,
                look ? Health.State.LOOK : Health.State.FINE,
                List.of(String.valueOf(tally.waiting()), String.valueOf(tally.late()), String.valueOf(tally.failed())));
    }

    private Health keys() {
        KeystoreReport report = keystore.look();
        return report.pool()
                .map(pool -> new Health(
                        Part.KEYS,
                        pool.isLow() || report.ending() > 0 ? Health.State.LOOK : Health.State.FINE,
                        List.of(
                                String.valueOf(pool.free()),
                                String.valueOf(pool.aged()),
                                String.valueOf(report.ending()))))
                .orElseGet(() -> Health.away(Part.KEYS));
    }

    private Health signer() {
        LogState state = log.state();
        boolean look = state.silent() || !state.findings().isEmpty();
        return new Health(
                Part.SIGNER,
                look ? Health.State.LOOK : Health.State.FINE,
                List.of(String.valueOf(state.signed()), String.valueOf(state.lines())));
    }

    private Health backup() {
        BackupReport report = backups.look();
        return dated(Part.BACKUP, report.late(), report.made());
    }

    private Health drill() {
        BackupReport report = backups.look();
        return dated(Part.DRILL, report.unproven(), report.drilled());
    }

    private static Health dated(Part part, boolean old, Optional<Instant> last) {
        return new Health(
                part,
                old ? Health.State.LOOK : Health.State.FINE,
                last.map(Instant::toString).stream().toList());
    }

    private static Map<String, String> versions(Map<Part, Health> found) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("application", application());
        versions.put("java", Runtime.version().toString());
        Health database = found.get(Part.PRACTICE_DATABASE);
        if (database.state() == Health.State.FINE) {
            versions.put("postgresql", database.figures().get(0));
            versions.put("schema", database.figures().get(1));
        }
        return versions;
    }

    /** As the build has written it into the archive. */
    private static String application() {
        try (InputStream in = SystemHealth.class.getResourceAsStream(ARTIFACT)) {
            Properties built = new Properties();
            if (in != null) {
                built.load(in);
            }
            return built.getProperty("version", "");
        } catch (IOException unreadable) {
            return "";
        }
    }
}
