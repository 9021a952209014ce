/**
 * The case file: what was said and done, sealed to the people who hold the case, in versions that are signed and chained.
 * An editor sees plain text only. Recorded: every reading and every writing.
 */
package org.safespaces.notes;
