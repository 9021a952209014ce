package org.safespaces.witness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a log that was handed on: that each line stands in its place, that nothing is missing, twice or changed, and that a signer
 * said so while it grew. Needs nothing but the file and the signer's public key, which must have come another way.
 *
 * <p>It cannot know of lines that were cut off after the newest checkpoint in the file. Whoever has the signer's own list of
 * checkpoints gives it along, and it can.
 */
final class Verifier {
    private static final String HEAD = "{\"format\":\"practice-log/1\"}";
    private static final int LONGEST = 2000;
    private static final String ID = "(?:null|\"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\")";
    private static final String NUMBER = "(?:0|[1-9][0-9]{0,17})";
    private static final Pattern EVENT = Pattern.compile("\\{\"action\":\"[A-Z_]{1,60}\",\"actor\":" + ID
            + ",\"actorRole\":\"[a-z]{1,20}\",\"amount\":(?:null|" + NUMBER
            + "),\"headHash\":(?:null|\"[0-9a-f]{128}\"),\"headItems\":(?:null|" + NUMBER + "),\"line\":" + NUMBER
            + ",\"objRef\":" + ID + ",\"objType\":\"[A-Za-z0-9 _-]{1,60}\",\"outcome\":\"(?:DONE|REFUSED)\",\"seq\":("
            + NUMBER + "),\"tsUtc\":\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\",\"v\":1\\}");
    private static final Pattern CHECKPOINT = Pattern.compile("\\{\"checkpoint\":\"([A-Za-z0-9+/=]{1,1400})\"\\}");
    private static final Pattern END = Pattern.compile("\\{\"root\":\"([0-9a-f]{64})\",\"size\":(" + NUMBER + ")\\}");

    private final List<PublicName> names;
    private final List<byte[]> leaves = new ArrayList<>();
    private int at;

    Verifier(List<PublicName> names) {
        this.names = List.copyOf(names);
    }

    /** Checks one log; a verifier is used once. */
    Verdict verify(InputStream log) throws IOException {
        return verify(log, InputStream.nullInputStream());
    }

    /**
     * The same, and beside it the list that the signer keeps for itself.
     *
     * @param own lines as those of checkpoints in a log; may be empty
     */
    Verdict verify(InputStream log, InputStream own) throws IOException {
        try {
            List<Checkpoint> inLog = read(new BufferedInputStream(log, 1 << 16));
            List<Checkpoint> kept = checkpoints(new BufferedInputStream(own));
            must(!inLog.isEmpty(), "no checkpoint is in it: nothing of it is signed");
            follow(inLog, "the log");
            follow(kept, "the signer's list");
            Checkpoint last = inLog.get(inLog.size() - 1);
            return Verdict.holds(leaves.size(), last.size(), last.at());
        } catch (Broken broken) {
            return Verdict.fails(broken.getMessage());
        }
    }

    private List<Checkpoint> read(InputStream log) throws IOException {
        must(HEAD.equals(line(log)), "it does not begin as a log does");
        Tree tree = new Tree();
        String line = line(log);
        for (Matcher event = EVENT.matcher(line); event.matches(); event = EVENT.matcher(line)) {
            must(
                    Long.parseLong(event.group(1)) == tree.size(),
                    "line " + at + ": number " + tree.size() + " is missing here");
            leaves.add(Tree.leaf(line.getBytes(StandardCharsets.US_ASCII)));
            tree.add(leaves.get(leaves.size() - 1));
            line = line(log);
        }
        List<Checkpoint> found = new ArrayList<>();
        for (Matcher match = CHECKPOINT.matcher(line); match.matches(); match = CHECKPOINT.matcher(line)) {
            found.add(checkpoint(match.group(1)));
            line = line(log);
        }
        Matcher end = END.matcher(line);
        must(end.matches(), "line " + at + " is neither an event nor a checkpoint nor the end");
        must(Long.parseLong(end.group(2)) == tree.size(), "its end speaks of " + end.group(2) + " lines");
        must(Arrays.equals(HexFormat.of().parseHex(end.group(1)), tree.root()), "its end has another root");
        must(log.read() < 0, "something stands after its end");
        return found;
    }

    private List<Checkpoint> checkpoints(InputStream own) throws IOException {
        List<Checkpoint> found = new ArrayList<>();
        at = 0;
        for (own.mark(1); own.read() >= 0; own.mark(1)) {
            own.reset();
            Matcher match = CHECKPOINT.matcher(line(own));
            must(match.matches(), "line " + at + " of the signer's list is no checkpoint");
            found.add(checkpoint(match.group(1)));
        }
        return found;
    }

    private Checkpoint checkpoint(String base64) {
        String note = new String(Exact.base64(base64), StandardCharsets.UTF_8);
        try {
            return Checkpoint.parse(note);
        } catch (Broken broken) {
            throw new Broken("line " + at + ": " + broken.getMessage());
        }
    }

    /** Each is signed, none is about less than the one before, and all are about this tree. */
    private void follow(List<Checkpoint> checkpoints, String where) {
        Tree tree = new Tree();
        String time = "";
        for (Checkpoint checkpoint : checkpoints) {
            String what = "the checkpoint of " + checkpoint.size() + " lines in " + where;
            must(checkpoint.size() >= tree.size() && checkpoint.at().compareTo(time) >= 0, what + " is out of order");
            must(checkpoint.size() <= leaves.size(), what + " knows of lines that are not there");
            long from = tree.size();
            while (tree.size() < checkpoint.size()) {
                tree.add(leaves.get((int) tree.size()));
            }
            must(
                    Arrays.equals(checkpoint.root(), tree.root()),
                    what + " saw something else from number " + from + " on, and before " + checkpoint.size());
            time = checkpoint.at();
        }
        // last: it takes longest
        for (Checkpoint checkpoint : checkpoints) {
            must(
                    checkpoint.isSignedByOneOf(names),
                    "the checkpoint of " + checkpoint.size() + " lines in " + where + " is not signed by this key");
        }
    }

    /** Up to the next line feed, which must be there. */
    private String line(InputStream log) throws IOException {
        at++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(400);
        for (int next = log.read(); next != '\n'; next = log.read()) {
            must(next >= 0, "it ends before its end");
            must(next >= ' ' && next <= '~' && line.size() < LONGEST, "line " + at + " is none of ours");
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new Broken(otherwise);
        }
    }
}
