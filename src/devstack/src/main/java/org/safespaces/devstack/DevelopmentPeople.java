package org.safespaces.devstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.vault.Anchor;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Column;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.KeyKind;
import org.safespaces.vault.Passphrase;
import org.safespaces.vault.Pepper;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.Recipient;
import org.safespaces.vault.RecipientListBody;
import org.safespaces.vault.RecoveryCode;
import org.safespaces.vault.Secret;
import org.safespaces.vault.ServerSeal;
import org.safespaces.vault.SlotKind;

/**
 * The people of a development stack. Two therapists get vaults with phrases drawn on this machine, vouch for each other
 * and sign the list of those who receive enquiries; their keys are this stack's anchor. None of this can happen in the
 * application itself: there a vault is made by the person it belongs to, and the anchor comes with the deployment.
 */
public final class DevelopmentPeople {
    private static final byte[] NO_LIST_BEFORE = new byte[64];

    private final Settings settings;
    private final Secrets secrets;
    private final Database database;

    DevelopmentPeople(Settings settings, Secrets secrets, Database database) {
        this.settings = settings;
        this.secrets = secrets;
        this.database = database;
    }

    /** Someone who can sign in. Phrase and recovery code only where there is a vault. */
    public record Person(String account, String shownName, String role, String password, String phrase, String code) {
        /** The code that is asked for after the password; an app shows it to whoever works here. */
        public String oneTimeCode() {
            return OneTimeCode.now(OneTimeCode.SECRET);
        }

        @Override
        public String toString() {
            return account;
        }
    }

    /** On the first start everybody settles in; later they are found where they were. A new practice is left to itself. */
    void settleIn() throws SQLException, IOException {
        if (settings.practice() == Settings.Practice.NEW) {
            return;
        }
        try (Connection practice = database.owner("practice");
                Connection keystore = database.owner("keystore")) {
            if (VaultRows.count(practice, "directory_entry") > 0) {
                return;
            }
            practice.setAutoCommit(false);
            VaultRows rows = new VaultRows(practice, keystore, secrets);
            List<PersonalKeys> therapists = new ArrayList<>();
            for (String account : List.of("rowan", "alder")) {
                therapists.add(makeTherapist(rows, account));
            }
            List<DirectoryEntry> entries = therapists.stream()
                    .map(keys -> keys.entry(KeyKind.PERSON, LocalDate.now(ZoneOffset.UTC)))
                    .toList();
            for (DirectoryEntry entry : entries) {
                rows.publish(entry);
            }
            rows.vouch(therapists.get(0).vouch(entries.get(1)));
            rows.vouch(therapists.get(1).vouch(entries.get(0)));
            signRecipients(rows, therapists);
            Anchor anchor =
                    Anchor.of(therapists.get(0).publicKeys(), therapists.get(1).publicKeys());
            secrets.remember("anchor", anchor.text());
            if (settings.practice() == Settings.Practice.INVENTED) {
                new InventedCaseload(rows, secrets).write(therapists.get(0), therapists.get(1), entries, anchor);
            }
            if (settings.practice() == Settings.Practice.LARGE) {
                InventedCaseload cases = new InventedCaseload(rows, secrets);
                new LargePractice(rows, secrets, cases)
                        .write(cases.vault(therapists.get(0), entries, anchor), Settings.clients());
            }
            practice.commit();
            therapists.forEach(PersonalKeys::close);
        }
    }

    private PersonalKeys makeTherapist(VaultRows rows, String account) throws SQLException, IOException {
        UUID person = UUID.randomUUID();
        PersonalKeys keys = PersonalKeys.create(secrets.tenant(), person);
        Pepper pepper = new Pepper(1, secrets.bytes("pep"));
        try (Secret phrase = Passphrase.draw()) {
            rows.slot(person, keys.publicKeys().keyId(), keys.addSlot(SlotKind.PASSPHRASE, phrase, pepper));
            secrets.remember(account + ".phrase", phrase.text());
        }
        String code = RecoveryCode.draw();
        try (Secret secret = RecoveryCode.parse(code)) {
            rows.slot(person, keys.publicKeys().keyId(), keys.addSlot(SlotKind.RECOVERY_CODE, secret, pepper));
        }
        secrets.remember(account + ".code", code);
        ServerSeal seal = serverSeal(secrets);
        try (ClearText mail = ClearText.of(account + "@practice.example")) {
            rows.therapist(
                    person,
                    accountTag(seal, "therapist", account),
                    shownName(account),
                    seal.seal(mail, new Column("therapist", "mail"), person));
        }
        rows.weeklyHours(person);
        return keys;
    }

