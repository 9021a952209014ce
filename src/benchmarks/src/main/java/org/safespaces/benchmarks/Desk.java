package org.safespaces.benchmarks;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.safespaces.vault.Anchor;
import org.safespaces.vault.BrowserKey;
import org.safespaces.vault.CaseEpoch;
import org.safespaces.vault.CasePart;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Compartment;
import org.safespaces.vault.Directory;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.EkId;
import org.safespaces.vault.EpochDraft;
import org.safespaces.vault.ErasureKey;
import org.safespaces.vault.ErasureKeys;
import org.safespaces.vault.Grant;
import org.safespaces.vault.Grants;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.KeyKind;
import org.safespaces.vault.KeystoreKey;
import org.safespaces.vault.LockedSeed;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VouchedKeys;

/** Ada's working place: her vault, a colleague, and both databases as maps, so that nothing but the vault is measured. */
final class Desk implements Grants, ErasureKeys {
    final UUID tenantId = UUID.randomUUID();
    final PersonalKeys ada = PersonalKeys.create(tenantId, UUID.randomUUID());
    final PersonalKeys ben = PersonalKeys.create(tenantId, UUID.randomUUID());
    final Directory directory = Directory.verify(
            tenantId, Anchor.of(ada.publicKeys(), ben.publicKeys()), List.of(entry(ada), entry(ben)), List.of());

    private final Map<CasePart, List<CaseEpoch>> epochs = new HashMap<>();
    private final Map<CasePart, List<Grant>> grants = new HashMap<>();
    private final Map<EkId, SealedText> keystore = new HashMap<>();
    private final KeystoreKey keystoreKey = new KeystoreKey(tenantId, 1, new byte[32]);
    private final BrowserKey cookie = BrowserKey.draw();
    private final LockedSeed session = ada.lock(cookie);

    private static DirectoryEntry entry(PersonalKeys keys) {
        return keys.entry(KeyKind.PERSON, LocalDate.of(2026, 11, 20));
    }

    CasePart openCase() {
        CasePart part = new CasePart(tenantId, UUID.randomUUID(), Compartment.CLINICAL);
        EpochDraft draft = vault(ada).openCase(part);
        epochs.put(part, List.of(draft.epoch()));
        grants.put(part, draft.grants());
        return part;
    }

    /** In a request that lasts. */
    Vault vault(PersonalKeys keys) {
        return keys.vault(this, this, directory, Clock.systemUTC());
    }

    /** What a request begins with: the seed comes out of the session. */
    PersonalKeys reopen() {
        return PersonalKeys.reopen(session, cookie);
    }

    VouchedKeys bens() {
        return directory.of(ben.personId()).orElseThrow();
    }

    static SealedItem seal(Vault vault, String text, ItemAddress at) {
        try (ClearText clear = ClearText.of(text)) {
            return vault.seal(clear, at, SealedItem.NO_PREVIOUS);
        }
    }

    static ItemAddress address(CasePart part) {
        return new ItemAddress(part, UUID.randomUUID(), 1, 0);
    }

    static Disclosure why(CasePart part, Disclosure.Purpose purpose) {
        return Disclosure.recorded(
                part.caseId(),
                EnumSet.of(part.compartment()),
                purpose,
                1,
                Clock.systemUTC().instant().plus(Duration.ofSeconds(30)));
    }

    /** Words at random, so many characters of them. */
    static String text(int length, Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(Long.toString(random.nextLong() & 0xFFF_FFFFL, 36)).append(' ');
        }
        return text.substring(0, length);
    }

    @Override
    public List<CaseEpoch> epochs(CasePart part) {
        return epochs.getOrDefault(part, List.of());
    }

    @Override
    public List<Grant> grants(CasePart part) {
        return new ArrayList<>(grants.getOrDefault(part, List.of()));
    }

    @Override
    public ErasureKey claim() {
        ErasureKey drawn = ErasureKey.draw();
        keystore.put(drawn.id(), keystoreKey.wrap(drawn));
        return drawn;
    }

    @Override
    public ErasureKey find(EkId id) {
        return keystoreKey.unwrap(id, keystore.get(id));
    }

    @Override
    public void destroy(EkId id) {
        keystore.remove(id);
    }
}
