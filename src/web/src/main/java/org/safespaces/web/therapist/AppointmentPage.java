package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Cases;
import org.safespaces.people.Ids;
import org.safespaces.scheduling.AlreadyBegun;
import org.safespaces.scheduling.AppointmentChanged.By;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.DiaryBusy;
import org.safespaces.scheduling.NotYetBegun;
import org.safespaces.scheduling.OwnAppointment;
import org.safespaces.scheduling.OwnHours;
import org.safespaces.scheduling.Part;
import org.safespaces.scheduling.PlannedTime;
import org.safespaces.scheduling.Requests;
import org.safespaces.scheduling.SlotTaken;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.scheduling.TimeDoesNotFit;
import org.safespaces.scheduling.WaiverReason;
import org.safespaces.scheduling.WrongStatus;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

/** One appointment of her diary: what can still be done with it, and the pages that ask before it is. */
@Named("ownAppointmentPage")
@RequestScoped
public class AppointmentPage {
    private static final String HERE = "/therapist/appointment?id=";
    private static final List<String> STEPS = List.of("move", "cancel", "waive");
    private static final List<String> DONE = List.of(
            "approve", "decline", "move", "cancel", "attended", "missed", "waive", "keep", "book", "busy", "changed");

    @Inject
    private Diary diary;

    @Inject
    private Requests requests;

    @Inject
    private OwnHours hours;

    @Inject
    private Cases cases;

    @Inject
    private Exchange exchange;

    private TypedForm typed;
    private UUID id;
    private OwnAppointment own;
    private String step = "";
    private PlannedTime planned;
    private List<OfferedDay> offered = List.of();
    private LocalDate from;

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /** Shows what there is, or a step that asks; or does what was asked. */
    public void load() {
        typed = new TypedForm(exchange);
        id = Ids.parse(exchange.parameter("id").orElse(null));
        own = diary.find(id);
        if (exchange.isPost()) {
            take(exchange.parameter("do").orElse(""));
        } else {
            step = exchange.parameter("do")
                    .filter(STEPS::contains)
                    .filter(asked -> own.isAhead() || "waive".equals(asked))
                    .orElse("");
        }
        if ("move".equals(step)) {
            lookForTimes();
        }
    }

    private void lookForTimes() {
        wall().ifPresent(meant -> planned = diary.plan(id, meant));
        LocalDate today = diary.today();
        LocalDate there = new SpokenTime(own.entry().start(), own.zone()).date();
        from = exchange.parameter("from")
                .flatMap(TypedForm::readDay)
                .or(() -> Optional.ofNullable(planned).map(each -> each.meant().toLocalDate()))
                .orElse(there);
        from = from.isBefore(today) ? today : from;
        if (own.isAhead()) {
            offered = OfferedDay.of(diary.freeTimes(id, from, OfferedDay.AT_ONCE), HERE + id + "&do=move");
        }
    }

    private Optional<LocalDateTime> wall() {
        Optional<LocalDate> day = exchange.parameter("day").flatMap(TypedForm::readDay);
        Optional<LocalTime> time = exchange.parameter("time").flatMap(TypedTime::read);
        return day.flatMap(date -> time.map(date::atTime));
    }

    private void take(String act) {
        try {
            switch (act) {
                case "approve" -> done(act, () -> requests.approve(id));
                case "decline" -> done(act, () -> requests.decline(id));
                case "attended" -> done(act, () -> diary.attended(id));
                case "missed" -> done(act, () -> diary.missed(id));
                case "keep" -> done(act, () -> hours.keep(id));
                case "cancel" -> done(act, () -> diary.cancel(id, part()));
                case "waive" -> waive();
                case "look" -> look();
                case "move" -> move();
                default -> exchange.goTo(HERE + id);
            }
        } catch (WrongStatus | AlreadyBegun | NotYetBegun meanwhile) {
            exchange.goTo(HERE + id + "&done=changed");
        } catch (DiaryBusy busy) {
            exchange.goTo(HERE + id + "&done=busy");
        }
    }

