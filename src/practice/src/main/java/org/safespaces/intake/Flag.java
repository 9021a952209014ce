package org.safespaces.intake;

/** What the reader of an enquiry is told beside the answers. Sealed with them; never a grade, never sorted by. */
public enum Flag {
    NEEDS_SAFETY_CONVERSATION("needsSafetyConversation"),
    CONCURRENT_THERAPY("concurrentTherapy"),
    DOMESTIC_ABUSE("domesticAbuse"),
    AUTHORITY("authority"),
    LEGAL_INTEREST("legalInterest");

    private final String id;

    Flag(String id) {
        this.id = id;
    }

    /** As it stands in the sealed document. */
    public String id() {
        return id;
    }
}
