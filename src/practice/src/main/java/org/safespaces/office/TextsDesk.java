package org.safespaces.office;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.mail.Letter;
import org.safespaces.people.Caller;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.settings.PracticeText;
import org.safespaces.settings.TextVersion;
import org.safespaces.settings.TextsBook;

/** Words what the practice says itself. What is published is recorded; a draft is of no use to anybody, and is not. */
@Stateless
@RolesAllowed("admin")
public class TextsDesk {
    @Inject
    private TextsBook book;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** All versions, the newest first: that one is said. Empty where the usual words are. */
    public List<TextVersion> versions(PracticeText text) {
        return book.versions(text);
    }

    /** What may become the next version. */
    public Optional<TextVersion> draft(PracticeText text) {
        return book.draft(text);
    }

    /** Keeps a draft. Throws what {@link TextsBook#keep} throws. */
    public void keep(PracticeText text, String body) {
        book.keep(text, body, caller.actor().id());
    }

    /** Lets the draft go. */
    public void drop(PracticeText text) {
        book.drop(text);
    }

    /** Says so from now on. Throws what {@link TextsBook#publish} throws. */
    public void publish(PracticeText text, String body, int upon) {
        say(text, body, upon);
    }

    /** Says again what an older version said, as a new version; the same is thrown, and {@link NoSuchPerson} for a version that is none. */
    public void restore(PracticeText text, int version, int upon) {
        String body = book.versions(text).stream()
                .filter(each -> each.number() == version)
                .map(TextVersion::body)
                .findFirst()
                .orElseThrow(NoSuchPerson::new);
        say(text, body, upon);
    }

    private void say(PracticeText text, String body, int upon) {
        book.publish(text, body, upon, caller.actor().id());
        audit.record(caller.actor(), AuditAction.TEXT_PUBLISHED, "text " + text.name(), null);
    }

    /** What a letter says that something waits, where the practice has no words of its own. */
    public String usualLetter() {
        return Letter.usualText();
    }

    /** What stands over such a letter, whatever it says. */
    public String letterSubject() {
        return Letter.subject();
    }

    /** How the log names whoever asks: to say which versions are hers. */
    public UUID me() {
        return caller.actor().id();
    }
}
