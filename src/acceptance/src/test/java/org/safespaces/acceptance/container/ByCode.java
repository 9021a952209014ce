package org.safespaces.acceptance.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.safespaces.keys.ErasureKeyStore;
import org.safespaces.vault.Anchor;
import org.safespaces.vault.CaseEpoch;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Directory;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.EkId;
import org.safespaces.vault.ErasureKey;
import org.safespaces.vault.Grant;
import org.safespaces.vault.GrantPurpose;
import org.safespaces.vault.Grants;
import org.safespaces.vault.IntakeWrap;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.KeyKind;
import org.safespaces.vault.Pepper;
import org.safespaces.vault.PublicKeys;
import org.safespaces.vault.ReturnCode;
import org.safespaces.vault.SealedIntake;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.Vouch;

/** What somebody opens who has a code, the pepper, both databases and no server that asks her anything. */
@ApplicationScoped
public class ByCode implements Grants {
    @Inject
    private Rows rows;

    @Inject
    private ErasureKeyStore erasureKeys;

    static UUID tenant() {
        return UUID.fromString(System.getenv("SAFESPACES_TENANT"));
    }

    /** A message of a case; throws what the vault throws when this code does not open it. */
    String message(String typed, SealedItem item, ItemAddress at) {
        try (ReturnCode code = opened(typed);
                ClearText text = code.openItem(item, at, this, erasureKeys, directory())) {
            return text.text();
        }
    }

    /** What she wrote in an enquiry that nobody has accepted. */
    String enquiry(String typed, UUID id) {
        SealedIntake intake = intake(id);
        try (ReturnCode code = opened(typed);
                ErasureKey key = erasureKeys.find(intake.ekId());
                ClearText text = code.openIntakeClinical(intake, key)) {
            return text.text();
        }
    }

    /** The erasure key of an enquiry. */
    EkId erasureKeyOf(UUID enquiry) {
        return intake(enquiry).ekId();
    }

    /** By which its rows know a code. */
    UUID id(String typed) {
        try (ReturnCode code = opened(typed)) {
            return code.keys().codeId();
        }
    }

    private static ReturnCode opened(String typed) {
        try {
            return ReturnCode.read(typed, new Pepper(1, hex(Development.secret("pep"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private SealedIntake intake(UUID id) {
        List<IntakeWrap> wraps = ask(
                        "intake_wrap",
                        "intake_id = ?",
                        id,
                        "compartment",
                        "recipient_id",
                        "recipient_key_id",
                        "encode(encapsulation, 'hex')",
                        "encode(ciphertext, 'hex')",
                        "encode(proof, 'hex')")
                .map(row -> new IntakeWrap(
                        Compartment.of(row.number(0)), row.id(1), row.id(2), row.bytes(3), row.bytes(4), row.bytes(5)))
                .toList();
        return ask(
                        "intake",
                        "id = ?",
                        id,
                        "list_version",
                        "ek_id",
                        "encode(clinical, 'hex')",
                        "encode(identity, 'hex')")
                .map(row -> new SealedIntake(
                        tenant(),
                        id,
                        row.number(0),
                        new EkId(row.id(1)),
                        new SealedText(row.bytes(2)),
                        new SealedText(row.bytes(3)),
                        wraps))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<CaseEpoch> epochs(CasePart part) {
        return ofPart(
                        "case_epoch",
                        part,
                        "epoch",
                        "ek_id",
                        "encode(previous_hash, 'hex')",
                        "holders",
                        "signer_id",
                        "signer_key_id",
                        "encode(signature, 'hex')")
                .map(row -> new CaseEpoch(
                        part,
                        row.number(0),
                        new EkId(row.id(1)),
                        row.bytes(2),
                        Arrays.stream(row.cell(3).split(","))
                                .map(UUID::fromString)
                                .toList(),
                        row.id(4),
                        row.id(5),
                        row.bytes(6)))
                .toList();
    }

    @Override
    public List<Grant> grants(CasePart part) {
        return ofPart(
                        "case_grant",
                        part,
                        "epoch",
                        "recipient_id",
                        "recipient_key_id",
                        "purpose",
                        "not_after",
                        "encode(encapsulation, 'hex')",
                        "encode(ciphertext, 'hex')",
                        "grantor_id",
                        "grantor_key_id",
                        "encode(signature, 'hex')")
                .map(row -> new Grant(
                        part,
                        row.number(0),
                        row.id(1),
                        row.id(2),
                        GrantPurpose.of(row.number(3)),
                        Long.parseLong(row.cell(4)),
                        row.bytes(5),
                        row.bytes(6),
                        row.id(7),
                        row.id(8),
                        row.bytes(9)))
                .toList();
    }

    private Directory directory() {
        List<DirectoryEntry> entries = ask(
                        "directory_entry",
                        "true",
                        null,
                        "key_id",
                        "person_id",
                        "kind",
                        "encode(box_key, 'hex')",
                        "encode(sign_key, 'hex')",
                        "day",
                        "encode(signature, 'hex')")
                .map(row -> new DirectoryEntry(
                        tenant(),
                        row.id(1),
                        row.number(2) == 1 ? KeyKind.PERSON : KeyKind.OFFLINE,
                        new PublicKeys(row.id(0), row.bytes(3), row.bytes(4)),
                        LocalDate.parse(row.cell(5)),
                        row.bytes(6)))
                .toList();
        List<Vouch> vouches = ask(
                        "vouch",
                        "true",
                        null,
                        "encode(entry_hash, 'hex')",
                        "voucher_id",
                        "voucher_key_id",
                        "encode(signature, 'hex')")
                .map(row -> new Vouch(row.bytes(0), row.id(1), row.id(2), row.bytes(3)))
                .toList();
        return Directory.verify(tenant(), Anchor.parse(System.getenv("SAFESPACES_ANCHOR")), entries, vouches);
    }

    private Stream<Row> ofPart(String table, CasePart part, String... columns) {
        String where = "case_id = ? AND compartment = " + part.compartment().code();
        return ask(table, where, part.caseId(), columns);
    }

    private Stream<Row> ask(String table, String where, UUID value, String... columns) {
        String query = "SELECT concat_ws('|', " + String.join(", ", columns) + ") FROM " + table + " WHERE " + where;
        Object[] values = value == null ? new Object[0] : new Object[] {value};
        return rows.ofPractice(query, values).stream().map(Row::of);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private record Row(List<String> cells) {
        static Row of(String joined) {
            return new Row(List.of(joined.split("\\|", -1)));
        }

        String cell(int at) {
            return cells.get(at);
        }

        int number(int at) {
            return Integer.parseInt(cell(at));
        }

        UUID id(int at) {
            return UUID.fromString(cell(at));
        }

        byte[] bytes(int at) {
            return hex(cell(at));
        }
    }
}
