package org.safespaces.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Everything the practice decides for itself, in the order in which it is shown: its name, and within which bounds. */
public enum Setting {
    WORKING_DAYS("workingDays", Group.PRACTICE, Kind.DAYS),
    WORKING_FROM("workingFrom", Group.PRACTICE, Kind.TIME),
    WORKING_UNTIL("workingUntil", Group.PRACTICE, Kind.TIME),
    WORKING_ZONE("workingZone", Group.PRACTICE, Kind.ZONE),
    BANK_HOLIDAYS("bankHolidays", Group.PRACTICE, Kind.DATES),

    MINIMUM_AGE("minimumAge", Group.AGE, Kind.AGE, 13, 18),

    READ_WITHIN("readWithinWorkingDays", Group.ENQUIRIES, Kind.NUMBER_OR_NONE, 1, 60),
    ACKNOWLEDGE_WITHIN("acknowledgeWithinWorkingHours", Group.ENQUIRIES, Kind.NUMBER, 1, 16),
    ESCALATE_AGAIN("escalateAgainAfterWorkingHours", Group.ENQUIRIES, Kind.NUMBER, 2, 40),
    ENQUIRIES_AN_HOUR("enquiriesAnHour", Group.ENQUIRIES, Kind.NUMBER, 1, 1_000_000),
    PUBLIC_IDLE("publicIdleMinutes", Group.ENQUIRIES, Kind.NUMBER, 5, 60),
    SHARED_DEVICE_IDLE("sharedDeviceIdleMinutes", Group.ENQUIRIES, Kind.NUMBER, 2, 20),
    PUBLIC_ABSOLUTE("publicAbsoluteMinutes", Group.ENQUIRIES, Kind.NUMBER, 30, 480),

    VIDEO_SERVICE("videoService", Group.BOOKING, Kind.ADDRESS),

    FIRST_REMINDER("firstReminderHours", Group.MAIL, Kind.NUMBER, 2, 72),
    SECOND_REMINDER("secondReminderHours", Group.MAIL, Kind.NUMBER, 1, 24),
    CONTACT_CONFIRMED("contactConfirmedMonths", Group.MAIL, Kind.NUMBER, 1, 12),

    ENQUIRY_RETENTION("enquiryRetentionMonths", Group.RETENTION, Kind.NUMBER, 1, 24),
    RECORD_RETENTION("recordRetentionYears", Group.RETENTION, Kind.NUMBER, 1, 30),
    DRAFT_LIFE("draftHours", Group.RETENTION, Kind.NUMBER, 1, 72),
    SIGNPOST_MAX_AGE("signpostMaxAgeDays", Group.RETENTION, Kind.NUMBER, 1, 366),

    RELIABLE_CHANGE_PHQ9("reliableChangePHQ9", Group.MEASURES, Kind.NUMBER_OR_NONE, 1, 40),
    RELIABLE_CHANGE_GAD7("reliableChangeGAD7", Group.MEASURES, Kind.NUMBER_OR_NONE, 1, 40),
    RELIABLE_CHANGE_CORE10("reliableChangeCORE10", Group.MEASURES, Kind.NUMBER_OR_NONE, 1, 40),
    RELIABLE_CHANGE_PCL5("reliableChangePCL5", Group.MEASURES, Kind.NUMBER_OR_NONE, 1, 40),
    CORE10_FILE("core10File", Group.MEASURES, Kind.OF_THE_SERVER),
    CORE10_HASH("core10Hash", Group.MEASURES, Kind.OF_THE_SERVER);

    /** What it is about. */
    public enum Group {
        PRACTICE,
        AGE,
        ENQUIRIES,
        BOOKING,
        MAIL,
        RETENTION,
        MEASURES
    }

    /** What kind of value it has. */
    public enum Kind {
        NUMBER,
        /** A number, or nothing where the practice has not decided. */
        NUMBER_OR_NONE,
        /** One of the bounds of the age groups that are asked for. */
        AGE,
        /** Days of the week by their English names, with commas between. */
        DAYS,
        /** As in 09:00. */
        TIME,
        /** As in Europe/London. */
        ZONE,
        /** As in 2026-12-25, with commas between; or nothing. */
        DATES,
        /** An https address that ends in a slash, or nothing. */
        ADDRESS,
        /** A thing of the server's own machine: whoever runs it decides, and it counts from the next start. */
        OF_THE_SERVER
    }

    /** The bounds of the age groups: who may send an enquiry is one of them. */
    static final List<Integer> AGES = List.of(13, 16, 18);

    private final String key;
    private final Group group;
    private final Kind kind;
    private final int least;
    private final int most;

    Setting(String key, Group group, Kind kind) {
        this(key, group, kind, 0, 0);
    }

    Setting(String key, Group group, Kind kind, int least, int most) {
        this.key = key;
        this.group = group;
        this.kind = kind;
        this.least = least;
        this.most = most;
    }

    /** The setting of this name, if there is one. */
    public static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    /** As it is called in the file, in the table and in the log. */
    public String key() {
        return key;
    }

    public Group group() {
        return group;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER || kind == Kind.NUMBER_OR_NONE;
    }

    /** May it be decided on a page? */
    public boolean isChangeable() {
        return kind != Kind.OF_THE_SERVER;
    }

    /** The least a number may be. */
    public int least() {
        return least;
    }

    /** The most a number may be. */
    public int most() {
        return most;
    }
}
