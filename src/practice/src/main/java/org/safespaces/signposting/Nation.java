package org.safespaces.signposting;

/** Where somebody is, as far as help differs. */
public enum Nation {
    ENGLAND('E'),
    WALES('W'),
    SCOTLAND('S'),
    NORTHERN_IRELAND('N'),
    OUTSIDE_UK('X');

    private final char letter;

    Nation(char letter) {
        this.letter = letter;
    }

    /** The nation of an answer, by its letter. */
    public static Nation of(String letter) {
        return of(letter.codePointAt(0));
    }

    static Nation of(int letter) {
        for (Nation nation : values()) {
            if (nation.letter == letter) {
                return nation;
            }
        }
        throw new IllegalArgumentException("no nation has the letter " + (char) letter);
    }
}
