package org.safespaces.intake;

import org.safespaces.vault.EkId;

/** An enquiry's own erasure key is not needed any more. */
record IntakeEnded(EkId erasureKey) {}
