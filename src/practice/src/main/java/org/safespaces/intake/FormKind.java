package org.safespaces.intake;

/** Which of the forms fits what has been happening. */
public enum FormKind {
    GENERAL,
    SEXTORTION,
    IMAGE_ABUSE
}
