/**
 * The operator's tool for the day on which the credential store is lost. It reads the server's secrets on the server's own
 * machine and prints them as an escrow sheet; and it makes a fresh credential store from a sheet that somebody has typed. It
 * speaks to no database and to no network.
 */
package org.safespaces.keeper;
