package org.safespaces.acceptance.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real browser: Debian's Chromium, found, or installed when the tests run as root. */
public final class Browsers {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
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
            installIfNeeded();
            playwright = Playwright.create();
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(CHROMIUM)
                            .setArgs(ARGUMENTS));
        }
        return browser.newContext(options);
    }

    private static void installIfNeeded() {
        if (Files.isExecutable(CHROMIUM)) {
            return;
        }
        run("apt-get", "update", "-qq");
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
        if (!Files.isExecutable(CHROMIUM)) {
            throw new IllegalStateException("The browser tests need Chromium: install Debian's package chromium");
        }
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException cannot) {
            throw new IllegalStateException(
                    "The browser tests need Chromium: install Debian's package chromium", cannot);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
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
