package org.safespaces.office;

import java.util.Optional;
import org.safespaces.settings.Decision;
import org.safespaces.settings.Setting;

/**
 * How a setting stands.
 *
 * @param value what counts now
 * @param usual what the file says
 * @param decision what was decided on the page, if anything was
 * @param mine was it the caller who decided?
 * @param fromOutside does the server's environment say so? Then nobody changes it here
 */
public record SettingStanding(
        Setting setting, String value, String usual, Optional<Decision> decision, boolean mine, boolean fromOutside) {

    /** May it be changed here? */
    public boolean isOpen() {
        return setting.isChangeable() && !fromOutside;
    }
}
