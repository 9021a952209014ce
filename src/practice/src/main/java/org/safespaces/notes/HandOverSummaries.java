package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.TypedText;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;

/**
 * What a therapist who hands a case over writes for the colleague who takes it: an item of the record, one a case, in versions that all
 * stay. It is written, and acknowledged, by whoever holds the case, nobody who covers.
 */
@Stateless
@RolesAllowed("therapist")
public class HandOverSummaries {
    /** The most characters of a summary. */
    public static final int LONGEST = 20_000;

    @Inject
    private Entries entries;

    @Inject
    private ItemIds ids;

    @Inject
    private CaseAccess access;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** How it stands; empty while none was written. Works with the vault locked. */
    public Optional<SummaryStanding> standing(CaseId caseId) {
        TherapistId me = access.owner(caseId);
        return newest(caseId).map(item -> standing(item, me));
    }

    private static SummaryStanding standing(CaseItem item, TherapistId me) {
        NoteSummary newest = item.summary();
        return new SummaryStanding(
                newest.version(),
                newest.day(),
                newest.author(),
                newest.standing() == NoteStanding.LOCKED,
                newest.author().equals(me));
    }

    /** Opens it; recorded before. Throws {@link NoSuchPerson} for none, {@link DoesNotOpen}. */
    public OpenSummary read(CaseId caseId) {
        TherapistId me = access.owner(caseId);
        Disclosure why = access.toRead(caseId, AuditAction.SUMMARY_OPENED, caseId.value(), Compartment.CLINICAL);
        CaseItem item = newest(caseId).orElseThrow(NoSuchPerson::new);
        SummaryStanding standing = standing(item, me);
        boolean whole = entries.isWhole(caseId);
        return entries.opened(item, why, (summary, text) -> {
            var json = NoteDocument.parse(text);
            return new OpenSummary(
                    json.getString("said"),
                    standing,
                    whole && json.getBoolean("acknowledged") == standing.acknowledged());
        });
    }

    /**
     * Keeps a summary, for whoever takes the case over next.
     *
     * @param upon the version that was shown, 0 for none
     * @throws org.safespaces.access.TextRefused when it cannot be kept as it is; {@link NoteChanged} when there is a newer version; {@link
     *     DoesNotOpen}, and nothing is kept, where the keys of the case are not what was signed
     */
    public void write(CaseId caseId, int upon, String typed) {
        access.owner(caseId);
        String said = TypedText.usable(typed, LONGEST);
        add(caseId, upon, said, NoteStanding.SIGNED);
        audit.record(caller.actor(), AuditAction.SUMMARY_WRITTEN, "case", caseId.value());
    }

    /**
     * The caller, for whom it was written, has read it: a version that says so, in the same words. Opens it, and that is recorded.
     *
     * @param upon the version that was shown
     * @throws NoteChanged when that is not the newest, or not for her; {@link NoSuchPerson} for none, {@link DoesNotOpen}
     */
    public void acknowledge(CaseId caseId, int upon) {
        OpenSummary shown = read(caseId);
        if (!shown.standing().waiting()) {
            throw new NoteChanged();
        }
        add(caseId, upon, shown.said(), NoteStanding.LOCKED);
        audit.record(caller.actor(), AuditAction.SUMMARY_ACKNOWLEDGED, "case", caseId.value());
    }

    private void add(CaseId caseId, int upon, String said, NoteStanding standing) {
        ids.queue(caseId);
        Optional<CaseItem> before = newest(caseId);
        if (before.map(item -> item.summary().version()).orElse(0) != upon) {
            throw new NoteChanged();
        }
        UUID id = before.map(item -> item.summary().itemId()).orElseGet(Ids::fresh);
        try (ClearText text = ClearText.of(Json.createObjectBuilder()
                .add("said", said)
                .add("acknowledged", standing == NoteStanding.LOCKED)
                .build()
                .toString())) {
            entries.add(caseId, ItemKind.SUMMARY, id, upon, text, standing);
        }
    }

    private Optional<CaseItem> newest(CaseId caseId) {
        return entries.all(caseId, ItemKind.SUMMARY).stream().reduce((earlier, later) -> later);
    }
}
