package org.safespaces.acceptance.secrecy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** Words typed into an enquiry and a note are looked for everywhere, in every encoding, after they have been stored. */
class DumpIT {
    private static final String STORY = "wolverhampton-oystercatcher";
    private static final String NAME = "Brambleberry";
    private static final String EMAIL = "marigoldfinch@example.org";
    private static final String AGREED_WORD = "periwinkleword";
    private static final String NEVER = "never-to-uncle-thistlewood";
    private static final String NOTE = "sandpiper-slept-through";
    private static final String SEARCHED = "yellowhammer-looked-for";
    private static final List<String> CANARIES = List.of(STORY, NAME, EMAIL, AGREED_WORD, NEVER, NOTE, SEARCHED);

    @Test
    void aThiefOfEverythingFindsNoneOfTheWords() throws Exception {
        live();
        World world = World.open();
        Map<String, byte[]> loot = new LinkedHashMap<>();
        for (String database : List.of("practice", "keystore", "identity")) {
            dump(world, database, loot);
        }
        files(world.stack().settings().data().resolve("postgres/data"), loot);
        files(world.stack().settings().data().resolve("logs"), loot);
        files(world.stack().application().home().resolve("standalone/log"), loot);
        files(world.stack().application().home().resolve("standalone/tmp"), loot);
        files(world.stack().application().home().resolve("standalone/data"), loot);
        world.stack().mail().raw().forEach(letter -> loot.put("mail", letter.getBytes(StandardCharsets.UTF_8)));

        assertEquals(List.of(), finds(loot, CANARIES));
        assertTrue(!finds(loot, List.of("Linen Moth")).isEmpty(), "the search would find what is there");
        assertTrue(loot.keySet().stream().anyMatch(name -> name.contains("pg_wal")), "the log of the database as well");
    }

    /** Everything typed once: an enquiry with every field, accepted, a note, a code looked up. */
    private static void live() {
        String code;
        try (Visitor visitor = Visitor.onPhone()) {
            Enquiry enquiry = Enquiry.begunBy(visitor)
                    .choose("T2-adult")
                    .choose("T3-thoughts")
                    .choose("S02-coming")
                    .choose("S06-money")
                    .choose("S12-money")
                    .write("S17", STORY)
                    .write("N01", NAME);
            visitor.page().check("#SC01-email");
            visitor.page().fill("#in-SC11", AGREED_WORD);
            visitor.page().fill("#in-SC12", NEVER);
            enquiry.goOn();
            visitor.page().fill("#in-SC02", EMAIL);
            enquiry.goOn();
            code = enquiry.choose("X01-yes").send();
        }
        try (Visitor visitor = Visitor.onPhone()) {
            visitor.goTo("/messages");
            visitor.page().fill("#enter\\:code", code);
            visitor.press("Show me where it stands");
        }
        try (Visitor alder =
                Visitor.atDesk().signInAt("/therapist/today", "alder").unlock("alder")) {
            alder.goTo("/therapist/intakes");
            alder.page().locator("tbody tr a").last().click();
            alder.page().waitForLoadState();
            assertTrue(alder.text().contains(STORY) && alder.text().contains(EMAIL));
            alder.press("Accept as a client");
            alder.page().waitForURL("**/therapist/client?**");
            alder.follow("New note");
            alder.page().fill("#note\\:said", NOTE);
            alder.press("Sign and lock");
            alder.page().waitForURL("**/therapist/note?**id=**");
            for (String words : List.of(SEARCHED, NOTE)) {
                alder.goTo("/therapist/search");
                alder.page().fill("#search\\:asked", words);
                alder.press("Search");
                alder.waitForWords(words.equals(NOTE) ? "One note found" : "Nothing found");
            }
        }
    }

    private static void dump(World world, String database, Map<String, byte[]> loot) throws SQLException, IOException {
        try (Connection thief = world.stack().asThief(database);
                Statement statement = thief.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
                            + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                ByteArrayOutputStream copy = new ByteArrayOutputStream();
                thief.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", copy);
                loot.put(database + " " + table, copy.toByteArray());
            }
            statement.execute("CHECKPOINT");
        }
    }

    private static void files(Path folder, Map<String, byte[]> loot) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                if (Files.size(file) < 64L << 20 && !file.toString().endsWith(".jar")) {
                    loot.put(file.toString(), Files.readAllBytes(file));
                }
            }
        }
    }

    private static List<String> finds(Map<String, byte[]> loot, List<String> words) {
        List<String> found = new ArrayList<>();
        loot.forEach((place, bytes) -> {
            String raw = new String(bytes, StandardCharsets.ISO_8859_1);
            for (String word : words) {
                for (String spelling : spellings(word)) {
                    if (raw.contains(spelling)) {
                        found.add(word + " in " + place);
                    }
                }
            }
        });
        return found;
    }

    /** UTF-8 and UTF-16, plain, in hex of both cases, and in base64 at each of the three places it can begin. */
    private static List<String> spellings(String word) {
        List<String> all = new ArrayList<>();
        for (byte[] bytes : List.of(
                word.getBytes(StandardCharsets.UTF_8),
                word.getBytes(StandardCharsets.UTF_16LE),
                word.getBytes(StandardCharsets.UTF_16BE))) {
            all.add(new String(bytes, StandardCharsets.ISO_8859_1));
            String hex = HexFormat.of().formatHex(bytes);
            all.add(hex);
            all.add(hex.toUpperCase(Locale.ROOT));
            for (int shift = 0; shift < 3; shift++) {
                byte[] shifted = new byte[bytes.length + shift];
                System.arraycopy(bytes, 0, shifted, shift, bytes.length);
                String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                // the first and the last group depend on what stands around
                String inner = base64.substring(shift == 0 ? 0 : 4, base64.length() - 4);
                all.add(inner);
                all.add(inner.replace('+', '-').replace('/', '_'));
            }
        }
        return all;
    }
}
