/**
 * Who may see what. Roles are named here once and checked by the container on every service; the relationship ("is this
 * my client?") is asked of {@link org.safespaces.access.CaseAccess} alone, which writes the audit line and only then
 * gives out the permission to open.
 *
 * <p>Sealed: nothing of its own. Recorded: each reading, each refusal, each change of a role.
 */
package org.safespaces.access;
