package org.safespaces.settings;

import jakarta.ejb.ApplicationException;

/** Somebody else has decided meanwhile, or it is no longer a page that decides. Nothing has changed. */
@ApplicationException(rollback = true)
public class SettingChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingChanged() {
        super("setting changed");
    }
}
