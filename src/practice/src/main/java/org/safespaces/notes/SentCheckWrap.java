package org.safespaces.notes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.safespaces.vault.InwardWrap;

/** The key of a client's answers, sealed to one holder of her case. */
@Entity
@Table(name = "sent_check_wrap")
class SentCheckWrap {
    @Id
    private UUID id;

    @Column(name = "check_id")
    private UUID checkId;

    @Column(name = "recipient_id")
    private UUID recipientId;

    @Column(name = "recipient_key_id")
    private UUID recipientKeyId;

    private byte[] encapsulation;
    private byte[] ciphertext;

    protected SentCheckWrap() {}

    SentCheckWrap(UUID id, UUID checkId, InwardWrap wrap) {
        this.id = id;
        this.checkId = checkId;
        this.recipientId = wrap.recipientId();
        this.recipientKeyId = wrap.recipientKeyId();
        this.encapsulation = wrap.encapsulation();
        this.ciphertext = wrap.ciphertext();
    }

    InwardWrap wrap() {
        return new InwardWrap(recipientId, recipientKeyId, encapsulation, ciphertext);
    }
}