    private void done(String what, Runnable act) {
        act.run();
        exchange.goTo(HERE + id + "&done=" + what);
    }

    private void waive() {
        step = "waive";
        Optional<WaiverReason> reason = Arrays.stream(WaiverReason.values())
                .filter(each -> each.name().equals(typed("reason")))
                .findFirst();
        if (reason.isEmpty()) {
            typed.complain("reason", "waive.error");
        } else {
            done("waive", () -> diary.waive(id, reason.get()));
        }
    }

    private void look() {
        step = "move";
        Optional<LocalDate> day = typed.day("day");
        Optional<LocalTime> time = typed.time("time");
        if (typed.isFine()) {
            exchange.goTo(HERE + id + "&do=move&day=" + day.orElseThrow() + "&time=" + time.orElseThrow());
        }
    }

    private void move() {
        step = "move";
        LocalDateTime meant = wall().orElse(null);
        if (meant == null) {
            exchange.goTo(HERE + id + "&do=move");
        } else if (part() == Part.ONE) {
            try {
                boolean outside = exchange.parameter("outside").isPresent();
                done("move", () -> diary.move(id, meant, outside));
            } catch (TimeDoesNotFit | SlotTaken gone) {
                exchange.goTo(HERE + id + "&do=move&day=" + meant.toLocalDate() + "&time=" + meant.toLocalTime());
            }
        } else {
            exchange.goTo("/therapist/repeat?move=" + id + "&part=" + part() + "&day=" + meant.toLocalDate() + "&time="
                    + meant.toLocalTime());
        }
    }

    private Part part() {
        String chosen = exchange.parameter("part").orElse("");
        return Arrays.stream(Part.values())
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElse(Part.ONE);
    }

    /** What was typed into a field that was not taken. */
    public String typed(String field) {
        return exchange.parameter(field).map(text -> text.replace("\u0000", "")).orElse("");
    }

    /** What is the matter with a field; empty for nothing. */
    public String wrong(String field) {
        return typed.wrong(field);
    }

    /** Once it is looked up: on a post the page is gone through before that. */
    public boolean isReady() {
        return own != null;
    }

    public String getId() {
        return id.toString();
    }

    public String getStep() {
        return step;
    }

    public String getDesignation() {
        return Spoken.whose(own.entry(), exchange);
    }

    public String getInitials() {
        return Initials.of(getDesignation());
    }

    public String getStatus() {
        return exchange.text("diary", "diary.status." + own.entry().status());
    }

    public String getWhen() {
        SpokenTime start = new SpokenTime(own.entry().start(), own.zone());
        return start.dayOfYear() + ", " + Spoken.hours(own.entry(), own.zone()) + " (" + SpokenTime.place(own.zone())
                + " time)";
    }

    /** When it is for a client who is elsewhere. */
    public String getElsewhere() {
        return own.elsewhere()
                .map(zone -> PlannedWords.at(own.entry().start(), zone) + " (" + SpokenTime.place(zone) + ")")
                .orElse("");
    }

    public String getSession() {
        return own.entry().session();
    }

    public String getMadeBy() {
        return exchange.text("diary", own.madeBy() == By.CLIENT ? "appointment.by.client" : "appointment.by.you");
    }

    /** Until when the client can give it back free of charge; said while it matters. */
    public String getFreeUntil() {
        return own.entry().status() == AppointmentStatus.CONFIRMED && !own.begun()
                ? PlannedWords.at(own.freeUntil(), own.zone())
                : "";
    }

    /** Whether it is charged, where that is a question. */
    public String getCharge() {
        return switch (own.entry().status()) {
            case LATE_CANCELLED, NO_SHOW -> exchange.text(
                    "diary", own.chargeable() ? "appointment.charged" : "appointment.waived");
            case CANCELLED -> exchange.text("diary", "appointment.waived");
            default -> "";
        };
    }

    public String getRepeats() {
        return own.repeats() < 2
                ? ""
                : String.format(exchange.text("diary", "appointment.repeats.many"), own.repeats());
    }

