package org.safespaces.witness;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What can be done to a log. Some of it is an accident of a disk; most of it is done by somebody who knows the format and counts all
 * anew that needs no key.
 */
final class Mutations {
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private final Random random;
    private final SigningKey stranger = SigningKey.draw(SampleLog.NAME);
    private final SigningKey otherName = SigningKey.draw("practice/other");
    private final Map<String, Mutation> all = new LinkedHashMap<>();

    /** One way; returns the text of the log, and may change the list that is given along. */
    interface Mutation {
        byte[] of(SampleLog log);
    }

    private interface Change {
        void to(SampleLog log);
    }

    Mutations(Random random) {
        this.random = random;
        ofBytes();
        ofLines();
        ofSpellings();
        ofCheckpoints();
        ofSignatures();
    }

    Map<String, Mutation> all() {
        return all;
    }

    private void ofBytes() {
        bytes("a bit flipped", text -> {
            text[random.nextInt(text.length)] ^= (byte) (1 << random.nextInt(8));
            return text;
        });
        bytes("a byte left out", text -> {
            int at = random.nextInt(text.length);
            return joined(Arrays.copyOf(text, at), Arrays.copyOfRange(text, at + 1, text.length));
        });
        bytes("a byte put in", text -> {
            int at = random.nextInt(text.length);
            byte[] one = {(byte) random.nextInt(256)};
            return joined(Arrays.copyOf(text, at), one, Arrays.copyOfRange(text, at, text.length));
        });
        bytes("the end cut off", text -> Arrays.copyOf(text, random.nextInt(text.length)));
        bytes("something after the end", text -> joined(text, "{}\n".getBytes(StandardCharsets.US_ASCII)));
        bytes("lines that end as elsewhere", text -> new String(text, StandardCharsets.US_ASCII)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private void ofLines() {
        lines("a line left out", log -> log.events.remove(some(log)));
        lines("a line left out, numbered anew", log -> {
            log.events.remove(some(log));
            log.numberedAnew();
        });
        lines("a line twice", log -> log.events.add(some(log), log.events.get(some(log))));
        lines("a line twice, numbered anew", log -> {
            log.events.add(some(log), log.events.get(some(log)));
            log.numberedAnew();
        });
        lines("two lines swapped", log -> Collections.swap(log.events, 0, 1 + random.nextInt(log.events.size() - 1)));
        lines("two lines swapped, numbered anew", log -> {
            Collections.swap(log.events, 0, 1 + random.nextInt(log.events.size() - 1));
            log.numberedAnew();
        });
        lines("a range turned round, numbered anew", log -> {
            int from = random.nextInt(log.events.size() - 5);
            Collections.reverse(log.events.subList(from, from + 5));
            log.numberedAnew();
        });
        lines("a forged line put in, numbered anew", log -> {
            log.events.add(some(log), SampleLog.event(random, 0));
            log.numberedAnew();
        });
        lines("a line in place of another", log -> {
            int at = some(log);
            log.events.set(at, SampleLog.event(random, at));
        });
        lines("a refusal made good", log -> change(log, "\"outcome\":\"[A-Z]+\"", "\"outcome\":\"DONE\"", "REFUSED"));
        lines(
                "somebody else in it",
                log -> change(
                        log, "\"actor\":(null|\"[^\"]+\")", "\"actor\":\"00000000-0000-4000-8000-000000000000\"", "{"));
        lines("another time", log -> change(log, "\"tsUtc\":\"2026", "\"tsUtc\":\"2025", "{"));
        lines("the beginning cut off, numbered anew", log -> {
            log.events.subList(0, 1 + random.nextInt(log.events.size() / 2)).clear();
            log.numberedAnew();
        });
        lines("the newest lines cut off", log -> log.events.remove(log.events.size() - 1));
        lines("the newest lines cut off, with what was signed of them", log -> {
            log.events.subList(log.events.size() / 5 * 3, log.events.size()).clear();
            log.notes.subList(3, 5).clear();
        });
        lines("nothing left", log -> log.events.clear());
    }

    private void ofSpellings() {
        lines("a space", log -> change(log, "\"v\":1", "\"v\": 1", "{"));
        lines("a key twice", log -> change(log, "\"v\":1", "\"v\":1,\"v\":1", "{"));
        lines(
                "keys in another order",
                log -> change(log, "\\{(\"action\":\"[A-Z_]+\"),(\"actor\":[^,]+),", "{$2,$1,", "{"));
        lines("a number with a point", log -> change(log, "\"line\":([0-9]+)", "\"line\":$1.0", "{"));
        lines("a number with a nought before it", log -> change(log, "\"line\":([0-9]+)", "\"line\":0$1", "{"));
        lines(
                "a number that is too large",
                log -> change(log, "\"seq\":[0-9]+", "\"seq\":9999999999999999999999", "{"));
        lines("a letter written as its number", log -> change(log, "\"case item\"", "\"case \\\\u0069tem\"", "{"));
        lines("true for one", log -> change(log, "\"v\":1", "\"v\":true", "{"));
        lines("brackets without end", log -> log.events.set(some(log), "[".repeat(1500)));
    }

    private void ofCheckpoints() {
        lines("no checkpoint", log -> log.notes.clear());
        lines("two checkpoints swapped", log -> Collections.swap(log.notes, random.nextInt(4), 4));
        lines("a checkpoint of more lines", log -> note(log, "\n[0-9]+\n", "\n" + (log.events.size() + 1) + "\n"));
        lines("a checkpoint of a line less", log -> note(log, "\n([0-9]+)[0-9]\n", "\n$11\n"));
        lines("a checkpoint of another time", log -> note(log, ":00Z", ":01Z"));
        lines("a checkpoint under another name", log -> note(log, SampleLog.NAME, "practice/lag"));
        lines("a checkpoint with a line more", log -> note(log, "Z\n\n", "Z\nmore\n\n"));
        lines("a checkpoint with two signatures", log -> note(log, "(\u2014 .*\n)", "$1$1"));
        lines(
                "another root in a checkpoint",
                log -> note(log, "\n[A-Za-z0-9+/]{43}=\n", "\n" + base64(new Tree().root()) + "\n"));
        bytes("a checkpoint in a second spelling", text -> new String(text, StandardCharsets.US_ASCII)
                .replaceFirst("(\"checkpoint\":\"[^\"=]+)=*\"", "$1\"")
                .replaceFirst("\"\\}\n\\{\"root\"", "==\"}\n{\"root\"")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private void ofSignatures() {
        lines("a tree with other roots and the old signatures", log -> {
            log.events.set(0, SampleLog.event(random, 0));
            for (int i = 0; i < log.notes.size(); i++) {
                String root = base64(SampleLog.treeOf(log.events.subList(
                                0, (int) Checkpoint.parse(log.notes.get(i)).size()))
                        .root());
                log.notes.set(i, log.notes.get(i).replaceFirst("\n[A-Za-z0-9+/]{43}=\n", "\n" + root + "\n"));
            }
        });
        lines("a tree with other roots, signed by a stranger", log -> signedBy(log, stranger));
        lines("a tree with other roots, signed by a stranger under her own name", log -> signedBy(log, otherName));
        lines("the signature of another checkpoint", log -> {
            String other = log.notes.get(3).substring(log.notes.get(3).indexOf('\u2014'));
            log.notes.set(4, log.notes.get(4).replaceFirst("(?s)\u2014.*", other.replace("+", "\\+")));
        });
        lines(
                "a second spelling of a signature",
                log -> signature(log, signed -> {
                    byte[] s = Arrays.copyOfRange(signed, 36, 68);
                    byte[] second = new BigInteger(1, turned(s)).add(ORDER).toByteArray();
                    byte[] whole = new byte[32];
                    int from = Math.max(0, second.length - 32);
                    System.arraycopy(second, from, whole, 32 - (second.length - from), second.length - from);
                    System.arraycopy(turned(whole), 0, signed, 36, 32);
                }));
        lines(
                "a signature with a bit flipped",
                log -> signature(log, signed -> signed[4 + random.nextInt(64)] ^= (byte) (1 << random.nextInt(8))));
        lines("a signature of nothing", log -> signature(log, signed -> Arrays.fill(signed, 4, 68, (byte) 0)));
        lines("the hash of another key", log -> signature(log, signed -> signed[random.nextInt(4)] ^= 1));
    }

    private void signedBy(SampleLog log, SigningKey key) {
        log.events.set(0, SampleLog.event(random, 0));
        for (int i = 0; i < log.notes.size(); i++) {
            Checkpoint old = Checkpoint.parse(log.notes.get(i));
            log.notes.set(i, key.sign(SampleLog.treeOf(log.events.subList(0, (int) old.size())), old.at()));
        }
    }

    private interface Meddling {
        void with(byte[] signed);
    }

    private void signature(SampleLog log, Meddling meddling) {
        int at = random.nextInt(log.notes.size());
        String note = log.notes.get(at);
        int from = note.lastIndexOf(' ') + 1;
        byte[] signed = Base64.getDecoder().decode(note.substring(from).strip());
        meddling.with(signed);
        log.notes.set(at, note.substring(0, from) + base64(signed) + "\n");
    }

    private void note(SampleLog log, String what, String by) {
        int at = random.nextInt(log.notes.size());
        log.notes.set(at, log.notes.get(at).replaceFirst(what, by));
    }

    private void change(SampleLog log, String what, String by, String inLinesWith) {
        List<Integer> fit = java.util.stream.IntStream.range(0, log.events.size())
                .filter(at -> log.events.get(at).contains(inLinesWith))
                .boxed()
                .toList();
        int at = fit.get(random.nextInt(fit.size()));
        log.events.set(at, log.events.get(at).replaceFirst(what, by));
    }

    private int some(SampleLog log) {
        return random.nextInt(log.events.size());
    }

    private interface Bytes {
        byte[] of(byte[] text);
    }

    private void bytes(String name, Bytes change) {
        all.put(name, log -> change.of(log.text().getBytes(StandardCharsets.US_ASCII)));
    }

    private void lines(String name, Change change) {
        all.put(name, log -> {
            change.to(log);
            return log.text().getBytes(StandardCharsets.UTF_8);
        });
    }

    private static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] turned(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return turned;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
