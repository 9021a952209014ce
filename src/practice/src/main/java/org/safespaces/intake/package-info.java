/**
 * Enquiries from strangers: the form, its sealing to the therapists in the request that receives it, the code a person
 * comes back with, and what a therapist does with it.
 *
 * <p>Sealed to people: every answer. In clear: id, designation, status, days. Recorded: received, opened, every decision, and its end.
 */
package org.safespaces.intake;
