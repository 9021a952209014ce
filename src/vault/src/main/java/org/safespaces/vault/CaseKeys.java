package org.safespaces.vault;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

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
        Grant grant = members.grantFor(
                        opener.id(), opener.keyId(), clock.instant().getEpochSecond())
                .orElseThrow(VaultException::new);
        return Hpke.open(opener.box(), grant.info(), grant.encapsulation(), grant.ciphertext());
    }

    private byte[] derive(EpochMembers members) {
        CaseEpoch epoch = members.epoch();
        byte[] secret = secret(members);
        try (ErasureKey ek = found(epoch.ekId())) {
            return KeyDerivation.caseKey(secret, ek, epoch.part(), epoch.epoch());
        } finally {
            Bytes.wipe(secret);
        }
    }

    private ErasureKey found(EkId id) {
        ErasureKey ek = erasureKeys.find(id);
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
