/**
 * Sessions and the hours they may lie in. A therapist sets her hours; a client sees free times, holds one and
 * books it, moves and cancels her own; an admin sets the kinds of session. {@link org.safespaces.scheduling.Booking} is the client's
 * side, {@link org.safespaces.scheduling.Diary} and {@link org.safespaces.scheduling.Requests} are the therapist's. What becomes of an
 * appointment is told in {@link org.safespaces.scheduling.AppointmentChanged}. Nothing is booked twice: whatever changes a diary locks its row first,
 * and the database refuses what still overlaps. Instants are stored; all zone arithmetic is done here, in Java.
 *
 * <p>Sealed under the server's key (contact tier): whose appointment it is, and why it was given back. In clear: therapist, times, status. Recorded:
 * booking, asking and answering, moving, cancelling, a change of hours or of a kind. Not here: anything said in a session, invoices.
 */
package org.safespaces.scheduling;
