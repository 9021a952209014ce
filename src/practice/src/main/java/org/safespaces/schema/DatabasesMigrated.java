package org.safespaces.schema;

/** Both databases answer and have all their tables. Who must put something right before anybody is served does it now; throwing keeps closed. */
public record DatabasesMigrated() {}
