package org.safespaces.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safespaces.keys.KeyDirectory;
import org.safespaces.keys.Recipients;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;

/**
 * Who can open what, and why, for whoever runs the practice: by designation, from the same rows that decide it. It opens nothing, and
 * what it shows is no permission.
 */
@Stateless
@RolesAllowed("admin")
public class AccessOverview {
    @Inject
    private People people;

    @Inject
    private Arrangements arrangements;

    @Inject
    private Recipients recipients;

    @Inject
    private KeyDirectory directory;

    @Inject
    private Staff staff;

    @Inject
    private Clock clock;

    /** Every client, by designation, with everybody who can open her record; those first whose it is. Throws {@link AccountsUnavailable}. */
    public List<CaseOpeners> cases() {
        Set<TherapistId> atWork = atWork();
        Map<TherapistId, TherapistSummary> names = names();
        List<ClientSummary> cases = people.everyCase();
        Map<CaseId, List<TherapistId>> holders =
                people.holders(cases.stream().map(ClientSummary::id).toList());
        Map<CaseId, List<Cover>> covers = coversByCase();
        Map<CaseId, HandOver> offers = offersByCase();
        return cases.stream()
                .map(each -> {
                    List<CaseOpeners.Who> who = new ArrayList<>();
                    holders.getOrDefault(each.id(), List.of())
                            .forEach(id -> who.add(who(names.get(id), atWork, Opener.Kind.THERAPIST, null, null)));
                    covers.getOrDefault(each.id(), List.of()).forEach(cover -> who.add(covering(cover, names, atWork)));
                    Optional.ofNullable(offers.get(each.id()))
                            .ifPresent(offer -> who.add(
                                    who(names.get(offer.to()), atWork, Opener.Kind.ASKED, offer.offeredOn(), null)));
                    return new CaseOpeners(each.designation(), each.state(), each.joined(), who);
                })
                .toList();
    }

    private CaseOpeners.Who covering(Cover cover, Map<TherapistId, TherapistSummary> names, Set<TherapistId> atWork) {
        TherapistSummary giver = names.get(cover.giver());
        return who(
                names.get(cover.colleague()),
                atWork,
                cover.begins().isAfter(clock.instant()) ? Opener.Kind.COVER_LATER : Opener.Kind.COVER,
                LocalDate.ofInstant(cover.begins(), giver.zone()),
                LocalDate.ofInstant(cover.ends(), giver.zone()));
    }

    private CaseOpeners.Who who(
            TherapistSummary person, Set<TherapistId> atWork, Opener.Kind kind, LocalDate first, LocalDate last) {
        return new CaseOpeners.Who(
                new Opener(person.shownName(), kind, Optional.ofNullable(first), Optional.ofNullable(last)),
                people.isSuspended(person.id()),
                atWork.contains(person.id()));
    }

    /** Those who are let in: not suspended, and therapists by their sign-ins. */
    private Set<TherapistId> atWork() {
        return staff.all().stream()
                .filter(account -> account.enabled() && account.has(Role.THERAPIST))
                .map(account -> people.therapistBehind(account.id()))
                .flatMap(Optional::stream)
                .filter(id -> !people.isSuspended(id))
                .collect(Collectors.toSet());
    }

    /** Every therapist, by the name she shows, with what she can open. Throws {@link AccountsUnavailable}. */
    public List<Reach> therapists() {
        Map<CaseId, ClientSummary> cases = cases(people.everyCase());
        Map<CaseId, List<TherapistId>> holders = people.holders(cases.keySet());
        Set<TherapistId> atWork = atWork();
        return people.colleagues().stream()
                .map(each -> reach(each, cases, holders, atWork))
                .toList();
    }

    /**
     * What somebody can open as a therapist, before something about her is changed; empty for whoever has not been here as one.
     *
     * @throws org.safespaces.people.NoSuchPerson; {@link AccountsUnavailable}
     */
    public Optional<Reach> of(String accountId) {
        Map<CaseId, ClientSummary> cases = cases(people.everyCase());
        Map<CaseId, List<TherapistId>> holders = people.holders(cases.keySet());
        return people.therapistBehind(staff.find(accountId).id())
                .map(people::therapist)
                .map(each -> reach(each, cases, holders, atWork()));
    }

    private Reach reach(
            TherapistSummary person,
            Map<CaseId, ClientSummary> cases,
            Map<CaseId, List<TherapistId>> holders,
            Set<TherapistId> atWork) {
        List<CaseId> own = cases.keySet().stream()
                .filter(id -> holders.getOrDefault(id, List.of()).contains(person.id()))
                .toList();
        Set<UUID> readers = readers();
        return new Reach(
                person.shownName(),
                people.isSuspended(person.id()),
                directory.standing(person.id()),
                own.stream().map(id -> cases.get(id).designation()).sorted().toList(),
                own.stream()
                        .filter(id -> isAlone(person.id(), holders.get(id), atWork))
                        .map(id -> cases.get(id).designation())
                        .sorted()
                        .toList(),
                arrangements.coveredBy(person.id()).stream()
                        .filter(cover -> cases.containsKey(cover.caseId()))
                        .map(cover -> new Reach.Covered(
                                cases.get(cover.caseId()).designation(),
                                LocalDate.ofInstant(
                                        cover.ends(),
                                        people.therapist(cover.giver()).zone())))
                        .toList(),
                readers.contains(person.id().value()),
                (int) readers.stream()
                        .filter(id -> !id.equals(person.id().value()))
                        .filter(id -> atWork.contains(new TherapistId(id)))
                        .count());
    }

    /** Does nobody else hold it who is let in? A colleague who covers does so for a while only, and is not counted. */
    private static boolean isAlone(TherapistId person, List<TherapistId> holders, Set<TherapistId> atWork) {
        return holders.stream().filter(id -> !id.equals(person)).noneMatch(atWork::contains);
    }

    /** Of the people on the list by which enquiries are sealed at this moment. */
    private Set<UUID> readers() {
        Recipients.Newest newest = recipients.newest();
        return newest.believed() ? newest.people() : Set.of();
    }

    private Map<TherapistId, TherapistSummary> names() {
        return people.colleagues().stream().collect(Collectors.toMap(TherapistSummary::id, Function.identity()));
    }

    private Map<CaseId, List<Cover>> coversByCase() {
        Instant now = clock.instant();
        return arrangements.openCovers().stream()
                .filter(cover -> !cover.isOver(now))
                .collect(Collectors.groupingBy(Cover::caseId));
    }

    private Map<CaseId, HandOver> offersByCase() {
        return arrangements.openOffers().stream().collect(Collectors.toMap(HandOver::caseId, Function.identity()));
    }

    private static Map<CaseId, ClientSummary> cases(List<ClientSummary> all) {
        return all.stream().collect(Collectors.toMap(ClientSummary::id, Function.identity()));
    }
}
