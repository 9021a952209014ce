package org.safespaces.keeper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The order of the log in a backup: its lines are numbered, and a number never comes twice or after a greater one. Numbers may be missing,
 * where something was begun and not done; how many, is told.
 */
final class LogOrder implements Reading.Visitor {
    private static final String LOG = Contents.TABLES + "audit_event";

    private long lines;
    private long first;
    private long last;

    @Override
    public void entry(String name, InputStream in) throws IOException {
        if (name.equals(LOG)) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int place = List.of(reader.readLine().split("\t", -1)).indexOf("seq");
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                next(Long.parseLong(line.split("\t", -1)[place]));
            }
        }
    }

    private void next(long seq) {
        if (lines > 0 && seq <= last) {
            throw new NotWhole("the log is out of order after its line " + last);
        }
        first = lines == 0 ? seq : first;
        last = seq;
        lines++;
    }

    boolean isThere() {
        return lines > 0;
    }

    String said() {
        long missing = last - first + 1 - lines;
        return String.format(
                java.util.Locale.UK,
                "its log goes from line %,d to line %,d in order%s",
                first,
                last,
                missing == 0 ? ", none left out" : ", " + missing + " numbers never used");
    }
}
