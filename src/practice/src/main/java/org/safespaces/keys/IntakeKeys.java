package org.safespaces.keys;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;
import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safespaces.people.Ids;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.ClearMessage;
import org.safespaces.vault.CodeKeys;
import org.safespaces.vault.Conversation;
import org.safespaces.vault.Directory;
import org.safespaces.vault.EkId;
import org.safespaces.vault.ErasureKey;
import org.safespaces.vault.IntakeText;
import org.safespaces.vault.IntakeWrap;
import org.safespaces.vault.KeyKind;
import org.safespaces.vault.LockedSeed;
import org.safespaces.vault.PublicKeys;
import org.safespaces.vault.PublicSeal;
import org.safespaces.vault.Recipient;
import org.safespaces.vault.RecipientList;
import org.safespaces.vault.ResealedIntake;
import org.safespaces.vault.SealedIntake;
import org.safespaces.vault.SealedText;
import org.safespaces.vault.VouchedKeys;

/** Seals what a stranger writes to the people who may read it, and keeps their halves of the key. */
@Stateless
@PermitAll
public class IntakeKeys {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private RecipientLists lists;

    @Inject
    private KeyDirectory directory;

    @Inject
    private LockedVault session;

    @Inject
    private ErasureKeyStore erasureKeys;

    @Inject
    private Clock clock;

    /**
     * Seals in the request that receives; what is returned can be opened only by the recipients (and what happened, by the
     * holder of the code). Throws {@link TooFewRecipients} or {@link KeystoreUnavailable}: then nothing was kept, and
     * nothing may be kept.
     */
    @TransactionAttribute(MANDATORY)
    public SealedIntake seal(UUID intakeId, IntakeText text, CodeKeys codeOrNull) {
        RecipientList recipients = lists.inForce().orElseThrow(TooFewRecipients::new);
        try (ErasureKey erasureKey = erasureKeys.claim()) {
            SealedIntake sealed =
                    PublicSeal.seal(ServerSecrets.tenant(), intakeId, text, recipients, erasureKey, codeOrNull);
            keep(sealed);
            return sealed;
        }
    }

    /** The same for an enquiry that is sealed once more, with what was written about it. */
    @RolesAllowed("therapist")
    @TransactionAttribute(MANDATORY)
    public ResealedIntake sealAnew(UUID intakeId, IntakeText text, List<ClearMessage> messages, CodeKeys codeOrNull) {
        RecipientList recipients = lists.inForce().orElseThrow(TooFewRecipients::new);
        try (ErasureKey erasureKey = erasureKeys.claim();
                ErasureKey ofMessages = messages.isEmpty() ? null : erasureKeys.claim()) {
            ResealedIntake sealed = PublicSeal.sealAnew(
                    ServerSecrets.tenant(), intakeId, text, messages, recipients, erasureKey, ofMessages, codeOrNull);
            keep(sealed.intake());
            return sealed;
        }
    }

    private void keep(SealedIntake sealed) {
        sealed.wraps().forEach(wrap -> entities.persist(new StoredIntakeWrap(Ids.fresh(), sealed.intakeId(), wrap)));
    }

    /** Takes an erasure key for the messages of an enquiry. Throws {@link KeystoreUnavailable}. */
    @TransactionAttribute(MANDATORY)
    public EkId claimForMessages() {
        try (ErasureKey erasureKey = erasureKeys.claim()) {
            return erasureKey.id();
        }
    }

    /** What the messages of an enquiry hang on, put together from its row and the halves of its key. */
    @TransactionAttribute(MANDATORY)
    public Conversation conversation(UUID intakeId, int listVersion, EkId ofMessages) {
        return new Conversation(ServerSecrets.tenant(), intakeId, listVersion, ofMessages, wraps(intakeId));
    }

    /** An enquiry put together again from its row and the recipients' halves of the key. */
    public SealedIntake assemble(UUID intakeId, int listVersion, EkId ekId, SealedText clinical, SealedText identity) {
        return new SealedIntake(
                ServerSecrets.tenant(), intakeId, listVersion, ekId, clinical, identity, wraps(intakeId));
    }

    /** Was this enquiry sealed to this therapist, to keys she still uses? */
    @TransactionAttribute(SUPPORTS)
    public boolean isRecipient(TherapistId therapist, UUID intakeId) {
        return opensFor(therapist).contains(intakeId);
    }

    /** The enquiries that were sealed to a therapist: to the keys of her open vault, or, while it is locked, of today. */
    @TransactionAttribute(SUPPORTS)
    public List<UUID> sealedTo(TherapistId therapist) {
        return opensFor(therapist);
    }

    private List<UUID> opensFor(TherapistId therapist) {
        return keysOf(therapist.value())
                .map(key -> entities.createQuery(
                                "select distinct w.intakeId from StoredIntakeWrap w where w.recipientKeyId = :key",
                                UUID.class)
                        .setParameter("key", key)
                        .getResultList())
                .orElse(List.of());
    }

    private Optional<UUID> keysOf(UUID person) {
        return session.seed(clock.instant())
                .filter(seed -> seed.personId().equals(person))
                .map(LockedSeed::expected)
                .or(() -> directory.verified().of(person).map(VouchedKeys::keys))
                .map(PublicKeys::keyId);
    }

