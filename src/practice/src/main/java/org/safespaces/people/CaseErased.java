package org.safespaces.people;

/**
 * A record's keys are destroyed, and nothing of it opens any more: whoever keeps rows of this case deletes them now, in the
 * transaction this is said in. It may be said again after a crash.
 */
public record CaseErased(CaseId caseId) {}
