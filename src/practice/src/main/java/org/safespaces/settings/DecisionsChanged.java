package org.safespaces.settings;

/** Something of what the practice decides for itself is another since this transaction. What is remembered of it is read anew. */
public record DecisionsChanged() {}
