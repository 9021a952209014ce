/**
 * Letters: a fixed set of neutral texts, an outbox in the transaction of the act, and a round that sends. No method takes
 * free text or an address; who is written to is looked up at the moment of sending.
 */
package org.safespaces.mail;
