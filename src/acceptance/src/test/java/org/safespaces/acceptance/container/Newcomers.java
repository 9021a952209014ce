package org.safespaces.acceptance.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.safespaces.keys.BrowserKeyHolder;
import org.safespaces.keys.ShownOnce;
import org.safespaces.keys.VaultSetUp;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.KeyKind;
import org.safespaces.vault.PersonalKeys;
import org.safespaces.vault.Vouch;

/** Therapists who exist in rows only, with keys that the test itself holds: it is them on the phone. */
@ApplicationScoped
public class Newcomers {
    @Inject
    private VaultSetUp setUp;

    @Inject
    private BrowserKeyHolder browser;

    @Inject
    private Rows rows;

    /** A therapist who has published keys; nobody has vouched for them. */
    PersonalKeys arrive(String name) {
        UUID person = UUID.randomUUID();
        byte[] tag = new byte[32];
        System.arraycopy(person.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, tag, 0, 32);
        rows.changeAsOwner(
                "INSERT INTO therapist (id, account_tag, shown_name, zone, since)"
                        + " VALUES (?, ?, ?, 'Europe/London', current_date)",
                person,
                tag,
                name);
        return beginAnew(person);
    }

    /** The same person with other keys, published beside those of before. */
    PersonalKeys beginAnew(UUID person) {
        PersonalKeys keys = PersonalKeys.create(tenant(), person);
        DirectoryEntry entry = keys.entry(KeyKind.PERSON, LocalDate.now(ZoneOffset.UTC));
        rows.changeAsOwner(
                "INSERT INTO directory_entry (key_id, person_id, kind, box_key, sign_key, day, signature, generation)"
                        + " SELECT ?, ?, ?, ?, ?, ?, ?, coalesce(max(generation), 0) + 1 FROM directory_entry"
                        + " WHERE person_id = ?",
                entry.keys().keyId(),
                person,
                entry.kind().code(),
                entry.keys().boxKey(),
                entry.keys().signKey(),
                entry.day(),
                entry.signature(),
                person);
        return keys;
    }

    /** One of them vouches, without asking anybody. */
    void vouch(PersonalKeys voucher, PersonalKeys of) {
        Vouch vouch = voucher.vouch(of.entry(KeyKind.PERSON, LocalDate.now(ZoneOffset.UTC)));
        rows.changeAsOwner(
                "INSERT INTO vouch (id, entry_hash, voucher_id, voucher_key_id, signature) VALUES (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                vouch.entryHash(),
                vouch.voucherId(),
                vouch.voucherKeyId(),
                vouch.signature());
    }

    /**
     * Whoever calls makes a vault of her own, as its pages would.
     *
     * @return its phrase
     */
    String makesAVault(boolean anew) {
        ShownOnce drawn = setUp.drawPhrase(anew);
        browser.present(drawn.browserKey());
        setUp.confirmPhrase(drawn.words());
        setUp.finish(setUp.drawCode());
        return drawn.words();
    }

    /** Takes back keys nobody has vouched for, and whoever came with them. */
    void leave(PersonalKeys keys) {
        leave(keys.personId());
    }

    void leave(UUID person) {
        rows.changeAsOwner("DELETE FROM caseload WHERE therapist_id = ?", person);
        rows.changeAsOwner(
                "DELETE FROM pin_sheet WHERE key_id IN (SELECT key_id FROM directory_entry WHERE person_id = ?)",
                person);
        rows.changeAsOwner("DELETE FROM key_slot WHERE person_id = ?", person);
        rows.changeAsOwner("DELETE FROM directory_entry WHERE person_id = ?", person);
        rows.changeAsOwner("DELETE FROM therapist WHERE id = ?", person);
    }

    /** One of the six words she reads out, counted from 1. */
    static String word(PersonalKeys keys, int nth) {
        return keys.publicKeys().fingerprint().split(" ")[nth - 1];
    }

    static UUID tenant() {
        return UUID.fromString(System.getenv("SAFESPACES_TENANT"));
    }
}
