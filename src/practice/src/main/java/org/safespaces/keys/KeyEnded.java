package org.safespaces.keys;

import org.safespaces.vault.EkId;

/** An erasure key is not needed any more, as soon as the transaction that says so is committed. */
record KeyEnded(EkId key) {}
