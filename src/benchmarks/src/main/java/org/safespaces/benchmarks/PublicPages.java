package org.safespaces.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What a first visit to each open page weighs, and how soon its first byte is there, beside the smallest static file of the same
 * server in the same run. Asks a server that runs, over one kept connection, with sockets of its own, so that every byte is
 * counted, those of headers among them:
 *
 * <pre>java -cp src/benchmarks/target/benchmarks.jar org.safespaces.benchmarks.PublicPages http://localhost:8080</pre>
 */
public final class PublicPages {
    private static final int WARM = 20;
    private static final int TIMES = 50;
    private static final String FLOOR = "/jakarta.faces.resource/stone.svg.xhtml?ln=images";
    private static final List<String> PAGES = List.of(
            "/",
            "/help/now",
            "/help/places",
            "/help/first-steps",
            "/help/understanding",
            "/help/about",
            "/help/under-18",
            "/help/someone-else",
            "/help/police",
            "/help/this-site",
            "/help/privacy",
            "/help/accessibility",
            "/help/complaints",
            "/support",
            "/messages");

    /** What a browser fetches of a page: styles, scripts, icon, pictures inside, and the font that is asked for ahead. */
    private static final Pattern PART = Pattern.compile("(?:href|src)=\"(/jakarta\\.faces\\.resource/[^\"#]+)");

    private final URI server;
    private Socket socket;
    private InputStream in;

    private PublicPages(URI server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException {
        new PublicPages(URI.create(arguments[0])).measure();
    }

    private record Answer(int bytes, long nanosToFirst, byte[] body, boolean packed, boolean closes) {
        String text() {
            try (InputStream body = packed
                    ? new GZIPInputStream(new ByteArrayInputStream(this.body))
                    : new ByteArrayInputStream(this.body)) {
                return new String(body.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException cannot) {
                throw new java.io.UncheckedIOException(cannot);
            }
        }
    }

    private void measure() throws IOException {
        System.out.println("| Page | The page | All of it | Requests | First byte | times floor |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (String page : PAGES) {
            double floor = median(FLOOR);
            double own = median(page);
            Set<String> parts = parts(get(page).text());
            int all = get(page).bytes();
            for (String part : parts) {
                all += get(part).bytes();
            }
            System.out.printf(
                    Locale.UK,
                    "| `%s` | %.1f kB | %.1f kB | %d | %.1f ms | %.1f |%n",
                    page,
                    get(page).bytes() / 1000.0,
                    all / 1000.0,
                    1 + parts.size(),
                    own,
                    own / floor);
        }
        System.out.printf(Locale.UK, "%nFloor: %.2f ms.%n", median(FLOOR));
    }

    private static Set<String> parts(String page) {
        Set<String> parts = new LinkedHashSet<>();
        PART.matcher(page)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .forEach(parts::add);
        return parts;
    }

    /** In milliseconds. */
    private double median(String address) throws IOException {
        for (int i = 0; i < WARM; i++) {
            get(address);
        }
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            nanos[i] = get(address).nanosToFirst();
        }
        Arrays.sort(nanos);
        return (nanos[TIMES / 2 - 1] + nanos[TIMES / 2]) / 2e6;
    }

    private Answer get(String address) throws IOException {
        if (socket == null || socket.isClosed()) {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        String request = "GET " + address + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nUser-Agent: Mozilla/5.0\r\nAccept: */*\r\nAccept-Encoding: gzip\r\n\r\n";
        long asked = System.nanoTime();
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        Answer answer = read(asked);
        if (answer.closes()) {
            socket.close();
        }
        return answer;
    }

    private Answer read(long asked) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(in.read());
        long first = System.nanoTime() - asked;
        readUntil(head, all -> all.endsWith("\r\n\r\n"));
        String headers = head.toString(StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        if (!headers.startsWith("http/1.1 200")) {
            throw new IOException("not a page: " + headers.lines().findFirst().orElse(""));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int around = head.size();
        if (headers.contains("transfer-encoding: chunked")) {
            around += chunks(body);
        } else {
            int length = Integer.parseInt(headers.replaceAll("(?s).*content-length: (\\d+).*", "$1"));
            body.write(in.readNBytes(length));
        }
        return new Answer(
                around + body.size(),
                first,
                body.toByteArray(),
                headers.contains("content-encoding: gzip"),
                headers.contains("connection: close"));
    }

    /** Returns how many bytes stood around the chunks. */
    private int chunks(ByteArrayOutputStream body) throws IOException {
        int around = 0;
        while (true) {
            ByteArrayOutputStream size = new ByteArrayOutputStream();
            readUntil(size, line -> line.endsWith("\r\n"));
            int length =
                    Integer.parseInt(size.toString(StandardCharsets.US_ASCII).strip(), 16);
            body.write(in.readNBytes(length));
            in.readNBytes(2);
            around += size.size() + 2;
            if (length == 0) {
                return around;
            }
        }
    }

    private void readUntil(ByteArrayOutputStream into, Predicate<String> end) throws IOException {
        while (!end.test(into.toString(StandardCharsets.US_ASCII))) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the server ended the answer");
            }
            into.write(next);
        }
    }
}
