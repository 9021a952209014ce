package org.safespaces.vault;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's own secrets on paper: pepper, keystore key, server key and index key in all their living versions, and the
 * practice's id, which is part of every key. For the day on which the credential store is lost.
 *
 * <p>Guarantee: what is read back is exactly what was printed, or {@link SheetDoesNotRead}; each line of sixteen characters carries
 * its own check (16 bits, over its bytes, its place and the name of its secret), and the whole another (40 bits). Limit: whoever
 * holds a sheet holds the secrets; with both databases as well he still needs a phrase. Source: vault.md 4, 6.12.
 */
public final class EscrowSheet {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BYTES_A_LINE = 8;
    private static final int CHECK_BYTES = 2;
    private static final int WHOLE_BYTES = 5;
    private static final String TENANT = "tenant";
    private static final String CHECK = "check";
    private static final Pattern HEADING = Pattern.compile("(tenant|pep|ksk|k2|ki|check)(?:\\s+([1-9]\\d{0,2}))?");

    /** What can stand on a sheet, by the name it has in the credential store. */
    public enum Kind {
        PEPPER("pep"),
        KEYSTORE_KEY("ksk"),
        SERVER_KEY("k2"),
        INDEX_KEY("ki");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As the credential store names its first version. */
        public String label() {
            return label;
        }

