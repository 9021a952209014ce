package org.safespaces.office;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How everything was found that the practice runs on.
 *
 * @param at when it was looked at
 * @param parts each part once
 * @param versions of what was there to tell its version, by name
 */
public record SystemReport(Instant at, List<Health> parts, Map<String, String> versions) {}
