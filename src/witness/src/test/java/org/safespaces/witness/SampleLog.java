package org.safespaces.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A log as it is handed on, in parts that a test can change. What is not set by hand is counted anew: an attacker would do the same. */
final class SampleLog {
    static final String NAME = "practice/log";
    private static final List<String> ACTIONS =
            List.of("NOTE_OPENED", "VAULT_UNLOCKED", "APPOINTMENT_BOOKED", "ROLE_GIVEN");

    final List<String> events;
    final List<String> notes;
    String own = "";

    SampleLog(List<String> events, List<String> notes) {
        this.events = new ArrayList<>(events);
        this.notes = new ArrayList<>(notes);
    }

    /** A log of so many lines with five checkpoints, the last of them after the last line but {@code unsigned}. */
    static SampleLog drawn(Random random, int lines, int unsigned, SigningKey key) {
        SampleLog log = new SampleLog(List.of(), List.of());
        for (int seq = 0; seq < lines; seq++) {
            log.events.add(event(random, seq));
        }
        int signed = lines - unsigned;
        for (int part = 1; part <= 5; part++) {
            log.notes.add(
                    key.sign(treeOf(log.events.subList(0, signed * part / 5)), "2026-11-23T12:0" + part + ":00Z"));
        }
        log.own = checkpoints(log.notes);
        return log;
    }

    SampleLog copy() {
        SampleLog copy = new SampleLog(events, notes);
        copy.own = own;
        return copy;
    }

    static String event(Random random, long seq) {
        boolean head = random.nextInt(5) == 0;
        byte[] hash = new byte[64];
        random.nextBytes(hash);
        return "{\"action\":\"" + ACTIONS.get(random.nextInt(ACTIONS.size())) + "\",\"actor\":" + id(random)
                + ",\"actorRole\":\"therapist\",\"amount\":" + (random.nextInt(9) == 0 ? "7" : "null")
                + ",\"headHash\":" + (head ? "\"" + HexFormat.of().formatHex(hash) + "\"" : "null")
                + ",\"headItems\":" + (head ? "3" : "null")
                + ",\"line\":" + (seq * 2 + 1)
                + ",\"objRef\":" + id(random)
                + ",\"objType\":\"case item\",\"outcome\":\"" + (random.nextInt(9) == 0 ? "REFUSED" : "DONE")
                + "\",\"seq\":" + seq + ",\"tsUtc\":\"2026-11-23T12:00:" + (10 + random.nextInt(50)) + "Z\",\"v\":1}";
    }

    private static String id(Random random) {
        return random.nextInt(20) == 0 ? "null" : "\"" + new UUID(random.nextLong(), random.nextLong()) + "\"";
    }

    static Tree treeOf(List<String> events) {
        Tree tree = new Tree();
        events.forEach(event -> tree.add(Tree.leaf(event.getBytes(StandardCharsets.US_ASCII))));
        return tree;
    }

    /** Gives each line the number of its place. */
    SampleLog numberedAnew() {
        for (int seq = 0; seq < events.size(); seq++) {
            events.set(seq, events.get(seq).replaceFirst("\"seq\":[0-9]+", "\"seq\":" + seq));
        }
        return this;
    }

    String text() {
        StringBuilder text = new StringBuilder("{\"format\":\"practice-log/1\"}\n");
        events.forEach(event -> text.append(event).append('\n'));
        text.append(checkpoints(notes));
        return text.append("{\"root\":\"")
                .append(HexFormat.of().formatHex(treeOf(events).root()))
                .append("\",\"size\":")
                .append(events.size())
                .append("}\n")
                .toString();
    }

    static String checkpoints(List<String> notes) {
        StringBuilder text = new StringBuilder();
        for (String note : notes) {
            text.append("{\"checkpoint\":\"")
                    .append(Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8)))
                    .append("\"}\n");
        }
        return text.toString();
    }
}
