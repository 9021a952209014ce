package org.safespaces.devstack;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.safespaces.vault.ServerSeal;

/**
 * Many invented clients of one therapist, for races and benchmarks: each with an account at the identity server and a case that
 * she has joined. The cases have no keys: nothing can be written in them, but sessions can be booked.
 */
public final class Crowd {
    /** What each of them types to sign in. */
    public static final String PASSWORD = "crowd-quiet-morning";

    private static final String FIRST = "00000000-0000-4000-8000-00000001";

    private final Operator operator;
    private final Secrets secrets;
    private final Database database;

    Crowd(Operator operator, Secrets secrets, Database database) {
        this.operator = operator;
        this.secrets = secrets;
        this.database = database;
    }

    /**
     * Lets so many people become clients of a therapist; those who are there already stay as they are.
     *
     * @param therapist by her account: rowan or alder
     * @return their accounts
     */
    public List<String> clientsOf(String therapist, int count) throws IOException, InterruptedException, SQLException {
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        introduce(numbers);
        ServerSeal seal = DevelopmentPeople.serverSeal(secrets);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (Connection practice = database.owner("practice");
                Connection keystore = database.owner("keystore")) {
            practice.setAutoCommit(false);
            VaultRows rows = new VaultRows(practice, keystore, secrets);
            UUID holder = rows.therapistOf(DevelopmentPeople.accountTag(seal, "therapist", therapist));
            for (int number : numbers) {
                byte[] tag = DevelopmentPeople.subjectTag(seal, "client", subject(number));
                if (!rows.isClient(tag)) {
                    UUID id = UUID.randomUUID();
                    rows.caseRecord(id, "Crowd " + name(number), holder, today);
                    rows.client(id, tag, today);
                }
            }
            practice.commit();
        }
        return numbers.stream().map(Crowd::name).toList();
    }

    /** Their cases are gone again, and whoever looks at a caseload sees it as before; their accounts stay. */
    public void leave() throws SQLException {
        try (Connection practice = database.owner("practice");
                Connection keystore = database.owner("keystore")) {
            practice.setAutoCommit(false);
            new VaultRows(practice, keystore, secrets).forgetCases("Crowd ");
            practice.commit();
        }
    }

    private void introduce(List<Integer> numbers) throws IOException, InterruptedException {
        JsonArrayBuilder users = Json.createArrayBuilder();
        for (int number : numbers) {
            users.add(Json.createObjectBuilder()
                    .add("id", subject(number).toString())
                    .add("username", name(number))
                    .add("enabled", true)
                    .add(
                            "credentials",
                            Json.createArrayBuilder()
                                    .add(Json.createObjectBuilder()
                                            .add("type", "password")
                                            .add("value", PASSWORD)))
                    .add("realmRoles", Json.createArrayBuilder().add("client")));
        }
        String people = Json.createObjectBuilder()
                .add("ifResourceExists", "SKIP")
                .add("users", users)
                .build()
                .toString();
        operator.post("/admin/realms/practice/partialImport", people);
    }

    private static UUID subject(int number) {
        return UUID.fromString(FIRST + String.format("%04x", number));
    }

    private static String name(int number) {
        return String.format("crowd-%04d", number);
    }
}
