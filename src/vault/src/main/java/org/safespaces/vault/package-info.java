/** Sealing and opening: the only code that touches keys. */
package org.safespaces.vault;
