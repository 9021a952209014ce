package org.safespaces.keys;

/** What a code that was typed belongs to, and since when it is in use. */
public record CodeHolder(CodePlace place, CodeStanding standing) {}
