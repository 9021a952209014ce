package org.safespaces.measures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.notes.FiledForms;
import org.safespaces.people.CaseId;
import org.safespaces.people.CaseState;
import org.safespaces.people.People;
import org.safespaces.people.Restrictions;
import org.safespaces.scheduling.AgreedSession;
import org.safespaces.scheduling.AgreedSessions;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/** Which forms are open for a client at this moment. Nothing waits anywhere: it is worked out from what was agreed. Asks for nobody's permission. */
@ApplicationScoped
class AskedForms {
    /** More than two at a time is a burden (measures.md S2). */
    private static final int MOST = 2;

    private static final Column FORM = new Column("measure_form", "id");

    @Inject
    private Plans plans;

    @Inject
    private Definitions definitions;

    @Inject
    private FiledForms filed;

    @Inject
    private AgreedSessions sessions;

    @Inject
    private People people;

    @Inject
    private Restrictions restrictions;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private Clock clock;

    /** Those that have not come back and were not declined, the longest open first; none while the case rests or has ended. */
    List<AskedForm> of(CaseId caseId) {
        MeasurePlan plan = plans.of(caseId);
        if (plan.askings().isEmpty()
                || people.summary(caseId).state() != CaseState.ACTIVE
                || restrictions.rests(caseId)) {
            return List.of();
        }
        List<AgreedSession> ahead = sessions.ahead(caseId);
        ZoneId zone = people.hoursOf(caseId);
        Instant now = clock.instant();
        return plan.askings().stream()
                .flatMap(asking -> Due.of(asking, ahead, now, zone).flatMap(due -> asked(caseId, asking, due)).stream())
                .sorted(Comparator.comparing(AskedForm::opens))
                .limit(MOST)
                .toList();
    }

    private Optional<AskedForm> asked(CaseId caseId, Asking asking, Due due) {
        UUID id = mark(caseId, asking.id(), due.occurrence());
        return definitions
                .toAsk(asking.measure())
                .filter(definition -> !asking.isDeclined(id) && !filed.isThere(caseId, id))
                .map(definition -> new AskedForm(id, definition, asking.id(), due.opens(), due.closes()));
    }

    private UUID mark(CaseId caseId, UUID asking, String occurrence) {
        String form = caseId.value() + " " + asking + " " + occurrence;
        ByteBuffer tag = ByteBuffer.wrap(serverSeal.tag(FORM, form.getBytes(StandardCharsets.US_ASCII)));
        return new UUID(tag.getLong(), tag.getLong());
    }
}
