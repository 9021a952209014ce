package org.safespaces.notes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Cuts the few words around what was found out of a text, and tells what matched from what did not. */
final class Extract {
    private static final int BEFORE = 80;
    private static final int AFTER = 160;
    private static final int WORD = 24;
    private static final String MORE = "\u2026";

    private Extract() {}

    /** The part of a text in which the first match stands. */
    static List<Hit.Piece> of(String text, Folded folded, Sought sought) {
        BitSet matching = matching(folded, sought, text.length());
        int first = Math.max(0, matching.nextSetBit(0));
        int from = beginning(text, first - BEFORE);
        int to = end(text, Math.min(text.length(), first + AFTER));
        List<Hit.Piece> pieces = new ArrayList<>();
        if (from > 0) {
            pieces.add(new Hit.Piece(MORE, false));
        }
        for (int at = from; at < to; ) {
            boolean marked = matching.get(at);
            int next = marked ? matching.nextClearBit(at) : matching.nextSetBit(at);
            int until = next < 0 ? to : Math.min(next, to);
            pieces.add(new Hit.Piece(text.substring(at, until), marked));
            at = until;
        }
        if (to < text.length()) {
            pieces.add(new Hit.Piece(MORE, false));
        }
        return pieces;
    }

    private static BitSet matching(Folded folded, Sought sought, int length) {
        BitSet matching = new BitSet(length);
        for (String word : sought.words()) {
            for (int at = folded.indexOf(word, 0); at >= 0; at = folded.indexOf(word, at + word.length())) {
                matching.set(folded.origin(at), folded.origin(at + word.length()));
            }
        }
        return matching;
    }

    /** Not in the middle of a word, if one begins nearby; never in the middle of a character. */
    private static int beginning(String text, int wished) {
        if (wished <= 0) {
            return 0;
        }
        for (int at = wished; at < wished + WORD; at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at + 1;
            }
        }
        return whole(text, wished);
    }

    private static int end(String text, int wished) {
        for (int at = wished; at > wished - WORD && at < text.length(); at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return whole(text, wished);
    }

    private static int whole(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
