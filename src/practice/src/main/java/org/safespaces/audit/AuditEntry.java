package org.safespaces.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;

@Entity
@Table(name = "audit_event")
class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long seq;

    private Instant at;
    private UUID actor;

    @Column(name = "actor_role")
    private String actorRole;

    @Enumerated(EnumType.STRING)
    private AuditAction action;

    @Column(name = "object_type")
    private String objectType;

    @Column(name = "object_ref")
    private UUID objectRef;

    private String outcome;
    private Integer amount;

    @Column(name = "head_items")
    private Long headItems;

    @Column(name = "head_hash")
    private byte[] headHash;

    protected AuditEntry() {}

    AuditEntry(Instant at, Actor actor, AuditAction action, String objectType, UUID objectRef, boolean refused) {
        this.at = at.truncatedTo(ChronoUnit.SECONDS);
        this.actor = actor.id();
        this.actorRole = actor.role();
        this.action = action;
        this.objectType = objectType;
        this.objectRef = objectRef;
        this.outcome = refused ? "REFUSED" : "DONE";
    }

    /** The line keeps how far something had come: a record that has grown, a list in its newest version. */
    AuditEntry(Instant at, Actor actor, AuditAction action, String objectType, UUID objectRef, LoggedHead head) {
        this(at, actor, action, objectType, objectRef, false);
        this.headItems = head.items();
        this.headHash = head.hash();
    }

    LoggedHead head() {
        return new LoggedHead(headItems, headHash);
    }

    AuditEntry(Instant at, Actor actor, AuditAction action, String objectType, UUID objectRef, int amount) {
        this(at, actor, action, objectType, objectRef, false);
        this.amount = amount;
    }

    long sequence() {
        return seq;
    }

    /**
     * The bytes that stand behind this line's leaf in the tree, as text: {@code docs/audit-format.md}. The database writes the same when it
     * gives the line its place, and the signer when it checks it.
     *
     * @param place of the line in the tree
     */
    String body(long place) {
        return "{\"action\":\"" + action
                + "\",\"actor\":" + quoted(actor)
                + ",\"actorRole\":\"" + actorRole
                + "\",\"amount\":" + amount
                + ",\"headHash\":"
                + quoted(headHash == null ? null : HexFormat.of().formatHex(headHash))
                + ",\"headItems\":" + headItems
                + ",\"line\":" + seq
                + ",\"objRef\":" + quoted(objectRef)
                + ",\"objType\":\"" + objectType
                + "\",\"outcome\":\"" + outcome
                + "\",\"seq\":" + place
                + ",\"tsUtc\":\"" + at.truncatedTo(ChronoUnit.SECONDS)
                + "\",\"v\":1}";
    }

    private static String quoted(Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    AuditLine line() {
        return new AuditLine(
                seq, at, actor, actorRole, action, objectType, objectRef, "REFUSED".equals(outcome), amount);
    }
}
