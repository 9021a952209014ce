package org.safespaces.acceptance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What leaves the house: exactly this, and nothing of it twice. A new library is a visible change here. */
class EarContentsTest {
    private static final List<String> EAR = List.of(
            "lib/bcprov-jdk18on.jar",
            "lib/biweekly.jar",
            "lib/flyway-core.jar",
            "lib/flyway-database-postgresql.jar",
            "lib/fontbox.jar",
            "lib/jackson-annotations.jar",
            "lib/jackson-core.jar",
            "lib/jackson-databind.jar",
            "lib/pdfbox-io.jar",
            "lib/pdfbox.jar",
            "lib/vault.jar",
            "lib/vinnie.jar",
            "practice.jar",
            "web.war");

    @Test
    void theEarHoldsTheseArchivesAndNoOthers() throws IOException {
        try (ZipFile ear = ear()) {
            assertEquals(String.join("\n", EAR), String.join("\n", archives(ear)));
        }
    }

    @Test
    void thePagesBringPrimeFacesAndNothingOfOurs() throws IOException {
        List<String> libraries = entries("web.war").stream()
                .filter(name -> name.startsWith("WEB-INF/lib/") && !name.endsWith("/"))
                .toList();
        assertEquals(1, libraries.size(), libraries::toString);
        assertTrue(libraries.get(0).startsWith("WEB-INF/lib/primefaces-"), libraries::toString);
    }

    @Test
    void noClassStandsInTwoArchives() throws IOException {
        List<String> pages = entries("web.war").stream()
                .filter(name -> name.startsWith("WEB-INF/classes/") && name.endsWith(".class"))
                .toList();
        assertTrue(
                pages.stream().allMatch(name -> name.startsWith("WEB-INF/classes/org/safespaces/web/")),
                pages::toString);
        List<String> practice = entries("practice.jar").stream()
                .filter(name -> name.endsWith(".class"))
                .toList();
        assertTrue(practice.stream().noneMatch(name -> name.startsWith("org/safespaces/vault/")));
        assertTrue(practice.stream().noneMatch(name -> name.startsWith("org/safespaces/web/")));
    }

    @Test
    void nothingOfDevelopmentOrTestsIsIn() throws IOException {
        List<String> all = new ArrayList<>();
        for (String archive : EAR) {
            all.addAll(entries(archive));
        }
        assertTrue(all.stream().noneMatch(name -> name.contains("org/safespaces/devstack")));
        assertTrue(all.stream().noneMatch(name -> name.contains("org/safespaces/acceptance")));
        assertTrue(all.stream().noneMatch(name -> name.matches("org/safespaces/.*(Test|IT)\\.class")));
    }

    private static List<String> archives(ZipFile ear) {
        return ear.stream()
                .map(ZipEntry::getName)
                .filter(name -> !name.startsWith("META-INF/") && !name.endsWith("/"))
                .sorted()
                .toList();
    }

    private static List<String> entries(String archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile ear = ear();
                InputStream stream = ear.getInputStream(ear.getEntry(archive));
                ZipInputStream inside = new ZipInputStream(stream)) {
            for (ZipEntry entry = inside.getNextEntry(); entry != null; entry = inside.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static ZipFile ear() throws IOException {
        return new ZipFile(OurCode.root().resolve("ear/target/safespaces.ear").toFile());
    }
}
