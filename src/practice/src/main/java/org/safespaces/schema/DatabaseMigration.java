package org.safespaces.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Runs the migrations of both databases before anything else starts. */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {

    @Resource(lookup = "java:jboss/datasources/PracticeOwner")
    private DataSource practice;

    @Resource(lookup = "java:jboss/datasources/KeystoreOwner")
    private DataSource keystore;

    @PostConstruct
    void migrate() {
        bringUpToDate(practice, "db/practice");
        bringUpToDate(keystore, "db/keystore");
    }

    private static void bringUpToDate(DataSource source, String folder) {
        Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:" + folder)
                .load()
                .migrate();
    }
}
