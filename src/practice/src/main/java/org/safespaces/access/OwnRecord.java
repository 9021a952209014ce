package org.safespaces.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safespaces.keys.CodeChange;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.CaseState;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;

/** What a client is told about her own record: who can open it, and what has changed in that. Days are her therapist's. */
@Stateless
@RolesAllowed("client")
public class OwnRecord {
    @Inject
    private Arrangements arrangements;

    @Inject
    private ReturnCodes codes;

    @Inject
    private People people;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Does a record belong to the caller's sign-in? Everything else here throws {@link NoSuchPerson} until then. */
    public boolean isThere() {
        return caller.client().isPresent();
    }

    /** Since when there is one. */
    public LocalDate openedOn() {
        return people.summary(me()).openedOn();
    }

    /** Whether therapy goes on, rests, or has ended. */
    public CaseState state() {
        return people.summary(me()).state();
    }

    /** Who can open the caller's record now; those first whose it is. */
    public List<Opener> openers() {
        CaseId id = me();
        Instant now = clock.instant();
        Stream<Opener> therapists = people.therapistsOf(id).stream()
                .map(each -> new Opener(each.shownName(), Opener.Kind.THERAPIST, Optional.empty(), Optional.empty()));
        Stream<Opener> covers = arrangements.openCoversOf(id).stream()
                .filter(cover -> !cover.isOver(now))
                .map(cover -> opener(cover, now));
        Stream<Opener> asked = arrangements.openOffer(id).stream()
                .map(offer -> new Opener(
                        name(offer.to()), Opener.Kind.ASKED, Optional.of(offer.offeredOn()), Optional.empty()));
        return Stream.of(therapists, covers, asked).flatMap(each -> each).toList();
    }

    private Opener opener(Cover cover, Instant now) {
        return new Opener(
                name(cover.colleague()),
                cover.begins().isAfter(now) ? Opener.Kind.COVER_LATER : Opener.Kind.COVER,
                Optional.of(day(cover.begins(), cover)),
                Optional.of(day(cover.ends(), cover)));
    }

    /** What has changed in that since the record was opened, newest first. */
    public List<RecordChange> changes() {
        CaseId id = me();
        List<RecordChange> all = new ArrayList<>();
        List<HandOver> offers = arrangements.offersOf(id);
        all.add(opened(id, offers));
        offers.forEach(offer -> tell(offer, all));
        arrangements.coversOf(id).forEach(cover -> tell(cover, all));
        codes.changes().forEach(code -> all.add(told(code)));
        all.sort(Comparator.comparing(RecordChange::on).thenComparing(RecordChange::kind));
        java.util.Collections.reverse(all);
        return all;
    }

    private RecordChange opened(CaseId id, List<HandOver> offers) {
        String first = offers.stream()
                .filter(offer -> offer.state() == HandOver.State.ACCEPTED)
                .map(offer -> name(offer.from()))
                .findFirst()
                .orElseGet(() -> people.therapistsOf(id).stream()
                        .findFirst()
                        .map(TherapistSummary::shownName)
                        .orElse(""));
        return change(RecordChange.Kind.OPENED, people.summary(id).openedOn(), "", first);
    }

    private void tell(HandOver offer, List<RecordChange> all) {
        String from = name(offer.from());
        String to = name(offer.to());
        all.add(change(RecordChange.Kind.OFFERED, offer.offeredOn(), from, to));
        offer.answeredOn()
                .ifPresent(day -> all.add(change(
                        offer.state() == HandOver.State.ACCEPTED
                                ? RecordChange.Kind.HANDED_OVER
                                : RecordChange.Kind.NOT_TAKEN_OVER,
                        day,
                        from,
                        to)));
    }

    private void tell(Cover cover, List<RecordChange> all) {
        String from = name(cover.giver());
        String to = name(cover.colleague());
        LocalDate first = day(cover.begins(), cover);
        LocalDate last = day(cover.ends(), cover);
        all.add(new RecordChange(RecordChange.Kind.COVER_GIVEN, cover.givenOn(), from, to, first, last));
        LocalDate end = cover.endedOn().filter(day -> day.isBefore(last)).orElse(last);
        if (cover.endedOn().isPresent() || cover.isOver(clock.instant())) {
            all.add(new RecordChange(RecordChange.Kind.COVER_ENDED, end, from, to, first, last));
        }
    }

    private RecordChange told(CodeChange code) {
        RecordChange.Kind kind =
                switch (code.kind()) {
                    case GIVEN -> RecordChange.Kind.CODE_GIVEN;
                    case CHANGED -> RecordChange.Kind.CODE_CHANGED;
                    case ENDED -> RecordChange.Kind.CODE_ENDED;
                };
        return change(kind, code.on(), "", code.by().map(this::name).orElse(""));
    }

    private static RecordChange change(RecordChange.Kind kind, LocalDate on, String from, String to) {
        return new RecordChange(kind, on, from, to, null, null);
    }

    /** Has something changed that the caller has not looked at yet? Never so before the first change. */
    public boolean hasNews() {
        return changes().size() - 1 > people.seenChanges();
    }

    /** The caller has looked at all there is now. */
    public void isSeen() {
        people.hasSeen(changes().size() - 1);
    }

    private CaseId me() {
        return caller.client().orElseThrow(NoSuchPerson::new);
    }

    private String name(TherapistId id) {
        return people.therapist(id).shownName();
    }

    private LocalDate day(Instant at, Cover cover) {
        ZoneId zone = people.therapist(cover.giver()).zone();
        return LocalDate.ofInstant(at, zone);
    }
}
