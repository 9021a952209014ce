package org.safespaces.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * The practice's own decisions: the environment's, else those made on the page, else the file's. Of the file and the environment a value
 * that makes no sense stops the start with its name. Nothing here asks the database: help pages read settings without one. Whoever reads a
 * setting does so each time anew, because it may have changed.
 */
@ApplicationScoped
public class PracticeSettings {
    private static final String FILE = "/settings/settings.properties";

    private final Properties written;
    private final UnaryOperator<String> environment;
    private volatile Map<Setting, String> decided;

    public PracticeSettings() {
        this(read(), System::getenv);
    }

    PracticeSettings(Properties written, UnaryOperator<String> environment) {
        this(written, environment, Map.of());
    }

    private PracticeSettings(Properties written, UnaryOperator<String> environment, Map<Setting, String> decided) {
        this.written = written;
        this.environment = environment;
        this.decided = Map.copyOf(decided);
        SettingRules.wrong(this::inForce).forEach((setting, reason) -> {
            throw new IllegalStateException("The setting " + setting.key() + " makes no sense: " + reason);
        });
    }

    /** From now on these decisions of the page count; refused when they make no sense together with the rest. */
    void goBy(Map<Setting, String> decisions) {
        this.decided = new PracticeSettings(written, environment, decisions).decided;
    }

    /** What counts now. */
    public String inForce(Setting setting) {
        return fromOutside(setting).orElseGet(() -> decided.getOrDefault(setting, usual(setting)));
    }

    /** What would count now with these decisions of the page. */
    String inForce(Setting setting, Map<Setting, String> decisions) {
        return fromOutside(setting).orElseGet(() -> decisions.getOrDefault(setting, usual(setting)));
    }

    /** What the file says, which counts where nobody has decided otherwise. */
    public String usual(Setting setting) {
        return written.getProperty(setting.key(), "").strip();
    }

    /** Does the server's environment say so? Then no page changes it. */
    public boolean isFromOutside(Setting setting) {
        return fromOutside(setting).isPresent();
    }

    /** Below this age nothing is asked beyond safety, and nothing can be sent: 13, 16 or 18. */
    public int minimumAge() {
        return number(Setting.MINIMUM_AGE);
    }

    /** Within how many working days an enquiry is read; empty while the practice has not said. */
    public OptionalInt readWithinWorkingDays() {
        return numberIfAny(Setting.READ_WITHIN);
    }

    /** How long an enquiry is kept that goes no further. */
    public Period enquiryRetention() {
        return Period.ofMonths(number(Setting.ENQUIRY_RETENTION));
    }

    /** How long a record is kept after therapy has ended. */
    public Period recordRetention() {
        return Period.ofYears(number(Setting.RECORD_RETENTION));
    }

    /** How long an unfinished form waits under its code after it was last saved. */
    public Duration draftLife() {
        return Duration.ofHours(number(Setting.DRAFT_LIFE));
    }

    /** After how long without a sign a form closes. */
    public Duration publicIdle() {
        return Duration.ofMinutes(number(Setting.PUBLIC_IDLE));
    }

    /** The same, where other people can see the device. */
    public Duration sharedDeviceIdle() {
        return Duration.ofMinutes(number(Setting.SHARED_DEVICE_IDLE));
    }

    /** After how long a form closes whatever happens. */
    public Duration publicAbsolute() {
        return Duration.ofMinutes(number(Setting.PUBLIC_ABSOLUTE));
    }

    /** How old the last check of a number may be before a release is refused. */
    public Duration signpostMaxAge() {
        return Duration.ofDays(number(Setting.SIGNPOST_MAX_AGE));
    }

    /** How many enquiries one visitor may send within an hour; all together twenty times as many. */
    public int enquiriesAnHour() {
        return number(Setting.ENQUIRIES_AN_HOUR);
    }

    /** When the practice is at work. */
    public WorkingHours workingHours() {
        return new WorkingHours(
                ZoneId.of(inForce(Setting.WORKING_ZONE)),
                SettingRules.listed(inForce(Setting.WORKING_DAYS), DayOfWeek::valueOf),
                LocalTime.parse(inForce(Setting.WORKING_FROM)),
                LocalTime.parse(inForce(Setting.WORKING_UNTIL)),
                SettingRules.listed(inForce(Setting.BANK_HOLIDAYS), LocalDate::parse));
    }

    /** Within how much working time what asks to be read today is acknowledged, before it goes on to the next reader. */
    public Duration acknowledgeWithin() {
        return Duration.ofHours(number(Setting.ACKNOWLEDGE_WITHIN));
    }

    /** After how much working time, from its beginning, it goes on once more; longer than {@link #acknowledgeWithin}. */
    public Duration escalateAgainAfter() {
        return Duration.ofHours(number(Setting.ESCALATE_AGAIN));
    }

    /** How long before a session a client is reminded first. */
    public Duration firstReminder() {
        return Duration.ofHours(number(Setting.FIRST_REMINDER));
    }

    /** And once more; shorter than {@link #firstReminder}. */
    public Duration secondReminder() {
        return Duration.ofHours(number(Setting.SECOND_REMINDER));
    }

    /** After how long a therapist is asked to confirm again how a client may be reached. */
    public Period contactConfirmedFor() {
        return Period.ofMonths(number(Setting.CONTACT_CONFIRMED));
    }

    /** Where online rooms are, up to and with the last slash; empty where the practice has none. */
    public Optional<String> videoService() {
        return Optional.of(inForce(Setting.VIDEO_SERVICE)).filter(address -> !address.isEmpty());
    }

    /** The file with the words of CORE-10, which the practice takes from its owner; empty: it is not offered. */
    public Optional<Path> core10File() {
        return Optional.of(inForce(Setting.CORE10_FILE))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
    }

    /** SHA-256, in hex, of the file of words that the practice has compared with the form of its owner. */
    public String core10Hash() {
        return inForce(Setting.CORE10_HASH);
    }

    /** From how many points on two totals of a measure differ by more than its usual wobble; empty until the practice has decided. */
    public OptionalInt reliableChange(String measure) {
        return Setting.of("reliableChange" + measure).map(this::numberIfAny).orElse(OptionalInt.empty());
    }

    private int number(Setting setting) {
        return Integer.parseInt(inForce(setting));
    }

    private OptionalInt numberIfAny(Setting setting) {
        String value = inForce(setting);
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
    }

    private Optional<String> fromOutside(Setting setting) {
        return Optional.ofNullable(
                        environment.apply("SAFESPACES_SETTING_" + setting.key().toUpperCase(Locale.ROOT)))
                .map(String::strip);
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
