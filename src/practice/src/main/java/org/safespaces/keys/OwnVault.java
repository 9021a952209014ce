package org.safespaces.keys;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.people.Caller;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.Slot;

/**
 * Changes the ways into the caller's own vault, while it is open. Each change asks first that she has just typed a phrase or
 * code ({@link VaultLock#prove}), shows the new secret once, and takes the old way in away only when the new one was typed
 * back. Vaults that other sessions of hers have open stay open until they are idle. Source: vault.md 6.10.
 */
@Stateless
@RolesAllowed("therapist")
public class OwnVault {
    @Inject
    private UnlockedVault unlocked;

    @Inject
    private LockedVault session;

    @Inject
    private Workbench workbench;

    @Inject
    private WaysIn waysIn;

    @Inject
    private KeyRows rows;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** May the caller change a way in now, having typed her phrase or code for it? */
    public boolean mayChange() {
        return session.isProven(clock.instant());
    }

    /** Draws six new words; what opened before opens until they are typed back. */
    public String drawPhrase() {
        Drawn drawn = waysIn.drawPhrase(keys());
        workbench.keep(Unfinished.newPhrase(drawn.slot(), clock.instant()));
        return drawn.shown();
    }

    /** Were words drawn that have not been typed back yet? */
    public boolean isPhraseDrawn() {
        return isMaking(Unfinished.Purpose.PHRASE);
    }

    /** The words drawn are typed back, and are her phrase from now on; the old one is gone. */
    public void confirmPhrase(String typed) {
        Unfinished made = made(Unfinished.Purpose.PHRASE);
        PersonalKeys keys = keys();
        waysIn.check(keys, made.phrase(), typed);
        replace(keys, made.phrase(), AuditAction.PHRASE_CHANGED);
    }

    /** A phrase of her own, already typed twice, is her phrase from now on; {@link WeakPhrase} when it could be guessed. */
    public void choosePhrase(String own) {
        PersonalKeys keys = keys();
        replace(keys, waysIn.ownPhrase(keys, own), AuditAction.PHRASE_CHANGED);
    }

    /** Draws the code of a new recovery sheet; the old sheet opens until the new code is typed back. */
    public String drawSheet() {
        Drawn drawn = waysIn.drawCode(keys());
        workbench.keep(Unfinished.newSheet(drawn.slot(), clock.instant()));
        return drawn.shown();
    }

    /** Was a sheet shown whose code has not been typed back yet? */
    public boolean isSheetDrawn() {
        return isMaking(Unfinished.Purpose.SHEET);
    }

    /** The code is typed back, and the old sheet is good for nothing from now on. */
    public void confirmSheet(String typed) {
        Unfinished made = made(Unfinished.Purpose.SHEET);
        PersonalKeys keys = keys();
        waysIn.check(keys, made.code(), typed);
        replace(keys, made.code(), AuditAction.RECOVERY_SHEET_MADE);
    }

    private void replace(PersonalKeys keys, Slot slot, AuditAction done) {
        rows.replace(keys.personId(), keys.publicKeys().keyId(), slot);
        audit.record(caller.actor(), done, "person", keys.personId());
        workbench.clear();
        session.endProof();
        if (done == AuditAction.PHRASE_CHANGED) {
            session.hasPhrase();
        }
    }

    private boolean isMaking(Unfinished.Purpose purpose) {
        return workbench
                .unfinished(clock.instant())
                .filter(made -> made.purpose() == purpose)
                .isPresent();
    }

    private Unfinished made(Unfinished.Purpose purpose) {
        return workbench
                .unfinished(clock.instant())
                .filter(made -> made.purpose() == purpose)
                .orElseThrow(Interrupted::new);
    }

    /** Her keys, of an open vault, after she has typed for it; else {@link VaultLocked} or {@link NotProven}. */
    private PersonalKeys keys() {
        PersonalKeys keys = unlocked.keys();
        if (!session.isProven(clock.instant())) {
            throw new NotProven();
        }
        return keys;
    }
}
