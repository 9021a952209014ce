package org.safespaces.acceptance.support;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the shared world, and the browser, after the last test. */
public final class EndOfWorld implements LauncherSessionListener {
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Browsers.close();
        World.end();
    }
}
