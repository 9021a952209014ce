/**
 * The operator's tool, on the server's own machine and outside of the server: prints its secrets as an escrow sheet and makes a fresh
 * credential store from one that somebody has typed; makes backups of both databases, checks them, and restores them into empty
 * ones. It speaks to the two databases and to no other network.
 */
package org.safespaces.keeper;
