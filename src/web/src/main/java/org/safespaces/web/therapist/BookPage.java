package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Cases;
import org.safespaces.people.CaseId;
import org.safespaces.people.ClientSummary;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryBusy;
import org.safespaces.scheduling.PlannedTime;
import org.safespaces.scheduling.SessionKind;
import org.safespaces.scheduling.SlotTaken;
import org.safespaces.scheduling.TimeDoesNotFit;
import org.safespaces.web.frame.Exchange;

/** Books for a client: a time that is free, or any other that can be kept. */
@Named("ownBookPage")
@RequestScoped
public class BookPage {
    @Inject
    private Diary diary;

    @Inject
    private Cases cases;

    @Inject
    private Exchange exchange;

    private TypedForm typed;
    private ClientSummary client;
    private SessionKind kind;
    private List<SessionKind> kinds = List.of();
    private PlannedTime planned;
    private List<OfferedDay> offered = List.of();
    private LocalDate from;

    /** A kind of session to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /** Shows free times, or a time that is meant; or books it. */
    public void load() {
        typed = new TypedForm(exchange);
        CaseId caseId = CaseId.parse(exchange.parameter("case").orElse(null));
        client = cases.mine(caseId);
        kinds = diary.kinds();
        kind = exchange.parameter("type")
                .map(type -> kinds.stream()
                        .filter(each -> each.id().toString().equals(type))
                        .findFirst()
                        .orElseThrow(NoSuchPerson::new))
                .orElseGet(() -> kinds.stream().findFirst().orElseThrow(NoSuchPerson::new));
        if (exchange.isPost()) {
            take();
        }
        wall().ifPresent(meant -> planned = diary.plan(caseId, kind.id(), meant));
        LocalDate today = diary.today();
        from = exchange.parameter("from")
                .flatMap(TypedForm::readDay)
                .or(() -> Optional.ofNullable(planned).map(each -> each.meant().toLocalDate()))
                .filter(date -> date.isAfter(today))
                .orElse(today);
        offered = OfferedDay.of(diary.freeTimes(caseId, kind.id(), from, OfferedDay.AT_ONCE), here());
    }

    private String here() {
        return "/therapist/book?case=" + client.id().value() + "&type=" + kind.id();
    }

    private Optional<LocalDateTime> wall() {
        Optional<LocalDate> day = exchange.parameter("day").flatMap(TypedForm::readDay);
        Optional<LocalTime> time = exchange.parameter("time").flatMap(TypedTime::read);
        return day.flatMap(date -> time.map(date::atTime));
    }

    private void take() {
        if ("book".equals(exchange.parameter("do").orElse(""))) {
            wall().ifPresent(this::book);
            return;
        }
        Optional<LocalDate> day = typed.day("day");
        Optional<LocalTime> time = typed.time("time");
        if (typed.isFine()) {
            exchange.goTo(here() + "&day=" + day.orElseThrow() + "&time=" + time.orElseThrow());
        }
    }

    private void book(LocalDateTime meant) {
        UUID key = Ids.parse(exchange.parameter("key").orElse(null));
        boolean outside = exchange.parameter("outside").isPresent();
        try {
            diary.bookFor(client.id(), kind.id(), meant, key, outside);
            exchange.goTo("/therapist/appointment?id=" + key + "&done=book");
        } catch (TimeDoesNotFit | SlotTaken gone) {
            exchange.complain(null, "diary", "book.taken");
        } catch (DiaryBusy busy) {
            exchange.complain(null, "diary", "appointment.done.busy");
        }
    }

    public boolean isReady() {
        return client != null;
    }

    public String getCaseId() {
        return client.id().value().toString();
    }

    public String getDesignation() {
        return client.designation();
    }

    public String getType() {
        return kind.id().toString();
    }

    public String getKind() {
        return kind.name();
    }

    public List<Choice> getKinds() {
        return kinds.stream()
                .map(each -> new Choice(each.id().toString(), each.name(), each.equals(kind)))
                .toList();
    }

    public List<OfferedDay> getOffered() {
        return offered;
    }

    public boolean isPlanned() {
        return planned != null;
    }

    public boolean isPossible() {
        return planned != null && planned.isPossible();
    }

    public boolean isMeantOutside() {
        return planned.kind() == PlannedTime.Kind.OUTSIDE;
    }

    public boolean isTwice() {
        return planned != null && planned.twice();
    }

    public String getWhen() {
        return PlannedWords.said(planned, kind.length());
    }

    public String getElsewhere() {
        return PlannedWords.elsewhere(planned, exchange);
    }

    /** Outside of the hours, or not possible at all. */
    public String getInTheWay() {
        return planned.kind() == PlannedTime.Kind.FREE ? "" : PlannedWords.inTheWay(planned, exchange);
    }

    /** The end of the gap, where a time does not exist. */
    public String getProposal() {
        return planned.kind() == PlannedTime.Kind.DOES_NOT_EXIST
                ? here() + "&day=" + planned.said().date() + "&time="
                        + planned.said().hour()
                : "";
    }

    /** Drawn for this page: sent twice, it books once. */
    public String getKey() {
        return Ids.fresh().toString();
    }

    public String getDay() {
        return exchange.parameter("day").orElse("");
    }

    public String getTime() {
        return exchange.parameter("time").orElse("");
    }

    public String wrong(String field) {
        return typed.wrong(field);
    }

    public String getToday() {
        return diary.today().toString();
    }

    public String getEarlier() {
        return from.isAfter(diary.today()) ? here() + "&from=" + from.minusDays(OfferedDay.AT_ONCE) : "";
    }

    public String getLater() {
        return here() + "&from=" + from.plusDays(OfferedDay.AT_ONCE);
    }
}
