/**
 * A second reader of the vault's formats, written from {@code docs/vault-format.md} and from the standards it names, without a line of
 * the vault's own code: what the vault writes can be read by anybody who has the document and the keys.
 *
 * <p>It stands on the JDK alone, where the vault stands on bcprov for the same things: HKDF on HMAC, X25519, Ed25519 and
 * ChaCha20-Poly1305 of the JDK. Only Argon2id, which the JDK lacks, comes from bcprov in both. So each library checks the other. Not for
 * use: it wipes nothing, and refuses less carefully than the vault does.
 */
package org.safespaces.reader;
