package org.safespaces.vault;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Messages about an enquiry. Readers and code hold the key of the clinical half already, the readers alone that of the other: so a
 * message needs no seals of its own, only keys drawn from what its writer and its reader have.
 */
final class MessageSeal {
    private final UUID tenantId;
    private final UUID intakeId;
    private final ErasureKey ek;

    MessageSeal(UUID tenantId, UUID intakeId, ErasureKey ek) {
        if (ek == null) {
            throw new VaultException();
        }
        this.tenantId = tenantId;
        this.intakeId = intakeId;
        this.ek = ek;
    }

    /** Seals one message for whoever holds the conversation. */
    static SealedMessage seal(
            Conversation in,
            UUID messageId,
            MessageKind kind,
            LocalDate day,
            ClearText text,
            Opener opener,
            ErasureKey ek) {
        byte[] secret = secret(in, kind, opener);
        try {
            return of(in, ek).seal(secret, messageId, kind, day, text);
        } finally {
            Bytes.wipe(secret);
        }
    }

    /** Opens one message for somebody who holds the conversation. */
    static ClearText open(Conversation in, SealedMessage message, Opener opener, ErasureKey ek) {
        byte[] secret = secret(in, message.kind(), opener);
        try {
            return of(in, ek).open(secret, message);
        } finally {
            Bytes.wipe(secret);
        }
    }

    private static MessageSeal of(Conversation in, ErasureKey ek) {
        return new MessageSeal(in.tenantId(), in.intakeId(), ek);
    }

    private static byte[] secret(Conversation in, MessageKind kind, Opener opener) {
        return new IntakeSeal(in.tenantId(), in.intakeId(), in.listVersion(), null)
                .secret(in.wraps(), kind.under(), opener);
    }

    /** With the secret of its half at hand. */
    SealedMessage seal(byte[] secret, UUID messageId, MessageKind kind, LocalDate day, ClearText text) {
        byte[] key = key(secret, messageId, kind);
        try {
            return new SealedMessage(messageId, kind, day, Envelope.sealText(key, place(messageId, kind, day), text));
        } finally {
            Bytes.wipe(key);
        }
    }

    private ClearText open(byte[] secret, SealedMessage message) {
        byte[] key = key(secret, message.messageId(), message.kind());
        try {
            return Envelope.openText(key, place(message.messageId(), message.kind(), message.day()), message.text());
        } finally {
            Bytes.wipe(key);
        }
    }

    private byte[] key(byte[] secret, UUID messageId, MessageKind kind) {
        return KeyDerivation.messageKey(secret, ek, tenantId, intakeId, messageId, kind);
    }

    private byte[] place(UUID messageId, MessageKind kind, LocalDate day) {
        return AssociatedData.message(tenantId, intakeId, messageId, kind, day.toEpochDay());
    }
}
