package org.safespaces.settings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.settings.SettingDoesNotFit.Reason;

/** Which values make sense, each for itself and together. The same rules for the file, the environment and the page. */
final class SettingRules {
    private static final Pattern VIDEO_SERVICE =
            Pattern.compile("https://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~-]+)*/");

    /** As many characters as the table takes. */
    private static final int LONGEST = 1_000;

    /** Stands for what is longer, and is itself no value of any kind. */
    private static final String TOO_LONG = "?";

    private SettingRules() {}

    /** What is wrong with which setting; empty when all of them can stand so. */
    static Map<Setting, Reason> wrong(Function<Setting, String> value) {
        Map<Setting, Reason> wrong = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            alone(setting, value.apply(setting)).ifPresent(reason -> wrong.put(setting, reason));
        }
        if (wrong.isEmpty()) {
            together(wrong, value);
        }
        return wrong;
    }

    private static Optional<Reason> alone(Setting setting, String given) {
        String value = given.length() > LONGEST ? TOO_LONG : given;
        return switch (setting.kind()) {
            case NUMBER -> unless(isWithin(setting, value), Reason.NUMBER);
            case NUMBER_OR_NONE -> unless(value.isEmpty() || isWithin(setting, value), Reason.NUMBER);
            case AGE -> unless(isWithin(setting, value) && Setting.AGES.contains(Integer.valueOf(value)), Reason.AGE);
            case DAYS -> unless(
                    reads(value, all -> listed(all, DayOfWeek::valueOf))
                            && !listed(value, DayOfWeek::valueOf).isEmpty(),
                    Reason.DAYS);
            case TIME -> unless(reads(value, LocalTime::parse), Reason.TIME);
            case ZONE -> unless(reads(value, ZoneId::of), Reason.ZONE);
            case DATES -> unless(reads(value, all -> listed(all, LocalDate::parse)), Reason.DATES);
            case ADDRESS -> unless(
                    value.isEmpty() || VIDEO_SERVICE.matcher(value).matches(), Reason.ADDRESS);
            case OF_THE_SERVER -> Optional.empty();
        };
    }

    private static void together(Map<Setting, Reason> wrong, Function<Setting, String> value) {
        LocalTime opens = LocalTime.parse(value.apply(Setting.WORKING_FROM));
        LocalTime closes = LocalTime.parse(value.apply(Setting.WORKING_UNTIL));
        if (Duration.between(opens, closes).toHours() < 1) {
            wrong.put(Setting.WORKING_UNTIL, Reason.SHORT_DAY);
        }
        if (number(value, Setting.ESCALATE_AGAIN) <= number(value, Setting.ACKNOWLEDGE_WITHIN)) {
            wrong.put(Setting.ESCALATE_AGAIN, Reason.ESCALATION_ORDER);
        }
        if (number(value, Setting.FIRST_REMINDER) <= number(value, Setting.SECOND_REMINDER)) {
            wrong.put(Setting.FIRST_REMINDER, Reason.REMINDER_ORDER);
        }
    }

    private static int number(Function<Setting, String> value, Setting setting) {
        return Integer.parseInt(value.apply(setting));
    }

    private static boolean isWithin(Setting setting, String value) {
        if (!value.matches("\\d{1,7}")) {
            return false;
        }
        int number = Integer.parseInt(value);
        return number >= setting.least() && number <= setting.most();
    }

    private static Optional<Reason> unless(boolean fine, Reason reason) {
        return fine ? Optional.empty() : Optional.of(reason);
    }

    private static boolean reads(String value, Function<String, ?> of) {
        try {
            return of.apply(value) != null;
        } catch (DateTimeException | IllegalArgumentException makesNoSense) {
            return false;
        }
    }

    /** What stands between commas. */
    static <T> Set<T> listed(String all, Function<String, T> of) {
        return Stream.of(all.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(of)
                .collect(Collectors.toSet());
    }
}
