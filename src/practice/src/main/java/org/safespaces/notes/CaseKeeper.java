package org.safespaces.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.Cases;
import org.safespaces.followup.Keeper;
import org.safespaces.followup.Subject;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.Ids;
import org.safespaces.people.People;
import org.safespaces.people.TherapistId;
import org.safespaces.people.TherapistSummary;

/** Tasks about clients: for those who hold the record or cover for it. What is said of one is a signed note of the record. */
@ApplicationScoped
class CaseKeeper implements Keeper {
    @Inject
    private People people;

    @Inject
    private Cases cases;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseNotes notes;

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.CASE;
    }

    @Override
    public Optional<String> designation(UUID id) {
        return Optional.of(people.summary(new CaseId(id)).designation());
    }

    @Override
    public Map<UUID, String> designations(Set<UUID> ids) {
        return people.summaries(ids.stream().map(CaseId::new).toList()).values().stream()
                .collect(Collectors.toMap(client -> client.id().value(), ClientSummary::designation));
    }

    /** Her therapists only: whoever covers can take it over, and nobody is woken who is there for a while. */
    @Override
    public List<TherapistId> readers(UUID id) {
        return people.therapistsOf(new CaseId(id)).stream()
                .map(TherapistSummary::id)
                .toList();
    }

    @Override
    public Map<UUID, List<TherapistId>> readers(Set<UUID> ids) {
        return people.holders(ids.stream().map(CaseId::new).toList()).entrySet().stream()
                .collect(Collectors.toMap(held -> held.getKey().value(), Map.Entry::getValue));
    }

    @Override
    public Set<UUID> mine() {
        return cases.mine().stream().map(each -> each.id().value()).collect(Collectors.toSet());
    }

    @Override
    public TherapistId reader(UUID id) {
        return access.holder(new CaseId(id));
    }

    @Override
    public void keep(UUID id, String text) {
        notes.write(new CaseId(id), Ids.fresh(), text, null);
    }
}
