package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Cases;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.OpenIntake;
import org.safespaces.intake.Question;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.ItemKind;
import org.safespaces.notes.NoteChanged;
import org.safespaces.notes.OpenNote;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.People;
import org.safespaces.people.TherapistSummary;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryEntry;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.home.FormWords;

@Named
@RequestScoped
public class NotePage {
    @Inject
    private Cases cases;

    @Inject
    private CaseNotes notes;

    @Inject
    private Intakes intakes;

    @Inject
    private People people;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Unlocking unlocking;

    @Inject
    private Diary diary;

    @Inject
    private FormWords words;

    @Inject
    private Exchange exchange;

    private ClientsPage.Row client;
    private OpenNote opened;
    private List<ClientPage.NoteLine> versions = List.of();
    private String said;
    private String phrase;
    private boolean locked;
    private boolean again;
    private boolean changed;
    private boolean closed;

    /** What is shown: a note with its versions, or an empty form. Nothing is opened when the form comes back. */
    public void load() {
        CaseId id = caseId();
        client = ClientsPage.Row.of(cases.mine(id));
        if (!exchange.isPost() && !vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        if (exchange.isPost() && said == null) {
            takeUpAgain();
        }
        if (isExisting()) {
            versions = notes.versions(id, noteId()).stream()
                    .map(note -> ClientPage.NoteLine.of(note, people))
                    .toList();
        }
        if (!exchange.isPost() && isExisting()) {
            open(id);
        }
    }

    private void open(CaseId id) {
        try {
            opened = notes.read(id, noteId());
            said = isEditing() ? opened.said() : null;
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        }
    }

    /** The page was made in a session that has ended: what was typed is taken from the post itself. */
    private void takeUpAgain() {
        said = exchange.parameter("note:said").orElse(null);
        locked = said != null && !vaultLock.isOpen();
        again = said != null && !locked;
    }

    public void sign() {
        if (isUsable() && isUnlocked()) {
            write();
        }
    }

    /** A vault that has locked meanwhile is unlocked here, over the page: nothing typed is lost. */
    private boolean isUnlocked() {
        locked = !vaultLock.isOpen();
        if (locked && phrase != null) {
            boolean right = unlocking.succeeds(phrase, "note:phrase", "unlock.error.phrase", vaultLock::unlock);
            locked = !right || unlocking.isStopped();
            if (right && locked) {
                exchange.complain("note:phrase", "casefile", "unlock.error.stopped");
            }
        }
        phrase = null;
        return !locked;
    }

    private boolean isUsable() {
        if (said == null || said.isBlank()) {
            exchange.complain("note:said", "casefile", "note.error.empty");
        } else if (said.length() > CaseNotes.LONGEST) {
            exchange.complain("note:said", "casefile", "note.error.long", CaseNotes.LONGEST);
        } else {
            return true;
        }
        return false;
    }

    private void write() {
        try {
            if (isExisting()) {
                notes.revise(
                        caseId(),
                        noteId(),
                        upon(),
                        clean(said),
                        appointment().map(DiaryEntry::id).orElse(null));
            } else {
                notes.write(
                        caseId(),
                        draftId(),
                        clean(said),
                        appointment().map(DiaryEntry::id).orElse(null));
            }
            exchange.goTo("/therapist/note?case=" + client().id() + "&id=" + (isExisting() ? noteId() : draftId()));
        } catch (NoteChanged meanwhile) {
            changed = true;
        } catch (DoesNotOpen tamperedWith) {
            exchange.complain("note:said", "casefile", "note.error.keys");
        } catch (KeystoreUnavailable down) {
            exchange.complain("note:said", "erasure", "note.error.later");
        }
    }

    private static String clean(String text) {
        return text.replace("\r\n", "\n").replace("\u0000", "").strip();
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    private UUID noteId() {
        return Ids.parse(exchange.parameter("id").orElse(null));
    }

    private UUID draftId() {
        return Ids.parse(exchange.parameter("draft").orElse(null));
    }

    /** The appointment a new note is about; one of this case, or none. */
    private Optional<DiaryEntry> appointment() {
        Optional<UUID> about = opened == null ? exchange.parameter("about").map(Ids::parse) : opened.appointment();
        return about.flatMap(id -> diary.appointmentsOf(caseId()).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst());
    }

    public String getAboutId() {
        return appointment().map(entry -> entry.id().toString()).orElse("");
    }

    public String getAbout() {
        return appointment().map(entry -> Spoken.when(entry, diary.zone())).orElse("");
    }

    /** Nothing was kept yet, since the page was of a session that has ended: she has to press once more. */
    public boolean isAgain() {
        return again;
    }

    /** The vault has locked while something was being typed: the form asks for the phrase as well. */
    public boolean isLockedNow() {
        return exchange.isPost() && !vaultLock.isOpen();
    }

    private int upon() {
        return exchange.parameter("upon")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private ClientsPage.Row client() {
        return client == null ? ClientsPage.Row.of(cases.mine(caseId())) : client;
    }

    public ClientsPage.Row getClient() {
        return client();
    }

    public boolean isExisting() {
        return exchange.parameter("id").isPresent();
    }

    public boolean isEditing() {
        return exchange.parameter("edit").isPresent();
    }

    public String getId() {
        return isExisting() ? noteId().toString() : "";
    }

    /** Drawn once when the empty form is first shown, so that the same note sent twice is stored once. */
    public String getDraft() {
        return exchange.parameter("draft").orElseGet(() -> Ids.fresh().toString());
    }

    public List<ClientPage.NoteLine> getVersions() {
        return versions;
    }

    public int getNewest() {
        return Math.max(upon(), versions.isEmpty() ? 0 : versions.get(0).version());
    }

    public boolean isIntake() {
        return opened != null && opened.summary().kind() == ItemKind.INTAKE;
    }

    /** A reader of the enquiry wrote it for the others; it takes no further version. */
    public boolean isForColleagues() {
        return opened != null && opened.summary().kind() == ItemKind.COLLEAGUES;
    }

    /** Who wrote it, where that is not who signed it. */
    public String getWriter() {
        return Optional.ofNullable(opened)
                .flatMap(OpenNote::by)
                .map(people::therapist)
                .map(TherapistSummary::shownName)
                .orElse("");
    }

    public boolean isOpen() {
        return opened != null && !isEditing();
    }

    public String getText() {
        return opened.said();
    }

    public String getDay() {
        return Days.dated(opened.summary().day());
    }

    /** The enquiry as it was sent, with the questions of its own form. */
    public List<IntakePage.Line> getAnswers() {
        OpenIntake document = intakes.reread(opened.said());
        return document.answered(Question.Part.CLINICAL).stream()
                .map(question -> new IntakePage.Line(
                        words.of(question.id() + ".short"), words.answer(question, document.answers())))
                .toList();
    }

    /** What is stored is not what was signed: there is nothing to show, and nothing to add to. */
    public boolean isClosed() {
        return closed;
    }

    /** It opens, and the record around it does not match its seal. */
    public boolean isDoubtful() {
        return opened != null && !opened.whole();
    }

    public boolean isLocked() {
        return locked;
    }

    public boolean isChanged() {
        return changed;
    }

    public String getSaid() {
        return Optional.ofNullable(said).orElse("");
    }

    public void setSaid(String said) {
        this.said = said;
    }

    public String getPhrase() {
        return phrase;
    }

    public void setPhrase(String phrase) {
        this.phrase = phrase;
    }
}
