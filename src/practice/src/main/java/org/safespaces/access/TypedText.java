package org.safespaces.access;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as people type it into a box of ours, before it is kept: nothing that nobody types, no image, addresses that lead nowhere. */
public final class TypedText {
    /** Where nobody would type five hundred such characters in a row: the inside of a picture. */
    private static final Pattern PICTURE = Pattern.compile("(?i)data:\\s*image|[a-z0-9+/]{500,}");

    private TypedText() {}

    /**
     * What is kept of it.
     *
     * @param typed may be {@code null}
     * @param longest the most UTF-16 units it may have
     * @throws TextRefused when it cannot be kept as it is
     */
    public static String usable(String typed, int longest) {
        String text = clean(typed == null ? "" : typed);
        if (text.isBlank()) {
            throw new TextRefused(TextRefused.Reason.EMPTY);
        }
        if (isPicture(text)) {
            throw new TextRefused(TextRefused.Reason.PICTURE);
        }
        if (text.length() > longest) {
            throw new TextRefused(TextRefused.Reason.LONG);
        }
        return InertText.of(text);
    }

    /** Line ends become one kind; what cannot be seen or stored goes; the rest stays as it was typed. */
    public static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(point -> point == '\n' || point == '\t' || !isInvisible(point))
                .forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || point == 0xFEFF
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    /** May it be the inside of an image? */
    public static boolean isPicture(String text) {
        return PICTURE.matcher(text).find();
    }
}
