package org.safespaces.scheduling;

import org.safespaces.vault.SealedText;

/**
 * Whose an appointment is, as its row says it: sealed, and as a tag by which her own are found.
 *
 * @param ref her case, sealed for this appointment
 */
record ClientMark(SealedText ref, byte[] tag) {}
