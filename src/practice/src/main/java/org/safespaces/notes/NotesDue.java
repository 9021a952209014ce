package org.safespaces.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.safespaces.access.Cases;
import org.safespaces.keys.NoteMarks;
import org.safespaces.people.Caller;

/** Appointments about which nobody has written yet. Opens nothing, and works with the vault locked. */
@Stateless
@RolesAllowed("therapist")
public class NotesDue {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Cases cases;

    @Inject
    private NoteMarks marks;

    @Inject
    private Caller caller;

    /**
     * Those of some appointments that no note in the caller's caseload is about, notes of somebody who covered included, and no draft of
     * hers. Four questions to the database, however many they are.
     */
    public Set<UUID> among(Collection<UUID> appointments) {
        Map<String, UUID> byTag = new HashMap<>();
        if (appointments != null) {
            appointments.forEach(id -> byTag.put(HexFormat.of().formatHex(marks.about(id)), id));
        }
        List<UUID> mine =
                cases.mine().stream().map(client -> client.id().value()).toList();
        if (byTag.isEmpty() || mine.isEmpty()) {
            return Set.of();
        }
        Set<UUID> left = new HashSet<>(byTag.values());
        Stream.concat(written(mine, byTag.values()), begun(byTag.values()))
                .forEach(tag -> left.remove(byTag.get(HexFormat.of().formatHex(tag))));
        return left;
    }

    private Stream<byte[]> begun(Collection<UUID> appointments) {
        return caller.therapist().stream()
                .flatMap(author -> entities
                        .createQuery(
                                "select d.aboutTag from NoteDraft d where d.aboutTag in :tags and d.authorId = :author",
                                byte[].class)
                        .setParameter(
                                "tags", appointments.stream().map(marks::about).toList())
                        .setParameter("author", author.value())
                        .getResultList()
                        .stream());
    }

    private Stream<byte[]> written(List<UUID> mine, Collection<UUID> appointments) {
        return entities
                .createQuery(
                        "select i.aboutTag from CaseItem i where i.aboutTag in :tags and i.caseId in :cases",
                        byte[].class)
                .setParameter("tags", appointments.stream().map(marks::about).toList())
                .setParameter("cases", mine)
                .getResultList()
                .stream();
    }
}
