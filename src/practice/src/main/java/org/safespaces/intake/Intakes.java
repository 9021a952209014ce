package org.safespaces.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.CaseAccess;
import org.safespaces.access.Cases;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.followup.Raising;
import org.safespaces.followup.Subject;
import org.safespaces.keys.CaseKeys;
import org.safespaces.keys.CodeHolder;
import org.safespaces.keys.EndingKeys;
import org.safespaces.keys.IntakeKeys;
import org.safespaces.keys.PracticeSheet;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.Designations;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.vault.ClearMessage;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.CodeKeys;
import org.safespaces.vault.Disclosure;
import org.safespaces.vault.IntakeText;
import org.safespaces.vault.ItemAddress;
import org.safespaces.vault.ResealedIntake;
import org.safespaces.vault.SealedIntake;
import org.safespaces.vault.SealedItem;
import org.safespaces.vault.Vault;

/** Enquiries: sent by strangers, sealed in the request that receives them, read and accepted by therapists. */
@Stateless
@PermitAll
public class Intakes {
    private static final int WHOLE_DOCUMENT = 1;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private FormCatalogue forms;

    @Inject
    private FormWalk walk;

    @Inject
    private Routing routing;

    @Inject
    private Drafts drafts;

    @Inject
    private MessageRows messages;

    @Inject
    private MessageReading reading;

    @Inject
    private IntakeKeys keys;

    @Inject
    private PracticeSheet practiceSheet;

    @Inject
    private ReturnCodes codes;

    @Inject
    private CaseAccess access;

    @Inject
    private Cases cases;

    @Inject
    private CaseKeys caseKeys;

    @Inject
    private Caller caller;

    @Inject
    private Designations designations;

    @Inject
    private Vault vault;

    @Inject
    private AuditTrail audit;

    @Inject
    private Mailer mailer;

    @Inject
    private Raising raising;

    @Inject
    private Event<IntakeAccepted> accepted;

    @Inject
    private EndingKeys endingKeys;

    @Inject
    private PracticeSettings settings;

    @Inject
    private Clock clock;

    /**
     * Seals and stores an enquiry, lets its readers know, and gives the code. All of it, or nothing: what cannot be sealed
     * is not kept. Throws {@link AlreadySent} for a sending that has arrived before, {@link NotComplete} when something is
     * missing, and what {@link IntakeKeys#seal} throws.
     *
     * @param texts the words she has read and agreed to, kept with her answers
     */
    public IntakeReceipt send(WorkingCopy copy, List<ReadText> texts) {
        Answers answers = walk.complete(copy);
        Route route = routing.route(answers);
        UUID id = Ids.fresh();
        claim(copy.sendingId(), id);
        ReturnCodes.Drawn code = copy.code().map(taken -> codes.keep(taken, id)).orElseGet(() -> codes.draw(id));
        IntakeDocument document =
                new IntakeDocument(forms.asked(route.form()), answers, route.flags(), texts, LocalDate.now(clock));
        try (ClearText clinical = document.part(Question.Part.CLINICAL);
                ClearText identity = document.part(Question.Part.IDENTITY);
                IntakeText text = new IntakeText(clinical, identity)) {
            SealedIntake sealed = keys.seal(id, text, code.keys());
            entities.persist(
                    new Intake(sealed, designations.draw(), LocalDate.now(clock), settings.enquiryRetention()));
            audit.record(caller.actor(), AuditAction.INTAKE_RECEIVED, "intake", id);
            Letter letter = route.readToday() ? Letter.PLEASE_READ_TODAY : Letter.MESSAGE_WAITING;
            keys.recipientsOf(sealed).forEach(person -> mailer.send(letter, person));
            if (route.readToday()) {
                raising.raise(Subject.enquiry(id));
            }
        }
        copy.draft().ifPresent(kept -> drafts.forget(kept.id()));
        return new IntakeReceipt(code.shown());
    }

    private void claim(UUID sendingId, UUID intakeId) {
        int inserted = entities.createNativeQuery(
                        "INSERT INTO intake_sending (sending_id, intake_id, sent_on) VALUES (?1, ?2, ?3)"
                                + " ON CONFLICT (sending_id) DO NOTHING")
                .setParameter(1, sendingId)
                .setParameter(2, intakeId)
                .setParameter(3, LocalDate.now(clock))
                .executeUpdate();
        if (inserted == 0) {
            throw new AlreadySent();
        }
    }

