package org.safespaces.acceptance.secrecy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.World;

/**
 * Words go into every field of every form and wherever else a request has room; then the whole machine is searched for them, in
 * every spelling. What is to be found are the controls, and nothing else.
 */
class DumpIT {
    private static final String CONTACT = "contact: ";

    private static World world;
    private static Drill drill;
    private static Places places;
    private static Controls controls;
    private static Map<String, Set<String>> found;

    @BeforeAll
    static void liveAndSearch() throws Exception {
        world = World.open();
        drill = new Drill(world);
        places = new Places(world);
        controls = new Controls();
        Instant began = Instant.now();
        drill.run();
        System.out.println("measured: words given away in "
                + Duration.between(began, Instant.now()).toSeconds() + " s");
        began = Instant.now();
        places.plant(controls);
        try {
            found = search();
            System.out.println("measured: " + found.size() + " places searched for "
                    + drill.words().size() + " words in "
                    + Duration.between(began, Instant.now()).toSeconds() + " s");
        } finally {
            places.tidy();
        }
    }

    private static Map<String, Set<String>> search() throws Exception {
        Search search = controls.lookedForBy(new Search());
        drill.words().forEach(search::word);
        for (String account : List.of("rowan", "alder")) {
            search.word(CONTACT + "mail address of " + account, account + "@practice.example");
        }
        for (String client : List.of("c1", "c2")) {
            UUID subject = UUID.fromString("00000000-0000-4000-8000-0000000000" + client);
            search.word(CONTACT + "sign-in of " + client, subject.toString());
            search.pattern(CONTACT + "sign-in of " + client, bytes(subject));
        }
        Map<String, Set<String>> all = new TreeMap<>();
        places.each((place, bytes) -> {
            Set<String> here = all.computeIfAbsent(place, none -> new TreeSet<>());
            here.addAll(search.in(bytes).keySet());
            Compressed.each(bytes, opened -> here.addAll(search.in(opened).keySet()));
        });
        return all;
    }

    @Test
    void aThiefOfEverythingFindsNoneOfTheWords() {
        assertEquals(Map.of(), among(found, said -> !Controls.isOne(said) && !said.startsWith(CONTACT)));
    }

    @Test
    void everyFieldOfEveryFormHadAWordInIt() {
        assertEquals(Set.of(), drill.unvisited());
    }

    @Test
    void whatIsThereIsFoundInEverySpellingAndEveryPlace() throws Exception {
        Map<String, Set<String>> missing = new TreeMap<>();
        places.planted(controls).forEach((place, planted) -> {
            Set<String> here = new TreeSet<>();
            found.forEach((name, what) -> {
                if (name.startsWith(place)) {
                    here.addAll(what);
                }
            });
            missing.put(place, Controls.missing(planted, here));
        });
        missing.values().removeIf(Set::isEmpty);
        assertEquals(Map.of(), missing);
    }

    /** Where letters go and who signs in is known to the identity server; ours and the logs must not tell. */
    @Test
    void contactDetailsStandNeitherInOurTablesNorInALog() throws SQLException {
        List<String> identity = List.of(
                "identity ",
                places.folderOf("identity"),
                "postgres/data/pg_wal/",
                "keycloak/data/import/",
                Places.LETTER);
        Map<String, Set<String>> told = among(found, said -> said.startsWith(CONTACT));
        told.keySet().removeIf(place -> identity.stream().anyMatch(place::startsWith));

        assertEquals(Map.of(), told);
        assertTrue(found.containsKey("practice public.therapist"), "it was looked for there");
    }

    @Test
    void noAppointmentTellsWhichCaseItIsOf() throws Exception {
        Search cases = new Search();
        for (UUID id : cases()) {
            cases.word("case", id.toString()).pattern("case", bytes(id));
        }
        Map<String, Set<String>> told = new TreeMap<>();
        places.each((place, bytes) -> {
            if (List.of("practice public.appointment", "practice public.booking_request", "practice public.outbox")
                    .contains(place)) {
                told.put(place, cases.in(bytes).keySet());
            }
        });

        assertEquals(3, told.size());
        assertTrue(told.values().stream().allMatch(Set::isEmpty), told.toString());
    }

    private static Map<String, Set<String>> among(Map<String, Set<String>> found, Predicate<String> which) {
        Map<String, Set<String>> some = new TreeMap<>();
        found.forEach((place, what) -> {
            Set<String> those = what.stream().filter(which).collect(Collectors.toCollection(TreeSet::new));
            if (!those.isEmpty()) {
                some.put(place, those);
            }
        });
        return some;
    }

    private static List<UUID> cases() throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Connection thief = world.stack().asThief("practice");
                Statement statement = thief.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM case_record")) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
