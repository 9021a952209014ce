package org.safespaces.web.therapist;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.safespaces.access.NotYours;
import org.safespaces.keys.KeystoreUnavailable;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.KeptDraft;
import org.safespaces.notes.NoteDrafts;
import org.safespaces.people.CaseId;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.FormToken;
import org.safespaces.web.frame.TherapistFilter;

/**
 * Keeps a note as it is typed. A page asks by itself, after somebody has typed: no sign of life by itself. Each answer is a number: 200
 * kept, 413 too long to be kept, 423 locked, 400 not from a page of this session, 404 not hers, 409 not now.
 */
@WebServlet(TherapistFilter.DRAFT_PATH)
public class DraftServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LOCKED = 423;

    @Inject
    private NoteDrafts drafts;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Diary diary;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (!FormToken.matches(request.getSession(), request.getParameter("token"))) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else if (!vaultLock.isOpen()) {
            response.setStatus(LOCKED);
        } else {
            keep(request, response);
        }
    }

    private void keep(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            NoteForm form = NoteForm.read(name -> parameter(request, name));
            if (form.note().length() > CaseNotes.LONGEST) {
                response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                return;
            }
            CaseId caseId = CaseId.parse(parameter(request, "case").orElse(null));
            answer(response, drafts.keep(caseId, form.draft(), form.seen(), form.text()));
        } catch (NotYours | NoSuchPerson notHers) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } catch (VaultLocked meanwhile) {
            response.setStatus(LOCKED);
        } catch (DoesNotOpen | KeystoreUnavailable notNow) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
        }
    }

    private void answer(HttpServletResponse response, KeptDraft kept) throws IOException {
        ZoneId zone = diary.zone();
        response.setContentType("application/json");
        response.getWriter()
                .print(Json.createObjectBuilder()
                        .add("id", kept.id().toString())
                        .add("count", kept.count())
                        .add("at", new SpokenTime(kept.at(), zone).hour())
                        .build());
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
