package org.safespaces.devstack;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;
import org.safespaces.vault.Vault;

/**
 * A practice as it is after years, for measuring: one therapist with many clients, twenty appointments each and thirty-three or thirty-four
 * sealed notes each, so that 300 clients have 6,000 and 10,000. Everything is sealed exactly as it is by the application. What is said in the
 * notes is the same few sentences over and over.
 */
final class LargePractice {
    private static final int APPOINTMENTS = 20;
    private static final int NOTES_OF_THREE = 100;

    /** So many appointments a day, on the hour from eight: today has as many, however many clients there are. */
    private static final int A_DAY = 12;

    private static final int DAYS_AHEAD = 14;
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final List<String> COLOURS = List.of(
            "Amber", "Ash", "Birch", "Brass", "Brindle", "Cedar", "Chalk", "Clay", "Cobalt", "Coral", "Fern", "Flint",
            "Hazel", "Indigo", "Ivory", "Jade", "Larch", "Lilac", "Maple", "Moss");
    private static final List<String> ANIMALS = List.of(
            "Badger",
            "Curlew",
            "Dunnock",
            "Egret",
            "Falcon",
            "Gannet",
            "Heron",
            "Ibis",
            "Jackdaw",
            "Kestrel",
            "Lapwing",
            "Marten",
            "Nuthatch",
            "Osprey",
            "Pipit",
            "Quail",
            "Redwing",
            "Stoat",
            "Tern",
            "Vole",
            "Whimbrel");
    private static final String SAID = "We began with the week. Sleep was a little longer, the phone was left in the"
            + " kitchen on four nights. Work went on. We went through what was agreed last time and what came of it, and"
            + " looked at what helps on a bad evening. Something new was tried and written down. Agreed until next time:"
            + " a walk before breakfast, one call to a friend, and the letter to be answered together. ";

    private final VaultRows rows;
    private final ServerSeal seal;
    private final InventedCaseload cases;

    LargePractice(VaultRows rows, Secrets secrets, InventedCaseload cases) {
        this.rows = rows;
        this.seal = DevelopmentPeople.serverSeal(secrets);
        this.cases = cases;
    }

    /** Lets so many people become clients of a therapist. */
    void write(Vault therapist, int clients) throws SQLException {
        List<UUID> opened = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            opened.add(open(therapist, number));
        }
        UUID type = rows.sessionType();
        int all = clients * APPOINTMENTS;
        LocalDate today = LocalDate.now(ZONE);
        int ahead = Math.min(DAYS_AHEAD, all / A_DAY / 4);
        for (int slot = 0; slot < all; slot++) {
            LocalDate day = today.plusDays(ahead - slot / A_DAY);
            LocalDateTime wall = LocalDateTime.of(day, LocalTime.of(8 + slot % A_DAY, 0));
            appointment(therapist.personId(), opened.get(slot % clients), type, wall, day.isBefore(today));
        }
    }

    private UUID open(Vault therapist, int number) throws SQLException {
        int notes = NOTES_OF_THREE * (number + 1) / 3 - NOTES_OF_THREE * number / 3;
        List<String> texts = new ArrayList<>();
        for (int note = 1; note <= notes; note++) {
            texts.add("Appointment " + note + ". " + SAID.repeat(2));
        }
        UUID id = cases.open(therapist, designation(number), 30 + number, texts);
        byte[] nobody = seal.tag(new Column("client", "account_tag"), ServerSeal.bytes(UUID.randomUUID()));
        rows.client(id, nobody, LocalDate.now(ZoneOffset.UTC).minusDays(29));
        return id;
    }

    private static String designation(int number) {
        String name =
                COLOURS.get(number % COLOURS.size()) + " " + ANIMALS.get(number / COLOURS.size() % ANIMALS.size());
        int round = number / (COLOURS.size() * ANIMALS.size());
        return round == 0 ? name : name + " " + (round + 1);
    }

    private void appointment(UUID therapist, UUID client, UUID type, LocalDateTime wall, boolean past)
            throws SQLException {
        UUID id = UUID.randomUUID();
        rows.appointment(
                id,
                therapist,
                seal.sealId(client, new Column("appointment", "client_ref"), id),
                seal.tag(new Column("appointment", "client_tag"), ServerSeal.bytes(client)),
                type,
                wall,
                ZONE,
                past ? "DONE" : "CONFIRMED");
    }
}