    private void signRecipients(VaultRows rows, List<PersonalKeys> therapists) throws SQLException {
        RecipientListBody list = new RecipientListBody(
                secrets.tenant(),
                1,
                NO_LIST_BEFORE,
                therapists.stream()
                        .map(keys ->
                                new Recipient(keys.personId(), keys.publicKeys().keyId()))
                        .toList());
        rows.recipients(
                list, therapists.stream().map(keys -> keys.signRecipients(list)).toList());
    }

    static ServerSeal serverSeal(Secrets secrets) {
        return new ServerSeal(secrets.tenant(), 1, secrets.bytes("k2"), secrets.bytes("ki"));
    }

    /** The keyed hash under which the application knows a sign-in. The accounts' ids stand in dev-users.json. */
    static byte[] accountTag(ServerSeal seal, String table, String account) {
        return subjectTag(seal, table, subjectOf(account));
    }

    static byte[] subjectTag(ServerSeal seal, String table, UUID subject) {
        return seal.tag(new Column(table, "account_tag"), subject.toString().getBytes(StandardCharsets.UTF_8));
    }

    static UUID subjectOf(String account) {
        String end =
                switch (account) {
                    case "rowan" -> "a1";
                    case "alder" -> "a2";
                    case "aspen" -> "a3";
                    case "birch" -> "b1";
                    case "linen" -> "c1";
                    case "slate" -> "c2";
                    default -> throw new IllegalArgumentException(account);
                };
        return UUID.fromString("00000000-0000-4000-8000-0000000000" + end);
    }

    private static String shownName(String account) {
        return "rowan".equals(account) ? "Tall Rowan" : "Grey Alder";
    }

    /** Everybody who can sign in. */
    public List<Person> all() {
        return List.of(
                therapist("rowan"),
                therapist("alder"),
                new Person("birch", "Silver Birch", "admin", password("birch"), null, null),
                new Person("linen", "", "client", password("linen"), null, null),
                new Person("slate", "", "client", password("slate"), null, null),
                new Person("aspen", "", "no role yet", password("aspen"), null, null));
    }

    /** Somebody by account name. */
    public Person named(String account) {
        return all().stream()
                .filter(person -> person.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private Person therapist(String account) {
        return new Person(
                account,
                shownName(account),
                "therapist",
                password(account),
                secrets.get(account + ".phrase"),
                secrets.get(account + ".code"));
    }

    private static String password(String account) {
        return account + "-quiet-morning";
    }

    /** The sign-ins as a newcomer needs them. */
    List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-10s %-24s %-12s %s", "Sign in", "Password", "Who", "Vault"));
        for (Person person : all()) {
            lines.add(String.format(
                    "%-10s %-24s %-12s %s",
                    person.account(),
                    person.password(),
                    person.role(),
                    Optional.ofNullable(person.phrase()).orElse("-")));
            if (person.code() != null) {
                lines.add(String.format("%-48s recovery code %s", "", person.code()));
            }
        }
        lines.add("Whoever works here is asked for a code as well. Key for an authenticator app: "
                + OneTimeCode.typed(OneTimeCode.SECRET));
        lines.add("The code of this half minute is " + OneTimeCode.now(OneTimeCode.SECRET)
                + "; without an app: oathtool --totp -b " + OneTimeCode.typed(OneTimeCode.SECRET));
        if (settings.practice() == Settings.Practice.NEW) {
            lines.add("Nobody has a vault: sign in as rowan and make one at /therapist/set-up.");
            lines.add("The anchor goes as a line into " + secrets.file() + ", for the next start.");
        } else {
            caseloadCode().ifPresent(code -> lines.add("linen has joined a case already; its code is " + code));
            lines.add("slate has not: send an enquiry, accept it as rowan, join with its code as slate.");
        }
        return lines;
    }

    private Optional<String> caseloadCode() {
        return Optional.ofNullable(secrets.get("linen.code"));
    }
}
