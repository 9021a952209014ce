package org.safespaces.keys;

/**
 * A phrase just drawn, to be shown in the answer to this request and nowhere else, and the key that the browser keeps
 * meanwhile.
 *
 * @param words the phrase
 * @param browserKey goes into the browser's cookie
 */
public record ShownOnce(String words, String browserKey) {
    @Override
    public String toString() {
        return "ShownOnce[redacted]";
    }
}
