package org.safespaces.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.safespaces.keys.CodeDrafts;
import org.safespaces.vault.ClearText;

/**
 * Keeps an unfinished form for somebody who took a code to come back with. All drafts have one size, however much was
 * written; without the code nobody opens one.
 */
@Stateless
@PermitAll
public class Drafts {
    /** In bytes, longer than any form can get: with blanks behind it, every draft fills the same size class. */
    static final int LENGTH = 48_000;

    @Inject
    private CodeDrafts drafts;

    /** Draws a code for this copy, and keeps it. Throws what {@link CodeDrafts} throws; then nothing was kept. */
    public WorkingCopy begin(WorkingCopy copy) {
        try (ClearText text = text(copy)) {
            CodeDrafts.Begun begun = drafts.begin(text);
            return copy.keptUnder(begun.code(), new WorkingCopy.DraftKey(begun.id(), begun.key()));
        }
    }

    /** Keeps it as it is now, if somebody took a code for it. */
    public void save(WorkingCopy copy) {
        copy.draft().ifPresent(kept -> {
            try (ClearText text = text(copy)) {
                drafts.save(kept.id(), kept.key(), text);
            }
        });
    }

    /**
     * The form that a code leads back to. Throws {@link org.safespaces.keys.WrongPhrase} and {@link
     * org.safespaces.keys.TooManyTries}.
     */
    public WorkingCopy open(String code, String who) {
        CodeDrafts.Opened opened = drafts.open(code, who);
        return WorkingCopy.fromText(opened.text())
                .keptUnder(inGroups(code), new WorkingCopy.DraftKey(opened.id(), opened.key()));
    }

    /** As it was shown, however it was typed. */
    private static String inGroups(String code) {
        return code.replaceAll("[^0-9]", "").replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** It was sent, or is not wanted any more. */
    public void forget(UUID id) {
        drafts.forget(id);
    }

    private static ClearText text(WorkingCopy copy) {
        String text = copy.toText();
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return ClearText.of(text + " ".repeat(Math.max(0, LENGTH - length)));
    }
}
