package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** What the two databases themselves hold to, whatever the application does. */
@InTheServer
class DatabaseIT {
    private static final String NOT_ALLOWED = "42501";
    private static final String RAISED = "P0001";
    private static final Set<String> TIERS = Set.of("T1", "T2", "T3", "M");

    @Inject
    private Rows rows;

    /** Put in only if Hibernate found every table and column as the entities say. */
    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practiceThatChecksItsTables();
    }

    @Test
    @SuppressWarnings("BanJNDI") // the name is a constant of this test's own archive
    void theEntitiesFitTheTablesThatTheMigrationsMade() throws NamingException {
        EntityManagerFactory practice = (EntityManagerFactory) new InitialContext().lookup("java:/practice");

        assertEquals("validate", practice.getProperties().get("hibernate.hbm2ddl.auto"));
        assertTrue(practice.getMetamodel().getEntities().size() > 15);
    }

    @Test
    void aLineOfTheLogCanBeAddedAndNeverChangedNotEvenByItsOwner() {
        assertEquals("", rows.refusal("practice_app", "SELECT count(*) FROM audit_event"));
        for (String change :
                List.of("UPDATE audit_event SET outcome = 'DONE'", "DELETE FROM audit_event", "TRUNCATE audit_event")) {
            assertEquals(NOT_ALLOWED, rows.refusal("practice_app", change), change);
        }
        assertTrue(rows.committed("audit_event") > 0, "a trigger on each row says nothing about no rows");
        assertEquals(RAISED, rows.refusal("practice_owner", "UPDATE audit_event SET outcome = 'DONE'"));
        assertEquals(RAISED, rows.refusal("practice_owner", "DELETE FROM audit_event"));
        assertEquals(RAISED, rows.refusal("practice_owner", "TRUNCATE audit_event"));
    }

    @Test
    void theApplicationCanNeitherMakeNorChangeATable() {
        Map<String, String> tables = Map.of("practice_app", "intake", "keystore_app", "erasure_key");
        tables.forEach((role, table) -> {
            for (String change : List.of(
                    "CREATE TABLE spare (id int)",
                    "CREATE TEMPORARY TABLE spare (id int)",
                    "CREATE SCHEMA spare",
                    "ALTER TABLE " + table + " ADD COLUMN spare text",
                    "CREATE INDEX spare ON " + table + " (version)",
                    "DROP TABLE " + table,
                    "TRUNCATE " + table,
                    "CREATE FUNCTION spare() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "CREATE ROLE spare")) {
                assertEquals(NOT_ALLOWED, rows.refusal(role, change), role + ": " + change);
            }
        });
    }

    @Test
    void theApplicationCannotTakeBackWhatPeopleSigned() {
        for (String table :
                List.of("case_item", "case_epoch", "case_grant", "directory_entry", "vouch", "recipient_list")) {
            String key = table.equals("directory_entry") ? "key_id" : table.equals("recipient_list") ? "version" : "id";
            assertEquals(
                    NOT_ALLOWED, rows.refusal("practice_app", "UPDATE " + table + " SET " + key + " = " + key), table);
        }
        assertEquals(NOT_ALLOWED, rows.refusal("keystore_app", "DELETE FROM tombstone"));
        assertEquals(NOT_ALLOWED, rows.refusal("keystore_app", "UPDATE tombstone SET erased_on = erased_on"));
    }

    @Test
    void everyColumnSaysHowItsDataIsProtected() {
        assertEquals(List.of(), unclassified(rows::ofPractice));
        assertEquals(List.of(), unclassified(rows::ofKeystore));
    }

    @Test
    void whatIsSealedIsBytesAndNothingElse() {
        List<String> readable = new ArrayList<>();
        for (Function<String, List<String>> database : databases()) {
            Map<String, String> types = types(database);
            tiers(database).forEach((column, tier) -> {
                if (Set.of("T1", "T2", "M").contains(tier) && !"bytea".equals(types.get(column))) {
                    readable.add(column + " is " + types.get(column));
                }
            });
        }
        assertEquals(List.of(), readable);
    }

    @Test
    void noColumnHoldsAKindOfEnquiry() {
        Set<String> columns = new TreeSet<>(
                rows.ofPractice("SELECT column_name FROM information_schema.columns WHERE table_name = 'intake'"));
        assertTrue(columns.contains("clinical"));
        assertFalse(columns.contains("kind"));
        assertFalse(columns.contains("form"));
        assertFalse(columns.contains("received_at"));
    }

    private List<Function<String, List<String>>> databases() {
        return List.of(rows::ofPractice, rows::ofKeystore);
    }

    private static List<String> unclassified(Function<String, List<String>> database) {
        Set<String> columns = types(database).keySet();
        Map<String, String> tiers = tiers(database);
        List<String> wrong = new ArrayList<>();
        columns.stream()
                .filter(column -> !tiers.containsKey(column))
                .forEach(column -> wrong.add(column + " has no tier"));
        tiers.forEach((column, tier) -> {
            if (!columns.contains(column)) {
                wrong.add(column + " does not exist");
            } else if (!TIERS.contains(tier)) {
                wrong.add(column + " is " + tier);
            }
        });
        assertTrue(columns.size() > 5);
        return wrong;
    }

    /** Of each column as the table's comment says: 'T1: a b; T3: c'. A column that is named twice has two tiers, and so none. */
    private static Map<String, String> tiers(Function<String, List<String>> database) {
        Map<String, String> tiers = new HashMap<>();
        for (String line : database.apply("SELECT c.relname || '|' || coalesce(obj_description(c.oid, 'pg_class'), '')"
                + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> 'flyway_schema_history'")) {
            String table = line.substring(0, line.indexOf('|'));
            for (String part : line.substring(line.indexOf('|') + 1).split(";")) {
                String[] sides = part.strip().split(":\\s*");
                if (sides.length == 2) {
                    Arrays.stream(sides[1].split("\\s+"))
                            .forEach(column ->
                                    tiers.merge(table + "." + column, sides[0], (one, two) -> one + "+" + two));
                }
            }
        }
        return tiers;
    }

    private static Map<String, String> types(Function<String, List<String>> database) {
        Map<String, String> types = new HashMap<>();
        for (String line : database.apply("SELECT table_name || '.' || column_name || ' ' || udt_name"
                + " FROM information_schema.columns"
                + " WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history'")) {
            types.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        return types;
    }
}
