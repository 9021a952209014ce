package org.safespaces.vault;

/** The words a person opens her vault with. */
public final class Passphrase {
    private static final int WORDS = 6;

    private Passphrase() {}

    /** Six words drawn evenly from 7,772: 77.5 bits, the same however much an attacker knows about her. */
    public static Secret draw() {
        return Secret.of(Words.draw(WORDS));
    }
}
