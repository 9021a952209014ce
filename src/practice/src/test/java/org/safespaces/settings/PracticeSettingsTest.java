package org.safespaces.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PracticeSettingsTest {

    @Test
    void asWrittenTheyAreTheDefaultsOfTheDesign() {
        PracticeSettings settings = new PracticeSettings();
        assertEquals(18, settings.minimumAge());
        assertEquals(Duration.ofHours(72), settings.draftLife());
        assertEquals(Duration.ofMinutes(20), settings.publicIdle());
        assertEquals(Duration.ofMinutes(5), settings.sharedDeviceIdle());
        assertEquals(Duration.ofHours(2), settings.publicAbsolute());
        assertEquals(Duration.ofDays(180), settings.signpostMaxAge());
    }

    @Test
    void theEnvironmentMayDecideOtherwise() {
        PracticeSettings settings = with("MINIMUMAGE", "16");
        assertEquals(16, settings.minimumAge());
        assertEquals(OptionalInt.of(3), with("READWITHINWORKINGDAYS", "3").readWithinWorkingDays());
        assertEquals(OptionalInt.empty(), with("READWITHINWORKINGDAYS", "").readWithinWorkingDays());
    }

    @ParameterizedTest
    @CsvSource({
        "MINIMUMAGE,17",
        "MINIMUMAGE,12",
        "MINIMUMAGE,old",
        "DRAFTHOURS,73",
        "DRAFTHOURS,0",
        "PUBLICIDLEMINUTES,-1",
        "READWITHINWORKINGDAYS,soon",
        "SIGNPOSTMAXAGEDAYS,''"
    })
    void whatMakesNoSenseStopsTheStartWithItsName(String name, String value) {
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> with(name, value));
        assertTrue(refused.getMessage().toUpperCase(java.util.Locale.ROOT).contains(name), refused.getMessage());
    }

    private static PracticeSettings with(String name, String value) {
        Map<String, String> written = Map.of(
                "minimumAge", "18",
                "draftHours", "72",
                "publicIdleMinutes", "20",
                "sharedDeviceIdleMinutes", "5",
                "publicAbsoluteMinutes", "120",
                "signpostMaxAgeDays", "180");
        Properties properties = new Properties();
        properties.putAll(written);
        Map<String, String> environment = Map.of("SAFESPACES_SETTING_" + name, value);
        return new PracticeSettings(properties, environment::get);
    }
}
