package org.safespaces.acceptance.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The real browser: Debian's Chromium, found, or installed when the tests run as root. Its shell without windows is taken first: the same
 * engine, for less than half of the processor's time, since nothing is started and drawn that nobody looks at.
 */
public final class Browsers {
    private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path APT = Path.of("/usr/bin/apt-get");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Playwright playwright;
    private static Browser browser;

    private Browsers() {}

    /** A fresh browser profile: nothing is remembered of any other test. */
    public static synchronized BrowserContext fresh(Browser.NewContextOptions options) {
        if (browser == null) {
            Path executable = found();
            playwright = Playwright.create();
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(ARGUMENTS));
        }
        return browser.newContext(options);
    }

    private static Path found() {
        if (!Files.isExecutable(SHELL)
                && Files.isExecutable(APT)
                && System.getProperty("user.name").equals("root")) {
            install();
        }
        return List.of(SHELL, CHROMIUM).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The browser tests need Chromium: install Debian's package chromium-headless-shell or chromium"));
    }

    /** One world after the other: they may all find it missing at once. Where it cannot be had, the whole browser does. */
    private static void install() {
        Path lock = Path.of(System.getProperty("java.io.tmpdir"), "browser-of-the-tests.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (!Files.isExecutable(SHELL) && apt("update", "-o", "APT::Update::Error-Mode=any")) {
                apt("install", "-y", "--no-install-recommends", "chromium-headless-shell");
            }
            if (!Files.isExecutable(SHELL) && !Files.isExecutable(CHROMIUM)) {
                apt("install", "-y", "--no-install-recommends", "chromium");
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Whether it went well. Its words go nowhere: the test runner speaks over this process's own streams. */
    private static boolean apt(String... what) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(APT.toString(), "-qq", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=15"));
        command.addAll(List.of(what));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            Process process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static synchronized void close() {
        if (browser != null) {
            browser.close();
            playwright.close();
            browser = null;
        }
    }
}
