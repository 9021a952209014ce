package org.safespaces.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.people.Ids;
import org.safespaces.vault.DirectoryEntry;
import org.safespaces.vault.Slot;
import org.safespaces.vault.SlotKind;
import org.safespaces.vault.Vouch;

/** Puts published keys and ways into vaults where they are kept, and takes them away, in the caller's transaction. */
@ApplicationScoped
class KeyRows {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Publishes keys with the ways into them; the next of this person, if she has any. */
    void publish(DirectoryEntry entry, List<Slot> slots) {
        entities.persist(new PublishedKeys(entry, newest(entry.personId()) + 1));
        slots.forEach(
                slot -> entities.persist(kept(entry.personId(), entry.keys().keyId(), slot)));
        entities.flush();
    }

    private int newest(UUID person) {
        return entities.createQuery(
                        "select coalesce(max(k.generation), 0) from PublishedKeys k where k.personId = :person",
                        Number.class)
                .setParameter("person", person)
                .getSingleResult()
                .intValue();
    }

    private KeySlot kept(UUID person, UUID keyId, Slot slot) {
        return new KeySlot(person, keyId, slot, LocalDate.now(clock));
    }

    /** The entries of a person, the first first, whether or not they verify. */
    List<PublishedKeys> of(UUID person) {
        return entities.createQuery(
                        "select k from PublishedKeys k where k.personId = :person order by k.generation",
                        PublishedKeys.class)
                .setParameter("person", person)
                .getResultList();
    }

    Optional<KeySlot> slot(UUID keyId, SlotKind kind) {
        return entities.createQuery("select s from KeySlot s where s.keyId = :key and s.kind = :kind", KeySlot.class)
                .setParameter("key", keyId)
                .setParameter("kind", (short) kind.code())
                .getResultStream()
                .findFirst();
    }

    /** Puts a way in, in place of the one of its kind: that one is gone with this transaction. */
    void replace(UUID person, UUID keyId, Slot slot) {
        entities.createQuery("delete from KeySlot s where s.keyId = :key and s.kind = :kind")
                .setParameter("key", keyId)
                .setParameter("kind", (short) slot.kind().code())
                .executeUpdate();
        entities.persist(kept(person, keyId, slot));
        entities.flush();
    }

    /** Puts a way in, in place of this very one; {@code false}, and nothing is changed, where that is gone already. */
    boolean replace(KeySlot before, Slot slot) {
        int removed = entities.createQuery("delete from KeySlot s where s.id = :id")
                .setParameter("id", before.slot().slotId())
                .executeUpdate();
        if (removed == 0) {
            return false;
        }
        entities.persist(kept(before.personId(), before.keyId(), slot));
        entities.flush();
        return true;
    }

    /** Takes away every way into the vault with these keys: nobody opens it again. */
    void closeForGood(UUID keyId) {
        entities.createQuery("delete from KeySlot s where s.keyId = :key")
                .setParameter("key", keyId)
                .executeUpdate();
    }

    /** Takes published keys out of the directory, and every way into their vault. Only for keys nothing was sealed to. */
    void withdraw(UUID keyId) {
        closeForGood(keyId);
        entities.createQuery("delete from PublishedKeys k where k.keyId = :key")
                .setParameter("key", keyId)
                .executeUpdate();
    }

    /** Keeps somebody's word for somebody's keys. Twice the same is once; whether it was new is answered. */
    boolean keep(Vouch vouch) {
        return entities.createNativeQuery(
                                "INSERT INTO vouch (id, entry_hash, voucher_id, voucher_key_id, signature, day)"
                                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (entry_hash, voucher_key_id) DO NOTHING")
                        .setParameter(1, Ids.fresh())
                        .setParameter(2, vouch.entryHash())
                        .setParameter(3, vouch.voucherId())
                        .setParameter(4, vouch.voucherKeyId())
                        .setParameter(5, vouch.signature())
                        .setParameter(6, LocalDate.now(clock))
                        .executeUpdate()
                == 1;
    }
}
