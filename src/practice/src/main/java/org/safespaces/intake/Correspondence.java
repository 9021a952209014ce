package org.safespaces.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.TextRefused;
import org.safespaces.access.TypedText;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.keys.CodeMessages;
import org.safespaces.keys.CodePlace;
import org.safespaces.keys.IntakeKeys;
import org.safespaces.keys.OpenCode;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.Caller;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Conversation;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.MessageKind;
import org.safespaces.vault.SealedMessage;
import org.safespaces.vault.Vault;

/**
 * Messages about an enquiry before it is accepted: between whoever sent it and its readers, and what readers tell each other. Text
 * only, and sealed. In the clear stand which enquiry, which way, and the day. Nothing goes to any address of hers: she comes back
 * with her code. Source: intake.md, C7.
 */
@Stateless
@PermitAll
public class Correspondence {
    /** The most UTF-16 units a message may have. */
    public static final int LONGEST = 2000;

    /** How many messages about one enquiry its sender may write in a day. */
    public static final int MOST_A_DAY = 20;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private MessageRows rows;

    @Inject
    private MessageReading reading;

    @Inject
    private ReturnCodes codes;

    @Inject
    private CodeMessages byCode;

    @Inject
    private IntakeKeys keys;

    @Inject
    private CaseAccess access;

    @Inject
    private Vault vault;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Mailer mailer;

    @Inject
    private Clock clock;

    /**
     * Where her enquiry stands, and what was written both ways until it became a case.
     *
     * @param code the code she has
     * @param who whatever stands for the one who tries
     * @throws org.safespaces.keys.WrongPhrase when the code is none; {@link org.safespaces.keys.TooManyTries}; {@link
     *     org.safespaces.keys.TooBusy}
     */
    public SeenByCode look(String code, String who) {
        try (OpenCode open = codes.open(code, who)) {
            CodePlace place = open.holder().place();
            Optional<Intake> intake = place.intakeId().map(id -> entities.find(Intake.class, id));
            List<Message> messages = intake.filter(one -> place.caseId().isEmpty()).stream()
                    .flatMap(one -> reading.of(one, open).stream())
                    .map(MessageReading.Read::message)
                    .toList();
            return new SeenByCode(
                    Intake.progress(intake, open.holder().standing()),
                    messages,
                    intake.filter(Intake::isOpenable).isPresent());
        }
    }

    /**
     * She writes to those who read her enquiry; they are told that a message is waiting, and nothing else.
     *
     * @param messageId drawn by the page when the form was first shown: the same message sent twice is kept once
     * @throws TextRefused when it cannot be sent as it is; {@link TooManyMessages}; {@link IntakeGone} when it has become a case, or is
     *     closed; and what {@link #look} throws
     */
    public void send(String code, UUID messageId, String typed, String who) {
        String said = usable(typed);
        try (OpenCode open = codes.open(code, who)) {
            UUID id = open.holder().place().intakeId().orElseThrow(IntakeGone::new);
            Intake intake = held(id).orElseThrow(IntakeGone::new);
            if (rows.has(messageId)) {
                return;
            }
            if (rows.count(id, MessageKind.FROM_VISITOR, LocalDate.now(clock)) >= MOST_A_DAY) {
                throw new TooManyMessages();
            }
            Conversation in = rows.begun(intake);
            try (ClearText text = new MessageDocument(said, clock.instant(), Optional.empty()).text()) {
                rows.add(id, byCode.seal(open, in, messageId, text));
            }
            audit.record(caller.actor(), AuditAction.MESSAGE_RECEIVED, "intake", id);
            keys.recipientsOf(in).forEach(person -> mailer.send(Letter.MESSAGE_WAITING, person));
        }
    }

    /**
     * What was written about an enquiry, notes for colleagues among it, in its order; recorded before it is opened. Throws {@link
     * IntakeGone} when it is a case.
     */
    @RolesAllowed("therapist")
    public List<Message> read(UUID intakeId) {
        Disclosure why = access.toReadMessages(intakeId);
        Intake intake =
                Optional.ofNullable(entities.find(Intake.class, intakeId)).orElseThrow(NoSuchPerson::new);
        if (intake.isAccepted()) {
            throw new IntakeGone();
        }
        return reading.of(intake, vault, why).stream()
                .map(MessageReading.Read::message)
                .toList();
    }

    /**
     * Writes to whoever has the code of an enquiry. In the transaction of the caller, if there is one: what goes with the message
     * stands with it or falls with it. The enquiry's answers must still be there.
     *
     * @throws TextRefused when it cannot be sent as it is; {@link IntakeGone}
     */
    @RolesAllowed("therapist")
    public void write(UUID intakeId, String typed) {
        writeOnce(intakeId, Ids.fresh(), typed, List.of());
    }

    /**
     * The same, with places that can help.
     *
     * @param places by their ids in the directory: she sees them as they stand there when she looks
     */
    @RolesAllowed("therapist")
    public void write(UUID intakeId, String typed, List<String> places) {
        writeOnce(intakeId, Ids.fresh(), typed, places);
    }

    /**
     * The same for a page.
     *
     * @param messageId drawn by the page when the form was first shown: the same message sent twice is kept once
     */
    @RolesAllowed("therapist")
    public void write(UUID intakeId, UUID messageId, String typed) {
        writeOnce(intakeId, messageId, typed, List.of());
    }

    private void writeOnce(UUID intakeId, UUID messageId, String typed, List<String> places) {
        MessageDocument document = document(typed, places);
        Optional<Intake> written =
                keep(intakeId, messageId, document, MessageKind.FROM_PRACTICE, AuditAction.MESSAGE_WRITTEN);
        written.ifPresent(Intake::wrote);
    }

    /** Writes something down for the other readers of an enquiry; its sender never sees it. Throws what {@link #write} throws. */
    @RolesAllowed("therapist")
    public void tellColleagues(UUID intakeId, UUID messageId, String typed) {
        keep(intakeId, messageId, document(typed, List.of()), MessageKind.FOR_COLLEAGUES, AuditAction.COLLEAGUES_TOLD);
    }

    private MessageDocument document(String typed, List<String> places) {
        return new MessageDocument(usable(typed), clock.instant(), caller.therapist(), places);
    }

    /** Empty where it was kept before. */
    private Optional<Intake> keep(
            UUID intakeId, UUID messageId, MessageDocument document, MessageKind kind, AuditAction action) {
        Disclosure why = access.toWriteAboutIntake(intakeId, action);
        Intake intake = held(intakeId).orElseThrow(IntakeGone::new);
        if (rows.has(messageId)) {
            return Optional.empty();
        }
        Conversation in = rows.begun(intake);
        try (ClearText text = document.text()) {
            SealedMessage sealed = vault.sealMessage(text, in, messageId, kind, why);
            rows.add(intakeId, sealed);
        }
        return Optional.of(intake);
    }

    /** Holds the row: nobody accepts it, or takes it back, while something is written about it. */
    private Optional<Intake> held(UUID id) {
        return Optional.ofNullable(entities.find(Intake.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Intake::isOpenable);
    }

    private static String usable(String typed) {
        return TypedText.usable(typed, LONGEST);
    }
}
