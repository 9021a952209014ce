package org.safespaces.access;

import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;

/** A case has passed into another caseload, in the transaction this is said in. */
public record CaseHandedOver(CaseId caseId, TherapistId to) {}
