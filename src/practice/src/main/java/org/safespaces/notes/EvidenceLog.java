package org.safespaces.notes;

import static java.util.stream.Collectors.groupingBy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.access.CaseAccess;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Disclosure;

/**
 * What happened, line by line, apart from the notes of therapy, so that it can be handed to the police without opening those. Signed and
 * chained as notes are: a correction stands beside what it corrects. Source: features.md 2.8 and 2.9.
 */
@Stateless
@RolesAllowed("therapist")
public class EvidenceLog {
    /** The most characters of a short field. */
    public static final int LONGEST_LINE = 300;

    /** The most characters of what happened. */
    public static final int LONGEST = 6_000;

    /** Anything that could be typed into the bar of a browser, and what only looks like it: a dot between two words. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?iU)\\bh(tt|xx)ps?\\b|[\\p{L}\\d-]{2,}(\\.|\\[\\.])\\p{L}{2,}");

    @Inject
    private Entries entries;

    @Inject
    private CaseAccess access;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** How many lines there are. Works with the vault locked. */
    public int count(CaseId caseId) {
        access.holder(caseId);
        return entries.count(caseId, ItemKind.EVIDENCE);
    }

    /**
     * Opens the log: the newest version of each line, by the day it happened, those without a day last. Recorded before. Throws {@link
     * DoesNotOpen}.
     */
    public List<EvidenceEntry> open(CaseId caseId) {
        return lines(caseId, AuditAction.EVIDENCE_OPENED).stream()
                .map(versions -> versions.get(versions.size() - 1))
                .toList();
    }

    /** Opens the log to be handed on: as {@link #open}, but every version of each line, the first first. */
    public List<List<EvidenceEntry>> export(CaseId caseId) {
        return lines(caseId, AuditAction.EVIDENCE_EXPORTED);
    }

    private List<List<EvidenceEntry>> lines(CaseId caseId, AuditAction action) {
        Disclosure why = access.toRead(caseId, action, caseId.value(), Compartment.CLINICAL);
        entries.readAhead(caseId);
        Stream<EvidenceEntry> all = entries.all(caseId, ItemKind.EVIDENCE).stream()
                .map(item -> entries.opened(item, why, EvidenceDocument::read));
        return all
                .collect(groupingBy(entry -> entry.summary().itemId(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .sorted(Comparator.comparing(versions ->
                        versions.get(versions.size() - 1).terms().on().orElse(LocalDate.MAX)))
                .toList();
    }

    /** Does the record the log stands in match its seal? Needs the vault open. */
    public boolean isWhole(CaseId caseId) {
        access.holder(caseId);
        return entries.isWhole(caseId);
    }

    /** Opens one line; recorded before. Throws {@link NoSuchPerson} for none, {@link DoesNotOpen}. */
    public EvidenceEntry read(CaseId caseId, UUID id) {
        Disclosure why = access.toRead(caseId, AuditAction.EVIDENCE_OPENED, id, Compartment.CLINICAL);
        CaseItem newest = entries.newest(caseId, ItemKind.EVIDENCE, id).orElseThrow(NoSuchPerson::new);
        return entries.opened(newest, why, EvidenceDocument::read);
    }

    /**
     * Keeps a line, or a correction of it.
     *
     * @param id drawn by the page for a new one
     * @param upon the version that was shown, 0 for a new one
     * @throws AddressRefused where an image may show a child and something typed leads somewhere; {@link NoteChanged} when there is a newer
     *     version; {@link DoesNotOpen} as a note does
     */
    public void keep(CaseId caseId, UUID id, int upon, EvidenceTerms terms) {
        access.holder(caseId);
        if (terms.image().mayShowAChild() && leadsSomewhere(terms)) {
            throw new AddressRefused();
        }
        try (ClearText text = EvidenceDocument.write(terms)) {
            if (entries.add(caseId, ItemKind.EVIDENCE, id, upon, text)) {
                audit.record(caller.actor(), AuditAction.EVIDENCE_WRITTEN, "case item", id);
            }
        }
    }

    private static boolean leadsSomewhere(EvidenceTerms terms) {
        return Stream.of(terms.what(), terms.who(), terms.where(), terms.kept(), terms.time())
                .anyMatch(text -> ADDRESS.matcher(text).find());
    }
}
