package org.safespaces.devstack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.vault.CaseEpoch;
import org.safespaces.vault.CaseHead;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.EkId;
import org.safespaces.vault.ErasureKey;
import org.safespaces.vault.ErasureKeys;
import org.safespaces.vault.Grant;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.KeystoreKey;
import org.safespaces.vault.RecipientListBody;
import org.safespaces.vault.RecipientSignature;
import org.safespaces.vault.ReturnCode;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.Slot;
import org.safespaces.vault.Vouch;

/** Writes what the vault made into the tables, as the application's own entities would. */
final class VaultRows implements ErasureKeys {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Connection practice;
    private final Connection keystore;
    private final KeystoreKey keystoreKey;

    VaultRows(Connection practice, Connection keystore, Secrets secrets) {
        this.practice = practice;
        this.keystore = keystore;
        this.keystoreKey = new KeystoreKey(secrets.tenant(), 1, secrets.bytes("ksk"));
    }

    static int count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    void therapist(UUID id, byte[] accountTag, String name, SealedText mail) throws SQLException {
        insert(
                "therapist (id, account_tag, shown_name, mail, zone, since)",
                id,
                accountTag,
                name,
                mail.bytes(),
                "Europe/London",
                TODAY);
    }

    /** Monday to Friday, nine to six with an hour off: enough for a newcomer to find a free time at once. Sessions begin on the hour. */
    void weeklyHours(UUID therapist) throws SQLException {
        insert("diary (therapist_id, grid_minutes)", therapist, 60);
        for (int day = 1; day <= 5; day++) {
            hours(therapist, day, 9, 13);
            hours(therapist, day, 14, 18);
        }
    }

    private void hours(UUID therapist, int day, int opens, int closes) throws SQLException {
        insert(
                "weekly_hours (id, therapist_id, day, opens, closes)",
                UUID.randomUUID(),
                therapist,
                day,
                opens * 60,
                closes * 60);
    }

    void slot(UUID person, UUID keyId, Slot slot) throws SQLException {
        insert(
                "key_slot (id, person_id, key_id, kind, memory_kib, passes, lanes, salt, pepper_version, sealed_seed,"
                        + " made_on)",
                slot.slotId(),
                person,
                keyId,
                slot.kind().code(),
                slot.memoryKiB(),
                slot.passes(),
                slot.lanes(),
                slot.salt(),
                slot.pepperVersion(),
                slot.sealedSeed().bytes(),
                TODAY);
    }

    void publish(DirectoryEntry entry) throws SQLException {
        insert(
                "directory_entry (key_id, person_id, kind, box_key, sign_key, day, signature)",
                entry.keys().keyId(),
                entry.personId(),
                entry.kind().code(),
                entry.keys().boxKey(),
                entry.keys().signKey(),
                entry.day(),
                entry.signature());
    }

    void vouch(Vouch vouch) throws SQLException {
        insert(
                "vouch (id, entry_hash, voucher_id, voucher_key_id, signature)",
                UUID.randomUUID(),
                vouch.entryHash(),
                vouch.voucherId(),
                vouch.voucherKeyId(),
                vouch.signature());
    }

    void recipients(RecipientListBody list, List<RecipientSignature> signatures) throws SQLException {
        insert("recipient_list (version, previous_hash)", list.listVersion(), list.previousHash());
        for (var recipient : list.recipients()) {
            insert(
                    "recipient (id, list_version, person_id, key_id)",
                    UUID.randomUUID(),
                    list.listVersion(),
                    recipient.personId(),
                    recipient.keyId());
        }
        for (RecipientSignature signature : signatures) {
            insert(
                    "recipient_signature (id, list_version, signer_id, signer_key_id, signature)",
                    UUID.randomUUID(),
                    list.listVersion(),
                    signature.signerId(),
                    signature.signerKeyId(),
                    signature.signature());
        }
    }

    void caseRecord(UUID id, String designation, UUID therapist, LocalDate since) throws SQLException {
        insert("case_record (id, designation, state, opened_on)", id, designation, "ACTIVE", since);
        insert("caseload (case_id, therapist_id, since)", id, therapist, since);
    }

