package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.keys.Interrupted;
import org.safespaces.keys.OfflineKey;
import org.safespaces.keys.OwnKeys;
import org.safespaces.keys.OwnStanding;
import org.safespaces.keys.Standing;
import org.safespaces.people.Ids;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class KeysPage {
    @Inject
    private OwnStanding standing;

    @Inject
    private OfflineKey offline;

    @Inject
    private Exchange exchange;

    private Optional<OwnKeys> own;
    private OfflineKey.Shown paper;

    /** Other keys under her name, in words. */
    public record Other(String id, String what, String more, boolean vouched, boolean mayGiveUp) {}

    /** Shows her keys; or, when a button was pressed, gives others up. */
    public void load() {
        if (exchange.isPost() && exchange.parameter("other").isPresent()) {
            giveUp(Ids.parse(exchange.parameter("other").get()));
        } else if (own().isEmpty()) {
            exchange.goTo("/therapist/set-up");
        }
    }

    /** Read when first asked for: a post asks before the page is made. */
    private Optional<OwnKeys> own() {
        if (own == null) {
            own = standing.show();
        }
        return own;
    }

    private void giveUp(UUID keyId) {
        try {
            standing.giveUp(keyId);
            exchange.goTo("/therapist/keys?done=given");
        } catch (Interrupted goneMeanwhile) {
            exchange.goTo("/therapist/keys");
        }
    }

    public List<String> getWords() {
        return own().map(OwnKeys::words).orElse(List.of());
    }

    public boolean isLocked() {
        return getWords().isEmpty();
    }

    public Standing getStanding() {
        return own().map(OwnKeys::standing).orElse(Standing.NONE);
    }

    public boolean isUnvouched() {
        return getStanding() == Standing.UNVOUCHED;
    }

    /** Who vouched for her; whoever needs nobody is in the anchor. Empty while she is not vouched for. */
    public String getVouchedBy() {
        if (getStanding() != Standing.VOUCHED) {
            return "";
        }
        List<String> all = new ArrayList<>(own().map(OwnKeys::vouchedBy).orElse(List.of()));
        if (own().filter(OwnKeys::vouchedOnPaper).isPresent()) {
            all.add(exchange.text("vault", "keys.standing.paper"));
        }
        return all.isEmpty() ? exchange.text("vault", "keys.standing.anchor") : String.join(", ", all);
    }

    public String getSince() {
        return own().map(OwnKeys::since).map(Days::dated).orElse("");
    }

    public String getPhraseSince() {
        return day(own().flatMap(OwnKeys::phraseSince));
    }

    public String getSheetSince() {
        return day(own().flatMap(OwnKeys::sheetSince));
    }

    private String day(Optional<LocalDate> day) {
        return day.map(made -> exchange.text("vault", "keys.ways.since") + " " + Days.dated(made))
                .orElseGet(() -> exchange.text("vault", "keys.ways.none"));
    }

    private OfflineKey.Shown paper() {
        if (paper == null) {
            paper = offline.show();
        }
        return paper;
    }

    public boolean isTrustBegun() {
        return paper().trustBegun();
    }

    public boolean isMayMakePaper() {
        return paper().mayMake();
    }

    public String getPaperSince() {
        return paper().since()
                .map(day -> String.format(exchange.text("vault", "keys.paper.since"), Days.dated(day)))
                .orElse("");
    }

    /** The line for the server's configuration, where she works alone. */
    public String getAnchor() {
        return paper().anchor().map(value -> Anchoring.LINE + value).orElse("");
    }

    /** The same with a gap for a colleague's. */
    public String getAnchorOfTwo() {
        return Anchoring.LINE + getAnchored() + ",\u2026";
    }

    public String getAnchored() {
        return own().flatMap(OwnKeys::anchored).orElse("");
    }

    public List<Other> getOthers() {
        return own().map(OwnKeys::others).orElse(List.of()).stream()
                .map(this::other)
                .toList();
    }

    private Other other(OwnKeys.Other other) {
        String key = "keys.others." + (other.later() ? other.vouched() ? "later.vouched" : "later" : "earlier");
        return new Other(
                other.keyId().toString(),
                String.format(exchange.text("vault", key), Days.dated(other.since())),
                exchange.text("vault", key + ".more"),
                other.vouched(),
                other.mayGiveUp());
    }

    /** The vault she is about to give up for good, to be asked once more; {@code null} when there is none. */
    public Other getAsked() {
        String asked = exchange.parameter("give").orElse("");
        return getOthers().stream()
                .filter(other -> other.id().equals(asked) && other.mayGiveUp())
                .findFirst()
                .orElse(null);
    }

    /** What has just been done, in words; empty when nothing has. */
    public String getDone() {
        return exchange.parameter("done")
                .filter(List.of("phrase", "sheet", "given", "paper")::contains)
                .map(what -> exchange.text("vault", "keys.done." + what))
                .orElse("");
    }
}
