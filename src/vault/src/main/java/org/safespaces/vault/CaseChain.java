package org.safespaces.vault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The verified epochs of one compartment, from the first.
 *
 * <p>Guarantee: each follows the one before by its hash and was begun by somebody who held that one; the first by its opener. Limit:
 * epochs missing from the end do not show here; in the audit log they do. Failure: {@link VaultException}, since a chain with one bad
 * link has been tampered with. Source: vault.md 5.5.
 */
final class CaseChain {
    private final List<EpochMembers> epochs;

    private CaseChain(List<EpochMembers> epochs) {
        this.epochs = epochs;
    }

    static CaseChain verify(CasePart part, Grants stored, Directory directory) {
        if (!part.tenantId().equals(directory.tenantId())) {
            throw new VaultException();
        }
        List<Grant> grants = stored.grants(part);
        List<EpochMembers> verified = new ArrayList<>();
        for (CaseEpoch epoch : inOrder(stored.epochs(part))) {
            EpochMembers before = verified.isEmpty() ? null : verified.get(verified.size() - 1);
            if (!epoch.part().equals(part) || !follows(before, epoch) || !isSigned(epoch, directory)) {
                throw new VaultException();
            }
            verified.add(EpochMembers.of(epoch, grants, directory));
        }
        if (verified.isEmpty()) {
            throw new VaultException();
        }
        return new CaseChain(List.copyOf(verified));
    }

    EpochMembers newest() {
        return epochs.get(epochs.size() - 1);
    }

    EpochMembers at(int epoch) {
        if (!knows(epoch)) {
            throw new VaultException();
        }
        return epochs.get(epoch);
    }

    boolean knows(int epoch) {
        return epoch >= 0 && epoch < epochs.size();
    }

    /** Whether she holds this compartment or ever did: then what she signed counts. */
    boolean everHeld(UUID person) {
        return epochs.stream().anyMatch(epoch -> epoch.isMember(person));
    }

    private static boolean follows(EpochMembers before, CaseEpoch epoch) {
        if (before == null) {
            return epoch.epoch() == 0
                    && Bytes.same(new byte[SealedItem.HASH], epoch.previousHash())
                    && epoch.holders().contains(epoch.signerId());
        }
        return epoch.epoch() == before.epoch().epoch() + 1
                && Bytes.same(before.epoch().hash(), epoch.previousHash())
                && before.isMember(epoch.signerId());
    }

    private static boolean isSigned(CaseEpoch epoch, Directory directory) {
        return directory.signed(epoch.signerId(), epoch.signerKeyId(), epoch.payload(), epoch.signature());
    }

    private static List<CaseEpoch> inOrder(List<CaseEpoch> epochs) {
        return epochs.stream().sorted(Comparator.comparingInt(CaseEpoch::epoch)).toList();
    }
}
