package org.safespaces.audit;

import java.util.List;

/**
 * Some lines of the log.
 *
 * @param found how many lines there are in all
 */
public record FoundLines(List<AuditLine> lines, long found) {
    public FoundLines {
        lines = List.copyOf(lines);
    }
}
