package org.safespaces.acceptance.secrecy;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The ways in which a word, or a key, may stand in a file: each under a name that a failing test can say. */
final class Spellings {
    private static final Map<String, Charset> ALPHABETS = Map.of(
            "UTF-8", StandardCharsets.UTF_8,
            "UTF-16LE", StandardCharsets.UTF_16LE,
            "UTF-16BE", StandardCharsets.UTF_16BE);

    private Spellings() {}

    /** A word: in each alphabet as it is, in hex and in base64; escaped as JSON and addresses do, sparingly and wholly. */
    static Map<String, byte[]> of(String word) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        ALPHABETS.forEach((name, alphabet) ->
                of(word.getBytes(alphabet)).forEach((how, bytes) -> all.put((name + " " + how).strip(), bytes)));
        String wholly = word.chars().mapToObj(c -> String.format("\\u%04x", c)).collect(Collectors.joining());
        all.put("JSON", ascii(wholly));
        all.put("JSON, capitals", ascii(capitals(wholly)));
        String percent = HexFormat.of().withPrefix("%").formatHex(word.getBytes(StandardCharsets.UTF_8));
        all.put("percent", ascii(percent));
        all.put("percent, capitals", ascii(percent.toUpperCase(Locale.ROOT)));
        String typical = URLEncoder.encode(word, StandardCharsets.UTF_8);
        if (!typical.equals(word)) {
            all.put("address", ascii(typical));
            all.put("address, %20", ascii(typical.replace("+", "%20")));
        }
        return all;
    }

    /** Bytes: as they are, in hex of both cases, and in base64 at each of the three places it can begin. */
    static Map<String, byte[]> of(byte[] bytes) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("", bytes);
        String hex = HexFormat.of().formatHex(bytes);
        all.put("hex", ascii(hex));
        all.put("hex, capitals", ascii(hex.toUpperCase(Locale.ROOT)));
        for (int shift = 0; shift < 3; shift++) {
            String base64 = inBase64(bytes, shift);
            all.put("base64+" + shift, ascii(base64));
            all.put("base64url+" + shift, ascii(base64.replace('+', '-').replace('/', '_')));
        }
        return all;
    }

    /** As in memory: also with the bytes of each int, and of each long, turned round, as ciphers load keys. */
    static Map<String, byte[]> inMemory(byte[] key) {
        Map<String, byte[]> all = of(key);
        all.put("ints turned", turned(key, 4));
        all.put("longs turned", turned(key, 8));
        return all;
    }

    /** The groups that hold nothing but these bytes: the first and the last depend on what stands around. */
    private static String inBase64(byte[] bytes, int shift) {
        ByteArrayOutputStream shifted = new ByteArrayOutputStream();
        shifted.writeBytes(new byte[shift]);
        shifted.writeBytes(bytes);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted.toByteArray());
        int end = shifted.size() / 3 * 4;
        return whole.substring(shift == 0 ? 0 : 4, end);
    }

    private static byte[] turned(byte[] key, int width) {
        byte[] turned = new byte[key.length];
        for (int at = 0; at < key.length; at++) {
            int group = at / width * width;
            turned[at] = key[group + width - 1 - at % width];
        }
        return turned;
    }

    private static String capitals(String escaped) {
        return escaped.toUpperCase(Locale.ROOT).replace("\\U", "\\u");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
