package org.safespaces.acceptance.secrecy;

import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.safespaces.acceptance.support.Canaries;

/**
 * Words that are planted on purpose, each within a sentence, each written in one way, by what usually writes so. A search that does
 * not find every one of them in a place has not looked there.
 */
final class Controls {
    private final Map<String, byte[]> planted = new LinkedHashMap<>();

    Controls() {
        alphabet("UTF-8", StandardCharsets.UTF_8);
        alphabet("UTF-16LE", StandardCharsets.UTF_16LE);
        alphabet("UTF-16BE", StandardCharsets.UTF_16BE);
        plant("JSON", Json.createValue(sentence("JSON")).toString().getBytes(StandardCharsets.UTF_8));
        plant(
                "address",
                URLEncoder.encode(sentence("address"), StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII));
        plant("gzip", packed(sentence("gzip"), GZIPOutputStream::new));
        plant("zlib", packed(sentence("zlib"), DeflaterOutputStream::new));
        plant("zip", packed(sentence("zip"), Controls::entry));
    }

    private void alphabet(String name, Charset alphabet) {
        plant(name, sentence(name).getBytes(alphabet));
        String hex = name + " hex";
        plant(hex, ascii(HexFormat.of().formatHex(sentence(hex).getBytes(alphabet))));
        String capitals = name + " hex, capitals";
        plant(
                capitals,
                ascii(HexFormat.of()
                        .withUpperCase()
                        .formatHex(sentence(capitals).getBytes(alphabet))));
        for (int shift = 0; shift < 3; shift++) {
            String base64 = name + " base64+" + shift;
            plant(base64, Base64.getEncoder().encode(("-".repeat(shift) + sentence(base64)).getBytes(alphabet)));
            String url = name + " base64url+" + shift;
            plant(url, Base64.getUrlEncoder().encode(("-".repeat(shift) + sentence(url)).getBytes(alphabet)));
        }
    }

    private void plant(String how, byte[] bytes) {
        planted.put(how, bytes);
    }

    /** What is to be written, by how it is written. */
    Map<String, byte[]> planted() {
        return planted;
    }

    /** Those that pass through a letter: it carries letters only. */
    Map<String, byte[]> inLetters() {
        return planted.entrySet().stream()
                .filter(each -> new String(each.getValue(), StandardCharsets.UTF_8)
                        .chars()
                        .allMatch(c -> c >= ' ' && c <= '~'))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Lets a search look for them as for any other word. */
    Search lookedForBy(Search search) {
        planted.keySet().forEach(how -> search.word(said(how), word(how)));
        return search;
    }

    /** The name under which a search says that it has found one. */
    static String said(String how) {
        return "control, " + how;
    }

    static boolean isOne(String said) {
        return said.startsWith("control, ");
    }

    /** Which of these were found. */
    static Set<String> missing(Set<String> planted, Set<String> found) {
        return planted.stream()
                .filter(how -> found.stream().noneMatch(said -> said.startsWith(said(how) + " (")))
                .collect(Collectors.toSet());
    }

    private static String word(String how) {
        return Canaries.of("control " + how);
    }

    private static String sentence(String how) {
        return "Andr\u00E9 said \"" + word(how) + "\" & went";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private interface Packer {
        OutputStream into(OutputStream out) throws IOException;
    }

    private static byte[] packed(String sentence, Packer packer) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packer.into(packed)) {
            out.write(sentence.repeat(3).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static OutputStream entry(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("letter.txt"));
        return zip;
    }
}
