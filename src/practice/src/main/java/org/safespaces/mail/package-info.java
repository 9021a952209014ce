/**
 * Letters: a fixed set of neutral texts, an outbox in the transaction of the act, and a round that sends. No method takes free text or an
 * address. Whether somebody may be written to, where, and when it is safe is asked of {@link org.safespaces.mail.Addressees} at the
 * moment of sending, and whether a reminder is still right of {@link org.safespaces.mail.Occasions}.
 *
 * <p>Sealed under the server's key (contact tier): whom a letter is for. In clear: which letter, about which number, when, and what became
 * of it. Recorded: a letter that may not go, and one that was not delivered; never to whom, and never why.
 */
package org.safespaces.mail;
