/**
 * The append-only record of who did what. Lines carry ids and fixed words, never text or names. A reading is recorded
 * and committed before anything is opened: no line, no reading.
 *
 * <p>Each line has its place in a tree of hashes, which the database gives it when its transaction ends; a signer outside of this
 * application, module {@code witness}, puts its name to the tree. Here it is only read, shown and handed on.
 */
package org.safespaces.audit;
