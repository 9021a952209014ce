package org.safespaces.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PracticeSettingsTest {

    @Test
    void asWrittenTheyAreTheDefaultsOfTheDesign() {
        PracticeSettings settings = new PracticeSettings();
        assertEquals(18, settings.minimumAge());
        assertEquals(Period.ofMonths(6), settings.enquiryRetention());
        assertEquals(Duration.ofHours(72), settings.draftLife());
        assertEquals(Duration.ofMinutes(20), settings.publicIdle());
        assertEquals(Duration.ofMinutes(5), settings.sharedDeviceIdle());
        assertEquals(Duration.ofHours(2), settings.publicAbsolute());
        assertEquals(Duration.ofDays(180), settings.signpostMaxAge());
        assertEquals(Duration.ofHours(4), settings.acknowledgeWithin());
        assertEquals(Duration.ofHours(8), settings.escalateAgainAfter());
        WorkingHours hours = settings.workingHours();
        assertEquals(ZoneId.of("Europe/London"), hours.zone());
        assertEquals(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), hours.days());
        assertEquals(LocalTime.of(9, 0), hours.opens());
        assertEquals(LocalTime.of(17, 0), hours.closes());
        assertFalse(hours.isWorkingDay(LocalDate.of(2026, 12, 25)));
        assertEquals(5, settings.enquiriesAnHour());
        assertEquals(Duration.ofHours(24), settings.firstReminder());
        assertEquals(Duration.ofHours(2), settings.secondReminder());
        assertEquals(Period.ofMonths(3), settings.contactConfirmedFor());
        assertEquals(Optional.of("https://meet.jit.si/"), settings.videoService());
    }

    @Test
    void theEnvironmentMayDecideOtherwise() {
        PracticeSettings settings = with("MINIMUMAGE", "16");
        assertEquals(16, settings.minimumAge());
        assertEquals(OptionalInt.of(3), with("READWITHINWORKINGDAYS", "3").readWithinWorkingDays());
        assertEquals(OptionalInt.empty(), with("READWITHINWORKINGDAYS", "").readWithinWorkingDays());
        assertEquals(Optional.empty(), with("VIDEOSERVICE", "").videoService());
        assertEquals(
                Optional.of("https://meet.example:8443/rooms/"),
                with("VIDEOSERVICE", "https://meet.example:8443/rooms/").videoService());
    }

    @ParameterizedTest
    @CsvSource({
        "MINIMUMAGE,17",
        "MINIMUMAGE,12",
        "MINIMUMAGE,old",
        "VIDEOSERVICE,http://meet.example/",
        "VIDEOSERVICE,https://meet.example",
        "VIDEOSERVICE,https://meet.example/?room=",
        "ENQUIRYRETENTIONMONTHS,0",
        "ENQUIRYRETENTIONMONTHS,25",
        "DRAFTHOURS,73",
        "DRAFTHOURS,0",
        "PUBLICIDLEMINUTES,-1",
        "READWITHINWORKINGDAYS,soon",
        "SIGNPOSTMAXAGEDAYS,''",
        "WORKINGDAYS,''",
        "WORKINGDAYS,'MONDAY,PAYDAY'",
        "WORKINGFROM,nine",
        "WORKINGUNTIL,09:30",
        "WORKINGUNTIL,08:00",
        "WORKINGZONE,Europe/Atlantis",
        "BANKHOLIDAYS,'2026-12-25,Boxing Day'",
        "ACKNOWLEDGEWITHINWORKINGHOURS,0",
        "ACKNOWLEDGEWITHINWORKINGHOURS,17",
        "ESCALATEAGAINAFTERWORKINGHOURS,4",
        "ESCALATEAGAINAFTERWORKINGHOURS,41",
        "ENQUIRIESANHOUR,0",
        "FIRSTREMINDERHOURS,2",
        "FIRSTREMINDERHOURS,73",
        "SECONDREMINDERHOURS,0",
        "SECONDREMINDERHOURS,25",
        "CONTACTCONFIRMEDMONTHS,0",
        "CONTACTCONFIRMEDMONTHS,13"
    })
    void whatMakesNoSenseStopsTheStartWithItsName(String name, String value) {
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> with(name, value));
        assertTrue(refused.getMessage().toUpperCase(java.util.Locale.ROOT).contains(name), refused.getMessage());
    }

    @Test
    void whatIsDecidedOnThePageCountsBeforeTheFileAndNotBeforeTheEnvironment() {
        PracticeSettings settings = with("MINIMUMAGE", "16");
        settings.goBy(Map.of(Setting.MINIMUM_AGE, "13", Setting.DRAFT_LIFE, "24"));
        assertEquals(16, settings.minimumAge());
        assertTrue(settings.isFromOutside(Setting.MINIMUM_AGE));
        assertEquals(Duration.ofHours(24), settings.draftLife());
        assertEquals("72", settings.usual(Setting.DRAFT_LIFE));
        settings.goBy(Map.of());
        assertEquals(Duration.ofHours(72), settings.draftLife());
    }

    @Test
    void decisionsThatMakeNoSenseTogetherChangeNothing() {
        PracticeSettings settings = new PracticeSettings();
        settings.goBy(Map.of(Setting.FIRST_REMINDER, "48"));
        assertThrows(
                IllegalStateException.class,
                () -> settings.goBy(Map.of(Setting.FIRST_REMINDER, "3", Setting.SECOND_REMINDER, "3")));
        assertThrows(IllegalStateException.class, () -> settings.goBy(Map.of(Setting.WORKING_UNTIL, "09:30")));
        assertEquals(Duration.ofHours(48), settings.firstReminder());
    }

    @Test
    void everySettingOfTheFileHasItsPlaceAndEveryPlaceItsLine() throws IOException {
        Properties file = new Properties();
        try (var in = PracticeSettings.class.getResourceAsStream("/settings/settings.properties")) {
            file.load(in);
        }
        assertEquals(
                file.stringPropertyNames(),
                Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.toSet()));
    }

    @Test
    void whatIsLongerThanTheTableTakesIsNoValue() {
        String long1001 = "https://" + "a".repeat(992) + "/";
        assertEquals(
                Set.of(Setting.VIDEO_SERVICE),
                SettingRules.wrong(setting ->
                                setting == Setting.VIDEO_SERVICE ? long1001 : new PracticeSettings().usual(setting))
                        .keySet());
    }

    private static PracticeSettings with(String name, String value) {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "minimumAge", "18",
                "enquiryRetentionMonths", "6",
                "recordRetentionYears", "7",
                "draftHours", "72",
                "publicIdleMinutes", "20",
                "sharedDeviceIdleMinutes", "5",
                "publicAbsoluteMinutes", "120",
                "signpostMaxAgeDays", "180"));
        properties.putAll(Map.of(
                "workingDays", "MONDAY, FRIDAY",
                "workingFrom", "09:00",
                "workingUntil", "17:00",
                "workingZone", "Europe/London",
                "bankHolidays", "",
                "acknowledgeWithinWorkingHours", "4",
                "escalateAgainAfterWorkingHours", "8",
                "enquiriesAnHour", "5",
                "firstReminderHours", "24"));
        properties.putAll(Map.of("secondReminderHours", "2", "contactConfirmedMonths", "3"));
        Map<String, String> environment = Map.of("SAFESPACES_SETTING_" + name, value);
        return new PracticeSettings(properties, environment::get);
    }
}
