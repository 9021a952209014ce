package org.safespaces.keys;

import jakarta.ejb.ApplicationException;

/** The words that were heard are not those of the keys the directory shows. */
@ApplicationException
public class WordsDoNotMatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WordsDoNotMatch() {
        super("the words do not match");
    }
}
