/**
 * The append-only record of who did what. Lines carry ids and fixed words, never text or names. A reading is recorded
 * and committed before anything is opened: no line, no reading.
 */
package org.safespaces.audit;
