/**
 * What the vault costs, through the interfaces that the application uses, what an open page weighs, and beside each figure its floor: the same work with less
 * around it, or with nothing. Only the ratio travels from one machine to another. How to run it, and what came out: {@code
 * docs/benchmarks}.
 */
package org.safespaces.benchmarks;
