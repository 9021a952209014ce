package org.safespaces.acceptance.secrecy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.safespaces.acceptance.support.World;
import org.safespaces.devstack.DevelopmentPeople.Person;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.EkId;
import org.safespaces.vault.Grant;
import org.safespaces.vault.GrantPurpose;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.KeysBehind;
import org.safespaces.vault.Pepper;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.Secret;
import org.safespaces.vault.Slot;
import org.safespaces.vault.SlotKind;
import org.safespaces.vault.VaultException;

/** What somebody with everything opens: both databases, the server's secrets, and one therapist's phrase. */
final class StolenVault {
    private final World world;
    private final Properties secrets = new Properties();
    private final UUID tenant;

    StolenVault(World world) throws IOException {
        this.world = world;
        try (Reader file =
                Files.newBufferedReader(world.stack().settings().data().resolve("secrets/development.properties"))) {
            secrets.load(file);
        }
        this.tenant = UUID.fromString(secrets.getProperty("tenant"));
    }

    /**
     * Every key behind her vault and behind what was granted to her, by name.
     *
     * @param signed items that she has signed herself: the key of each has to be among them
     */
    Map<String, byte[]> keysOf(Person therapist, List<String> signed) throws SQLException {
        try (Connection practice = world.stack().asThief("practice");
                Connection keystore = world.stack().asThief("keystore")) {
            KeysBehind keys = opened(practice, therapist);
            cases(practice, keystore, keys);
            items(practice, keys);
            for (String item : signed) {
                assertTrue(keys.all().containsKey("key of item " + item), "no key of item " + item);
            }
            return keys.all();
        }
    }

    byte[] serverKey(String name) {
        return HexFormat.of().parseHex(secrets.getProperty(name));
    }

    String password(String name) {
        return secrets.getProperty(name);
    }

    /** The browser's half of a key, from its cookie. */
    static byte[] half(String cookie) {
        return KeysBehind.ofCookie(cookie);
    }

    private KeysBehind opened(Connection practice, Person therapist) throws SQLException {
        try (PreparedStatement statement =
                        practice.prepareStatement("SELECT s.* FROM key_slot s JOIN therapist t ON t.id = s.person_id"
                                + " WHERE t.shown_name = ? AND s.kind = 1");
                ResultSet row = asked(statement, therapist.shownName());
                Secret phrase = Secret.of(therapist.phrase())) {
            row.next();
            UUID person = id(row, "person_id");
            Slot slot = new Slot(
                    id(row, "id"),
                    SlotKind.PASSPHRASE,
                    row.getInt("memory_kib"),
                    row.getInt("passes"),
                    row.getInt("lanes"),
                    row.getBytes("salt"),
                    row.getInt("pepper_version"),
                    new SealedText(row.getBytes("sealed_seed")));
            return KeysBehind.slot(tenant, person, slot, phrase, new Pepper(1, serverKey("pep")));
        }
    }

    private void cases(Connection practice, Connection keystore, KeysBehind keys) throws SQLException {
        try (PreparedStatement statement = practice.prepareStatement(
                        "SELECT g.*, e.ek_id FROM case_grant g JOIN case_epoch e USING (case_id, compartment, epoch)"
                                + " JOIN directory_entry d ON d.key_id = g.recipient_key_id WHERE encode(d.box_key, 'hex') = ?");
                ResultSet row = asked(statement, HexFormat.of().formatHex(keys.publicBoxKey()))) {
            while (row.next()) {
                EkId ekId = new EkId(id(row, "ek_id"));
                Grant grant = grant(row);
                Optional<SealedText> wrapped = erasureKey(keystore, ekId);
                wrapped.ifPresent(text -> unlessForged(() -> keys.granted(grant, ekId, text, serverKey("ksk"))));
            }
        }
    }

    private void items(Connection practice, KeysBehind keys) throws SQLException {
        try (PreparedStatement statement = practice.prepareStatement("SELECT * FROM case_item");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ItemAddress at =
                        new ItemAddress(part(row), id(row, "item_id"), row.getInt("version"), row.getInt("field_id"));
                UUID dekId = id(row, "dek_id");
                SealedText wrapped = new SealedText(row.getBytes("dek_wrapped"));
                int epoch = row.getInt("epoch");
                unlessForged(() -> keys.item(at, dekId, wrapped, epoch));
            }
        }
    }

    /** Other tests leave rows behind that were altered or moved: there is no key in them to look for. */
    private static void unlessForged(Runnable opening) {
        try {
            opening.run();
        } catch (VaultException forged) {
            // and so she has no key from it
        }
    }

    private Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                part(row),
                row.getInt("epoch"),
                id(row, "recipient_id"),
                id(row, "recipient_key_id"),
                GrantPurpose.of(row.getInt("purpose")),
                row.getLong("not_after"),
                row.getBytes("encapsulation"),
                row.getBytes("ciphertext"),
                id(row, "grantor_id"),
                id(row, "grantor_key_id"),
                row.getBytes("signature"));
    }

    /** Empty for a case that has been erased. */
    private static Optional<SealedText> erasureKey(Connection keystore, EkId id) throws SQLException {
        try (PreparedStatement statement =
                        keystore.prepareStatement("SELECT wrapped FROM erasure_key WHERE ek_id = ?");
                ResultSet row = asked(statement, id.value())) {
            return row.next() ? Optional.of(new SealedText(row.getBytes(1))) : Optional.empty();
        }
    }

    private CasePart part(ResultSet row) throws SQLException {
        return new CasePart(tenant, id(row, "case_id"), Compartment.of(row.getInt("compartment")));
    }

    private static ResultSet asked(PreparedStatement statement, Object value) throws SQLException {
        statement.setObject(1, value);
        return statement.executeQuery();
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
