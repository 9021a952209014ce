package org.safespaces.web.home;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import org.safespaces.settings.PracticeSettings;

/** Sentences of the form that carry a number of the practice's settings, or a phone number. */
public final class PageNotes {
    private final PracticeSettings settings;
    private final FormWords words;
    private final CardWords cards;
    private final boolean shared;

    PageNotes(PracticeSettings settings, FormWords words, CardWords cards, boolean shared) {
        this.settings = settings;
        this.words = words;
        this.cards = cards;
        this.shared = shared;
    }

    Duration idle() {
        return shared ? settings.sharedDeviceIdle() : settings.publicIdle();
    }

    public long getIdleSeconds() {
        return idle().toSeconds();
    }

    /** That others can see the device, and what follows. */
    public String getSeen() {
        return with("seen.is.on", idle().toMinutes());
    }

    public String getCloses() {
        return with("start.leave.5", idle().toMinutes());
    }

    public String getPause() {
        return with("pause.body", settings.draftLife().toHours());
    }

    public String getKept() {
        return with("pause.kept.body", settings.draftLife().toHours());
    }

    public String getCode() {
        return with("code.shown.lead", settings.draftLife().toHours());
    }

    /** When a therapist reads it, as far as the practice has said. */
    public String getRead() {
        OptionalInt days = settings.readWithinWorkingDays();
        return days.isPresent() ? with("sent.read", days.getAsInt()) : words.of("sent.read.soon");
    }

    public String getActed() {
        return cards.text("ACTED.1");
    }

    public String getDanger() {
        return cards.text("danger.lead");
    }

    private String with(String key, long number) {
        return String.format(Locale.UK, words.of(key), number);
    }
}
