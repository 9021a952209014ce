package org.safespaces.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeDefaultInterceptors;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings both databases up to date before anything else begins, lets those who must look at them first do so ({@link
 * DatabasesMigrated}), and only then opens the practice.
 *
 * <p>When a database does not answer at start, the practice stays closed ({@link NotOpened}) and the help pages are
 * there all the same; it opens by itself once both answer. Whatever else goes wrong (a migration that fails, an observer that
 * refuses) stops a start as before, and keeps closed what would have opened late: then only a restart tries again.
 */
@Singleton
@Startup
@PermitAll
@ExcludeDefaultInterceptors
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Opening {
    private static final Logger LOG = Logger.getLogger(Opening.class.getName());

    @Resource(lookup = "java:jboss/datasources/PracticeOwner")
    private DataSource practice;

    @Resource(lookup = "java:jboss/datasources/KeystoreOwner")
    private DataSource keystore;

    @Inject
    private Event<DatabasesMigrated> migrated;

    @Inject
    private Gate gate;

    private volatile boolean refused;

    @PostConstruct
    void atStart() {
        if (bothAnswer()) {
            open();
        } else {
            LOG.log(Level.SEVERE, "a database does not answer: closed until it does; the help pages are there");
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void later() {
        if (gate.isOpen() || refused || !bothAnswer()) {
            return;
        }
        try {
            open();
            LOG.log(Level.WARNING, "both databases answer: open");
        } catch (RuntimeException failure) {
            refused = true;
            LOG.log(Level.SEVERE, "stays closed until it is started again", failure);
        }
    }

    private void open() {
        gate.openAfter(() -> {
            bringUpToDate(practice, "db/practice");
            bringUpToDate(keystore, "db/keystore");
            migrated.fire(new DatabasesMigrated());
        });
    }

    private boolean bothAnswer() {
        return answers(practice) && answers(keystore);
    }

    private static boolean answers(DataSource source) {
        try (var connection = source.getConnection()) {
            return connection.isValid(0);
        } catch (SQLException failure) {
            if (isAbsent(failure)) {
                return false;
            }
            throw new IllegalStateException("A database lets its owner not in", failure);
        }
    }

    /** Not there, not yet or no longer there; anything else, a wrong password among it, nobody should wait for. */
    private static boolean isAbsent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said
                    && said.getSQLState() != null
                    && said.getSQLState().matches("08...|57P..|53300")) {
                return true;
            }
        }
        return false;
    }

    private static void bringUpToDate(DataSource source, String folder) {
        Flyway.configure(Opening.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:" + folder)
                .load()
                .migrate();
    }
}
