package org.safespaces.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.keys.CodeStanding;
import org.safespaces.people.CaseId;
import org.safespaces.vault.EkId;
import org.safespaces.vault.ResealedIntake;
import org.safespaces.vault.SealedIntake;
import org.safespaces.vault.SealedText;

/**
 * An enquiry: two sealed documents of one size each, a status and days. Which form it was, and what was answered, is
 * inside. Once accepted the documents are gone from here; they live on in the case file, under its keys.
 */
@Entity
class Intake {
    @Id
    private UUID id;

    private String designation;

    @Enumerated(EnumType.STRING)
    private IntakeStatus status;

    /** The order they came in; the row itself keeps no hour. */
    @Column(insertable = false, updatable = false)
    private Long arrival;

    @Column(name = "received_on")
    private LocalDate receivedOn;

    @Column(name = "keep_until")
    private LocalDate keepUntil;

    @Column(name = "write_again_on")
    private LocalDate writeAgainOn;

    private int decisions;

    @Column(name = "list_version")
    private int listVersion;

    @Column(name = "ek_id")
    private UUID ekId;

    @Column(name = "message_ek_id")
    private UUID messageEkId;

    private SealedText clinical;
    private SealedText identity;

    @Column(name = "case_id")
    private UUID caseId;

    @Version
    private int version;

    protected Intake() {}

    Intake(SealedIntake sealed, String designation, LocalDate today, Period kept) {
        this.id = sealed.intakeId();
        this.designation = designation;
        this.status = IntakeStatus.RECEIVED;
        this.receivedOn = today;
        this.keepUntil = today.plus(kept);
        this.listVersion = sealed.listVersion();
        this.ekId = sealed.ekId().value();
        this.clinical = sealed.clinical();
        this.identity = sealed.identity();
    }

    /** Sealed anew to those who receive now; what it says stays the same. Throws {@link IntakeGone} once it is a case. */
    void reseal(ResealedIntake withMessages) {
        if (!isOpenable()) {
            throw new IntakeGone();
        }
        SealedIntake anew = withMessages.intake();
        messageEkId = withMessages.messagesUnder().map(EkId::value).orElse(null);
        listVersion = anew.listVersion();
        ekId = anew.ekId().value();
        clinical = anew.clinical();
        identity = anew.identity();
    }

    void isBeingRead() {
        if (status == IntakeStatus.RECEIVED) {
            status = IntakeStatus.BEING_READ;
        }
    }

    /** Becomes a case; what it said is not kept twice. Throws {@link IntakeGone} when it has become one already. */
    void accept(CaseId as) {
        end(IntakeStatus.ACCEPTED);
        caseId = as.value();
    }

    /** Somebody of the practice has written to her: who writes has read. Throws {@link IntakeGone}. */
    void wrote() {
        isBeingRead();
        if (status == IntakeStatus.WROTE) {
            decisions++;
        } else {
            become(IntakeStatus.WROTE);
        }
    }

    /** The practice writes again by a day. Throws {@link IntakeGone}, {@link WrongStep}. */
    void waitUntil(LocalDate day) {
        become(IntakeStatus.WAITING);
        writeAgainOn = day;
    }

    /** What it said is not in the row any more. Throws {@link IntakeGone}, {@link WrongStep}. */
    void end(IntakeStatus as) {
        become(as);
        clinical = null;
        identity = null;
    }

    /** From its first message on. */
    void messagesUnder(EkId key) {
        messageEkId = key.value();
    }

    void noMessages() {
        messageEkId = null;
    }

    /** The erasure key of its messages; empty where there are none. */
    Optional<EkId> messageKey() {
        return Optional.ofNullable(messageEkId).map(EkId::new);
    }

    boolean isAccepted() {
        return caseId != null;
    }

    /** Something was decided about it. Throws {@link IntakeGone} when it is over, {@link WrongStep} when it cannot become this. */
    void become(IntakeStatus next) {
        if (!isOpenable()) {
            throw new IntakeGone();
        }
        if (!mayBecome(next)) {
            throw new WrongStep();
        }
        status = next;
        writeAgainOn = null;
        decisions++;
    }

    boolean isOpenable() {
        return clinical != null;
    }

    UUID id() {
        return id;
    }

    Long arrival() {
        return arrival;
    }

    int listVersion() {
        return listVersion;
    }

    EkId erasureKey() {
        return new EkId(ekId);
    }

    SealedText clinical() {
        return clinical;
    }

    SealedText identity() {
        return identity;
    }

    String designation() {
        return designation;
    }

    IntakeSummary summary() {
        return new IntakeSummary(id, designation, status, receivedOn, keepUntil, writeAgainOn, decisions);
    }

    boolean mayBecome(IntakeStatus next) {
        return status.next().contains(next);
    }

    LocalDate keepUntil() {
        return keepUntil;
    }

    int decisions() {
        return decisions;
    }

    /** Where it stands; whoever has a code and no enquiry has a case. */
    static IntakeProgress progress(Optional<Intake> intake, CodeStanding code) {
        return new IntakeProgress(
                intake.map(one -> one.status).orElse(IntakeStatus.ACCEPTED),
                intake.map(one -> one.receivedOn),
                intake.map(one -> one.writeAgainOn),
                code);
    }
}
