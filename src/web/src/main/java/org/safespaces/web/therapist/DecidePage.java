package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.access.HoldReason;
import org.safespaces.access.TextRefused;
import org.safespaces.followup.StillOpen;
import org.safespaces.intake.DayDoesNotFit;
import org.safespaces.intake.DecidedMeanwhile;
import org.safespaces.intake.Decisions;
import org.safespaces.intake.IntakeGone;
import org.safespaces.intake.IntakeStatus;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.OpenIntake;
import org.safespaces.intake.WrongStep;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.signposting.SupportDirectory;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What a reader decides about an enquiry: said first, then done. Their words stand beside it. */
@Named
@RequestScoped
public class DecidePage {
    private static final String MESSAGE = "decide:message";

    /** What can be decided here, by its name in the address. */
    private static final List<String> WAYS = List.of("accept", "wait", "not-right", "close");

    @Inject
    private Decisions decisions;

    @Inject
    private Intakes intakes;

    @Inject
    private IntakeWords words;

    @Inject
    private SupportDirectory directory;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Unlocking unlocking;

    @Inject
    private Clock clock;

    @Inject
    private Exchange exchange;

    private final Map<String, String> errors = new HashMap<>();
    private IntakeReading reading;
    private LocalDate latest;
    private Integer decided;
    private List<PlaceChoice> places = List.of();
    private String message;
    private String phrase;
    private boolean locked;
    private boolean reachable;
    private boolean tried;
    private boolean again;

    /** A place that she can tick. */
    public record PlaceChoice(String id, String name, String what, boolean fits, boolean chosen) {}

    /** Opens the enquiry for this answer, unless the vault has locked while somebody was writing here. */
    public void load() {
        if (!WAYS.contains(getTo())) {
            throw new NoSuchPerson();
        }
        if (exchange.isPost() && !tried) {
            // the page was made in a session that has ended: what was typed is taken from the post itself
            message = exchange.parameter(MESSAGE).orElse(null);
            again = true;
        }
        locked = exchange.isPost() && !vaultLock.isOpen();
        if (!locked) {
            try {
                show(intakes.open(id()));
            } catch (IntakeGone gone) {
                over();
            }
        }
    }

    private void show(OpenIntake opened) {
        reading = words.read(opened);
        latest = opened.summary().keepUntil();
        reachable = decisions.isReachable(id());
        decided = opened.summary().decisions();
        List<String> fit = opened.called().signposts().stream()
                .map(signpost -> signpost.place().id())
                .toList();
        List<String> chosen = List.of(exchange.parameters("place"));
        places = directory.all().stream()
                .map(place -> new PlaceChoice(
                        place.id(), place.name(), place.what(), fit.contains(place.id()), chosen.contains(place.id())))
                .toList();
    }

    public void decide() {
        tried = true;
        if (!isUnlocked()) {
            return;
        }
        try {
            switch (getTo()) {
                case "accept" -> accept();
                case "wait" -> keepWaiting();
                case "not-right" -> turnAway();
                case "close" -> {
                    decisions.close(id(), seen(), said());
                    done();
                }
                default -> throw new NoSuchPerson();
            }
        } catch (IntakeGone colleagueWasQuicker) {
            over();
        } catch (DecidedMeanwhile | WrongStep changed) {
            exchange.goTo("/therapist/intake?id=" + id() + "&meanwhile=1");
        } catch (TextRefused refused) {
            complain("message", "error.text." + refused.reason().name());
        } catch (StillOpen askedToBeReadToday) {
            exchange.complain(null, "desk", "error.task");
        } catch (KeystoreUnavailable down) {
            exchange.complain(null, "desk", "error.later");
        } catch (VaultLocked justNow) {
            locked = true;
        }
    }

    private void accept() {
        Optional<String> hold = exchange.parameter("hold").filter(Set.of("yes", "no")::contains);
        if (isLegal() && hold.isEmpty()) {
            complain("hold", "error.hold");
            return;
        }
        Optional<HoldReason> reason = hold.filter("yes"::equals).map(yes -> HoldReason.COURT_OR_POLICE);
        exchange.goTo("/therapist/client?id="
                + decisions.accept(id(), seen(), reason).id().value() + "&new=1");
    }

    private void keepWaiting() {
        Optional<LocalDate> day = day();
        if (day.isEmpty()) {
            complain("day", "error.day");
        }
        if (isAnew() && said().isEmpty()) {
            complain("message", "error.text.EMPTY");
        }
        if (errors.isEmpty()) {
            try {
                decisions.keepWaiting(id(), seen(), day.get(), said());
                done();
            } catch (DayDoesNotFit bounds) {
                errors.put(
                        "day", String.format(exchange.text("desk", "error.day.bounds"), Days.dated(bounds.latest())));
                exchange.complainAt("day", wrong("day"));
            }
        }
    }

