/**
 * Sealing and opening: the only code that touches keys. Clinical text belongs to people, not to the server; in here that is a matter
 * of keys and not of permissions.
 *
 * <p><b>Who may call.</b> {@code practice} alone; {@code web} never sees this package. {@link org.safespaces.vault.Disclosure} is
 * minted by {@code access}, nowhere else. No container, no I/O, no clock of its own: rows come in through
 * {@link org.safespaces.vault.Grants} and {@link org.safespaces.vault.ErasureKeys}, and nothing that comes in is trusted.
 *
 * <p><b>Where to begin.</b> {@link org.safespaces.vault.PersonalKeys} unlocks, {@link org.safespaces.vault.Vault} seals and opens,
 * {@link org.safespaces.vault.PublicSeal} takes enquiries in, {@link org.safespaces.vault.ReturnCode} is a client's way back,
 * {@link org.safespaces.vault.Directory} says whose keys are whose, {@link org.safespaces.vault.ServerSeal} keeps what the server
 * itself must know. The formats are in five classes, one a section of the design: {@code Envelope}, {@code KeyDerivation},
 * {@code AssociatedData}, {@code SealInfo}, {@code Labels}.
 *
 * <p><b>What it promises.</b> Two things open a note: a person's key and the case's erasure key, which lies in a second database. A
 * sealed text opens only at its own place, unaltered, signed by somebody who held the case. Keys are used only when people vouched
 * for them. Whatever fails, fails as {@link org.safespaces.vault.VaultException}, in the same words and without a cause; text beyond
 * the largest size as {@link org.safespaces.vault.TextTooLong}. Only a mistake of the caller's own, such as a null or a version below
 * 1, is reported as one.
 *
 * <p><b>What it does not.</b> No outsider has audited it. It cannot help against whoever rules the running server while a vault is
 * open. It wipes the arrays it owns, but neither strings nor the copies that the runtime and bcprov make, so a memory image may hold
 * more than it should. Rows that are missing altogether it cannot notice; heads, pins and the audit log are for that. How many
 * Argon2id runs at once is for the caller to bound, 64 MiB each.
 *
 * <p>Records copy the arrays they carry on the way in and out. Of these only {@link org.safespaces.vault.SealedText},
 * {@link org.safespaces.vault.PublicKeys} and {@link org.safespaces.vault.CodeKeys} compare by content.
 */
package org.safespaces.vault;
