package org.safespaces.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        Stream<ClientSummary> covered = arrangements.coveredBy(therapist).stream()
                .filter(cover -> !people.holds(therapist, cover.caseId()))
                .map(this::covered);
        return Stream.concat(people.caseload(therapist).stream(), covered)
                .sorted(Comparator.comparing(ClientSummary::designation))
                .toList();
    }

    /** One of them; empty for any other case. */
    Optional<ClientSummary> find(TherapistId therapist, CaseId caseId) {
        return people.holds(therapist, caseId)
                ? Optional.of(people.summary(caseId))
                : arrangements.coverBy(therapist, caseId).map(this::covered);
    }

    private ClientSummary covered(Cover cover) {
        return people.summary(cover.caseId())
                .coveredUntil(LocalDate.ofInstant(
                        cover.ends(), people.therapist(cover.giver()).zone()));
    }
}
