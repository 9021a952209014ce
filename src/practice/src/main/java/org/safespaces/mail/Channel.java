package org.safespaces.mail;

/** A way by which a letter can go. There is one: texts and calls are for people to make, and no gateway for them is built. */
public enum Channel {
    MAIL
}
