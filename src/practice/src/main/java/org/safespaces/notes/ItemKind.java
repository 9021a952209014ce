package org.safespaces.notes;

import java.util.Set;

/** What an item of a case file is. The one list there is: the table takes any of these names. */
public enum ItemKind {
    /** A case note. */
    NOTE,
    /** What was sent in before the case was opened. */
    INTAKE,
    /** Who she is and how she may be reached; in a compartment of its own. */
    CONTACT,
    /** Written to her, or by her, before the case was opened; with the messages, which her code opens as well. */
    MESSAGE,
    /** Written by one reader of the enquiry for the others. */
    COLLEAGUES,
    /** What was asked about safety before one session; stands beside the record's notes and is not listed with them. */
    CHECK,
    /** A therapist's own thoughts; in a compartment of its own, which nobody but the holder of the case opens. */
    PROCESS,
    /** How what happened, what goes on and what helps hang together, as her therapist sees it; one for each case. */
    FORMULATION,
    /** Something the client hopes for, and how far it has come. */
    GOAL,
    /** A form that was filled in, by her or together; stands beside the notes. */
    MEASURE,
    /** A report made elsewhere, or a removal asked for. */
    REPORT,
    /** A line of the log of what happened, which stands apart from the notes. */
    EVIDENCE,
    /** Written by her in her case; with the messages. */
    REPLY,
    /** The staying-safe plan, in versions. */
    PLAN,
    /** A copy of it as it was on one day, for her: with the messages, since her code opens these. */
    PLAN_COPY,
    /** Something she was asked to agree to, in versions; with the messages, so that she reads it as well. */
    CONSENT,
    /** A letter that her therapist writes to her, for her own use; versions until it is finished. */
    DOCUMENT,
    /** A finished one, for her: with the messages, since her code opens these. */
    DOCUMENT_COPY,
    /** What whoever hands a case over writes for the colleague who takes it; in versions, of which one says that it was read. */
    SUMMARY,
    /** What was gone through when therapy ended, or why it was taken up again; in versions. */
    ENDING,
    /** What was decided about one entry in a copy of the record, in versions; stands in no copy itself. */
    REVIEW,
    /** Something in the record that she says is not right, in her words, and what came of it; with the messages. */
    CORRECTION,
    /** What police, a court or somebody else asked about her, and what they were answered; in versions. */
    OUTSIDE;

    /** Listed as the notes of the clinical record. */
    static final Set<ItemKind> LISTED = Set.of(NOTE, INTAKE, COLLEAGUES);

    /** Looked through when notes are searched. */
    static final Set<ItemKind> SEARCHED = Set.of(NOTE, INTAKE, COLLEAGUES, FORMULATION, GOAL);

    /** Opened one by one, with all versions. */
    static final Set<ItemKind> READ = Set.of(NOTE, INTAKE, COLLEAGUES, PROCESS, FORMULATION);

    /** Written on the page for notes: with a template, in versions. */
    static final Set<ItemKind> WRITTEN = Set.of(NOTE, PROCESS, FORMULATION);
}
