package org.safespaces.keys;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Conversation;
import org.safespaces.vault.ErasureKey;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.SealedInward;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.SealedMessage;
import org.safespaces.vault.VaultException;

/** What somebody reads and writes with her code: messages about her enquiry, and those that have become part of her case. */
@Stateless
@PermitAll
@TransactionAttribute(MANDATORY)
public class CodeMessages {
    @Inject
    private ErasureKeyStore erasureKeys;

    @Inject
    private StoredGrants grants;

    @Inject
    private KeyDirectory directory;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Seals what she writes to those who read her enquiry. Throws {@link KeysDoNotFit} where her code does not open it. */
    public SealedMessage seal(OpenCode code, Conversation in, UUID messageId, ClearText text) {
        try (ErasureKey key = erasureKeys.find(in.ekId())) {
            return code.code().sealMessage(text, in, messageId, LocalDate.now(clock), key);
        } catch (VaultException notHers) {
            throw new KeysDoNotFit();
        }
    }

    /** One message of her enquiry; empty where it is not what was sealed there. The caller closes it. */
    public Optional<ClearText> open(OpenCode code, Conversation in, SealedMessage message) {
        try (ErasureKey key = erasureKeys.find(in.ekId())) {
            return Optional.of(code.code().openMessage(message, in, key));
        } catch (VaultException | KeyGone doesNotOpen) {
            return Optional.empty();
        }
    }

    /**
     * The case a code leads to. Whoever is signed in as a client opens her own with it: to her, a code that leads to another is none.
     *
     * @throws KeysDoNotFit where it leads to no case; {@link WrongPhrase}
     */
    public CaseId caseOf(OpenCode code) {
        CaseId id = code.holder().place().caseId().orElseThrow(KeysDoNotFit::new);
        if (caller.client().filter(own -> !own.equals(id)).isPresent()) {
            throw new WrongPhrase();
        }
        return id;
    }

    /**
     * Seals what she writes into her case: for whoever holds it now, and for the code she writes with. The caller shares the case
     * ({@code People.share}). Throws {@link KeysDoNotFit} where nobody could open it, or her code leads to no case.
     */
    public SealedInward sealIntoCase(OpenCode code, UUID messageId, ClearText text) {
        CaseId id = code.holder().place().caseId().orElseThrow(KeysDoNotFit::new);
        try {
            return code.code()
                    .sealInward(
                            CaseKeys.part(id, Compartment.MESSAGES),
                            messageId,
                            text,
                            grants,
                            erasureKeys,
                            directory.verified(),
                            clock);
        } catch (VaultException nobodyHoldsIt) {
            throw new KeysDoNotFit();
        }
    }

    /** What she wrote into her case and nobody has opened yet; empty where it was not written with this code. */
    public Optional<ClearText> openInward(OpenCode code, SealedInward inward) {
        try {
            return Optional.of(code.code().openInward(inward, grants, erasureKeys, directory.verified()));
        } catch (VaultException | KeyGone doesNotOpen) {
            return Optional.empty();
        }
    }

    /** One message of her case, as {@link #open}. */
    public Optional<ClearText> openItem(OpenCode code, SealedItem item, ItemAddress at) {
        try {
            return Optional.of(code.code().openItem(item, at, grants, erasureKeys, directory.verified()));
        } catch (VaultException | KeyGone doesNotOpen) {
            return Optional.empty();
        }
    }
}
