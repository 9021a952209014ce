package org.safespaces.web.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.safespaces.access.Confidential;
import org.safespaces.intake.Card;
import org.safespaces.intake.Route;
import org.safespaces.intake.Signpost;
import org.safespaces.signposting.SupportOrganisation;
import org.safespaces.web.frame.Days;

/** The help that stands around a page: what is fresh on top, the rest beside it, and the places that fit. */
public final class PageHelp implements Confidential {
    /** Who can be called or texted whatever it is about, beside every page once somebody may have thoughts of dying. */
    private static final Set<String> TO_TALK_TO = Set.of("LOCAL", "CHILDLINE", "SAM", "SHOUT", "N111");

    /** Said by a screen, or at the place where it matters, and not beside every page. */
    private static final Set<Card> ELSEWHERE = EnumSet.of(
            Card.ACTED, Card.CALM, Card.DANGER, Card.UNDER_18, Card.AGE_UNSAID, Card.LIMITS, Card.NO_PICTURES);

    /** Stays in sight beside every page: what keeps somebody safe. The rest is one step away, so that a question stays alone. */
    private static final Set<Card> IN_SIGHT =
            EnumSet.of(Card.FIRST_AID, Card.CHILD_IMAGE, Card.DA_SAFE, Card.SUPPORTER, Card.ALREADY_HERE);

    private final Route route;
    private final Set<Card> fresh;
    private final CardWords words;

    PageHelp(Route route, Set<Card> fresh, CardWords words) {
        this.route = route;
        this.fresh = fresh;
        this.words = words;
    }

    /** A place as the list shows it: for whom it is where it is not for her, and when somebody last checked it. */
    public record Place(SupportOrganisation place, String forWhom, String checked) {}

    /** What her last answer has brought up: on top of the page, once. */
    public List<HelpCard> getFresh() {
        return cards(route.cards().stream()
                .filter(fresh::contains)
                .filter(card -> card == Card.NO_PICTURES || !ELSEWHERE.contains(card))
                .filter(card -> card != Card.FIRST_AID && card != Card.SUPPORTER));
    }

    /** Beside the page, in sight. */
    public List<HelpCard> getBeside() {
        return cards(beside().filter(IN_SIGHT::contains));
    }

    /** Beside the page, folded. */
    public List<HelpCard> getFolded() {
        return cards(beside().filter(card -> !IN_SIGHT.contains(card)));
    }

    private Stream<Card> beside() {
        return route.cards().stream()
                .filter(card -> !ELSEWHERE.contains(card))
                .filter(card -> card == Card.FIRST_AID || !fresh.contains(card));
    }

    /** On the page of the places, and on the screen for the young. */
    public List<HelpCard> getAll() {
        return cards(route.cards().stream().filter(card -> card != Card.CALM && card != Card.LIMITS));
    }

    private List<HelpCard> cards(Stream<Card> wanted) {
        return wanted.map(card -> words.of(card, route)).toList();
    }

    /** Stays on every page once an answer has called for it. */
    public boolean isCalm() {
        return route.shows(Card.CALM);
    }

    public boolean isActed() {
        return route.shows(Card.ACTED);
    }

    public boolean isDanger() {
        return route.shows(Card.DANGER);
    }

    /** In an image somebody may have been a child: said again wherever something can be typed. */
    public HelpCard getBeforeTyping() {
        return route.shows(Card.CHILD_IMAGE) ? words.of(Card.CHILD_IMAGE, route) : null;
    }

    public List<SupportOrganisation> getToTalkTo() {
        return route.signposts().stream()
                .map(Signpost::place)
                .filter(place -> TO_TALK_TO.contains(place.id()))
                .toList();
    }

    /** Whom the crisis screen names: places to call or to text, in their order. */
    public List<SupportOrganisation> getCalls() {
        return route.signposts().stream()
                .map(Signpost::place)
                .filter(place -> place.phone() != null || place.text() != null)
                .filter(place -> Set.of("E999", "N111", "SAM", "SHOUT", "PAPYRUS", "CHILDLINE")
                        .contains(place.id()))
                .toList();
    }

    public List<Place> getPlaces() {
        return route.signposts().stream().map(this::place).toList();
    }

    private Place place(Signpost signpost) {
        return new Place(
                signpost.place(),
                signpost.forTheOther() ? words.text("places.other") : "",
                checked(signpost.place(), words));
    }

    static String checked(SupportOrganisation place, CardWords words) {
        List<LocalDate> days = new ArrayList<>();
        Stream.of(place.phone(), place.text(), place.web(), place.email(), place.hours())
                .filter(fact -> fact != null)
                .forEach(fact -> days.add(fact.verifiedOn()));
        if (days.isEmpty() || days.contains(null)) {
            return "";
        }
        LocalDate oldest = days.stream().min(LocalDate::compareTo).orElseThrow();
        return String.format(Locale.UK, words.text("checked"), Days.dated(oldest));
    }

    @Override
    public String toString() {
        return "PageHelp[redacted]";
    }
}
