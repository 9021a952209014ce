/**
 * Places that can help, told to anybody: no sign-in, no database behind it, nothing recorded, nothing sealed. Pages ask {@link
 * org.safespaces.signposting.SupportDirectory} for an organisation by its id, or for all under a heading, so that every
 * number stands once, in {@code config/signposting}, and is reviewed there like code.
 *
 * <p>What the running practice checks itself is kept in {@link org.safespaces.signposting.SignpostChecks}, with the fact as it was: where
 * the file says another number, that one was checked by nobody.
 *
 * <p>Depends on settings only. It does not choose: which places fit somebody's answers is decided where the answers
 * are. It knows no fact below level B, and never hides a number for its age: the release build asks who checked it.
 */
package org.safespaces.signposting;
