package org.safespaces.signposting;

/** What the whole directory is sorted under; the words stand in the pages' bundle. */
public enum Heading {
    NOW,
    IMAGES,
    UNDER_18,
    POLICE,
    MONEY,
    TALK,
    HURT,
    ELSEWHERE
}
