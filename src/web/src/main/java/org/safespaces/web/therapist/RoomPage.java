package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.OpenChecks;
import org.safespaces.notes.SafetyAnswers;
import org.safespaces.notes.SafetyCheck;
import org.safespaces.notes.SafetyChecks;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.Mode;
import org.safespaces.scheduling.Room;
import org.safespaces.scheduling.Rooms;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.CheckFields;
import org.safespaces.web.frame.Exchange;

/** The beginning of a session: what is asked about safety first, then the way in. */
@Named
@RequestScoped
public class RoomPage {
    private static final String BUNDLE = "room";

    @Inject
    private Rooms rooms;

    @Inject
    private SafetyChecks checks;

    @Inject
    private CheckFields fields;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Exchange exchange;

    private Room room;
    private Optional<SafetyCheck> here = Optional.empty();
    private Optional<SafetyCheck> last = Optional.empty();
    private boolean unread;
    private boolean closed;
    private boolean lockedNow;

    /** An answer with its question. */
    public record Line(String question, String answer) implements Confidential {
        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }

    /** Shows what there is; or does what was asked. Nothing is opened when a form comes back. */
    public void load() {
        if (!isAsked()) {
            return;
        }
        if (exchange.isPost()) {
            act();
        } else if (vaultLock.isOpen()) {
            open();
        } else {
            throw new VaultLocked();
        }
    }

    private Room room() {
        if (room == null) {
            room = rooms.inDiary(Ids.parse(exchange.parameter("id").orElse(null)));
        }
        return room;
    }

    private void open() {
        try {
            OpenChecks opened = checks.open(caseId(), check());
            here = opened.here();
            last = opened.last();
            unread = opened.unread();
            fields.begin(here.filter(check -> check.without().isEmpty())
                    .map(SafetyCheck::answers)
                    .or(() -> last.map(SafetyCheck::answers).map(RoomPage::lasting))
                    .orElse(SafetyAnswers.NONE));
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        }
    }

    /** What was true of another session and may still be; where she is, and with whom, is asked anew each time. */
    private static SafetyAnswers lasting(SafetyAnswers before) {
        return new SafetyAnswers(
                "", Optional.empty(), before.headphones(), before.word(), before.number(), Optional.empty());
    }

    private void act() {
        if (!vaultLock.isOpen()) {
            lockedNow = true;
            return;
        }
        try {
            if ("without".equals(exchange.parameter("do").orElse(""))) {
                goOnWithout();
            } else {
                fields.read().ifPresent(this::confirm);
            }
        } catch (VaultLocked meanwhile) {
            lockedNow = true;
        } catch (NoteChanged meanwhile) {
            exchange.goTo(address() + "&done=changed");
        } catch (DoesNotOpen | KeystoreUnavailable notNow) {
            exchange.complainAt(null, exchange.text(BUNDLE, "error.later"));
        }
    }

    private void confirm(SafetyAnswers answers) {
        checks.confirm(caseId(), check(), upon(), answers);
        exchange.goTo(address());
    }

    private void goOnWithout() {
        String reason = getReason();
        if (reason.isEmpty()) {
            fields.complain("reason", exchange.text(BUNDLE, "error.reason"));
        } else if (reason.length() > SafetyChecks.LONGEST_REASON) {
            fields.complain("reason", spoken("error.long", SafetyChecks.LONGEST_REASON));
        } else {
            checks.goOnWithout(caseId(), check(), upon(), reason);
            exchange.goTo(address());
        }
    }

    private String address() {
        return "/therapist/room?id=" + room().appointment();
    }

    private CaseId caseId() {
        return room().caseId().orElseThrow(NoSuchPerson::new);
    }

    private UUID check() {
        return room().check().orElseThrow(NoSuchPerson::new);
    }

    private int upon() {
        return exchange.number("upon").orElse(0);
    }

    /** There is something to ask: not where they meet in one place, and not where there is no session. */
    public boolean isAsked() {
        return room().caseId().isPresent() && room().mode() != Mode.IN_PERSON && room().door() != Room.Door.NONE;
    }

    public String getId() {
        return room().appointment().toString();
    }

    public String getCaseId() {
        return room().caseId().map(id -> id.value().toString()).orElse("");
    }

    public String getDesignation() {
        return room().designation().orElseGet(() -> exchange.text("erasure", "diary.erased"));
    }

    public String getWhen() {
        SpokenTime start = new SpokenTime(room().start(), zone());
        String hours = start.hour() + " to " + new SpokenTime(room().end(), zone()).hour();
        String place = String.format(Locale.UK, exchange.text("booking", "book.time.hers"), SpokenTime.place(zone()));
        return start.day() + ", " + hours + ", " + place;
    }

    /** Where the room is: once there is nothing more to ask, and while it is open. */
    public String getLink() {
        return isReady() ? room().link().orElse("") : "";
    }

