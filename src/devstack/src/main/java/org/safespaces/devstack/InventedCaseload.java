package org.safespaces.devstack;

import jakarta.json.Json;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safespaces.vault.Anchor;
import org.safespaces.vault.CaseEpoch;
import org.safespaces.vault.CaseHead;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Directory;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.EpochDraft;
import org.safespaces.vault.Grant;
import org.safespaces.vault.Grants;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.Pepper;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.ReturnCode;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.ServerSeal;
import org.safespaces.vault.Vault;

/** A few invented cases with notes, sealed exactly as real ones, so that a newcomer sees a practice and not a void. */
final class InventedCaseload implements Grants {
    private static final List<String> NOTES = List.of(
            "First conversation. Said what happened in own words. Sleep is short. We agreed to meet weekly and to leave"
                    + " the phone in the kitchen at night.",
            "Fewer checks of the phone. A friend has been told. We looked at what shame says and what is known to be"
                    + " true. Next: the letter from the bank.");

    private final VaultRows rows;
    private final Secrets secrets;
    private final Map<CasePart, EpochDraft> drafts = new HashMap<>();

    InventedCaseload(VaultRows rows, Secrets secrets) {
        this.rows = rows;
        this.secrets = secrets;
    }

    void write(PersonalKeys first, PersonalKeys second, List<DirectoryEntry> entries, Anchor anchor)
            throws SQLException, IOException {
        Vault rowan = vault(first, entries, anchor);
        Vault alder = vault(second, entries, anchor);
        UUID joined = openCase(rowan, "Linen Moth", 21);
        joinWithCode(rowan, joined);
        openCase(rowan, "Copper Wren", 12);
        openCase(alder, "Slate Otter", 30);
    }

    /** A therapist's vault, open, with what was written here so far. */
    Vault vault(PersonalKeys therapist, List<DirectoryEntry> entries, Anchor anchor) {
        Directory directory = Directory.verify(secrets.tenant(), anchor, entries, List.of());
        return therapist.vault(this, rows, directory, Clock.systemUTC());
    }

    private UUID openCase(Vault vault, String designation, int daysAgo) throws SQLException {
        return open(vault, designation, daysAgo, NOTES);
    }

    /** A case with its keys, and these notes in it. */
    UUID open(Vault vault, String designation, int daysAgo, List<String> notes) throws SQLException {
        UUID id = UUID.randomUUID();
        rows.caseRecord(
                id, designation, vault.personId(), LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo));
        for (Compartment compartment : Compartment.values()) {
            CasePart part = new CasePart(secrets.tenant(), id, compartment);
            EpochDraft draft = vault.openCase(part);
            drafts.put(part, draft);
            rows.epoch(draft.epoch());
            for (Grant grant : draft.grants()) {
                rows.grant(grant);
            }
        }
        writeNotes(vault, new CasePart(secrets.tenant(), id, Compartment.CLINICAL), notes);
        return id;
    }

    private void writeNotes(Vault vault, CasePart part, List<String> notes) throws SQLException {
        CaseHead head = null;
        for (String text : notes) {
            ItemAddress at = new ItemAddress(part, UUID.randomUUID(), 1, 1);
            String document =
                    Json.createObjectBuilder().add("said", text).build().toString();
            try (ClearText clear = ClearText.of(document)) {
                SealedItem item = vault.seal(clear, at, SealedItem.NO_PREVIOUS);
                head = vault.advance(head, at, item);
                rows.item(at, "NOTE", item, head);
            }
        }
        rows.head(head);
    }

    private void joinWithCode(Vault therapist, UUID caseId) throws SQLException, IOException {
        ServerSeal seal = DevelopmentPeople.serverSeal(secrets);
        rows.client(
                caseId,
                DevelopmentPeople.accountTag(seal, "client", "linen"),
                LocalDate.now(ZoneOffset.UTC).minusDays(20));
        String shown = ReturnCode.draw(ReturnCode.Form.DIGITS);
        try (ReturnCode code = ReturnCode.open(shown, new Pepper(1, secrets.bytes("pep")))) {
            rows.code(code, caseId);
            rows.grant(
                    therapist.grantToCode(new CasePart(secrets.tenant(), caseId, Compartment.MESSAGES), code.keys()));
        }
        secrets.remember("linen.code", shown);
    }

    @Override
    public List<CaseEpoch> epochs(CasePart part) {
        return drafts.containsKey(part) ? List.of(drafts.get(part).epoch()) : List.of();
    }

    @Override
    public List<Grant> grants(CasePart part) {
        return drafts.containsKey(part) ? new ArrayList<>(drafts.get(part).grants()) : List.of();
    }
}
