package org.safespaces.keys;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keys to be compared by voice or in person.
 *
 * @param name whose they are said to be; empty for keys on paper
 * @param words six, the fourth and the sixth empty: those have to be heard
 */
public record Comparison(Optional<String> name, UUID keyId, boolean you, List<String> words) {}
