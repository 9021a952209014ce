/** Brings both databases up to date at start, as their owner; everything else runs as a role that cannot change a table. */
package org.safespaces.schema;
