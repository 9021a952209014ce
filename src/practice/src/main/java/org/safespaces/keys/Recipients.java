package org.safespaces.keys;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safespaces.people.Caller;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.Recipient;
import org.safespaces.vault.RecipientList;
import org.safespaces.vault.RecipientListBody;
import org.safespaces.vault.RecipientSignature;

/**
 * Who receives enquiries: shown to every therapist, changed by two of them. One proposes and signs, another signs the
 * same; until then the list before stays in force. No admin can do either. Enquiries that wait stay with those they were
 * sealed to.
 */
@Stateless
@RolesAllowed("therapist")
public class Recipients {
    private static final int FEWEST = 2;

    @Inject
    private RecipientLists lists;

    @Inject
    private Proposals proposals;

    @Inject
    private KeyDirectory directory;

    @Inject
    private UnlockedVault vault;

    @Inject
    private Pins pins;

    @Inject
    private Caller caller;

    /**
     * The newest list.
     *
     * @param version 0 when there is none yet
     * @param people whom it names
     * @param signers who signed it
     * @param believed whether enquiries are sealed to it at this moment
     */
    public record Newest(int version, Set<UUID> people, Set<UUID> signers, boolean believed) {}

    /**
     * A list that one person wants.
     *
     * @param hash what a second signature would be under, in hexadecimal
     * @param mine whether the caller proposed it
     */
    public record Proposal(
            UUID id, int version, Set<UUID> people, UUID by, LocalDate proposedOn, boolean mine, String hash) {}

    /** The newest list there is, whether or not it can be believed. An admin sees whom it names, and changes nothing. */
    @RolesAllowed({"therapist", "admin"})
    public Newest newest() {
        Optional<RecipientList> inForce = lists.inForce();
        return lists.newest()
                .map(body -> new Newest(
                        body.listVersion(),
                        people(body.recipients()),
                        lists.signatures(body.listVersion()).stream()
                                .map(RecipientSignature::signerId)
                                .collect(Collectors.toSet()),
                        inForce.filter(list -> list.version() == body.listVersion())
                                .isPresent()))
                .orElseGet(() -> new Newest(0, Set.of(), Set.of(), false));
    }

    /** What waits for a second signature. */
    public List<Proposal> proposals() {
        UUID self = self();
        return proposals.open().stream()
                .map(each -> new Proposal(
                        each.stored().id(),
                        each.body().listVersion(),
                        people(each.body().recipients()),
                        each.stored().signer(),
                        each.stored().proposedOn(),
                        each.stored().signer().equals(self),
                        hash(each.body())))
                .toList();
    }

    /**
     * Proposes that these people receive enquiries, each with the keys of today, and signs it. Throws {@link
     * TooFewRecipients} for fewer than two, {@link SameRecipients} when they do already, {@link NotVouched} when she or one
     * of them is not vouched for.
     */
    public void propose(Collection<UUID> people) {
        PersonalKeys keys = believed();
        if (Set.copyOf(people).size() < FEWEST) {
            throw new TooFewRecipients();
        }
        List<Recipient> recipients =
                people.stream().distinct().map(this::withKeysOfToday).toList();
        RecipientListBody body = lists.following(recipients);
        if (isNewest(body)) {
            throw new SameRecipients();
        }
        proposals.keep(caller.actor(), body, keys.signRecipients(body));
    }

    private Recipient withKeysOfToday(UUID person) {
        return new Recipient(
                person,
                directory
                        .verified()
                        .of(person)
                        .orElseThrow(NotVouched::new)
                        .keys()
                        .keyId());
    }

    private boolean isNewest(RecipientListBody body) {
        return lists.inForce().isPresent()
                && lists.newest()
                        .filter(newest -> newest.recipients().equals(body.recipients()))
                        .isPresent();
    }

    /**
     * Signs what somebody else proposed; from then on it is in force. Throws {@link ProposalGone} when it is not there any
     * more, or is not what the caller has read.
     *
     * @param hash of the list that was shown to her
     */
    public void sign(UUID proposalId, String hash) {
        PersonalKeys keys = believed();
        Proposals.Read proposal = proposals.find(proposalId);
        if (!hash(proposal.body()).equals(hash) || proposal.stored().signer().equals(keys.personId())) {
            throw new ProposalGone();
        }
        proposals.putInForce(caller.actor(), proposal, keys.signRecipients(proposal.body()));
        pins.signed(keys, proposal.body());
    }

    /** Takes back what the caller proposed. Throws {@link ProposalGone}. */
    public void withdraw(UUID proposalId) {
        PersonalKeys keys = vault.keys();
        Proposals.Read proposal = proposals.find(proposalId);
        if (!proposal.stored().signer().equals(keys.personId())) {
            throw new ProposalGone();
        }
        proposals.withdraw(caller.actor(), proposal);
    }

    /** The caller's open keys, if a colleague has vouched for just these: else her signature would not count. */
    private PersonalKeys believed() {
        PersonalKeys keys = vault.keys();
        return directory
                .verified()
                .of(keys.personId())
                .filter(vouched -> vouched.keys().equals(keys.publicKeys()))
                .map(vouched -> keys)
                .orElseThrow(NotVouched::new);
    }

    private UUID self() {
        return caller.therapist().orElseThrow(NoSuchPerson::new).value();
    }

    private static Set<UUID> people(List<Recipient> recipients) {
        return recipients.stream().map(Recipient::personId).collect(Collectors.toSet());
    }

    private static String hash(RecipientListBody body) {
        return HexFormat.of().formatHex(body.hash());
    }
}
