package org.safespaces.vault;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A small practice: Ada and Ben are its anchor, both vouch for Cleo; Mallory has keys that nobody vouched for. */
final class Practice {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    final UUID tenantId = UUID.randomUUID();
    final Rows rows = new Rows();
    final PersonalKeys ada = person();
    final PersonalKeys ben = person();
    final PersonalKeys cleo = person();
    final PersonalKeys mallory = person();
    final List<DirectoryEntry> entries = new ArrayList<>();
    final List<Vouch> vouches = new ArrayList<>();
    final Anchor anchor = Anchor.of(ada.publicKeys(), ben.publicKeys());

    Practice() {
        Stream.of(ada, ben, cleo, mallory).map(Practice::entry).forEach(entries::add);
        vouches.add(ada.vouch(entry(cleo)));
    }

    static DirectoryEntry entry(PersonalKeys keys) {
        return keys.entry(KeyKind.PERSON, TODAY);
    }

    PersonalKeys person() {
        return PersonalKeys.create(tenantId, UUID.randomUUID());
    }

    Directory directory() {
        return Directory.verify(tenantId, anchor, entries, vouches);
    }

    VouchedKeys vouched(PersonalKeys keys) {
        return directory().of(keys.personId()).orElseThrow();
    }

    /** Each call is a request of its own: nothing is remembered from the one before. */
    Vault vault(PersonalKeys keys) {
        return vault(keys, CLOCK);
    }

    Vault vault(PersonalKeys keys, Clock clock) {
        return keys.vault(rows, rows, directory(), clock);
    }

    CasePart part(Compartment compartment) {
        return new CasePart(tenantId, UUID.randomUUID(), compartment);
    }

    /** A case that Ada opened. */
    CasePart opened(Compartment compartment) {
        CasePart part = part(compartment);
        rows.store(vault(ada).openCase(part));
        return part;
    }

    static ItemAddress first(CasePart part) {
        return new ItemAddress(part, UUID.randomUUID(), 1, 0);
    }

    SealedItem written(PersonalKeys author, ItemAddress at, String text) {
        try (ClearText clear = ClearText.of(text)) {
            return vault(author).seal(clear, at, SealedItem.NO_PREVIOUS);
        }
    }

    String read(PersonalKeys reader, SealedItem item, ItemAddress at) {
        try (ClearText clear = vault(reader).open(item, at, why(at.part()))) {
            return clear.text();
        }
    }

    void give(PersonalKeys from, PersonalKeys to, CasePart part, GrantPurpose purpose, long notAfter) {
        rows.grants.add(vault(from).grant(part, vouched(to), purpose, notAfter, why(part)));
    }

    static Disclosure why(CasePart part) {
        return why(part.caseId(), Disclosure.Purpose.READ, part.compartment());
    }

    static Disclosure why(UUID subject, Disclosure.Purpose purpose, Compartment... compartments) {
        return Disclosure.recorded(
                subject,
                new HashSet<>(Arrays.asList(compartments)),
                purpose,
                1,
                CLOCK.instant().plusSeconds(30));
    }

    static Disclosure whyIntake(UUID intakeId) {
        return Disclosure.recorded(
                intakeId,
                EnumSet.of(Compartment.CLINICAL, Compartment.IDENTITY),
                Disclosure.Purpose.READ,
                1,
                CLOCK.instant().plusSeconds(30));
    }

    RecipientList recipients(PersonalKeys... people) {
        RecipientListBody body = listOf(people);
        return RecipientList.verify(body, List.of(ada.signRecipients(body), ben.signRecipients(body)), directory());
    }

    RecipientListBody listOf(PersonalKeys... people) {
        List<Recipient> recipients = Arrays.stream(people)
                .map(each -> new Recipient(each.personId(), each.publicKeys().keyId()))
                .toList();
        return new RecipientListBody(tenantId, 1, new byte[64], recipients);
    }
}
