/**
 * When backups were made and tried, as the operator's tool has written it down. The application makes no backup and reads none: it
 * has no key to one.
 */
package org.safespaces.backup;
