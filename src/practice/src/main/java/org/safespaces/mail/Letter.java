package org.safespaces.mail;

/**
 * Every text that can leave by mail. None says what the practice helps with, none carries an answer, a name, a time or a
 * link: each may be read by the person who does harm.
 */
public enum Letter {
    MESSAGE_WAITING("A message is waiting", "A message is waiting for you. Sign in where you usually do to read it.\n"),
    PLEASE_READ_TODAY(
            "Please read today", "Something is waiting that asks to be read today. Sign in where you usually do.\n"),
    PLEASE_SIGN_IN_TODAY(
            "Please sign in today",
            "Please sign in today: something needs your attention. Sign in where you usually do.\n");

    private final String subject;
    private final String text;

    Letter(String subject, String text) {
        this.subject = subject;
        this.text = text;
    }

    public String subject() {
        return subject;
    }

    public String text() {
        return text;
    }
}
