package org.safespaces.notes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.safespaces.vault.InwardWrap;

/** The key of something a client has written, sealed to one holder of her case, or to the code she wrote with. */
@Entity
@Table(name = "sent_message_wrap")
class SentMessageWrap {
    @Id
    private UUID id;

    @Column(name = "message_id")
    private UUID messageId;

    @Column(name = "recipient_id")
    private UUID recipientId;

    @Column(name = "recipient_key_id")
    private UUID recipientKeyId;

    private byte[] encapsulation;
    private byte[] ciphertext;

    protected SentMessageWrap() {}

    SentMessageWrap(UUID id, UUID messageId, InwardWrap wrap) {
        this.id = id;
        this.messageId = messageId;
        this.recipientId = wrap.recipientId();
        this.recipientKeyId = wrap.recipientKeyId();
        this.encapsulation = wrap.encapsulation();
        this.ciphertext = wrap.ciphertext();
    }

    UUID messageId() {
        return messageId;
    }

    InwardWrap wrap() {
        return new InwardWrap(recipientId, recipientKeyId, encapsulation, ciphertext);
    }
}