    public boolean isAsked() {
        return own.entry().status() == AppointmentStatus.REQUESTED && !own.begun();
    }

    public boolean isAhead() {
        return own.isAhead();
    }

    public boolean isOutside() {
        return own.outside();
    }

    /** Its time has come: whether the client came can be recorded, and put right. */
    public boolean isOver() {
        return own.begun()
                && switch (own.entry().status()) {
                    case CONFIRMED, DONE, NO_SHOW -> true;
                    default -> false;
                };
    }

    public boolean isWaivable() {
        return own.chargeable()
                && (own.entry().status() == AppointmentStatus.LATE_CANCELLED
                        || own.entry().status() == AppointmentStatus.NO_SHOW);
    }

    /** The record of a client of hers; empty for anybody else's. */
    public String getClient() {
        return own.entry().caseId().stream()
                .filter(client ->
                        cases.mine().stream().anyMatch(each -> each.id().equals(client)))
                .map(client -> "/therapist/client?id=" + client.value())
                .findFirst()
                .orElse("");
    }

    /** The week of her diary in which it stands. */
    public String getDiary() {
        return "/therapist/diary?date=" + new SpokenTime(own.entry().start(), own.zone()).date();
    }

    /** What of a series can be meant; nothing to choose when it stands alone. */
    public List<Choice> getParts() {
        return own.repeats() < 2
                ? List.of()
                : Arrays.stream(Part.values())
                        .map(each -> new Choice(each.name(), label(each), each == part()))
                        .toList();
    }

    private String label(Part each) {
        String words = exchange.text("diary", "part." + each);
        return switch (each) {
            case ONE -> words;
            case FOLLOWING -> String.format(words, own.following());
            case ALL -> String.format(words, own.repeats());
        };
    }

    /** Why something is not charged. */
    public List<Choice> getReasons() {
        return Arrays.stream(WaiverReason.values())
                .map(each -> new Choice(each.name(), exchange.text("diary", "waive.why." + each), false))
                .toList();
    }

    /** In her diary still, and with a colleague by now. */
    public boolean isHandedOver() {
        return own.entry().caseId().isPresent() && getClient().isEmpty();
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

    public String getTo() {
        return PlannedWords.said(
                planned, Duration.between(own.entry().start(), own.entry().end()));
    }

    public String getToElsewhere() {
        return PlannedWords.elsewhere(planned, exchange);
    }

    /** Outside of the hours, or not possible at all. */
    public String getInTheWay() {
        return planned.kind() == PlannedTime.Kind.FREE ? "" : PlannedWords.inTheWay(planned, exchange);
    }

    public boolean isMeantOutside() {
        return planned.kind() == PlannedTime.Kind.OUTSIDE;
    }

    public boolean isTwice() {
        return planned != null && planned.twice();
    }

    /** The end of the gap, where a time does not exist. */
    public String getProposal() {
        return planned.kind() == PlannedTime.Kind.DOES_NOT_EXIST
                ? HERE + id + "&do=move&day=" + planned.said().date() + "&time="
                        + planned.said().hour()
                : "";
    }

    public String getDay() {
        return planned == null || exchange.isPost()
                ? typed("day")
                : planned.meant().toLocalDate().toString();
    }

    public String getTime() {
        return planned == null || exchange.isPost()
                ? typed("time")
                : planned.meant().toLocalTime().toString();
    }

    public String getToday() {
        return diary.today().toString();
    }

    public String getEarlier() {
        LocalDate before = from.minusDays(OfferedDay.AT_ONCE);
        return from.isAfter(diary.today()) ? HERE + id + "&do=move&from=" + before : "";
    }

    public String getLater() {
        return HERE + id + "&do=move&from=" + from.plusDays(OfferedDay.AT_ONCE);
    }

    /** What has just been done, if it is one of those there are words for. */
    public String getDone() {
        return exchange.isPost()
                ? ""
                : exchange.parameter("done").filter(DONE::contains).orElse("");
    }

    /** Something was in the way of what was asked. */
    public boolean isNotDone() {
        return List.of("busy", "changed").contains(getDone());
    }
}
