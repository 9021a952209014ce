package org.safespaces.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.safespaces.vault.Passphrase;
import org.safespaces.vault.Pepper;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.RecoveryCode;
import org.safespaces.vault.Secret;
import org.safespaces.vault.Slot;
import org.safespaces.vault.SlotKind;
import org.safespaces.vault.VaultException;

/** Makes ways into a vault, and tells whether what somebody typed back opens one. Stores nothing. */
@ApplicationScoped
class WaysIn {
    @Inject
    private ServerSecrets secrets;

    @Inject
    private Lanes lanes;

    /** Six words. */
    Drawn drawPhrase(PersonalKeys keys) {
        try (Secret phrase = Passphrase.draw()) {
            return new Drawn(phrase.text(), slot(keys, SlotKind.PASSPHRASE, phrase));
        }
    }

    /** A phrase of her own; {@link WeakPhrase} when it could be guessed. */
    Slot ownPhrase(PersonalKeys keys, String own) {
        if (!Passphrase.strongEnough(own)) {
            throw new WeakPhrase();
        }
        try (Secret phrase = Secret.of(own)) {
            return slot(keys, SlotKind.PASSPHRASE, phrase);
        }
    }

    /** The code of a sheet. */
    Drawn drawCode(PersonalKeys keys) {
        String code = RecoveryCode.draw();
        try (Secret secret = RecoveryCode.parse(code)) {
            return new Drawn(code, slot(keys, SlotKind.RECOVERY_CODE, secret));
        }
    }

    private Slot slot(PersonalKeys keys, SlotKind kind, Secret secret) {
        return lanes.forStaff(() -> keys.addSlot(kind, secret, secrets.newestPepper()));
    }

    /** The same phrase under the newest pepper; empty where it lies there, and for a code from paper. The caller has a lane. */
    Optional<Slot> underNewestPepper(PersonalKeys keys, Slot slot, Secret phrase) {
        Pepper newest = secrets.newestPepper();
        boolean older = slot.kind() == SlotKind.PASSPHRASE && slot.pepperVersion() < newest.version();
        return older ? Optional.of(keys.addSlot(SlotKind.PASSPHRASE, phrase, newest)) : Optional.empty();
    }

    /** Throws {@link WrongPhrase} unless what was typed opens this slot, to these keys. */
    void check(PersonalKeys keys, Slot slot, String typed) {
        try (Secret secret = secret(slot, typed)) {
            lanes.forStaff(() -> PersonalKeys.unlock(
                            ServerSecrets.tenant(),
                            keys.personId(),
                            slot,
                            secret,
                            secrets.newestPepper(),
                            keys.publicKeys()))
                    .close();
        } catch (VaultException doesNotOpen) {
            throw new WrongPhrase();
        }
    }

    private static Secret secret(Slot slot, String typed) {
        return slot.kind() == SlotKind.PASSPHRASE ? Secret.of(typed) : RecoveryCode.parse(typed);
    }
}
