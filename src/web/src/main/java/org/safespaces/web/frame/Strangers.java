package org.safespaces.web.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * Tells visitors apart, for counting wrong tries and enquiries, without keeping where they come from: a hash of the address
 * under a key that lives in memory for a day. After that nobody, we neither, can tell that two visits were one person's.
 */
@ApplicationScoped
class Strangers {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    private Clock clock;
    private LocalDate day;
    private byte[] key;

    protected Strangers() {}

    @Inject
    Strangers(Clock clock) {
        this.clock = clock;
    }

    String of(String address) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(todaysKey());
            return HexFormat.of().formatHex(hash.digest(address.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }

    private synchronized byte[] todaysKey() {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(day)) {
            key = new byte[KEY_BYTES];
            RANDOM.nextBytes(key);
            day = today;
        }
        return key;
    }
}
