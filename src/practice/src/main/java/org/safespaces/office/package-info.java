/**
 * What an admin does for the practice as a whole: decides settings, words texts, keeps the list of places that can help in order, and looks
 * whether everything runs. Each act is recorded with it. Above the features, because it says what a decision means for them; it reads no
 * record and opens nothing.
 */
package org.safespaces.office;
