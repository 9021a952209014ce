package org.safespaces.intake;

/**
 * A piece of help that an answer calls for. Its words stand in the message bundle under its name and are approved as
 * clinical content; which answer calls for it stands in {@link RoutingRules}.
 */
public enum Card {
    /** First sentence of the crisis screen for somebody who has already hurt herself. */
    ACTED,
    /** Stays on every page once called for. */
    CALM,
    DANGER,
    UNDER_18,
    /** Everything can be read without an age; an enquiry needs one. */
    AGE_UNSAID,
    SUPPORTER,
    CHILD_IMAGE,
    U18_PROTECTS,
    /** The limits of confidentiality, once more before each box to type in. */
    LIMITS,
    /** What to do first: its steps are in the {@link Route}. */
    FIRST_AID,
    TAKEDOWN,
    PAID,
    NOT_PAID,
    EMAIL,
    /** They may have nothing at all. */
    COMFORT,
    DA_SAFE,
    /** Only the code is safe: somebody could read the rest. */
    CODE_ONLY,
    CHILD_CLAIM,
    DOXX,
    /** No images, please: again, for somebody who was made to send some. */
    NO_PICTURES,
    TELL_THERAPIST,
    /** Sign in, or wait for the next session: no second record. */
    ALREADY_HERE,
    POLICE_THERAPY,
    LAW_66A,
    LAW_66B,
    LAW_66E
}
