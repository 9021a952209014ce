package org.safespaces.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;

/** What somebody may open now: cases of her own, and those she covers. */
@RequestScoped
class Caseloads {
    @Inject
    private People people;

    @Inject
    private Arrangements arrangements;

    /** By designation. */
    List<ClientSummary> of(TherapistId therapist) {
        List<ClientSummary> own = people.caseload(therapist);
        Set<CaseId> held = own.stream().map(ClientSummary::id).collect(Collectors.toSet());
        List<Cover> covers = arrangements.coveredBy(therapist).stream()
                .filter(cover -> !held.contains(cover.caseId()))
                .toList();
        Map<CaseId, ClientSummary> theirs =
                people.summaries(covers.stream().map(Cover::caseId).toList());
        Stream<ClientSummary> covered = covers.stream().map(cover -> covered(cover, theirs.get(cover.caseId())));
        return Stream.concat(own.stream(), covered)
                .sorted(Comparator.comparing(ClientSummary::designation))
                .toList();
    }

    /** One of them; empty for any other case. */
    Optional<ClientSummary> find(TherapistId therapist, CaseId caseId) {
        return people.holds(therapist, caseId)
                ? Optional.of(people.summary(caseId))
                : arrangements.coverBy(therapist, caseId).map(cover -> covered(cover, people.summary(caseId)));
    }

    private ClientSummary covered(Cover cover, ClientSummary client) {
        return client.coveredUntil(LocalDate.ofInstant(
                cover.ends(), people.therapist(cover.giver()).zone()));
    }
}
