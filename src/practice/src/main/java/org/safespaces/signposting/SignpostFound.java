package org.safespaces.signposting;

/** Somebody has found a fact of this place to be as it is said. */
public record SignpostFound(String place) {}
