package org.safespaces.vault;

import java.util.Objects;
import java.util.UUID;

/**
 * The name of an erasure key. It says nothing about what the key is used for, and the keystore knows no more.
 *
 * @param value random
 */
public record EkId(UUID value) {
    public EkId {
        Objects.requireNonNull(value);
    }
}
