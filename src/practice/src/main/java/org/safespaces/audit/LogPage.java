package org.safespaces.audit;

import java.util.List;

/**
 * Some lines of the log.
 *
 * @param found how many lines there are in all
 */
public record LogPage(List<AuditLine> lines, long found) {
    public LogPage {
        lines = List.copyOf(lines);
    }
}
