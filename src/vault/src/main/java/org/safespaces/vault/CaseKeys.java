package org.safespaces.vault;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From grants to case keys, for one opener and one request: verified grant, then her own key, then the erasure key. What has been
 * derived is kept until {@link #close}, so that a page of fifty notes asks the keystore once.
 */
final class CaseKeys implements AutoCloseable {
    private record Place(CasePart part, int epoch) {}

    private final Opener opener;
    private final Grants grants;
    private final ErasureKeys erasureKeys;
    private final Directory directory;
    private final Clock clock;
    private final Map<CasePart, CaseChain> chains = new HashMap<>();
    private final Map<Place, byte[]> keys = new HashMap<>();
    private boolean closed;

    CaseKeys(Opener opener, Grants grants, ErasureKeys erasureKeys, Directory directory, Clock clock) {
        this.opener = opener;
        this.grants = grants;
        this.erasureKeys = erasureKeys;
        this.directory = directory;
        this.clock = clock;
    }

    /** Verified now, whatever was known before: for everything that writes. */
    CaseChain chainNow(CasePart part) {
        demandOpen();
        CaseChain chain = CaseChain.verify(part, grants, directory);
        chains.put(part, chain);
        return chain;
    }

    /** As last verified, if that chain knows the epoch. */
    CaseChain chain(CasePart part, int epoch) {
        CaseChain known = chains.get(part);
        return known != null && known.knows(epoch) ? known : chainNow(part);
    }

    /** The newest epoch, if she may write in it: whatever an outsider wrote would open for nobody. */
    EpochMembers epochToWriteIn(CasePart part) {
        demandVouched();
        EpochMembers newest = chainNow(part).newest();
        boolean runs = grant(newest).isPresent();
        if (!runs || !newest.isMember(opener.id())) {
            throw new VaultException();
        }
        return newest;
    }

    void demandVouched() {
        if (!directory.knows(opener.id(), opener.keyId())) {
            throw new VaultException();
        }
    }

    /** The case key; it stays in here, callers do not wipe it. */
    byte[] key(CasePart part, int epoch) {
        demandOpen();
        Place place = new Place(part, epoch);
        byte[] known = keys.get(place);
        if (known == null) {
            known = derive(chain(part, epoch).at(epoch));
            keys.put(place, known);
        }
        return known;
    }

    /** The secret behind it, to be granted on; the caller wipes it. */
    byte[] secret(EpochMembers members) {
        return grant(members).map(this::opened).orElseGet(() -> passedOn(members));
    }

    private byte[] opened(Grant grant) {
        return Hpke.open(opener.box(), grant.info(), grant.encapsulation(), grant.ciphertext());
    }

    /** Of a return code that took another's place: what that one passed on. */
    private byte[] passedOn(EpochMembers members) {
        for (Grant grant : members.passedOnTo(opener.keyId())) {
            byte[] secret = opened(grant);
            if (grant.isPassedOn(secret)) {
                return secret;
            }
            Bytes.wipe(secret);
        }
        throw new VaultException();
    }

    /** Whether a holder let this code in, or a code that was let in passed the secret on to it. */
    boolean admits(EpochMembers members, CodeKeys code) {
        if (members.grantFor(code.codeId(), code.codeId(), clock.instant().getEpochSecond())
                .isPresent()) {
            return true;
        }
        byte[] secret = secret(members);
        try {
            return members.passedOnTo(code.codeId()).stream().anyMatch(grant -> grant.isPassedOn(secret));
        } finally {
            Bytes.wipe(secret);
        }
    }

    /** The erasure key of an epoch; the caller closes it. */
    ErasureKey erasureKey(CasePart part, int epoch) {
        return found(chain(part, epoch).at(epoch).epoch());
    }

    private byte[] derive(EpochMembers members) {
        CaseEpoch epoch = members.epoch();
        byte[] secret = secret(members);
        try (ErasureKey ek = found(epoch)) {
            return KeyDerivation.caseKey(secret, ek, epoch.part(), epoch.epoch());
        } finally {
            Bytes.wipe(secret);
        }
    }

    private Optional<Grant> grant(EpochMembers members) {
        return members.grantFor(opener.id(), opener.keyId(), clock.instant().getEpochSecond());
    }

    private ErasureKey found(CaseEpoch epoch) {
        ErasureKey ek = erasureKeys.find(epoch.ekId());
        if (ek == null) {
            throw new VaultException();
        }
        return ek;
    }

    private void demandOpen() {
        if (closed) {
            throw new VaultException();
        }
    }

    @Override
    public void close() {
        closed = true;
        keys.values().forEach(Bytes::wipe);
        keys.clear();
    }
}
