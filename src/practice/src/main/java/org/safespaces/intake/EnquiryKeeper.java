package org.safespaces.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.access.CaseAccess;
import org.safespaces.followup.Keeper;
import org.safespaces.followup.Subject;
import org.safespaces.keys.IntakeKeys;
import org.safespaces.people.Caller;
import org.safespaces.people.Ids;
import org.safespaces.people.TherapistId;

/**
 * Tasks about enquiries: for those an enquiry was sealed to, in the order of the list of readers. What is said of one is a note for
 * colleagues, and goes where those go.
 */
@ApplicationScoped
class EnquiryKeeper implements Keeper {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private IntakeKeys keys;

    @Inject
    private CaseAccess access;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Caller caller;

    @Override
    public Subject.Kind kind() {
        return Subject.Kind.ENQUIRY;
    }

    @Override
    public Optional<String> designation(UUID id) {
        return entities.createQuery("select i.designation from Intake i where i.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Map<UUID, String> designations(Set<UUID> ids) {
        return entities.createQuery("select i.id, i.designation from Intake i where i.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    @Override
    public List<TherapistId> readers(UUID id) {
        return entities.createQuery("select i.listVersion from Intake i where i.id = :id", Integer.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(listVersion -> keys.readers(id, listVersion))
                .orElse(List.of());
    }

    @Override
    public Map<UUID, List<TherapistId>> readers(Set<UUID> ids) {
        return keys.readers(
                entities.createQuery("select i.id, i.listVersion from Intake i where i.id in :ids", Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Integer) row[1])));
    }

    @Override
    public Set<UUID> mine() {
        return caller.therapist().map(keys::sealedTo).map(Set::copyOf).orElse(Set.of());
    }

    @Override
    public TherapistId reader(UUID id) {
        return access.recipient(id);
    }

    @Override
    public void keep(UUID id, String text) {
        correspondence.tellColleagues(id, Ids.fresh(), text);
    }
}
