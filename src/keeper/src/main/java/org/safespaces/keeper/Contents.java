package org.safespaces.keeper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last entry of a backup: what lies in it, how many rows and bytes each has, and what they hash to. A backup without it is not
 * whole.
 */
record Contents(List<Entry> entries) {
    static final String NAME = "contents";
    static final String TABLES = "tables/";
    static final String FILES = "files/";
    static final String NAME_OF_FILE = "[A-Za-z0-9][A-Za-z0-9._-]*";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\d+) (\\d+) (\\S+)");

    /**
     * One entry.
     *
     * @param rows of a table; 0 for a file
     * @param hash SHA-256 in hex
     */
    record Entry(String name, long rows, long bytes, String hash) {
        boolean isTable() {
            return name.startsWith(TABLES);
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.hash())
                .append(' ')
                .append(entry.rows())
                .append(' ')
                .append(entry.bytes())
                .append(' ')
                .append(entry.name())
                .append('\n'));
        return text.toString();
    }

    static Contents read(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new NotWhole("its list of contents does not read");
            }
            entries.add(new Entry(
                    parts.group(4), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)), parts.group(1)));
        }
        return new Contents(List.copyOf(entries));
    }

    long rows() {
        return entries.stream().mapToLong(Entry::rows).sum();
    }

    int tables() {
        return (int) entries.stream().filter(Entry::isTable).count();
    }
}
