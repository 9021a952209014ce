package org.safespaces.vault;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One verified epoch and the grants in it that count: signed by a holder whom the epoch lists, or by somebody whom such a holder
 * added. A secret that anybody else slipped in is never looked at (vault.md 5.5).
 */
final class EpochMembers {
    private final CaseEpoch epoch;
    private final List<Grant> grants;
    private final Set<UUID> grantors;
    private final Set<UUID> members;
    private final List<Grant> betweenCodes;

    private EpochMembers(
            CaseEpoch epoch, List<Grant> grants, Set<UUID> grantors, Set<UUID> members, List<Grant> betweenCodes) {
        this.epoch = epoch;
        this.grants = grants;
        this.betweenCodes = betweenCodes;
        this.grantors = grantors;
        this.members = members;
    }

    static EpochMembers of(CaseEpoch epoch, List<Grant> stored, Directory directory) {
        List<Grant> here = stored.stream()
                .filter(grant -> grant.part().equals(epoch.part()) && grant.epoch() == epoch.epoch())
                .toList();
        List<Grant> genuine = here.stream()
                .filter(grant ->
                        directory.signed(grant.grantorId(), grant.grantorKeyId(), grant.payload(), grant.signature()))
                .toList();
        Set<UUID> holders = Set.copyOf(epoch.holders());
        Set<UUID> grantors = withThoseAdded(holders, givenBy(holders, genuine));
        List<Grant> counting = givenBy(grantors, genuine)
                .sorted(Comparator.comparing(Grant::purpose))
                .toList();
        return new EpochMembers(
                epoch,
                counting,
                grantors,
                withThoseAdded(grantors, counting.stream()),
                here.stream().filter(Grant::isBetweenCodes).toList());
    }

    CaseEpoch epoch() {
        return epoch;
    }

    /** Whether her grants count here. */
    boolean mayGrant(UUID person) {
        return grantors.contains(person);
    }

    /** Whether she holds the secret to write, and may begin the next epoch; supervision and a client's code do not. */
    boolean isMember(UUID person) {
        return members.contains(person);
    }

    /** The grant by which somebody opens this epoch at a moment; the one longest hers first. */
    Optional<Grant> grantFor(UUID person, UUID key, long epochSecond) {
        return grants.stream()
                .filter(grant -> grant.isFor(person, key) && grant.runsAt(epochSecond))
                .findFirst();
    }

    /** What codes before have passed on to this one. Whether they held the secret shows only by it: {@link Grant#isPassedOn}. */
    List<Grant> passedOnTo(UUID code) {
        return betweenCodes.stream().filter(grant -> grant.isFor(code, code)).toList();
    }

    /** Everybody whose grant makes her a holder and runs at a moment. */
    List<UUID> holdersAt(long epochSecond) {
        return Ids.sorted(grants.stream()
                .filter(grant -> grant.purpose().makesHolder() && grant.runsAt(epochSecond))
                .map(Grant::recipientId)
                .toList());
    }

    private static Stream<Grant> givenBy(Set<UUID> grantors, List<Grant> grants) {
        return grants.stream().filter(grant -> grantors.contains(grant.grantorId()));
    }

    private static Set<UUID> withThoseAdded(Set<UUID> people, Stream<Grant> grants) {
        Set<UUID> all = new HashSet<>(people);
        grants.filter(grant -> grant.purpose().makesHolder())
                .map(Grant::recipientId)
                .forEach(all::add);
        return Set.copyOf(all);
    }
}
