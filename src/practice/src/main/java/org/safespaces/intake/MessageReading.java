package org.safespaces.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.safespaces.access.Confidential;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CodeMessages;
import org.safespaces.keys.KeyGone;
import org.safespaces.keys.OpenCode;
import org.safespaces.people.Caller;
import org.safespaces.vault.ClearMessage;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Conversation;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.MessageKind;
import org.safespaces.vault.SealedMessage;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;

/** Opens the messages of an enquiry one by one: one that is not what was sealed there keeps none of the others closed, and is recorded. */
@ApplicationScoped
class MessageReading {
    @Inject
    private MessageRows rows;

    @Inject
    private CodeMessages byCode;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    /** A message with what it says, or without where it does not open. */
    record Read(UUID messageId, MessageKind kind, LocalDate day, Optional<MessageDocument> document)
            implements Confidential {
        boolean isForColleagues() {
            return kind == MessageKind.FOR_COLLEAGUES;
        }

        Message message() {
            return new Message(
                    kind == MessageKind.FROM_VISITOR,
                    isForColleagues(),
                    day,
                    document.map(MessageDocument::at),
                    document.flatMap(MessageDocument::by),
                    document.map(MessageDocument::said),
                    document.map(MessageDocument::places).orElse(List.of()));
        }

        /** As an item of a case file; empty where it does not open. The caller closes it. */
        Optional<ClearText> kept() {
            return document.map(said -> MessageDocument.kept(kind, day, said));
        }

        @Override
        public String toString() {
            return "Read[redacted]";
        }
    }

    /** All of them, for a reader. */
    List<Read> of(Intake intake, Vault vault, Disclosure why) {
        return read(intake, any -> true, (in, message) -> opened(in, message, vault, why));
    }

    private static Optional<ClearText> opened(Conversation in, SealedMessage message, Vault vault, Disclosure why) {
        try {
            return Optional.of(vault.openMessage(message, in, why));
        } catch (VaultException | KeyGone doesNotOpen) {
            return Optional.empty();
        }
    }

    /** What was written both ways, for whoever has the code. */
    List<Read> of(Intake intake, OpenCode code) {
        return read(
                intake,
                message -> message.kind() != MessageKind.FOR_COLLEAGUES,
                (in, message) -> byCode.open(code, in, message));
    }

    private List<Read> read(
            Intake intake,
            Predicate<SealedMessage> which,
            BiFunction<Conversation, SealedMessage, Optional<ClearText>> open) {
        Optional<Conversation> in = rows.conversation(intake);
        return rows.of(intake).stream()
                .filter(which)
                .map(message -> read(intake, message, in.flatMap(conversation -> open.apply(conversation, message))))
                .toList();
    }

    private Read read(Intake intake, SealedMessage message, Optional<ClearText> opened) {
        Optional<MessageDocument> document = opened.flatMap(text -> {
            try (text) {
                return MessageDocument.read(text);
            }
        });
        if (document.isEmpty()) {
            audit.recordRefusal(caller.actor(), AuditAction.RECORD_DOES_NOT_MATCH, "intake", intake.id());
        }
        return new Read(message.messageId(), message.kind(), message.day(), document);
    }

    /** In the clear, for one request, to be sealed under other keys. What does not open is left out. Whoever asks closes them. */
    List<ClearMessage> clear(Intake intake, Vault vault, Disclosure why) {
        return of(intake, vault, why).stream()
                .flatMap(each -> each.document().stream()
                        .map(said -> new ClearMessage(each.messageId(), each.kind(), each.day(), said.text())))
                .toList();
    }
}