        static Optional<Kind> labelled(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label.equals(label))
                    .findFirst();
        }
    }

    /**
     * One secret in one version.
     *
     * @param value exactly 32 bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Entry(Kind kind, int version, byte[] value) {
        public Entry {
            value = value.clone();
            if (value.length != 32 || version < 1 || version > 999) {
                throw new IllegalArgumentException("a secret of the server has 32 bytes and a version");
            }
        }

        @Override
        public byte[] value() {
            return value.clone();
        }

        @Override
        public String toString() {
            return "Entry[" + kind + " " + version + ", redacted]";
        }
    }

    private final UUID tenantId;
    private final List<Entry> entries;

    /** @param entries at least one of each kind; their order does not matter */
    public EscrowSheet(UUID tenantId, List<Entry> entries) {
        this.tenantId = tenantId;
        this.entries = entries.stream()
                .sorted(Comparator.comparing(Entry::kind).thenComparing(Entry::version))
                .toList();
        for (Kind kind : Kind.values()) {
            if (entries.stream().noneMatch(entry -> entry.kind() == kind)) {
                throw new IllegalArgumentException("a sheet without " + kind + " brings nothing back");
            }
        }
    }

    public UUID tenantId() {
        return tenantId;
    }

    /** By kind, and by version within it. */
    public List<Entry> entries() {
        return entries;
    }

    /** As it is printed; lines that begin with # are for the reader and need not be typed. */
    public String text() {
        StringBuilder text = new StringBuilder();
        section(text, TENANT, lines(TENANT, 0, Bytes.of(tenantId)));
        for (Entry entry : entries) {
            section(
                    text,
                    entry.kind().label() + " " + entry.version(),
                    lines(entry.kind().label(), entry.version(), entry.value()));
        }
        section(text, CHECK, List.of(grouped(encode(whole()))));
        return text.toString();
    }

    private static void section(StringBuilder text, String heading, List<String> lines) {
        text.append(heading).append('\n');
        for (int i = 0; i < lines.size(); i++) {
            text.append(lines.size() == 1 ? "   " : "  " + (i + 1))
                    .append("  ")
                    .append(lines.get(i))
                    .append('\n');
        }
        text.append('\n');
    }

    static List<String> lines(String name, int version, byte[] value) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < value.length; at += BYTES_A_LINE) {
            byte[] part = Arrays.copyOfRange(value, at, at + BYTES_A_LINE);
            byte[] check = check(name, version, lines.size() + 1, part);
            lines.add(grouped(encode(ByteBuffer.allocate(BYTES_A_LINE + CHECK_BYTES)
                    .put(part)
                    .put(check)
                    .array())));
        }
        return lines;
    }

    static byte[] check(String name, int version, int line, byte[] part) {
        byte[] hash = Bytes.sha256(LengthPrefix.of(Labels.SHEET_LINE)
                .text(name)
                .u32(version)
                .u8(line)
                .bytes(part)
                .done());
        return Arrays.copyOf(hash, CHECK_BYTES);
    }

    private byte[] whole() {
        LengthPrefix all = LengthPrefix.of(Labels.SHEET).id(tenantId);
        entries.forEach(
                entry -> all.text(entry.kind().label()).u32(entry.version()).bytes(entry.value()));
        return Arrays.copyOf(Bytes.sha256(all.done()), WHOLE_BYTES);
    }

    /** Reads a sheet as typed, whatever its case, spaces and hyphens. */
    public static EscrowSheet read(String typed) {
        return new Reader(typed).sheet();
    }

    /** Are these the very secrets? */
    public boolean sameAs(EscrowSheet other) {
        return tenantId.equals(other.tenantId) && Bytes.same(whole(), other.whole()) && text().equals(other.text());
    }

    @Override
    public String toString() {
        return "EscrowSheet[" + entries.size() + " secrets, redacted]";
    }

    private static String encode(byte[] bytes) {
        StringBuilder code = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : bytes) {
            held = held << 8 | each & 0xFF;
            for (bits += 8; bits >= 5; bits -= 5) {
                code.append(ALPHABET.charAt(held >> bits - 5 & 31));
            }
            held &= (1 << bits) - 1;
        }
        return code.toString();
    }

    /** Whole bytes only: five for every eight characters. */
    static byte[] decode(String code) {
        ByteBuffer bytes = ByteBuffer.allocate(code.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char each : code.toCharArray()) {
            held = held << 5 | ALPHABET.indexOf(each);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }

    /** What was typed in a line, in the letters it was printed with. */
    static String typedCode(String said, int length, int number) {
        String code = said.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (code.length() != length || code.chars().anyMatch(each -> ALPHABET.indexOf(each) < 0)) {
            throw new SheetDoesNotRead(number);
        }
        return code;
    }

    private static String grouped(String code) {
        return String.join("-", code.split("(?<=\\G.{4})"));
    }

    /** Goes through what was typed, line by line. */
    private static final class Reader {
        private final List<Entry> entries = new ArrayList<>();
        private UUID tenantId;
        private byte[] whole = Bytes.NONE;
        private String name = "";
        private int version;
        private ByteBuffer value = ByteBuffer.allocate(0);
        private int number;

        Reader(String typed) {
            for (String line : typed.lines().toList()) {
                number++;
                String said = Normalizer.normalize(line, Normalizer.Form.NFKC).strip();
                if (!said.isEmpty() && !said.startsWith("#")) {
                    take(said);
                }
            }
        }

        private void take(String said) {
            Matcher heading = HEADING.matcher(said.toLowerCase(Locale.ROOT));
            if (heading.matches()) {
                begin(heading.group(1), heading.group(2));
            } else if (name.equals(CHECK)) {
                whole = decode(code(said, WHOLE_BYTES * 8 / 5));
            } else {
                add(said);
            }
        }

        private void begin(String heading, String typedVersion) {
            boolean secret = Kind.labelled(heading).isPresent();
            if (value.hasRemaining() || secret != (typedVersion != null)) {
                throw new SheetDoesNotRead(number);
            }
            name = heading;
            version = secret ? Integer.parseInt(typedVersion) : 0;
            value = ByteBuffer.allocate(secret ? 32 : heading.equals(TENANT) ? 16 : 0);
        }

        private void add(String said) {
            if (!value.hasRemaining()) {
                throw new SheetDoesNotRead(number);
            }
            int line = value.position() / BYTES_A_LINE + 1;
            byte[] bytes = decode(code(withoutNumber(said, line), (BYTES_A_LINE + CHECK_BYTES) * 8 / 5));
            byte[] part = Arrays.copyOf(bytes, BYTES_A_LINE);
            if (!Bytes.same(check(name, version, line, part), Arrays.copyOfRange(bytes, BYTES_A_LINE, bytes.length))) {
                throw new SheetDoesNotRead(number);
            }
            value.put(part);
            if (!value.hasRemaining()) {
                end();
            }
        }

        private void end() {
            Optional<Kind> kind = Kind.labelled(name);
            if (kind.isPresent()) {
                entries.add(new Entry(kind.get(), version, value.array()));
            } else {
                tenantId = Bytes.id(value.array());
            }
        }

        private static String withoutNumber(String said, int line) {
            return said.replaceFirst("^" + line + "\\s+", "");
        }

        private String code(String said, int length) {
            return typedCode(said, length, number);
        }

        EscrowSheet sheet() {
            boolean complete = tenantId != null
                    && !value.hasRemaining()
                    && Arrays.stream(Kind.values()).allMatch(this::has);
            if (complete) {
                EscrowSheet sheet = new EscrowSheet(tenantId, entries);
                if (Bytes.same(sheet.whole(), this.whole)) {
                    return sheet;
                }
            }
            throw new SheetDoesNotRead(0);
        }

        private boolean has(Kind kind) {
            return entries.stream().anyMatch(entry -> entry.kind() == kind);
        }
    }
}
