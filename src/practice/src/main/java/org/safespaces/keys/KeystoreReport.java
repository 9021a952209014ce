package org.safespaces.keys;

import java.util.Optional;

/**
 * What whoever runs the practice may know of erasure keys: counts, and whether something needs a hand.
 *
 * @param pool how the pool stands; empty when the keystore does not answer
 * @param orphans claimed more than 35 days ago and used nowhere: they go the next night
 * @param ending ended, and not destroyed yet
 * @param filed is what was destroyed written to a file outside of both databases?
 */
public record KeystoreReport(Optional<PoolState> pool, int orphans, int ending, boolean filed) {}
