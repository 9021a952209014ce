package org.safespaces.settings;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A text that the practice may not say so. Nothing has changed. */
@ApplicationException(rollback = true)
public class WordingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> words;

    /** @param words what must not be said; empty for a text that is too long, too short or has no end */
    WordingRefused(List<String> words) {
        super("wording refused");
        this.words = List.copyOf(words);
    }

    public List<String> words() {
        return words;
    }
}