    /** The therapist whose account this is. */
    UUID therapistOf(byte[] accountTag) throws SQLException {
        try (PreparedStatement statement =
                practice.prepareStatement("SELECT id FROM therapist WHERE account_tag = ?")) {
            statement.setBytes(1, accountTag);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    boolean isClient(byte[] accountTag) throws SQLException {
        try (PreparedStatement statement = practice.prepareStatement("SELECT 1 FROM client WHERE account_tag = ?")) {
            statement.setBytes(1, accountTag);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Cases of a beginning in common, which hold nothing. */
    void forgetCases(String beginning) throws SQLException {
        String those = "(SELECT id FROM case_record WHERE designation LIKE ?)";
        for (String from : List.of("client WHERE case_id IN " + those, "caseload WHERE case_id IN " + those)) {
            delete(from, beginning);
        }
        delete("case_record WHERE designation LIKE ?", beginning);
    }

    private void delete(String from, String beginning) throws SQLException {
        try (PreparedStatement statement = practice.prepareStatement("DELETE FROM " + from)) {
            statement.setString(1, beginning + "%");
            statement.executeUpdate();
        }
    }

    void client(UUID caseId, byte[] accountTag, LocalDate since) throws SQLException {
        insert("client (case_id, account_tag, joined_on)", caseId, accountTag, since);
    }

    void code(ReturnCode code, UUID caseId) throws SQLException {
        insert(
                "return_code (lookup, code_id, box_key, case_id, expires_on, given_on, given_by)",
                code.lookup(),
                code.keys().codeId(),
                code.keys().boxKey(),
                caseId,
                TODAY.plusDays(30),
                TODAY,
                "ENQUIRY");
    }

    void epoch(CaseEpoch epoch) throws SQLException {
        insert(
                "case_epoch (id, case_id, compartment, epoch, ek_id, previous_hash, holders, signer_id,"
                        + " signer_key_id, signature)",
                UUID.randomUUID(),
                epoch.part().caseId(),
                epoch.part().compartment().code(),
                epoch.epoch(),
                epoch.ekId().value(),
                epoch.previousHash(),
                epoch.holders().stream().map(UUID::toString).collect(Collectors.joining(",")),
                epoch.signerId(),
                epoch.signerKeyId(),
                epoch.signature());
    }

    void grant(Grant grant) throws SQLException {
        insert(
                "case_grant (id, case_id, compartment, epoch, recipient_id, recipient_key_id, purpose, not_after,"
                        + " encapsulation, ciphertext, grantor_id, grantor_key_id, signature)",
                UUID.randomUUID(),
                grant.part().caseId(),
                grant.part().compartment().code(),
                grant.epoch(),
                grant.recipientId(),
                grant.recipientKeyId(),
                grant.purpose().code(),
                grant.notAfterEpochSecond(),
                grant.encapsulation(),
                grant.ciphertext(),
                grant.grantorId(),
                grant.grantorKeyId(),
                grant.signature());
    }

    void head(CaseHead head) throws SQLException {
        insert(
                "case_head (id, case_id, compartment, items, hash, signer_id, signer_key_id, signature)",
                UUID.randomUUID(),
                head.part().caseId(),
                head.part().compartment().code(),
                head.count(),
                head.hash(),
                head.signerId(),
                head.signerKeyId(),
                head.signature());
    }

    /** An item, and the log's line about the record that grew by it. */
    void item(ItemAddress at, String kind, SealedItem item, CaseHead head) throws SQLException {
        insert(
                "case_item (id, case_id, compartment, item_id, version, field_id, kind, sealed, dek_id, dek_wrapped,"
                        + " epoch, author_id, author_key_id, day, previous_hash, signature, step)",
                UUID.randomUUID(),
                at.part().caseId(),
                at.part().compartment().code(),
                at.itemId(),
                at.version(),
                at.fieldId(),
                kind,
                item.text().bytes(),
                item.dekId(),
                item.wrappedDek().bytes(),
                item.epoch(),
                item.authorId(),
                item.authorKeyId(),
                item.day(),
                item.previousHash(),
                item.signature(),
                head.count());
        insert(
                "audit_event (at, actor, actor_role, action, object_type, object_ref, outcome, head_items,"
                        + " head_hash)",
                Instant.now().atOffset(ZoneOffset.UTC),
                item.authorId(),
                "therapist",
                "RECORD_GREW",
                at.part().compartment().name().toLowerCase(Locale.ROOT) + " record",
                at.part().caseId(),
                "DONE",
                head.count(),
                head.hash());
    }

    /** A kind of session that can be booked. */
    UUID sessionType() throws SQLException {
        try (Statement statement = practice.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT id FROM session_type WHERE offered ORDER BY name LIMIT 1")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** Fifty minutes with ten after it. */
    void appointment(
            UUID id,
            UUID therapist,
            SealedText client,
            byte[] clientTag,
            UUID type,
            LocalDateTime wall,
            ZoneId zone,
            String status)
            throws SQLException {
        OffsetDateTime start = wall.atZone(zone).toOffsetDateTime();
        insert(
                "appointment (id, therapist_id, client_ref, client_tag, type_id, wall_start, zone, starts_at, ends_at,"
                        + " blocked_from, blocked_until, status, made_by, made_at, free_until)",
                id,
                therapist,
                client.bytes(),
                clientTag,
                type,
                wall.format(WALL),
                zone.getId(),
                start,
                start.plusMinutes(50),
                start,
                start.plusMinutes(60),
                status,
                "THERAPIST",
                start.minusDays(30),
                start.minusHours(48));
    }

    private void insert(String into, Object... values) throws SQLException {
        insert(practice, into, values);
    }

    private static void insert(Connection connection, String into, Object... values) throws SQLException {
        String marks = "?, ".repeat(values.length - 1) + "?";
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + into + " VALUES (" + marks + ")")) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public ErasureKey claim() {
        ErasureKey key = ErasureKey.draw();
        try {
            insert(
                    keystore,
                    "erasure_key (ek_id, made_at, wrapped, ksk_version, claimed_on)",
                    key.id().value(),
                    Instant.now().atOffset(ZoneOffset.UTC),
                    keystoreKey.wrap(key).bytes(),
                    keystoreKey.version(),
                    TODAY);
            return key;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public ErasureKey find(EkId id) {
        try (PreparedStatement statement =
                keystore.prepareStatement("SELECT wrapped FROM erasure_key WHERE ek_id = ?")) {
            statement.setObject(1, id.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return keystoreKey.unwrap(id, new SealedText(row.getBytes(1)));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void destroy(EkId id) {
        throw new UnsupportedOperationException("nothing is erased while people settle in");
    }
}
