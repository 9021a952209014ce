package org.safespaces.notes;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.Cases;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.ReadAhead;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.Passphrase;
import org.safespaces.vault.Secret;

/**
 * A copy of a client's record for herself: asked for, gone through entry by entry by whoever holds the case, and handed over as one file
 * that opens with six words. Process notes are in none of it: no key to them is asked for. The file is made for one answer and stored
 * nowhere; that it was handed over, and its hash, is. Source: assurance.md, features.md.
 */
@Stateless
@RolesAllowed("therapist")
public class Copies {
    /** What is gone through: everything but process notes. */
    private static final Compartment[] PARTS = {Compartment.CLINICAL, Compartment.IDENTITY, Compartment.MESSAGES};

    /** Decisions about copies are about the record, and no part of it. */
    private static final Set<ItemKind> LEFT_OUT = Set.of(ItemKind.REVIEW, ItemKind.PROCESS);

    /** What she wrote herself, or was given before; of the questions before a session only those that she answered. */
    private static final Set<ItemKind> HER_OWN = Set.of(
            ItemKind.MESSAGE,
            ItemKind.REPLY,
            ItemKind.CONSENT,
            ItemKind.CORRECTION,
            ItemKind.PLAN_COPY,
            ItemKind.DOCUMENT_COPY,
            ItemKind.INTAKE,
            ItemKind.CONTACT,
            ItemKind.CHECK,
            ItemKind.MEASURE);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CopyRows rows;

    @Inject
    private Entries entries;

    @Inject
    private PendingMessages pending;

    @Inject
    private ReadAhead readAhead;

    @Inject
    private CaseAccess access;

    @Inject
    private Cases cases;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** All requests of a case, the newest first. Works with the vault locked. */
    public List<CopyRequest> of(CaseId caseId) {
        access.owner(caseId);
        return rows.of(caseId);
    }

    /** What clients of the caller's wait for, the soonest due first. Works with the vault locked. */
    public List<CopyDue> due() {
        Map<UUID, ClientSummary> mine = cases.mine().stream()
                .filter(client -> client.coverUntil().isEmpty())
                .collect(toMap(client -> client.id().value(), Function.identity()));
        return mine.isEmpty()
                ? List.of()
                : rows.waiting(List.copyOf(mine.keySet())).stream()
                        .map(one -> new CopyDue(mine.get(one.caseId()), one.dueOn()))
                        .toList();
    }

    /**
     * Enters what a client asked for otherwise than on her own page. One that waits stays the one there is.
     *
     * @param cameOn throws {@link NoSuchPerson} for a day that has not come
     */
    public void enter(CaseId caseId, LocalDate cameOn) {
        people.hold(caseId);
        access.owner(caseId);
        if (cameOn.isAfter(today())) {
            throw new NoSuchPerson();
        }
        if (rows.open(caseId).isEmpty()) {
            rows.add(caseId, cameOn, false);
            audit.record(caller.actor(), AuditAction.COPY_ASKED, "case", caseId.value());
        }
    }

    /** It takes up to two months more, for this reason: once. Throws {@link NoteChanged} where that was done, or it has ended. */
    public void extend(CaseId caseId, UUID id, CopyRequest.Extension why) {
        access.owner(caseId);
        if (!rows.locked(caseId, id).extend(why)) {
            throw new NoteChanged();
        }
        audit.record(caller.actor(), AuditAction.COPY_EXTENDED, "case", caseId.value());
    }

    /** The client does not want it any more. Throws {@link NoteChanged} where it has ended already. */
    public void withdraw(CaseId caseId, UUID id) {
        access.owner(caseId);
        if (!rows.locked(caseId, id).end(CopyRequest.Outcome.WITHDRAWN, today())) {
            throw new NoteChanged();
        }
        audit.record(caller.actor(), AuditAction.COPY_WITHDRAWN, "case", caseId.value());
    }

    /** How many messages she has sent that nobody has opened: these are in no copy yet. */
    public int unopened(CaseId caseId) {
        access.owner(caseId);
        return pending.rows(caseId).size();
    }

    /**
     * Opens the whole record to go through it, by the day each entry was begun; recorded before. Throws {@link DoesNotOpen}: of a record
     * that is not what was signed, no copy is made.
     */
    public List<CopyItem> review(CaseId caseId, UUID id) {
        access.owner(caseId);
        demandNotWithdrawn(caseId, id);
        Disclosure why = access.toRead(caseId, AuditAction.COPY_REVIEWED, caseId.value(), PARTS);
        return opened(caseId, id, stored(caseId), why);
    }

    /** Opens one entry; recorded before. Throws {@link NoSuchPerson} for none, {@link DoesNotOpen}. */
    public CopyItem read(CaseId caseId, UUID id, UUID itemId) {
        access.owner(caseId);
        demandNotWithdrawn(caseId, id);
        Disclosure why = access.toRead(caseId, AuditAction.COPY_REVIEWED, itemId, PARTS);
        List<CaseItem> versions = stored(caseId).stream()
                .filter(item -> item.address().itemId().equals(itemId))
                .toList();
        return opened(caseId, id, versions, why).stream().findFirst().orElseThrow(NoSuchPerson::new);
    }

    private void demandNotWithdrawn(CaseId caseId, UUID id) {
        if (rows.locked(caseId, id).isWithdrawn()) {
            throw new NoSuchPerson();
        }
    }

