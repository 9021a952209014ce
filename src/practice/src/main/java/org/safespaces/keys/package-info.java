/**
 * Keys of people and cases: unlocking and relocking, the directory of public keys, grants, erasure keys, the codes that
 * clients hold, and the server's own few secrets.
 *
 * <p>The session holds a person's seed only under a key that lives in her browser's cookie; in clear it exists inside one
 * request. Recorded: unlocking, failed unlocking, relocking.
 */
package org.safespaces.keys;
