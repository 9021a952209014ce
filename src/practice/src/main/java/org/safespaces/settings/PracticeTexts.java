package org.safespaces.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;

/** What the practice says in its own words. Asks no database: a page without one says what was last read, or the usual words. */
@Named
@ApplicationScoped
public class PracticeTexts {
    private volatile Map<PracticeText, String> own = Map.of();

    void sayFromNowOn(Map<PracticeText, String> texts) {
        this.own = Map.copyOf(texts);
    }

    /** Its own words; empty where the usual ones are said. */
    public Optional<String> own(PracticeText text) {
        return Optional.ofNullable(own.get(text));
    }

    /** What a page says: its own words, or these. */
    public String said(String text, String usual) {
        return own(PracticeText.valueOf(text)).orElse(usual);
    }
}
