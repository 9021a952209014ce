package org.safespaces.keys;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.audit.Actor;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.audit.LoggedHead;
import org.safespaces.people.Ids;
import org.safespaces.vault.Recipient;
import org.safespaces.vault.RecipientList;
import org.safespaces.vault.RecipientListBody;
import org.safespaces.vault.RecipientSignature;
import org.safespaces.vault.VaultException;

/**
 * The lists of those who receive enquiries. Only the newest can be in force, and only if it verifies, follows the ones
 * before it, and is not older than one that the log knows: taking a list away never brings an older one back. A proposal
 * is no list and stands elsewhere, so that nothing is stopped by making one. Source: vault.md 5.5, 6.6.
 */
@RequestScoped
class RecipientLists {
    private static final byte[] NONE_BEFORE = new byte[64];

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private KeyDirectory directory;

    @Inject
    private AuditTrail audit;

    @Inject
    private Alarm alarm;

    /** Who receives enquiries now. Empty when nobody may: no list, or none that can be believed, which is said aloud. */
    Optional<RecipientList> inForce() {
        // the log first: what is signed in between is newer than the log, and never older
        ListPin logged = logged();
        List<RecipientListBody> all = all();
        Optional<RecipientList> list = verified(all, logged);
        if (list.isPresent()) {
            alarm.listVerifies();
        } else if (isAnchored() && (logged.version() > 0 || !all.isEmpty())) {
            alarm.listDoesNotVerify();
        }
        return list;
    }

    /** Before the server is told where trust begins nobody is believed, which is no news to anybody. */
    private static boolean isAnchored() {
        return !ServerSecrets.anchor().fingerprints().isEmpty();
    }

    private Optional<RecipientList> verified(List<RecipientListBody> all, ListPin logged) {
        try {
            return newest(all)
                    .filter(body -> !logged.isAheadOf(pin(body)) && isChain(all))
                    .map(body -> RecipientList.verify(body, signatures(body.listVersion()), directory.verified()));
        } catch (VaultException doesNotVerify) {
            return Optional.empty();
        }
    }

    /** From the first on, each names the one before it, and none is missing. */
    private static boolean isChain(List<RecipientListBody> all) {
        byte[] before = NONE_BEFORE;
        for (int i = 0; i < all.size(); i++) {
            RecipientListBody body = all.get(i);
            if (body.listVersion() != i + 1 || !Arrays.equals(body.previousHash(), before)) {
                return false;
            }
            before = body.hash();
        }
        return true;
    }

    /** The newest list that the log says was put in force. */
    ListPin logged() {
        return audit.newestVersion(AuditAction.RECIPIENTS_CHANGED, ServerSecrets.tenant())
                .map(head -> new ListPin((int) head.items(), HexFormat.of().formatHex(head.hash())))
                .orElse(ListPin.NONE);
    }

    /** The newest list there is, believed or not. */
    Optional<RecipientListBody> newest() {
        return newest(all());
    }

    private static Optional<RecipientListBody> newest(List<RecipientListBody> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Whom one of the lists names, in its order; nobody when there is no such list. */
    List<Recipient> of(int version) {
        return all().stream()
                .filter(list -> list.listVersion() == version)
                .findFirst()
                .map(RecipientListBody::recipients)
                .orElse(List.of());
    }

    /** What follows the newest list and names these people. */
    RecipientListBody following(List<Recipient> people) {
        Optional<RecipientListBody> newest = newest();
        return new RecipientListBody(
                ServerSecrets.tenant(),
                newest.map(RecipientListBody::listVersion).orElse(0) + 1,
                newest.map(RecipientListBody::hash).orElse(NONE_BEFORE),
                people);
    }

    static ListPin pin(RecipientListBody body) {
        return new ListPin(body.listVersion(), HexFormat.of().formatHex(body.hash()));
    }

    private List<RecipientListBody> all() {
        UUID tenant = ServerSecrets.tenant();
        List<StoredRecipient> lines = entities.createQuery("select r from StoredRecipient r", StoredRecipient.class)
                .getResultList();
        return entities.createQuery(
                        "select l from StoredRecipientList l where l.version > 0 order by l.version",
                        StoredRecipientList.class)
                .getResultStream()
                .map(list -> new RecipientListBody(
                        tenant,
                        list.version(),
                        list.previousHash(),
                        lines.stream()
                                .filter(line -> line.listVersion() == list.version())
                                .map(StoredRecipient::recipient)
                                .toList()))
                .toList();
    }

    List<RecipientSignature> signatures(int version) {
        return entities.createQuery(
                        "select s from StoredRecipientSignature s where s.listVersion = :version",
                        StoredRecipientSignature.class)
                .setParameter("version", version)
                .getResultStream()
                .map(StoredRecipientSignature::signature)
                .toList();
    }

    /** Keeps a list with the signatures under it; the log knows its version from then on. Throws {@link ProposalGone}. */
    void putInForce(Actor actor, RecipientListBody body, List<RecipientSignature> signatures) {
        claim(body);
        body.recipients().forEach(each -> entities.persist(new StoredRecipient(Ids.fresh(), body.listVersion(), each)));
        signatures.forEach(
                each -> entities.persist(new StoredRecipientSignature(Ids.fresh(), body.listVersion(), each)));
        audit.recordVersion(
                actor,
                AuditAction.RECIPIENTS_CHANGED,
                "practice",
                ServerSecrets.tenant(),
                new LoggedHead(body.listVersion(), body.hash()));
    }

    /** Of two who finish a list of the same version at once, the second finds the version taken. */
    private void claim(RecipientListBody body) {
        int inserted = entities.createNativeQuery("INSERT INTO recipient_list (version, previous_hash) VALUES (?1, ?2)"
                        + " ON CONFLICT (version) DO NOTHING")
                .setParameter(1, body.listVersion())
                .setParameter(2, body.previousHash())
                .executeUpdate();
        if (inserted == 0) {
            throw new ProposalGone();
        }
    }
}
