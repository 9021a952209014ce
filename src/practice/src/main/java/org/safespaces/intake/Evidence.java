package org.safespaces.intake;

/** What is safe to keep. An image in which anybody may be under 18 never is. */
public enum Evidence {
    /** Everybody in it was 18 or over: messages, names, payment details, web addresses, dates. */
    ADULT,
    /** Messages, names, payment details; the image is not opened, copied or passed on. */
    WITHOUT_IMAGE
}
