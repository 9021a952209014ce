/**
 * Outcome measures: forms of others, asked by an agreement between a client and her therapist, counted here and nowhere else. What is
 * answered is an item of the clinical record, sealed; when which form is asked of whom is the server's own to know, under its key. In
 * clear stands that a form came back, and on which day.
 *
 * <p>Stands on the case file ({@code notes}) and on what {@code scheduling} says of sessions to come. The data files of measures are not
 * under the licence of this software. Recorded: what is agreed, what comes back, and each opening.
 */
package org.safespaces.measures;
