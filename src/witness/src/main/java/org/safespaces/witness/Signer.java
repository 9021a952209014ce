package org.safespaces.witness;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Signs what the log has become, a turn at a time. It signs nothing but growth of what it has signed before. A line that is not what
 * was put into the tree is told, and what comes after it is still signed: the tree itself holds, and shows the change to whoever
 * verifies. A tree that does not go on from the last one is told in every turn, and never signed.
 */
final class Signer {
    /** Without anything new, it says so often enough for its silence to mean something. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final Duration WHOLE = Duration.ofHours(1);

    private final Log log;
    private final SigningKey key;
    private final Memory memory;
    private final Consumer<String> say;
    private final Set<String> told = new HashSet<>();
    private Instant signedAt = Instant.EPOCH;
    private Instant readAt = Instant.EPOCH;

    Signer(Log log, SigningKey key, Memory memory, Consumer<String> say) {
        this.log = log;
        this.key = key;
        this.memory = memory;
        this.say = say;
    }

    /** Reads what is new, once an hour all of it, and signs. Throws when the database or the disk does not answer; the next turn tries again. */
    void turn(Instant now) throws SQLException, IOException {
        Tree signed = memory.tree();
        boolean whole = !now.isBefore(readAt.plus(WHOLE));
        Tree grown = whole ? new Tree() : signed.copy();
        Reading reading = new Reading(grown, signed);
        Log.Head head = log.read(grown.size(), reading);
        for (long seq : reading.changed) {
            tell(Finding.LINE_CHANGED, seq, now);
        }
        if (head.size() < signed.size()) {
            tell(Finding.TREE_SHORTER, head.size(), now);
        } else if (reading.broken || head.size() != grown.size() || !Arrays.equals(head.root(), grown.root())) {
            tell(Finding.TREE_CHANGED, signed.size(), now);
        } else {
            readAt = whole ? now : readAt;
            if (grown.size() > signed.size() || !now.isBefore(signedAt.plus(SILENCE))) {
                sign(grown, now);
            }
        }
    }

    /** Times of checkpoints never go back, even where the clock does: whoever verifies would refuse them all. */
    private void sign(Tree tree, Instant clock) throws SQLException, IOException {
        Instant now = memory.signedAt().isAfter(clock) ? memory.signedAt() : clock;
        String note = key.sign(tree, DatabaseLog.SECONDS.format(now));
        // whatever fails from here on is signed anew in the next turn
        signedAt = Instant.EPOCH;
        memory.keep(tree, note, now);
        log.publish(tree, now, note);
        signedAt = clock;
    }

    private void tell(Finding finding, long seq, Instant now) throws SQLException {
        say.accept("ALARM " + finding + " at " + seq);
        if (!told.contains(finding + " " + seq)) {
            log.tell(finding, seq, now);
            told.add(finding + " " + seq);
        }
    }

    /** What one reading of the log comes to. */
    private static final class Reading implements Log.Reader {
        private final Tree grown;
        private final Tree signed;
        private final Set<Long> changed = new java.util.TreeSet<>();
        private boolean broken;

        Reading(Tree grown, Tree signed) {
            this.grown = grown;
            this.signed = signed;
        }

        @Override
        public void leaf(long seq, byte[] stored, byte[] body) {
            broken |= seq != grown.size();
            if (body == null || !Arrays.equals(stored, Tree.leaf(body))) {
                changed.add(seq);
            }
            grown.add(stored);
            broken |= grown.size() == signed.size() && !Arrays.equals(grown.root(), signed.root());
        }
    }
}
