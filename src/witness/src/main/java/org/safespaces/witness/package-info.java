/**
 * The witness of the log. It reads what has been added, makes sure that nothing before it has changed, and signs how far the log has
 * come; and it checks a log that somebody was given. It shares no code with the application: what both agree on is written down in
 * {@code docs/audit-format.md}, and a second verifier, in Python, agrees with neither by accident.
 */
package org.safespaces.witness;
