package org.safespaces.access;

import java.util.UUID;

/** A record is to be erased, as soon as the transaction that says so is committed. */
record ErasureDecided(UUID erasure) {}
