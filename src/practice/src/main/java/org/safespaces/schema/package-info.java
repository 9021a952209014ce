/**
 * Brings both databases up to date at start, as their owner; everything else runs as a role that cannot change a table. Until
 * that is done, and whoever observes {@link org.safespaces.schema.DatabasesMigrated} is content, no session bean is
 * reached.
 */
package org.safespaces.schema;
