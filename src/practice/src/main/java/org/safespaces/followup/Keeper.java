package org.safespaces.followup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.people.TherapistId;

/** Answers for what tasks of one kind are about; implemented by the feature that keeps it. */
public interface Keeper {
    Subject.Kind kind();

    /** How it is called where no name may stand; empty when it is not there any more. */
    Optional<String> designation(UUID id);

    /** The same for several, in one question; what is not there any more is left out. */
    Map<UUID, String> designations(Set<UUID> ids);

    /** Who may read it, in the order in which a task about it goes from one to the next. */
    List<TherapistId> readers(UUID id);

    /** The same for several, in as many questions as for one. */
    Map<UUID, List<TherapistId>> readers(Set<UUID> ids);

    /** What the calling therapist may read at this moment. Works with her vault locked, and opens nothing. */
    Set<UUID> mine();

    /** The calling therapist, if she may read it; else {@link org.safespaces.access.NotYours}, which is recorded. */
    TherapistId reader(UUID id);

    /**
     * Seals what a reader has written about it, beside it, for those who may read it. Needs her vault open: {@link
     * org.safespaces.keys.VaultLocked}.
     */
    void keep(UUID id, String text);
}
