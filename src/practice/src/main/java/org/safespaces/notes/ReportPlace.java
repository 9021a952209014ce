package org.safespaces.notes;

/** Where something can be reported, or asked to be taken down. Kinds only: which platform it was is said in words beside it. */
public enum ReportPlace {
    PLATFORM,
    SEARCH,
    STOPNCII,
    TAKE_IT_DOWN,
    REPORT_REMOVE,
    IWF,
    HELPLINE,
    POLICE,
    REPORT_FRAUD,
    BANK,
    OTHER
}