    /** The enquiries that this therapist's keys do not open, and the practice's keys on paper do. */
    @RolesAllowed("therapist")
    public List<UUID> outOfReachOf(TherapistId therapist) {
        List<UUID> hers = opensFor(therapist);
        return directory.verified().all().stream()
                .filter(keys -> keys.kind() == KeyKind.OFFLINE)
                .flatMap(keys -> entities.createQuery(
                                "select distinct w.intakeId from StoredIntakeWrap w where w.recipientKeyId = :key",
                                UUID.class)
                        .setParameter("key", keys.keys().keyId())
                        .getResultStream())
                .filter(intake -> !hers.contains(intake))
                .distinct()
                .toList();
    }

    /** Can an enquiry be sealed at this moment, to two verified people at least? */
    @TransactionAttribute(SUPPORTS)
    public boolean takesEnquiries() {
        return lists.inForce().isPresent();
    }

    /** The therapists an enquiry was sealed to; not the keys on paper, which nobody can write to. */
    public List<UUID> recipientsOf(SealedIntake sealed) {
        return therapists(sealed.wraps());
    }

    /** The same of an enquiry that somebody has written about. */
    public List<UUID> recipientsOf(Conversation about) {
        return therapists(about.wraps());
    }

    private List<UUID> therapists(List<IntakeWrap> wraps) {
        Optional<RecipientList> list = lists.inForce();
        return wraps.stream()
                .map(IntakeWrap::recipientId)
                .distinct()
                .filter(id -> list.isPresent()
                        && list.get().recipients().stream()
                                .filter(person -> person.kind() == KeyKind.PERSON)
                                .anyMatch(person -> person.personId().equals(id)))
                .toList();
    }

    /**
     * The therapists an enquiry is sealed to, to keys they use today, in the order of the list it was sealed to; not the keys on
     * paper. Nobody has to ask for it: it is looked up while a task goes on by itself.
     */
    @TransactionAttribute(SUPPORTS)
    public List<TherapistId> readers(UUID intakeId, int listVersion) {
        return readersOf(Map.of(intakeId, listVersion)).get(intakeId);
    }

    /** The same for several enquiries, each with the version of the list it was sealed to: one question for all of them, and one a list. */
    @TransactionAttribute(SUPPORTS)
    public Map<UUID, List<TherapistId>> readers(Map<UUID, Integer> enquiries) {
        return readersOf(enquiries);
    }

    private Map<UUID, List<TherapistId>> readersOf(Map<UUID, Integer> enquiries) {
        if (enquiries.isEmpty()) {
            return Map.of();
        }
        Directory today = directory.verified();
        Map<Integer, List<Recipient>> recipients =
                enquiries.values().stream().distinct().collect(Collectors.toMap(Function.identity(), lists::of));
        Map<UUID, Set<UUID>> sealedTo = keysOf(enquiries.keySet());
        return enquiries.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        enquiry -> among(
                                recipients.get(enquiry.getValue()),
                                sealedTo.getOrDefault(enquiry.getKey(), Set.of()),
                                today)));
    }

    private Map<UUID, Set<UUID>> keysOf(Set<UUID> enquiries) {
        return entities.createQuery(
                        "select w.intakeId, w.recipientKeyId from StoredIntakeWrap w where w.intakeId in :ids",
                        Object[].class)
                .setParameter("ids", enquiries)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (UUID) row[1], Collectors.toSet())));
    }

    private static List<TherapistId> among(List<Recipient> recipients, Set<UUID> sealedTo, Directory today) {
        return recipients.stream()
                .filter(recipient -> today.of(recipient.personId())
                        .filter(keys -> keys.kind() == KeyKind.PERSON)
                        .filter(keys -> sealedTo.contains(keys.keys().keyId()))
                        .isPresent())
                .map(recipient -> new TherapistId(recipient.personId()))
                .toList();
    }

    /**
     * Drops every half of an enquiry's key: with the erasure key gone as well, nobody opens it again. Part of an act that has asked
     * who may; a stranger who takes hers back has no role.
     */
    @TransactionAttribute(MANDATORY)
    public void forget(UUID intakeId) {
        entities.createQuery("delete from StoredIntakeWrap w where w.intakeId = :intake")
                .setParameter("intake", intakeId)
                .executeUpdate();
    }

    /** As {@link #forget}, but for the half that her own code opens: a last reply hangs on it, under an erasure key of its own. */
    @TransactionAttribute(MANDATORY)
    public void forgetAllBut(UUID intakeId, CodeKeys code) {
        entities.createQuery("delete from StoredIntakeWrap w where w.intakeId = :intake and w.recipientId <> :code")
                .setParameter("intake", intakeId)
                .setParameter("code", code.codeId())
                .executeUpdate();
    }

    private List<IntakeWrap> wraps(UUID intakeId) {
        return entities.createQuery(
                        "select w from StoredIntakeWrap w where w.intakeId = :intake", StoredIntakeWrap.class)
                .setParameter("intake", intakeId)
                .getResultStream()
                .map(StoredIntakeWrap::wrap)
                .toList();
    }
}
