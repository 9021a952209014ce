package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.Cases;
import org.safespaces.access.HandOvers;
import org.safespaces.access.Holds;
import org.safespaces.access.RecordRetention;
import org.safespaces.followup.FollowUps;
import org.safespaces.keys.VaultLock;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.Copies;
import org.safespaces.notes.OutsideRequests;
import org.safespaces.notes.Reports;
import org.safespaces.people.Caller;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.Requests;

/** What the lists of a therapist ask the database: as many questions for many rows as for few. */
@InTheServer
class QueriesIT {
    private static final int MORE = 8;

    @Inject
    private AsRowan rowan;

    @Inject
    private Cases cases;

    @Inject
    private Diary diary;

    @Inject
    private Requests requests;

    @Inject
    private Reports reports;

    @Inject
    private FollowUps followUps;

    @Inject
    private HandOvers handOvers;

    @Inject
    private Holds holds;

    @Inject
    private RecordRetention retention;

    @Inject
    private Copies copies;

    @Inject
    private OutsideRequests outside;

    @Inject
    private CaseNotes notes;

    @Inject
    private Caller caller;

    @Inject
    private VaultLock lock;

    @Inject
    private OwnCases ownCases;

    @Inject
    private OwnAppointments ownAppointments;

    @Inject
    private Rows rows;

    private final List<CaseId> opened = new ArrayList<>();
    private AtWork atRowans;
    private Object statistics;
    private int hour;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practiceThatChecksItsTables();
    }

    @BeforeEach
    @SuppressWarnings("BanJNDI") // the name is a constant of this test's own archive
    void countsWhatIsAsked() throws Exception {
        Object factory = new InitialContext().lookup("java:/practice");
        statistics = factory.getClass().getMethod("getStatistics").invoke(factory);
        statistics.getClass().getMethod("setStatisticsEnabled", boolean.class).invoke(statistics, true);
        atRowans = AtWork.unlocked(rowan, lock, "rowan");
        oneMoreClient();
    }

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        statistics.getClass().getMethod("setStatisticsEnabled", boolean.class).invoke(statistics, false);
        ownAppointments.remove();
        opened.forEach(id -> {
            rows.change("DELETE FROM report_check WHERE case_id = ?", id.value());
            rows.change("DELETE FROM copy_request WHERE case_id = ?", id.value());
            rows.change("DELETE FROM outside_request WHERE case_id = ?", id.value());
            rows.change("DELETE FROM follow_up WHERE subject_id = ?", id.value());
            ownCases.leave(id);
        });
    }

    @Test
    void thePageOfTheDayAsksNoMoreForManyRows() {
        asksTheSame(() -> List.of(
                diary.days(diary.today(), 2),
                requests.waiting(),
                followUps.open(),
                reports.due(),
                copies.due(),
                handOvers.toMe(),
                handOvers.byMe(),
                cases.mine()));
    }

    @Test
    void theCaseloadAsksNoMoreForManyClients() {
        asksTheSame(() -> List.of(
                cases.mine(),
                diary.times(),
                followUps.openAboutClients(),
                reports.due(),
                handOvers.byMe(),
                holds.mine()));
    }

    @Test
    void whatHasBeenKeptLongEnoughAsksNoMoreForManyRecords() {
        asksTheSame(() -> List.of(retention.mine(), outside.toLookAt()));
    }

    @Test
    void aCaseFileAsksNoMoreForManyNotesAndAppointments() {
        CaseId first = opened.get(0);
        Callable<Object> page = () -> List.of(diary.times(first), diary.appointmentsOf(first), notes.list(first));
        long few = asked(page);
        TherapistId me = atRowans.does(() -> caller.therapist()).orElseThrow();
        for (int more = 0; more < MORE; more++) {
            ownAppointments.confirmed(me, first, nextHour());
            atRowans.does(() -> ownCases.note(first, "said"));
        }

        assertEquals(few, asked(page));
    }

    private void asksTheSame(Callable<Object> page) {
        long few = asked(page);
        assertTrue(few > 0, "it is counted");
        for (int more = 0; more < MORE; more++) {
            oneMoreClient();
        }

        assertEquals(few, asked(page));
    }

    /** The fewest of several times: rounds of the server's own ask in between. */
    private long asked(Callable<Object> page) {
        return LongStream.range(0, 6)
                .map(time -> {
                    long before = count();
                    atRowans.does(page);
                    return count() - before;
                })
                .min()
                .orElseThrow();
    }

    private long count() {
        try {
            return (long)
                    statistics.getClass().getMethod("getPrepareStatementCount").invoke(statistics);
        } catch (ReflectiveOperationException moved) {
            throw new IllegalStateException(moved);
        }
    }

    /** With an appointment today, a report to look at, a copy to make, a decision to look at, and a task that nobody has acknowledged. */
    private void oneMoreClient() {
        CaseId id = atRowans.does(ownCases::opened);
        opened.add(id);
        TherapistId me = atRowans.does(() -> caller.therapist()).orElseThrow();
        ownAppointments.confirmed(me, id, nextHour());
        rows.change(
                "INSERT INTO report_check (item_id, case_id, check_on) VALUES (?, ?, ?)",
                UUID.randomUUID(),
                id.value(),
                LocalDate.now(ZoneId.of("Europe/London")).minusDays(1));
        rows.change(
                "INSERT INTO copy_request (id, case_id, came_on, by_client, due_on) VALUES (?, ?, current_date, true, current_date)",
                UUID.randomUUID(),
                id.value());
        rows.change(
                "INSERT INTO outside_request (item_id, case_id, asker, came_on, decision, answered_on, written_by)"
                        + " VALUES (?, ?, 'COURT', current_date, 'REFUSED', current_date, ?)",
                UUID.randomUUID(),
                id.value(),
                UUID.randomUUID());
        rows.change("UPDATE case_record SET ended_on = current_date WHERE id = ?", id.value());
        rows.change(
                "INSERT INTO follow_up (id, subject, subject_id, owner_id, state, since, raised_at, escalates_at, act_by)"
                        + " VALUES (?, 'CASE', ?, ?, 'RAISED', now(), now(), now() + interval '9 h', now() + interval '9 h')",
                UUID.randomUUID(),
                id.value(),
                me.value());
    }

    private Instant nextHour() {
        hour++;
        return LocalDate.now(ZoneId.of("Europe/London"))
                .atTime(LocalTime.of(1, 0))
                .atZone(ZoneId.of("Europe/London"))
                .toInstant()
                .plus(Duration.ofHours(hour));
    }
}
