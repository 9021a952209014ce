/**
 * Who is who: therapists, cases and the sign-ins that belong to them. People are tied to the identity server by the
 * token's subject, and that only as a keyed hash.
 *
 * <p>Sealed under the server's key (contact tier): mail addresses of therapists. Recorded: a client's joining.
 */
package org.safespaces.people;