    /**
     * What the holder of a code may know. Throws {@link org.safespaces.keys.WrongPhrase} and {@link
     * org.safespaces.keys.TooManyTries}.
     */
    public IntakeProgress progress(String code, String who) {
        CodeHolder holder = codes.use(code, who);
        return Intake.progress(holder.place().intakeId().map(id -> entities.find(Intake.class, id)), holder.standing());
    }

    /** Enquiries that wait for the caller, the longest first, in one query. Works with her vault locked. */
    @RolesAllowed("therapist")
    public List<IntakeSummary> waiting() {
        List<UUID> mine = caller.therapist().map(keys::sealedTo).orElse(List.of());
        if (mine.isEmpty()) {
            return List.of();
        }
        // days and states only: the sealed documents stay where they are
        return entities.createQuery(
                        "select new org.safespaces.intake.IntakeSummary(i.id, i.designation, i.status, i.receivedOn,"
                                + " i.keepUntil, i.writeAgainOn, i.decisions) from Intake i"
                                + " where i.id in :mine and i.status in :open order by i.arrival",
                        IntakeSummary.class)
                .setParameter("mine", mine)
                .setParameter("open", IntakeStatus.open())
                .getResultList();
    }

    /** Opens an enquiry that was sealed to the caller; recorded before it is opened. Throws {@link IntakeGone}. */
    @RolesAllowed("therapist")
    public OpenIntake open(UUID id) {
        Disclosure why = access.toReadIntake(id);
        Intake intake = openable(id);
        try (IntakeText text = vault.openIntake(sealed(id, intake), why)) {
            intake.isBeingRead();
            return opened(intake, text);
        }
    }

    /**
     * Makes an enquiry a case of the caller's. What it said becomes the first items of the case file, under the case's own
     * keys; the other recipients' halves of the old key go now, the old erasure key once this has been committed.
     */
    @RolesAllowed("therapist")
    public ClientSummary accept(UUID id) {
        Disclosure why = access.toReadIntake(id);
        Intake intake = openable(id);
        SealedIntake sealed = sealed(id, intake);
        try (IntakeText text = vault.openIntake(sealed, why)) {
            CaseId caseId = cases.open(intake.designation());
            List<IntakeAccepted.FirstItem> items = new ArrayList<>();
            items.add(reseal(text.clinical(), caseId, IntakeAccepted.What.ANSWERS));
            items.add(reseal(text.identity(), caseId, IntakeAccepted.What.CONTACT));
            items.addAll(resealMessages(intake, caseId, why));
            accepted.fire(new IntakeAccepted(caseId, items));
            codeOf(sealed, vault, why).ifPresent(code -> {
                caseKeys.grantToCode(caseId, code);
                codes.follow(id, caseId);
            });
            intake.isBeingRead();
            intake.accept(caseId);
            raising.follow(
                    Subject.enquiry(id), Subject.of(caseId), caller.therapist().orElseThrow(NoSuchPerson::new));
            keys.forget(id);
            audit.record(caller.actor(), AuditAction.INTAKE_ACCEPTED, "intake", id);
            endingKeys.end(intake.erasureKey());
            return cases.mine(caseId);
        }
    }

    /** The code of an enquiry, if she who sent it has let it in; another one in its row gets nothing, and stands in the log. */
    private Optional<CodeKeys> codeOf(SealedIntake intake, Vault reader, Disclosure why) {
        Optional<CodeKeys> stored = codes.ofIntake(intake.intakeId());
        Optional<CodeKeys> hers = stored.filter(code -> reader.admits(intake, code, why));
        if (stored.isPresent() && hers.isEmpty()) {
            codes.drop(intake.intakeId());
            audit.record(caller.actor(), AuditAction.CODE_REFUSED, "intake", intake.intakeId());
        }
        return hers;
    }

    private IntakeAccepted.FirstItem reseal(ClearText text, CaseId caseId, IntakeAccepted.What what) {
        ItemAddress at = new ItemAddress(CaseKeys.part(caseId, what.belongsTo()), Ids.fresh(), 1, WHOLE_DOCUMENT);
        SealedItem sealed = vault.seal(text, at, SealedItem.NO_PREVIOUS);
        return new IntakeAccepted.FirstItem(what, at, sealed, caseKeys.advance(at, sealed));
    }

