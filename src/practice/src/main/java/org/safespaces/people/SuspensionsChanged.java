package org.safespaces.people;

/** Somebody was suspended, or brought back. */
public record SuspensionsChanged() {}
