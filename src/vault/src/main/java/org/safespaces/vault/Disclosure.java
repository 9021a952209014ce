package org.safespaces.vault;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Proof that this reading was permitted and recorded; nothing of a person's is opened without one. Names one case or one enquiry,
 * the compartments, the reason, and the audit line, and runs out within seconds.
 *
 * <p>Guarantee: with the architecture test that lets {@code access} alone mint it, decryption that nobody recorded does not build.
 * Limit: it is no key; without the unlocked vault it opens nothing. Source: vault.md 8.
 */
public final class Disclosure {
    /** Why somebody reads. */
    public enum Purpose {
        READ,
        /** Many items at once; authors' signatures are not checked, the envelopes' bindings are. */
        SEARCH,
        EXPORT,
        HANDOVER,
        ROTATE
    }

    private final UUID subjectId;
    private final Set<Compartment> compartments;
    private final Purpose purpose;
    private final long auditSequence;
    private final Instant until;

    private Disclosure(
            UUID subjectId, Set<Compartment> compartments, Purpose purpose, long auditSequence, Instant until) {
        this.subjectId = Objects.requireNonNull(subjectId);
        this.compartments = Set.copyOf(compartments);
        this.purpose = Objects.requireNonNull(purpose);
        this.auditSequence = auditSequence;
        this.until = Objects.requireNonNull(until);
    }

    /**
     * Only after the check and the audit line, and only by {@code access}.
     *
     * @param subjectId the case, or the enquiry
     * @param until a few seconds from now
     */
    public static Disclosure recorded(
            UUID subjectId, Set<Compartment> compartments, Purpose why, long auditSequence, Instant until) {
        return new Disclosure(subjectId, compartments, why, auditSequence, until);
    }

    public Purpose purpose() {
        return purpose;
    }

    public long auditSequence() {
        return auditSequence;
    }

    void demand(CasePart part, Clock clock) {
        demand(part.caseId(), part.compartment(), clock);
    }

    void demand(UUID subject, Compartment compartment, Clock clock) {
        if (!subjectId.equals(subject)
                || !compartments.contains(compartment)
                || clock.instant().isAfter(until)) {
            throw new VaultException();
        }
    }
}
