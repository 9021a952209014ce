package org.safespaces.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The practice's own decisions. A value that makes no sense stops the start with its name. */
@ApplicationScoped
public class PracticeSettings {
    private static final String FILE = "/settings/settings.properties";
    private static final List<Integer> AGES = List.of(13, 16, 18);
    private static final Pattern VIDEO_SERVICE =
            Pattern.compile("https://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~-]+)*/");

    private static final List<String> MEASURES = List.of("PHQ9", "GAD7", "CORE10", "PCL5");

    private final Properties written;
    private final UnaryOperator<String> environment;

    public PracticeSettings() {
        this(read(), System::getenv);
    }

    PracticeSettings(Properties written, UnaryOperator<String> environment) {
        this.written = written;
        this.environment = environment;
        demandSense();
    }

    /** Below this age nothing is asked beyond safety, and nothing can be sent: 13, 16 or 18. */
    public int minimumAge() {
        return number("minimumAge", 13, 18);
    }

    /** Within how many working days an enquiry is read; empty while the practice has not said. */
    public OptionalInt readWithinWorkingDays() {
        return text("readWithinWorkingDays").isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(number("readWithinWorkingDays", 1, 60));
    }

    /** How long an enquiry is kept that goes no further. */
    public Period enquiryRetention() {
        return Period.ofMonths(number("enquiryRetentionMonths", 1, 24));
    }

    /** How long an unfinished form waits under its code after it was last saved. */
    public Duration draftLife() {
        return Duration.ofHours(number("draftHours", 1, 72));
    }

    /** After how long without a sign a form closes. */
    public Duration publicIdle() {
        return Duration.ofMinutes(number("publicIdleMinutes", 5, 60));
    }

    /** The same, where other people can see the device. */
    public Duration sharedDeviceIdle() {
        return Duration.ofMinutes(number("sharedDeviceIdleMinutes", 2, 20));
    }

    /** After how long a form closes whatever happens. */
    public Duration publicAbsolute() {
        return Duration.ofMinutes(number("publicAbsoluteMinutes", 30, 480));
    }

    /** How old the last check of a number may be before a release is refused. */
    public Duration signpostMaxAge() {
        return Duration.ofDays(number("signpostMaxAgeDays", 1, 366));
    }

    /** How many enquiries one visitor may send within an hour; all together twenty times as many. */
    public int enquiriesAnHour() {
        return number("enquiriesAnHour", 1, 1_000_000);
    }

    /** When the practice is at work. */
    public WorkingHours workingHours() {
        return new WorkingHours(
                one("workingZone", ZoneId::of),
                listed("workingDays", DayOfWeek::valueOf),
                one("workingFrom", LocalTime::parse),
                one("workingUntil", LocalTime::parse),
                listed("bankHolidays", LocalDate::parse));
    }

    /** Within how much working time what asks to be read today is acknowledged, before it goes on to the next reader. */
    public Duration acknowledgeWithin() {
        return Duration.ofHours(number("acknowledgeWithinWorkingHours", 1, 16));
    }

    /** After how much working time, from its beginning, it goes on once more; longer than {@link #acknowledgeWithin}. */
    public Duration escalateAgainAfter() {
        return Duration.ofHours(number(
                "escalateAgainAfterWorkingHours", (int) acknowledgeWithin().toHours() + 1, 40));
    }

    /** How long before a session a client is reminded first. */
    public Duration firstReminder() {
        return Duration.ofHours(
                number("firstReminderHours", (int) secondReminder().toHours() + 1, 72));
    }

    /** And once more; shorter than {@link #firstReminder}. */
    public Duration secondReminder() {
        return Duration.ofHours(number("secondReminderHours", 1, 24));
    }

    /** After how long a therapist is asked to confirm again how a client may be reached. */
    public Period contactConfirmedFor() {
        return Period.ofMonths(number("contactConfirmedMonths", 1, 12));
    }

    /** Where online rooms are, up to and with the last slash; empty where the practice has none. */
    public Optional<String> videoService() {
        String address = text("videoService");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        if (!VIDEO_SERVICE.matcher(address).matches()) {
            throw new IllegalStateException("The setting videoService is no https address that ends in a slash");
        }
        return Optional.of(address);
    }

    /** The file with the words of CORE-10, which the practice takes from its owner; empty: it is not offered. */
    public Optional<Path> core10File() {
        return Optional.of(text("core10File")).filter(name -> !name.isEmpty()).map(Path::of);
    }

    /** SHA-256, in hex, of the file of words that the practice has compared with the form of its owner. */
    public String core10Hash() {
        return text("core10Hash");
    }

    /** From how many points on two totals of a measure differ by more than its usual wobble; empty until the practice has decided. */
    public OptionalInt reliableChange(String measure) {
        String name = "reliableChange" + measure;
        return text(name).isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(name, 1, 40));
    }

    private <T> Set<T> listed(String name, Function<String, T> of) {
        return one(name, all -> Stream.of(all.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(of)
                .collect(Collectors.toSet()));
    }

    private <T> T one(String name, Function<String, T> of) {
        try {
            return of.apply(text(name));
        } catch (DateTimeException | IllegalArgumentException makesNoSense) {
            throw new IllegalStateException("The setting " + name + " cannot be read");
        }
    }

    private void demandWorkingHours() {
        LocalTime opens = one("workingFrom", LocalTime::parse);
        LocalTime closes = one("workingUntil", LocalTime::parse);
        if (Duration.between(opens, closes).toHours() < 1) {
            throw new IllegalStateException("The setting workingUntil is not an hour after workingFrom");
        }
        if (listed("workingDays", DayOfWeek::valueOf).isEmpty()) {
            throw new IllegalStateException("The setting workingDays names none");
        }
        workingHours();
    }

    private void demandSense() {
        demandWorkingHours();
        escalateAgainAfter();
        enquiriesAnHour();
        firstReminder();
        contactConfirmedFor();
        videoService();
        MEASURES.forEach(this::reliableChange);
        readWithinWorkingDays();
        enquiryRetention();
        draftLife();
        publicIdle();
        sharedDeviceIdle();
        publicAbsolute();
        signpostMaxAge();
        if (!AGES.contains(minimumAge())) {
            throw new IllegalStateException("The setting minimumAge is none of " + AGES);
        }
    }

    private int number(String name, int least, int most) {
        try {
            int value = Integer.parseInt(text(name));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // said below, with the name
        }
        throw new IllegalStateException("The setting " + name + " is not a number from " + least + " to " + most);
    }

    private String text(String name) {
        String fromOutside = environment.apply("SAFESPACES_SETTING_" + name.toUpperCase(Locale.ROOT));
        return (fromOutside == null ? written.getProperty(name, "") : fromOutside).strip();
    }

    private static Properties read() {
        Properties written = new Properties();
        try (InputStream in = PracticeSettings.class.getResourceAsStream(FILE)) {
            written.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return written;
    }
}