    /** Asked, or left out for a reason, or nothing can be kept: the session is not held up. */
    private boolean isReady() {
        return !isAsked() || isSettled() || closed;
    }

    /** Asked and confirmed, or left out for a reason. */
    private boolean isSettled() {
        return here.filter(SafetyCheck::settled).isPresent() && !isEditing();
    }

    private boolean isEditing() {
        return exchange.parameter("edit").isPresent();
    }

    public boolean isOver() {
        return room().door() == Room.Door.OVER;
    }

    /** The questions are asked; of a session that is over they are no more. */
    public boolean isForm() {
        return isAsked() && !closed && (exchange.isPost() || !isSettled() && !isOver());
    }

    /** What was answered is in sight. */
    public boolean isAnswered() {
        return here.isPresent() && (isSettled() || isOver());
    }

    /** What applies in place of a way in, or until there is one; empty where the way in stands. */
    public String getWay() {
        if (room().door() == Room.Door.NONE) {
            return exchange.text(BUNDLE, "desk.room.none");
        }
        if (room().mode() == Mode.IN_PERSON) {
            return exchange.text(BUNDLE, "desk.room.person");
        }
        if (isOver()) {
            String over = exchange.text(BUNDLE, "desk.room.over");
            return isAsked() && here.isEmpty() ? over + " " + exchange.text(BUNDLE, "desk.check.nothing") : over;
        }
        if (!isReady()) {
            return exchange.text(BUNDLE, "desk.room.first");
        }
        if (room().mode() == Mode.PHONE) {
            return exchange.text(BUNDLE, "desk.room.phone");
        }
        if (room().door() == Room.Door.NOT_YET) {
            return spoken("desk.room.early", new SpokenTime(room().opens(), zone()).hour());
        }
        return room().link().isEmpty() ? exchange.text(BUNDLE, "desk.room.unset") : "";
    }

    /** Where what stands in the fields comes from; empty for nowhere. */
    public String getOrigin() {
        if (exchange.isPost()) {
            return "";
        }
        if (here.filter(check -> check.by() == SafetyCheck.By.CLIENT).isPresent()) {
            return spoken("desk.check.ahead", at());
        }
        return here.isEmpty() && last.isPresent() ? exchange.text(BUNDLE, "desk.check.last") : "";
    }

    /** Who has answered, and when. */
    public String getStanding() {
        return here.filter(SafetyCheck::settled).isPresent()
                ? spoken("desk.check.done", at())
                : spoken("desk.check.client", at());
    }

    private String at() {
        SpokenTime at = new SpokenTime(here.orElseThrow().at(), zone());
        return at.day() + ", " + at.hour();
    }

    private ZoneId zone() {
        return room().therapist().zone();
    }

    private String spoken(String key, Object... values) {
        return String.format(Locale.UK, exchange.text(BUNDLE, key), values);
    }

    /** Why it began without answers; empty where it did not. */
    public String getWithout() {
        return here.flatMap(SafetyCheck::without).orElse("");
    }

    /** The answers, each with its question. */
    public List<Line> getLines() {
        SafetyAnswers answers = here.map(SafetyCheck::answers).orElse(SafetyAnswers.NONE);
        return List.of(
                line("place", answers.place()),
                line("alone", said(answers.alone())),
                line("headphones", said(answers.headphones())),
                line("word", answers.word()),
                line("number", answers.number()),
                line("person", said(answers.person())));
    }

    private Line line(String field, String answer) {
        return new Line(
                exchange.text(BUNDLE, "asked." + field), answer.isEmpty() ? exchange.text(BUNDLE, "unsaid") : answer);
    }

    private String said(Optional<Boolean> answer) {
        return answer.map(yes -> exchange.text(BUNDLE, yes ? "yes" : "no")).orElse("");
    }

    /** Where she was at another session: to compare, not to take over. */
    public String getLastPlace() {
        return last.filter(check -> here.isEmpty())
                .map(check -> check.answers().place())
                .filter(place -> !place.isEmpty())
                .map(place -> spoken("desk.check.place.last", place))
                .orElse("");
    }

    public int getUpon() {
        return exchange.isPost() ? upon() : here.map(SafetyCheck::version).orElse(0);
    }

    public String getReason() {
        return exchange.isPost()
                ? exchange.parameter("reason")
                        .map(text -> text.replace("\r\n", "\n").replace("\u0000", ""))
                        .orElse("")
                : "";
    }

    public boolean isUnread() {
        return unread;
    }

    /** What is stored is not what was signed. */
    public boolean isClosed() {
        return closed;
    }

    /** The vault has locked while something was typed, which stays. */
    public boolean isLockedNow() {
        return lockedNow;
    }

    public boolean isChanged() {
        return !exchange.isPost()
                && exchange.parameter("done").filter("changed"::equals).isPresent();
    }
}