    private void turnAway() {
        List<String> chosen = Arrays.stream(exchange.parameters("place"))
                .filter(id -> directory.lookUp(id).isPresent())
                .distinct()
                .toList();
        if (said().isEmpty()) {
            complain("message", "error.text.EMPTY");
        }
        if (chosen.isEmpty()) {
            complain("place", "error.place");
        }
        if (errors.isEmpty()) {
            decisions.turnAway(id(), seen(), said(), chosen);
            done();
        }
    }

    private void done() {
        exchange.goTo("/therapist/intakes?done=" + getTo());
    }

    private void over() {
        exchange.goTo("/therapist/intakes?done=over");
    }

    private void complain(String field, String key) {
        errors.put(field, exchange.text("desk", key));
        exchange.complainAt(field.equals("message") ? MESSAGE : field, wrong(field));
    }

    /** A vault that has locked meanwhile is unlocked here: nothing typed is lost. */
    private boolean isUnlocked() {
        boolean open = vaultLock.isOpen();
        if (!open && phrase != null) {
            open = unlocking.succeeds(phrase, "decide:phrase", "unlock.error.phrase", vaultLock::unlock);
            if (open && unlocking.isStopped()) {
                exchange.complain("decide:phrase", "casefile", "unlock.error.stopped");
                open = false;
            }
        }
        phrase = null;
        return open;
    }

    /** What she wrote, as she meant it; empty for nothing. */
    private String said() {
        return message == null
                ? ""
                : message.replace("\r\n", "\n").replace("\u0000", "").strip();
    }

    private Optional<LocalDate> day() {
        try {
            return exchange.parameter("day").map(LocalDate::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private UUID id() {
        return Ids.parse(exchange.parameter("id").orElse(null));
    }

    private int seen() {
        return exchange.number("seen").orElse(-1);
    }

    public String getId() {
        return id().toString();
    }

    public String getTo() {
        return exchange.parameter("to").orElse("");
    }

    /** How often something had been decided when the page was first shown. */
    public int getSeen() {
        return exchange.isPost() || decided == null ? seen() : decided;
    }

    public boolean isOpen() {
        return reading != null;
    }

    public IntakeReading getReading() {
        return reading;
    }

    /** They were told another day before, and so are written to. */
    public boolean isAnew() {
        return reading == null ? isPosted("anew") : reading.row().isOf(IntakeStatus.WAITING);
    }

    /** Nobody could read it: their code has ended. */
    public boolean isUnreachable() {
        return reading != null && !reachable;
    }

    /** Is she to be asked about a legal hold? */
    public boolean isLegal() {
        return reading == null ? isPosted("legal") : reading.legal();
    }

    /** What the page was shown with, while its post is taken apart. */
    private boolean isPosted(String flag) {
        return exchange.parameter(flag).filter(value -> !value.equals("0")).isPresent();
    }

    public boolean isHoldChosen() {
        return exchange.parameter("hold").filter("yes"::equals).isPresent();
    }

    public boolean isNoHoldChosen() {
        return exchange.parameter("hold").filter("no"::equals).isPresent();
    }

    public List<PlaceChoice> getFitting() {
        return places.stream().filter(PlaceChoice::fits).toList();
    }

    public List<PlaceChoice> getOthers() {
        return places.stream().filter(place -> !place.fits()).toList();
    }

    public boolean isOtherChosen() {
        return getOthers().stream().anyMatch(PlaceChoice::chosen);
    }

    public String getDay() {
        return exchange.parameter("day").orElse("");
    }

    public String getEarliest() {
        return LocalDate.now(clock).plusDays(1).toString();
    }

    public String getLatest() {
        return latest == null ? "" : latest.toString();
    }

    public String getDayHelp() {
        return latest == null ? "" : String.format(exchange.text("desk", "wait.day.help"), Days.dated(latest));
    }

    /** What is wrong with a field; empty when nothing is. */
    public String wrong(String field) {
        return errors.getOrDefault(field, "");
    }

    /** The vault has locked while something was being typed: the form asks for the phrase as well. */
    public boolean isLockedNow() {
        return exchange.isPost() && !vaultLock.isOpen();
    }

    /** Nothing happened yet, since the page was of a session that has ended: she has to press once more. */
    public boolean isAgain() {
        return again && !locked;
    }

    public boolean isLocked() {
        return locked;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public String getPhrase() {
        return phrase;
    }

    public void setPhrase(String phrase) {
        this.phrase = phrase;
    }
}