    private List<CopyItem> opened(CaseId caseId, UUID id, List<CaseItem> items, Disclosure why) {
        for (Compartment part : PARTS) {
            readAhead.of(List.of(caseId), part);
        }
        Map<UUID, List<CaseItem>> byItem = new LinkedHashMap<>();
        items.forEach(item -> byItem.computeIfAbsent(item.address().itemId(), each -> new ArrayList<>())
                .add(0, item));
        Map<UUID, CaseItem> decisions = decisions(caseId);
        return byItem.values().stream()
                .map(versions -> opened(versions, decisions.get(ReviewDocument.id(id, itemOf(versions))), why))
                .toList();
    }

    private static UUID itemOf(List<CaseItem> versions) {
        return versions.get(0).address().itemId();
    }

    /** The newest decision about each entry, under the id that request and entry give it. */
    private Map<UUID, CaseItem> decisions(CaseId caseId) {
        Map<UUID, CaseItem> newest = new HashMap<>();
        entries.all(caseId, ItemKind.REVIEW)
                .forEach(item -> newest.put(item.address().itemId(), item));
        return newest;
    }

    private CopyItem opened(List<CaseItem> versions, CaseItem decisionOrNull, Disclosure why) {
        List<CopyItem.Version> texts = versions.stream()
                .map(item -> entries.opened(
                        item,
                        why,
                        (summary, text) ->
                                new CopyItem.Version(summary.version(), summary.day(), summary.author(), text.text())))
                .toList();
        ItemKind kind = versions.get(0).summary().kind();
        boolean herOwn = HER_OWN.contains(kind)
                && (kind != ItemKind.CHECK
                        || texts.stream().noneMatch(text -> CheckDocument.isOfHerTherapist(text.document())));
        Optional<ReviewDocument.Kept> kept = Optional.ofNullable(decisionOrNull)
                .map(item -> entries.opened(item, why, (summary, text) -> ReviewDocument.read(text)));
        return new CopyItem(
                itemOf(versions),
                kind,
                disclosure(kind, herOwn, texts.get(0).document()),
                herOwn,
                texts,
                kept.filter(each -> each.about() == texts.get(0).number()).map(ReviewDocument.Kept::choice),
                decisionOrNull == null ? 0 : decisionOrNull.address().version());
    }

    private static DisclosureClass disclosure(ItemKind kind, boolean herOwn, String document) {
        if (herOwn) {
            return DisclosureClass.CLIENT_VISIBLE;
        }
        DisclosureClass usual = kind == ItemKind.COLLEAGUES ? DisclosureClass.THIRD_PARTY : DisclosureClass.DISCLOSABLE;
        try (ClearText text = ClearText.of(document)) {
            return NoteDocument.ifOurs(text, json -> Optional.of(json.getString("class", usual.name())))
                    .map(DisclosureClass::valueOf)
                    .orElse(usual);
        }
    }

    /** Every version of every entry that may be in a copy, in the order they were written. */
    private List<CaseItem> stored(CaseId caseId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.compartment in :parts"
                                + " and i.kind not in :out order by i.day, i.compartment, i.step",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter(
                        "parts",
                        List.of(PARTS).stream().map(part -> (short) part.code()).toList())
                .setParameter("out", LEFT_OUT)
                .getResultList();
    }

    /**
     * Decides what becomes of one entry. The decision is sealed in the record: what was left out of a copy, and why, is part of it.
     *
     * @param about the version of the entry that was shown
     * @param upon the version of the decision that was shown, 0 for none
     * @throws NoteChanged where either has a newer one; {@link DoesNotOpen}
     */
    public void choose(CaseId caseId, UUID id, UUID itemId, int about, int upon, CopyChoice choice) {
        access.owner(caseId);
        demandNotWithdrawn(caseId, id);
        if (!choice.fits()) {
            throw new NoSuchPerson();
        }
        List<CaseItem> versions = stored(caseId).stream()
                .filter(item -> item.address().itemId().equals(itemId))
                .toList();
        if (versions.isEmpty()) {
            throw new NoSuchPerson();
        }
        if (versions.get(versions.size() - 1).address().version() != about) {
            throw new NoteChanged();
        }
        try (ClearText text = ReviewDocument.write(id, itemId, about, choice)) {
            if (!entries.add(caseId, ItemKind.REVIEW, ReviewDocument.id(id, itemId), upon, text)) {
                throw new NoteChanged();
            }
        }
        audit.record(caller.actor(), AuditAction.COPY_DECIDED, "case item", itemId);
    }

    /** Six words for a file; known to nobody once they were shown. */
    public String drawPhrase() {
        try (Secret drawn = Passphrase.draw()) {
            return drawn.text();
        }
    }

    /**
     * Makes the file, and records that it was handed over: how much of the record, by whom, and its hash. May be done again, with other
     * words, for the same request.
     *
     * @param phrase what it opens with
     * @throws NotReviewed while something is undecided; {@link DoesNotOpen}; {@link NoSuchPerson} for words that nobody drew
     */
    public DocumentFile release(CaseId caseId, UUID id, String phrase, CopyText words) {
        TherapistId me = access.owner(caseId);
        if (phrase == null || !Passphrase.strongEnough(phrase)) {
            throw new NoSuchPerson();
        }
        StoredCopyRequest request = rows.locked(caseId, id);
        CopyFile file = new CopyFile(today(), people.therapist(me).shownName(), words);
        review(caseId, id).forEach(file::add);
        byte[] content = file.locked(phrase);
        rows.released(
                request, new CopyRelease(today(), me, file.shared(), file.redacted(), file.withheld(), hash(content)));
        audit.record(caller.actor(), AuditAction.COPY_RELEASED, "case", caseId.value());
        return new DocumentFile("copy-" + today() + ".pdf", content);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private LocalDate today() {
        return caller.therapist()
                .map(me -> LocalDate.ofInstant(
                        clock.instant(), people.therapist(me).zone()))
                .orElseGet(() -> LocalDate.now(clock));
    }
}
