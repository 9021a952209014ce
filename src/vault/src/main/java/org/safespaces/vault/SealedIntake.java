package org.safespaces.vault;

import java.util.List;
import java.util.UUID;

/**
 * An enquiry as it is stored, always of one size. It carries no signature: anybody may write in, and what opens is untrusted text.
 *
 * @param tenantId the practice
 * @param intakeId random
 * @param listVersion whom it was sealed to
 * @param ekId its erasure key
 * @param clinical what she wrote, 32 KiB
 * @param identity who she is, 4 KiB
 * @param wraps the keys of both, for each recipient
 */
public record SealedIntake(
        UUID tenantId,
        UUID intakeId,
        int listVersion,
        EkId ekId,
        SealedText clinical,
        SealedText identity,
        List<IntakeWrap> wraps) {
    public SealedIntake {
        wraps = List.copyOf(wraps);
    }
}
