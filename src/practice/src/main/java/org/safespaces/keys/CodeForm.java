package org.safespaces.keys;

import org.safespaces.vault.ReturnCode;

/** What a drawn code looks like. */
public enum CodeForm {
    /** Ten words: beyond all guessing, also for somebody who has stolen everything the server knows. */
    WORDS(ReturnCode.Form.WORDS),
    /** Sixteen digits, which pass for a telephone or card number. */
    DIGITS(ReturnCode.Form.DIGITS);

    private final ReturnCode.Form form;

    CodeForm(ReturnCode.Form form) {
        this.form = form;
    }

    String draw() {
        return ReturnCode.draw(form);
    }
}