    /** What was written both ways is the beginning of the messages of the case; what colleagues wrote is part of the record. */
    private List<IntakeAccepted.FirstItem> resealMessages(Intake intake, CaseId caseId, Disclosure why) {
        List<IntakeAccepted.FirstItem> items = new ArrayList<>();
        for (MessageReading.Read message : reading.of(intake, vault, why)) {
            IntakeAccepted.What what =
                    message.isForColleagues() ? IntakeAccepted.What.COLLEAGUES : IntakeAccepted.What.MESSAGE;
            message.kept().ifPresent(text -> {
                try (text) {
                    items.add(reseal(text, caseId, what));
                }
            });
        }
        messages.end(intake);
        return items;
    }

    /**
     * Brings enquiries back that were sealed to keys the caller has lost, and to the practice's keys on paper: with the code
     * of the sheet each is opened, in this request only, and sealed anew to those who receive now. The rest of what {@link
     * PracticeSheet#bringBack} does comes first.
     *
     * @return how many were brought back
     * @throws org.safespaces.keys.WrongPhrase when the code is not that of the sheet
     */
    @RolesAllowed("therapist")
    public int bringBack(String code) {
        return practiceSheet.bringBack(code, paper -> {
            List<UUID> lost =
                    access.outOfReach().stream().filter(this::isOpenable).toList();
            lost.forEach(id -> resealFor(id, paper));
            return lost.size();
        });
    }

    private void resealFor(UUID id, Vault paper) {
        Disclosure why = access.toReseal(id);
        Intake intake = openable(id);
        List<ClearMessage> written = reading.clear(intake, paper, why);
        SealedIntake sealed = sealed(id, intake);
        try (IntakeText text = paper.openIntake(sealed, why)) {
            CodeKeys code = codeOf(sealed, paper, why).orElse(null);
            keys.forget(id);
            endingKeys.end(intake.erasureKey());
            intake.messageKey().ifPresent(endingKeys::end);
            ResealedIntake anew = keys.sealAnew(id, text, written, code);
            intake.reseal(anew);
            messages.exchange(intake, anew.messages());
            audit.record(caller.actor(), AuditAction.INTAKE_SEALED_ANEW, "intake", id);
        } finally {
            written.forEach(ClearMessage::close);
        }
    }

    /** Of an enquiry that was declined a last message may be left, for its sender: nothing a reader could need. */
    private boolean isOpenable(UUID id) {
        return Optional.ofNullable(entities.find(Intake.class, id))
                .filter(Intake::isOpenable)
                .isPresent();
    }

    /** Holds the row: of two who accept at once, the second finds it gone. */
    private Intake openable(UUID id) {
        Intake intake = Optional.ofNullable(entities.find(Intake.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(NoSuchPerson::new);
        if (!intake.isOpenable()) {
            throw new IntakeGone();
        }
        return intake;
    }

    private SealedIntake sealed(UUID id, Intake intake) {
        return keys.assemble(id, intake.listVersion(), intake.erasureKey(), intake.clinical(), intake.identity());
    }

    private OpenIntake opened(Intake intake, IntakeText text) {
        return new OpenIntake(
                intake.summary(),
                formOf(text.clinical()),
                IntakeDocument.answers(text.clinical(), text.identity()),
                IntakeDocument.flags(text.clinical()),
                routing.route(IntakeDocument.answers(text.clinical())));
    }

    /** Reads a document again that was once an enquiry, with the questions of its own form. */
    @RolesAllowed("therapist")
    public OpenIntake reread(String document) {
        try (ClearText text = ClearText.of(document)) {
            Answers answers = IntakeDocument.answers(text);
            return new OpenIntake(null, formOf(text), answers, IntakeDocument.flags(text), routing.route(answers));
        }
    }

    /** The form it was answered on: every version there ever was is kept. */
    private FormDefinition formOf(ClearText document) {
        return forms.byId(IntakeDocument.formId(document)).orElseThrow(NoSuchPerson::new);
    }

    /** Who may read what is sent now? Without two verified readers nothing is taken. */
    public boolean takesEnquiries() {
        return keys.takesEnquiries();
    }
}
