package org.safespaces.devstack;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Catches every mail that the stack sends, and shows it on a page. No mail leaves the machine. */
public final class MailCatcher implements AutoCloseable {
    private final GreenMail catcher;
    private final HttpServer page;

    private MailCatcher(GreenMail catcher, HttpServer page) {
        this.catcher = catcher;
        this.page = page;
    }

    static MailCatcher start(Settings settings) throws IOException {
        GreenMail catcher =
                new GreenMail(new ServerSetup(settings.ports().smtp(), "localhost", ServerSetup.PROTOCOL_SMTP));
        catcher.start();
        HttpServer page = HttpServer.create(
                new InetSocketAddress("localhost", settings.ports().mailbox()), 0);
        MailCatcher mail = new MailCatcher(catcher, page);
        page.createContext("/", mail::show);
        page.start();
        return mail;
    }

    /** A mail as it arrived. */
    public record Caught(String from, String to, String subject, String text) {}

    /** All mails since the start, the newest first. */
    public List<Caught> all() {
        List<Caught> letters = new ArrayList<>();
        for (MimeMessage message : catcher.getReceivedMessages()) {
            letters.add(0, read(message));
        }
        return letters;
    }

    /** Everything that arrived, headers included, as it went over the wire. */
    public List<String> raw() {
        List<String> letters = new ArrayList<>();
        for (MimeMessage message : catcher.getReceivedMessages()) {
            letters.add(com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(message));
        }
        return letters;
    }

    private static Caught read(MimeMessage message) {
        try {
            return new Caught(
                    message.getHeader("From", ", "),
                    message.getHeader("To", ", "),
                    message.getSubject(),
                    String.valueOf(message.getContent()));
        } catch (MessagingException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        StringBuilder html = new StringBuilder(
                "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\">"
                        + "<title>Mail catcher</title><h1>Caught mail</h1><p>Newest first. Nothing here has left this machine.</p>");
        List<Caught> letters = all();
        if (letters.isEmpty()) {
            html.append("<p>No mail yet.</p>");
        }
        for (Caught letter : letters) {
            html.append("<hr><p>From: ").append(escape(letter.from()));
            html.append("<br>To: ").append(escape(letter.to()));
            html.append("<br>Subject: <b>").append(escape(letter.subject())).append("</b></p>");
            html.append("<pre>").append(escape(letter.text())).append("</pre>");
        }
        byte[] body = html.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String escape(String text) {
        return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;");
    }

    @Override
    public void close() {
        page.stop(0);
        catcher.stop();
    }
}
