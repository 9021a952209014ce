package org.safespaces.mail;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Every letter that can leave. None says what the practice helps with, none carries an answer, a name or a link: each may be read by
 * the person who does harm. What happened is told apart here so that of two opposite changes neither is told; it is not told
 * apart in what is read. A reminder may say a weekday and a time, to somebody who has asked for it.
 */
public enum Letter {
    MESSAGE_WAITING,
    PLEASE_READ_TODAY(
            "Please read today", "Something is waiting that asks to be read today. Sign in where you usually do.\n"),
    PLEASE_SIGN_IN_TODAY(
            "Please sign in today",
            "Please sign in today: something needs your attention. Sign in where you usually do.\n"),

    // to a client, about a time of hers
    TIME_BOOKED,
    TIME_APPROVED,
    TIME_DECLINED,
    TIME_MOVED,
    TIME_CANCELLED,
    FIRST_REMINDER,
    SECOND_REMINDER,

    // to a therapist, about her diary
    DIARY_REQUESTED,
    DIARY_BOOKED,
    DIARY_MOVED,
    DIARY_CANCELLED;

    private static final String WAITING = "A message is waiting";
    private static final String WAITING_TEXT =
            "A message is waiting for you. Sign in where you usually do to read it.\n";

    private final Wording neutral;

    Letter() {
        this(WAITING, WAITING_TEXT);
    }

    Letter(String subject, String text) {
        this.neutral = new Wording(subject, text);
    }

    /**
     * What it says to anybody.
     *
     * @param ofThePractice how the practice says that something waits, where it has words of its own
     */
    Wording neutral(Optional<String> ofThePractice) {
        return ofThePractice
                .filter(text -> neutral.text().equals(WAITING_TEXT))
                .map(text -> new Wording(WAITING, text + "\n"))
                .orElse(neutral);
    }

    /** What a letter says that something waits, unless the practice says it otherwise. */
    public static String usualText() {
        return WAITING_TEXT.strip();
    }

    /** Over each letter that something waits: the same whatever the practice says, so that nobody finds it by its subject. */
    public static String subject() {
        return WAITING;
    }

    /** What has become of appointments: whoever is told of one finds all of them. */
    static Set<Letter> changes() {
        return EnumSet.of(
                TIME_BOOKED,
                TIME_APPROVED,
                TIME_DECLINED,
                TIME_MOVED,
                TIME_CANCELLED,
                DIARY_REQUESTED,
                DIARY_BOOKED,
                DIARY_MOVED,
                DIARY_CANCELLED);
    }

    /** How long before the moment it is meant for it may go at the earliest, where that moment is not safe; nothing for what is no reminder. */
    Duration reach() {
        return switch (this) {
            case FIRST_REMINDER -> Duration.ofHours(48);
            case SECOND_REMINDER -> Duration.ofHours(20);
            default -> Duration.ZERO;
        };
    }

    /** Letters not gone yet that it makes superfluous together with itself: the change and its opposite. */
    Set<Letter> undoes() {
        return switch (this) {
            case TIME_CANCELLED -> Set.of(TIME_BOOKED);
            case DIARY_CANCELLED -> Set.of(DIARY_BOOKED, DIARY_REQUESTED);
            default -> Set.of();
        };
    }

    /** Letters not gone yet in whose place it goes. */
    Set<Letter> replaces() {
        return switch (this) {
            case TIME_CANCELLED, TIME_DECLINED -> Set.of(TIME_MOVED, TIME_APPROVED);
            case DIARY_CANCELLED -> Set.of(DIARY_MOVED);
            default -> Set.of();
        };
    }

    /** Letters not gone yet that tell enough: who reads them finds this change with the rest. */
    Set<Letter> toldBy() {
        return switch (this) {
            case TIME_MOVED -> Set.of(TIME_BOOKED, TIME_APPROVED);
            case DIARY_MOVED -> Set.of(DIARY_BOOKED, DIARY_REQUESTED);
            default -> Set.of();
        };
    }
}
