package org.safespaces.intake;

import static org.safespaces.intake.FormKind.GENERAL;
import static org.safespaces.intake.FormKind.IMAGE_ABUSE;
import static org.safespaces.intake.FormKind.SEXTORTION;

import java.util.ArrayList;
import java.util.List;

/**
 * The answers, in the words of the routing rules (intake.md 4 and 5). A pure reading of them: nothing is scored, and the
 * same answers always say the same.
 */
record Situation(Answers answers) {
    private static final List<String> DEMANDS = List.of("money", "more", "demand_other");
    private static final List<String> ABUSES = List.of("shared", "threat_known", "taken", "fake", "hacked", "unwanted");

    /** Who was under 18 in an image, as far as it is known. Of {@code SELF} and {@code CHILD} both may be true. */
    enum Image {
        /** Not asked yet, or not asked at all. */
        NOT_ASKED,
        ADULT,
        SELF,
        CHILD,
        UNKNOWN
    }

    static Situation of(Answers answers) {
        return new Situation(answers);
    }

    AgeBand age() {
        return AgeBand.of(answers);
    }

    boolean forSomebodyElse() {
        return answers.hasAny("T1", "other", "professional");
    }

    boolean demand() {
        return DEMANDS.stream().anyMatch(happening()::contains);
    }

    boolean abuse() {
        return !abuses().isEmpty();
    }

    /** What of abuse there is besides images that were shared. */
    List<String> abusesBesidesSharing() {
        return abuses().stream().filter(each -> !"shared".equals(each)).toList();
    }

    private List<String> abuses() {
        return happening().stream().filter(ABUSES::contains).toList();
    }

    /** "General" beside anything else decides nothing. */
    private List<String> happening() {
        List<String> all = new ArrayList<>(answers.to("T5"));
        if (all.size() > 1) {
            all.remove("general");
        }
        return all;
    }

    boolean onlyGeneral() {
        return happening().equals(List.of("general"));
    }

    boolean onlyEmailClaim() {
        return happening().equals(List.of("email_claim"));
    }

    FormKind form() {
        if (demand() || onlyEmailClaim()) {
            return SEXTORTION;
        }
        return abuse() || answers.has("T5", "unsure") ? IMAGE_ABUSE : GENERAL;
    }

    boolean is(Image image) {
        return switch (image) {
            case NOT_ASKED -> onlyGeneral() || answers.to("T4").isEmpty();
            case SELF -> !is(Image.NOT_ASKED) && answers.hasAny("T4", "self_u18", "both_u18");
            case CHILD -> !is(Image.NOT_ASKED) && answers.hasAny("T4", "other_u18", "both_u18");
            case ADULT -> !is(Image.NOT_ASKED)
                    && !fakeMayShowAChild()
                    && (answers.has("T4", "no") || answers.has("T4", "none") && fakeShowsAnAdult());
            case UNKNOWN -> !is(Image.NOT_ASKED) && !is(Image.SELF) && !is(Image.CHILD) && !is(Image.ADULT);
        };
    }

    /** No image at all, only a claim that there is one. */
    boolean onlyAClaim() {
        return answers.has("T4a", "noimage");
    }

    private boolean fakeShowsAnAdult() {
        return answers.hasAny("T4a", "no", "noimage")
                || answers.to("T4a").isEmpty() && answers.hasAny("B15", "no", "noimage");
    }

    /** Asked later, of a fake beside real images: in doubt it counts as a child's. */
    private boolean fakeMayShowAChild() {
        return answers.has("B01", "fake") && answers.hasAny("B15", "yes", "unsure", "rather");
    }

    boolean crisis() {
        return answers.hasAny("T3", "crisis", "acted");
    }

    boolean acted() {
        return answers.has("T3", "acted");
    }

    boolean danger() {
        return answers.has("T3", "danger");
    }

    /** Thoughts of ending her life, or anything that may stand for them. */
    boolean mayHaveThoughts() {
        return answers.hasAny("T3", "thoughts", "rather") || answers.blank("T3") || saidLater();
    }

    boolean needsSafetyConversation() {
        return crisis() || answers.has("T3", "thoughts") || saidLater();
    }

    private boolean saidLater() {
        return answers.hasAny("W01", "not_living", "selfharm");
    }

    /** Whoever did it is somebody close, or close enough to do harm. */
    boolean closeHarm() {
        return answers.hasAny("S09", "partner", "family")
                || answers.hasAny("B05", "partner", "ex", "family")
                || answers.has("G03", "yes_close")
                || answers.has("B06", "live")
                || answers.to("B11").stream()
                        .anyMatch(each -> !List.of("none", "rather").contains(each));
    }

    boolean paid() {
        return answers.hasAny("S12", "money", "gift");
    }

    boolean moneyAskedOrLost() {
        return answers.has("T5", "money") || moneyWanted() || paid();
    }

    boolean moneyWanted() {
        return answers.hasAny("S06", "money", "gift", "crypto", "account");
    }

    boolean shared() {
        return answers.has("T5", "shared")
                || answers.has("S10", "yes")
                || answers.has("B03", "yes")
                || answers.hasAny("B04", "some", "wide");
    }

    boolean policeConcerned() {
        return answers.hasAny("P01", "thinking", "reported", "open");
    }

    /** The device or an inbox may be read by somebody else: only the code is safe. */
    boolean othersMayRead() {
        return answers.hasAny("B07", "yes", "maybe") || answers.hasAny("SC03", "yes", "unsure");
    }

    /** Something ends or began today. */
    boolean pressing() {
        return answers.has("S01", "today") || answers.has("S05", "deadline");
    }

    @Override
    public String toString() {
        return "Situation[redacted]";
    }
}
