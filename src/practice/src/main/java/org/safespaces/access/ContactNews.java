package org.safespaces.access;

import org.safespaces.people.CaseId;

/** A client whose letters ask for somebody to look. */
public record ContactNews(CaseId caseId, String designation, ContactStanding standing) {}
