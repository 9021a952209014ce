package org.safespaces.vault;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The verified list of those whom new enquiries are sealed to; {@link PublicSeal} accepts nothing else.
 *
 * <p>Guarantee: at least two people, each with the keys vouched for today, wanted by at least two different people: no administrator
 * can add himself. Limit: an older list that still verifies cannot be told from the newest; the audit log can. Failure: {@link
 * VaultException}, and then no enquiry is accepted. Source: vault.md 5.5, 6.6.
 */
public final class RecipientList {
    private static final int FEWEST = 2;
    private static final int HASH = 64;

    private final RecipientListBody body;
    private final List<VouchedKeys> recipients;

    private RecipientList(RecipientListBody body, List<VouchedKeys> recipients) {
        this.body = body;
        this.recipients = recipients;
    }

    /** Checks everything that is promised above. */
    public static RecipientList verify(
            RecipientListBody body, Collection<RecipientSignature> signatures, Directory directory) {
        List<VouchedKeys> recipients = body.recipients().stream()
                .map(each -> current(each.personId(), each.keyId(), directory))
                .toList();
        boolean refused = !body.tenantId().equals(directory.tenantId())
                || body.listVersion() < 1
                || body.previousHash().length != HASH
                || people(recipients) < recipients.size()
                || recipients.size() < FEWEST
                || signers(body, signatures, directory) < FEWEST;
        if (refused) {
            throw new VaultException();
        }
        return new RecipientList(body, recipients);
    }

    public int version() {
        return body.listVersion();
    }

    public List<VouchedKeys> recipients() {
        return recipients;
    }

    UUID tenantId() {
        return body.tenantId();
    }

    private static VouchedKeys current(UUID personId, UUID keyId, Directory directory) {
        return directory
                .of(personId)
                .filter(keys -> keys.keys().keyId().equals(keyId))
                .orElseThrow(VaultException::new);
    }

    private static long people(List<VouchedKeys> recipients) {
        return recipients.stream().map(VouchedKeys::personId).distinct().count();
    }

    /** Only keys of today count: a list must not live on a key that its owner has given up. */
    private static long signers(
            RecipientListBody body, Collection<RecipientSignature> signatures, Directory directory) {
        return signatures.stream()
                .filter(each -> directory
                        .of(each.signerId())
                        .filter(keys -> keys.signed(body, each))
                        .isPresent())
                .map(RecipientSignature::signerId)
                .distinct()
                .count();
    }
}
