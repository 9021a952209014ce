/**
 * Sessions and the hours they may lie in. A therapist sets her hours; a client sees free times, books one, lists and
 * cancels her own. {@link org.safespaces.scheduling.Booking} is the client's side, {@link
 * org.safespaces.scheduling.Diary} the therapist's. Nothing is booked twice: whatever changes a diary locks its row first,
 * and the database refuses what still overlaps. Instants are stored; all zone arithmetic is done here, in Java.
 *
 * <p>Sealed under the server's key (contact tier): whose appointment it is. In clear: therapist, times, status. Recorded:
 * booking, cancelling, a change of hours. Not here: anything said in a session, charges, letters, video links.
 */
package org.safespaces.scheduling;
