package org.safespaces.acceptance.secrecy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever adds a field adds a line to {@code fields.csv}, and {@link DumpIT} looks for what was typed there. */
class EveryFieldIsVisitedTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."))
            .toAbsolutePath()
            .normalize()
            .resolve("../..")
            .normalize();

    @Test
    void noPageHasAFieldThatNoCanaryVisits() throws IOException {
        Set<String> listed =
                Fields.listed(ROOT).stream().map(Fields.Line::place).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Fields.inPages(ROOT), listed);
    }

    @Test
    void everyFieldHasAWordOfItsOwn() throws IOException {
        var lines = Fields.listed(ROOT);

        assertEquals(
                lines.size(), lines.stream().map(Fields.Line::canary).distinct().count());
        assertTrue(lines.stream().allMatch(line -> line.canary().matches("zq[a-z]{14}")));
    }
}
