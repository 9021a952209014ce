package org.safespaces.web.client;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safespaces.access.OwnRecord;
import org.safespaces.notes.OwnConsents;
import org.safespaces.notes.OwnDocuments;
import org.safespaces.notes.OwnMessages;
import org.safespaces.notes.OwnPlan;
import org.safespaces.people.People;
import org.safespaces.scheduling.AppointmentStatus;
import org.safespaces.scheduling.AppointmentSummary;
import org.safespaces.scheduling.Booking;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class HomePage {
    @Inject
    private Booking booking;

    @Inject
    private OwnRecord record;

    @Inject
    private People people;

    @Inject
    private OwnMessages messages;

    @Inject
    private OwnPlan plans;

    @Inject
    private OwnConsents consents;

    @Inject
    private OwnDocuments documents;

    @Inject
    private Exchange exchange;

    private boolean joined;
    private boolean recordChanged;
    private Optional<LocalDate> erasedOn = Optional.empty();
    private String therapist;
    private String state = "";
    private int unseen;
    private List<News> news = List.of();
    private int letters;
    private Optional<LocalDate> planOn = Optional.empty();
    private Optional<AppointmentSummary> next = Optional.empty();

    /** Something that waits for her: what, and where. */
    public record News(String said, String address, String word) {}

    @PostConstruct
    void load() {
        joined = booking.hasJoined();
        if (joined) {
            recordChanged = record.hasNews();
            state = record.state().name();
            unseen = messages.unseen();
            planOn = plans.sharedOn();
            news = Stream.of(message(), plan(), consent(), document())
                    .flatMap(Optional::stream)
                    .toList();
            letters = documents.count();
            therapist = booking.therapist().shownName();
            next = booking.mine().stream()
                    .filter(AppointmentSummary::upcoming)
                    .min(Comparator.comparing(AppointmentSummary::start));
        } else {
            erasedOn = people.erasedOn();
        }
    }

    private Optional<News> message() {
        return news(unseen > 0, "/client/messages", getMessages(), exchange.text("space", "home.messages"));
    }

    private Optional<News> plan() {
        return news(
                plans.isNew(),
                "/client/plan",
                exchange.text("space", "home.plan.new"),
                exchange.text("space", "home.plan"));
    }

    private Optional<News> consent() {
        int asked = consents.unseen();
        return news(
                asked > 0,
                "/client/agreed",
                exchange.counted("space", "home.consents", asked),
                exchange.text("space", "home.consents.look"));
    }

    private Optional<News> document() {
        return news(
                documents.isNew(),
                "/client/documents",
                exchange.text("documents", "own.home.new"),
                exchange.text("documents", "own.h1"));
    }

    private Optional<News> news(boolean there, String address, String said, String word) {
        return there ? Optional.of(new News(said, address, word)) : Optional.empty();
    }

    public boolean isJoined() {
        return joined;
    }

    /** Who can open her record has changed since she last looked. */
    public boolean isRecordChanged() {
        return recordChanged;
    }

    /** There was a record, and it is gone. */
    public boolean isErased() {
        return erasedOn.isPresent();
    }

    public String getErasedBody() {
        return String.format(
                exchange.text("erasure", "home.erased.body"),
                erasedOn.map(Days::dated).orElse(""));
    }

    /** Whether therapy goes on, rests, or has ended. */
    public String getState() {
        return state;
    }

    /** What was written to her since she last looked: messages, a copy of her plan, something she may agree to. */
    public List<News> getNews() {
        return news;
    }

    public String getMessages() {
        return exchange.counted("space", "home.messages", unseen);
    }

    public String getPlan() {
        return planOn.map(day -> String.format(exchange.text("space", "home.plan.there"), Days.dated(day)))
                .orElseGet(() -> exchange.text("space", "home.plan.none"));
    }

    public String getDocuments() {
        return exchange.counted("documents", "own.home", letters);
    }

    public String getTherapist() {
        return therapist;
    }

    public boolean isBooked() {
        return next.isPresent();
    }

    /** Her therapist has not answered yet. */
    public boolean isAsked() {
        return next.orElseThrow().status() == AppointmentStatus.REQUESTED;
    }

    public String getAddress() {
        return ChosenAppointment.address(next.orElseThrow().id());
    }

    public String getDay() {
        return start().day();
    }

    public String getHours() {
        return start().hour() + " to " + new SpokenTime(next.orElseThrow().end(), zone()).hour();
    }

    public String getZone() {
        return SpokenTime.place(zone());
    }

    private SpokenTime start() {
        return new SpokenTime(next.orElseThrow().start(), zone());
    }

    private ZoneId zone() {
        return booking.zone();
    }
}
