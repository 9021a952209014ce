package org.safespaces.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.settings.PracticeSettings;

/**
 * What asks to be read today, as the people see it who may read what it is about. Owning a task opens nothing. What is said of it
 * is sealed beside what it is about; without the vault open a task can be seen and acknowledged, no more.
 */
@Stateless
@RolesAllowed("therapist")
public class FollowUps {
    /** The most characters that fit one box of a step: with the words around it, what is sealed stays short. */
    public static final int LONGEST = 1_500;

    @Inject
    private TaskBook book;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private Mailer mailer;

    @Inject
    private PracticeSettings settings;

    /** Those that are open, in the order they came: the caller's own, and those about what she may read. */
    public List<FollowUp> open() {
        Map<Subject.Kind, Set<UUID>> readable = new EnumMap<>(Subject.Kind.class);
        TherapistId me = caller.therapist().orElseThrow(NoSuchPerson::new);
        List<StoredFollowUp> open = book.open().stream()
                .filter(task -> task.isOwnedBy(me)
                        || readable.computeIfAbsent(task.subject().kind(), kind -> book.keeper(kind)
                                        .mine())
                                .contains(task.subject().id()))
                .toList();
        Map<Subject, String> designations = ofEach(open.stream(), Keeper::designations);
        Map<Subject, List<TherapistId>> readers =
                ofEach(open.stream().filter(task -> task.escalatesAt().isPresent()), Keeper::readers);
        return open.stream()
                .map(task -> shown(
                        task,
                        me,
                        designations.getOrDefault(task.subject(), ""),
                        TaskBook.next(task, readers.getOrDefault(task.subject(), List.of()))))
                .toList();
    }

    /** What keepers know of the subjects of some tasks, each asked once. */
    private <T> Map<Subject, T> ofEach(
            Stream<StoredFollowUp> tasks, BiFunction<Keeper, Set<UUID>, Map<UUID, T>> asked) {
        Map<Subject.Kind, Set<UUID>> byKind = tasks.map(StoredFollowUp::subject)
                .collect(Collectors.groupingBy(Subject::kind, Collectors.mapping(Subject::id, Collectors.toSet())));
        Map<Subject, T> known = new HashMap<>();
        byKind.forEach((kind, ids) ->
                asked.apply(book.keeper(kind), ids).forEach((id, each) -> known.put(new Subject(kind, id), each)));
        return known;
    }

    /** The clients among those the caller may read about whom one is open. */
    public Set<CaseId> openAboutClients() {
        Set<UUID> mine = book.keeper(Subject.Kind.CASE).mine();
        return book.open().stream()
                .map(StoredFollowUp::subject)
                .filter(subject -> subject.kind() == Subject.Kind.CASE && mine.contains(subject.id()))
                .map(subject -> new CaseId(subject.id()))
                .collect(Collectors.toSet());
    }

    /** All about something the caller may read, the newest first. Throws {@link org.safespaces.access.NotYours}. */
    public List<FollowUp> about(Subject subject) {
        TherapistId me = reader(subject);
        return book.about(subject).stream().map(task -> shown(task, me)).toList();
    }

    /** One of them; throws {@link org.safespaces.access.NotYours}, {@link NoSuchPerson}. */
    public FollowUp find(UUID id) {
        StoredFollowUp task = book.find(id);
        return shown(task, reader(task.subject()));
    }

    /** How something is called about which a reader may open a task; throws {@link org.safespaces.access.NotYours}. */
    public String designation(Subject subject) {
        Keeper keeper = book.keeper(subject.kind());
        keeper.reader(subject.id());
        return keeper.designation(subject.id()).orElseThrow(NoSuchPerson::new);
    }

    /** What has happened to it, the first step first; throws {@link org.safespaces.access.NotYours}. */
    public List<FollowUpEvent> history(UUID id) {
        reader(book.subject(id));
        return book.history(id).stream()
                .map(event -> new FollowUpEvent(
                        event.step(),
                        event.by().map(by -> people.therapist(by).shownName()).orElse(""),
                        people.therapist(event.owner()).shownName(),
                        event.at()))
                .toList();
    }

    /** Its owner has it. Works with her vault locked. Throws {@link NotYourTask}, {@link OutOfTurn}. */
    public void acknowledge(UUID id) {
        Subject subject = book.subject(id);
        TherapistId me = reader(subject);
        StoredFollowUp task = book.hold(id, subject);
        task.acknowledge(me, book.now());
        written(task, FollowUpStep.ACKNOWLEDGED, me);
    }

