/**
 * What the practice decides for itself: ages, times, promises, and what it words itself. {@link
 * org.safespaces.settings.PracticeSettings} and {@link org.safespaces.settings.PracticeTexts} are asked and answer without a
 * database: the reviewed file inside the archive and the environment count, and what was decided on the practice's page, as a round has last
 * read it. Knows no package but the one that opens the databases; holds no secret and nothing of anybody. Who may decide, and that it is
 * recorded, is seen to above, in {@link org.safespaces.office}.
 */
package org.safespaces.settings;
