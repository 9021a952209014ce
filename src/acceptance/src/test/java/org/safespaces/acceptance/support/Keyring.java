package org.safespaces.acceptance.support;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.KeyKind;
import org.safespaces.vault.Pepper;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.PublicKeys;
import org.safespaces.vault.Recipient;
import org.safespaces.vault.RecipientListBody;
import org.safespaces.vault.RecipientSignature;
import org.safespaces.vault.Secret;
import org.safespaces.vault.SlotKind;
import org.safespaces.vault.Vouch;

/**
 * Writes the database as its superuser: rows that nobody of ours would write, and rows with genuine signatures of keys that
 * a test has made itself.
 */
public final class Keyring implements AutoCloseable {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final Connection practice;
    private final UUID tenant;
    private final Pepper pepper;

    private Keyring(Connection practice, UUID tenant, Pepper pepper) {
        this.practice = practice;
        this.tenant = tenant;
        this.pepper = pepper;
    }

    public static Keyring of(World world) {
        try {
            return of(
                    world.stack().asThief("practice"), world.stack().settings().data());
        } catch (SQLException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    static Keyring of(Connection practice, Path data) {
        Properties drawn = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("secrets/development.properties"))) {
            drawn.load(reader);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        return new Keyring(
                practice,
                UUID.fromString(drawn.getProperty("tenant")),
                new Pepper(1, HexFormat.of().parseHex(drawn.getProperty("pep"))));
    }

    /** The id of a therapist by the name she shows. */
    public UUID person(String shownName) {
        return UUID.fromString(one("SELECT id FROM therapist WHERE shown_name = ?", shownName));
    }

    /** Fresh keys in somebody's name, with nothing of them stored. */
    public PersonalKeys make(UUID person) {
        return PersonalKeys.create(tenant, person);
    }

    /** Publishes keys, and a way into the vault with them, as if their owner had made it. */
    public DirectoryEntry enrol(PersonalKeys keys, String phrase) {
        DirectoryEntry entry = publish(keys);
        try (Secret secret = Secret.of(phrase)) {
            var slot = keys.addSlot(SlotKind.PASSPHRASE, secret, pepper);
            change(
                    "INSERT INTO key_slot (id, person_id, key_id, kind, memory_kib, passes, lanes, salt, pepper_version,"
                            + " sealed_seed, made_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    slot.slotId(),
                    keys.personId(),
                    keys.publicKeys().keyId(),
                    slot.kind().code(),
                    slot.memoryKiB(),
                    slot.passes(),
                    slot.lanes(),
                    slot.salt(),
                    slot.pepperVersion(),
                    slot.sealedSeed().bytes(),
                    TODAY);
        }
        return entry;
    }

    /** Publishes keys without any way into a vault. */
    public DirectoryEntry publish(PersonalKeys keys) {
        DirectoryEntry entry = keys.entry(KeyKind.PERSON, TODAY);
        change(
                "INSERT INTO directory_entry (key_id, person_id, kind, box_key, sign_key, day, signature, generation)"
                        + " SELECT ?, ?, ?, ?, ?, ?, ?, coalesce(max(generation), 0) + 1 FROM directory_entry"
                        + " WHERE person_id = ?",
                entry.keys().keyId(),
                entry.personId(),
                entry.kind().code(),
                entry.keys().boxKey(),
                entry.keys().signKey(),
                entry.day(),
                entry.signature(),
                entry.personId());
        return entry;
    }

    public void vouch(Vouch vouch) {
        change(
                "INSERT INTO vouch (id, entry_hash, voucher_id, voucher_key_id, signature) VALUES (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                vouch.entryHash(),
                vouch.voucherId(),
                vouch.voucherKeyId(),
                vouch.signature());
    }

    /** A list of recipients with the signatures of these, in force or not. */
    public RecipientListBody list(int version, byte[] previousHash, List<Recipient> people, PersonalKeys... signers) {
        RecipientListBody body = new RecipientListBody(tenant, version, previousHash, people);
        change("INSERT INTO recipient_list (version, previous_hash) VALUES (?, ?)", version, previousHash);
        people.forEach(each -> change(
                "INSERT INTO recipient (id, list_version, person_id, key_id) VALUES (?, ?, ?, ?)",
                UUID.randomUUID(),
                version,
                each.personId(),
                each.keyId()));
        Arrays.stream(signers).map(each -> each.signRecipients(body)).forEach(each -> sign(version, each));
        return body;
    }

    private void sign(int version, RecipientSignature signature) {
        change(
                "INSERT INTO recipient_signature (id, list_version, signer_id, signer_key_id, signature)"
                        + " VALUES (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                version,
                signature.signerId(),
                signature.signerKeyId(),
                signature.signature());
    }

    /** The six words that somebody with these keys reads out. */
    public List<String> words(UUID keyId) {
        String of = " FROM directory_entry WHERE key_id = ?";
        HexFormat hex = HexFormat.of();
        PublicKeys keys = new PublicKeys(
                keyId,
                hex.parseHex(one("SELECT encode(box_key, 'hex')" + of, keyId)),
                hex.parseHex(one("SELECT encode(sign_key, 'hex')" + of, keyId)));
        return List.of(keys.fingerprint().split(" "));
    }

    /** What this person's vault remembers of keys opens no more; done once more, it does. */
    public void turnPins(UUID person) {
        int turned = change(
                "UPDATE pin_sheet SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)"
                        + " WHERE key_id IN (SELECT key_id FROM directory_entry WHERE person_id = ?)",
                person);
        if (turned != 1) {
            throw new AssertionError("her vault remembers nothing");
        }
    }

    /** Changes something as the superuser may; triggers are his, too. */
    public int change(String sql, Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** The first column of the first row. */
    public String one(String query, Object... values) {
        try (PreparedStatement statement = prepared(query, values);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new AssertionError("no row: " + query);
            }
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of all rows. */
    public List<String> all(String query, Object... values) {
        try (PreparedStatement statement = prepared(query, values);
                ResultSet row = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public long count(String from, Object... values) {
        return Long.parseLong(one("SELECT count(*) FROM " + from, values));
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = practice.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            practice.close();
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