    /**
     * A reader makes it hers. Works with her vault locked.
     *
     * @param from with whom she thinks it is: of two who take it over at once, the second is told. Throws {@link NotYourTask}, {@link
     *     OutOfTurn}
     */
    public void takeOver(UUID id, TherapistId from) {
        Subject subject = book.subject(id);
        TherapistId me = reader(subject);
        StoredFollowUp task = book.hold(id, subject);
        boolean unacknowledged = task.state() == FollowUpState.RAISED;
        task.takeOver(from, me, book.now());
        written(task, FollowUpStep.TAKEN_OVER, me);
        if (unacknowledged) {
            written(task, FollowUpStep.ACKNOWLEDGED, me);
        }
    }

    /** Its owner says what was done. Needs her vault open. Throws {@link NothingSaid}, {@link NotYourTask}, {@link OutOfTurn}. */
    public void act(UUID id, String done) {
        Subject subject = book.subject(id);
        TherapistId me = reader(subject);
        keep(subject, done);
        StoredFollowUp task = book.hold(id, subject);
        task.act(me, book.now());
        written(task, FollowUpStep.ACTED, me);
    }

    /** Its owner closes it, with a note. As {@link #act} otherwise. */
    public void close(UUID id, String note) {
        Subject subject = book.subject(id);
        TherapistId me = reader(subject);
        keep(subject, note);
        StoredFollowUp task = book.hold(id, subject);
        task.close(me, book.now());
        written(task, FollowUpStep.CLOSED, me);
    }

    /**
     * A reader opens one herself, and says why. It is hers and acknowledged; if one is open already, this joins it, and unless that is hers
     * its owner has to acknowledge it again. Needs her vault open. Throws {@link NothingSaid}, {@link
     * org.safespaces.access.NotYours}.
     *
     * @param said what is sealed of it, one after the other
     * @return the task
     */
    public UUID raise(Subject subject, List<String> said) {
        TherapistId me = reader(subject);
        if (said.isEmpty()) {
            throw new NothingSaid();
        }
        said.forEach(each -> keep(subject, each));
        Optional<StoredFollowUp> open = book.holdOpen(subject);
        open.ifPresent(task -> task.raiseAgain(book.due(), book.now()));
        StoredFollowUp task = open.orElseGet(() -> book.add(subject, me));
        written(task, open.isPresent() ? FollowUpStep.RAISED_AGAIN : FollowUpStep.RAISED, me);
        if (task.isOwnedBy(me)) {
            task.acknowledge(me, book.now());
            written(task, FollowUpStep.ACKNOWLEDGED, me);
        } else {
            mailer.send(Letter.PLEASE_READ_TODAY, task.owner().value());
        }
        return task.id();
    }

    /** How many are open, and since when: no more is told to an admin. */
    @RolesAllowed("admin")
    public FollowUpTally tally() {
        List<StoredFollowUp> open = book.open();
        long raised = open.stream()
                .filter(task -> task.state() == FollowUpState.RAISED)
                .count();
        return new FollowUpTally(
                open.size(),
                (int) raised,
                open.stream().map(StoredFollowUp::raisedAt).min(Instant::compareTo));
    }

    private void keep(Subject subject, String text) {
        if (text == null || text.isBlank()) {
            throw new NothingSaid();
        }
        book.keeper(subject.kind()).keep(subject.id(), text);
    }

    private void written(StoredFollowUp task, FollowUpStep step, TherapistId me) {
        book.write(task, step, caller.actor(), Optional.of(me));
    }

    private TherapistId reader(Subject subject) {
        return book.keeper(subject.kind()).reader(subject.id());
    }

    private FollowUp shown(StoredFollowUp task, TherapistId me) {
        String designation = book.keeper(task.subject().kind())
                .designation(task.subject().id())
                .orElse("");
        Optional<TherapistId> next = task.escalatesAt().isPresent() ? book.next(task) : Optional.empty();
        return shown(task, me, designation, next);
    }

    private FollowUp shown(StoredFollowUp task, TherapistId me, String designation, Optional<TherapistId> next) {
        return new FollowUp(
                task.id(),
                task.subject(),
                designation,
                task.state(),
                people.therapist(task.owner()),
                task.isOwnedBy(me),
                task.since(),
                task.raisedAt(),
                task.escalatesAt().filter(when -> next.isPresent()),
                next.map(people::therapist),
                next.filter(me::equals).isPresent(),
                settings.workingHours().dayOf(task.actBy()),
                task.isLate(book.now()));
    }
}
