package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.access.Cases;
import org.safespaces.access.ContactNews;
import org.safespaces.access.ContactStanding;
import org.safespaces.access.SafeContact;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.OpenIntake;
import org.safespaces.intake.Question;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.notes.OpenNote;
import org.safespaces.people.CaseId;
import org.safespaces.people.ContactTerms;
import org.safespaces.people.PartOfDay;
import org.safespaces.people.People;
import org.safespaces.people.ReminderWish;
import org.safespaces.people.SafeTimes;
import org.safespaces.scheduling.Diary;
import org.safespaces.scheduling.Reminders;
import org.safespaces.scheduling.SpokenTime;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;
import org.safespaces.web.home.FormWords;

/** How a client may be reached: what she wrote stands beside what the server is to know of it. */
@Named
@RequestScoped
public class ContactPage {
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final String ABOUT_CONTACT = "SC";

    /** What she was asked that the server may come to know; the rest is for people. */
    private static final Set<String> KNOWN = Set.of("SC01", "SC02", "SC03", "SC05", "SC06", "SC10");

    @Inject
    private SafeContact contact;

    @Inject
    private Cases cases;

    @Inject
    private CaseNotes notes;

    @Inject
    private Intakes intakes;

    @Inject
    private People people;

    @Inject
    private Reminders reminders;

    @Inject
    private Diary diary;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private PracticeSettings settings;

    @Inject
    private FormWords words;

    @Inject
    private Exchange exchange;

    private final Map<String, String> errors = new HashMap<>();
    private ClientsPage.Row client;
    private Optional<ContactTerms> agreed = Optional.empty();
    private List<String> stops = List.of();
    private List<Wrote> wrote = List.of();
    private boolean doubtful;
    private final Map<CaseId, List<String>> about = new HashMap<>();
    private List<News> news;

    /** An answer about contact. */
    public record Wrote(String question, String answer, boolean known) {}

    /** A day of the week, with its parts. */
    public record Day(String id, String name, List<Part> parts) {}

    /** A part of a day that can be ticked. */
    public record Part(String id, String label, boolean ticked) {}

    /** Somebody whose letters ask for a look; without an id, the therapist herself. */
    public record News(String id, String designation, String initials, List<String> lines) {}

    /** Opens what she wrote, for this one answer; or does what was asked. */
    public void load() {
        CaseId id = caseId();
        ContactStanding standing = contact.standing(id);
        if (!vaultLock.isOpen() && !exchange.isPost()) {
            throw new VaultLocked();
        }
        if (exchange.isPost()) {
            act(id);
        }
        client = ClientsPage.Row.of(cases.mine(id));
        agreed = contact.agreed(id);
        stops = standing.stops().stream().map(Enum::name).sorted().toList();
        if (vaultLock.isOpen()) {
            read(id);
        }
    }

    private void read(CaseId id) {
        try {
            Optional<OpenNote> opened = notes.contact(id);
            doubtful = opened.filter(note -> !note.whole()).isPresent();
            wrote = opened.map(note -> lines(intakes.reread(note.said()))).orElse(List.of());
        } catch (DoesNotOpen tamperedWith) {
            doubtful = true;
        }
    }

    private List<Wrote> lines(OpenIntake document) {
        return document.answered(Question.Part.IDENTITY).stream()
                .filter(question -> question.id().startsWith(ABOUT_CONTACT))
                .map(question -> new Wrote(
                        words.of(question.id() + ".short"),
                        words.answer(question, document.answers()),
                        KNOWN.contains(question.id())))
                .toList();
    }

    private void act(CaseId id) {
        switch (exchange.parameter("do").orElse("")) {
            case "confirm" -> confirm(id);
            case "freeze" -> {
                contact.freeze(id);
                done(id, "frozen");
            }
            case "resume" -> {
                contact.resume(id);
                done(id, "resumed");
            }
            default -> done(id, "");
        }
    }

    private void confirm(CaseId id) {
        boolean letters = isWay("mail");
        Optional<String> mail = exchange.parameter("mail").filter(ContactPage::isAddress);
        SafeTimes times = new SafeTimes(isAlways(), ticked());
        if (letters && mail.isEmpty()) {
            complain("mail", "error.mail");
        }
        if (letters && times.isNever()) {
            complain("times", "error.times");
        }
        if (isWay("voicemail") && !isWay("call")) {
            complain("voicemail", "error.voicemail");
        }
        if (errors.isEmpty()) {
            contact.confirm(
                    id,
                    new ContactTerms(
                            mail.filter(address -> letters),
                            isWay("text"),
                            isWay("call"),
                            isWay("voicemail"),
                            times,
                            isOthers(),
                            new ReminderWish(isRemind("first"), isRemind("second"), isTimeSaid())));
            done(id, "confirmed");
        }
    }

    private static boolean isAddress(String typed) {
        return typed.length() <= LONGEST_ADDRESS && ADDRESS.matcher(typed).matches();
    }

    private void complain(String field, String key) {
        String said = exchange.text("contact", key);
        errors.put(field, said);
        exchange.complainAt(field, said);
    }

    private void done(CaseId id, String what) {
        exchange.goTo("/therapist/client?id=" + id.value() + (what.isEmpty() ? "" : "&contact=" + what));
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    /** What stands in a field: what was typed; else what has been agreed on; else what a new card begins with. */
    private boolean stands(String field, String value, boolean agreedOn) {
        return exchange.isPost() ? Arrays.asList(exchange.parameters(field)).contains(value) : agreedOn;
    }

    public boolean isWay(String way) {
        return stands(
                "way",
                way,
                agreed.map(terms -> switch (way) {
                            case "mail" -> terms.mail().isPresent();
                            case "text" -> terms.text();
                            case "call" -> terms.call();
                            default -> terms.voicemail();
                        })
                        .orElse(false));
    }

    public String getMail() {
        return exchange.isPost()
                ? exchange.parameter("mail").orElse("")
                : agreed.flatMap(ContactTerms::mail).orElse("");
    }

    public boolean isAlways() {
        return stands(
                "always",
                "yes",
                agreed.map(ContactTerms::times).map(SafeTimes::always).orElse(false));
    }

    public boolean isOthers() {
        return stands("others", "yes", agreed.map(ContactTerms::othersRead).orElse(false));
    }

    public boolean isTimeSaid() {
        return stands(
                "wording",
                "time",
                agreed.map(ContactTerms::reminders).map(ReminderWish::timeSaid).orElse(false));
    }

    public boolean isRemind(String which) {
        ReminderWish wish = agreed.map(ContactTerms::reminders).orElse(new ReminderWish(true, true, false));
        return stands("remind", which, which.equals("first") ? wish.first() : wish.second());
    }

    private Set<SafeTimes.Part> ticked() {
        return days().flatMap(day -> Stream.of(PartOfDay.values())
                        .filter(part -> isTicked(day, part))
                        .map(part -> new SafeTimes.Part(day, part)))
                .collect(Collectors.toSet());
    }

    private boolean isTicked(DayOfWeek day, PartOfDay part) {
        return stands(
                "time",
                id(day, part),
                agreed.filter(terms -> terms.times().parts().contains(new SafeTimes.Part(day, part)))
                        .isPresent());
    }

    private static Stream<DayOfWeek> days() {
        return Stream.of(DayOfWeek.values());
    }

    private static String id(DayOfWeek day, PartOfDay part) {
        return day + "-" + part;
    }

    /** The week, to be ticked. */
    public List<Day> getDays() {
        return days().map(day -> new Day(
                        "day-" + day.getValue(),
                        day.getDisplayName(TextStyle.FULL, Locale.UK),
                        Stream.of(PartOfDay.values())
                                .map(part -> new Part(id(day, part), label(part), isTicked(day, part)))
                                .toList()))
                .toList();
    }

    private String label(PartOfDay part) {
        return exchange.text("contact", "times.part." + part.name());
    }

    /** The parts of a day, with their hours. */
    public List<String> getParts() {
        return Stream.of(PartOfDay.values())
                .map(part -> label(part) + ", " + part.from() + " to " + part.until())
                .toList();
    }

    public String getZone() {
        return String.format(exchange.text("contact", "times.zone"), SpokenTime.place(people.hoursOf(caseId())));
    }

    public String getFirstLabel() {
        return String.format(
                exchange.text("contact", "remind.first"),
                settings.firstReminder().toHours());
    }

    public String getSecondLabel() {
        return String.format(
                exchange.text("contact", "remind.second"),
                settings.secondReminder().toHours());
    }

    /** What is wrong with a field; empty when nothing is. */
    public String wrong(String field) {
        return errors.getOrDefault(field, "");
    }

    public boolean isReady() {
        return client != null;
    }

    public ClientsPage.Row getClient() {
        return client;
    }

    /** She holds the case: whoever covers may stop letters, and let them go again. */
    public boolean isOwn() {
        return client == null || client.coverUntil().isEmpty();
    }

    public List<String> getStops() {
        return stops;
    }

    public List<Wrote> getWrote() {
        return wrote;
    }

    public boolean isOpen() {
        return vaultLock.isOpen();
    }

    public boolean isDoubtful() {
        return doubtful;
    }

    /** How it stands with letters to a client, in lines. */
    public List<String> about(String id) {
        return about.computeIfAbsent(CaseId.parse(id), this::told);
    }

    private List<String> told(CaseId caseId) {
        ContactStanding standing = contact.standing(caseId);
        List<String> lines = new ArrayList<>();
        if (standing.confirmedOn().isEmpty()) {
            lines.add(exchange.text("contact", "case.none"));
        } else {
            lines.add(exchange.text("contact", standing.letters() ? "case.letters" : "case.quiet") + " "
                    + String.format(
                            exchange.text("contact", "case.confirmed"),
                            Days.dated(standing.confirmedOn().get())));
        }
        lines.addAll(asks(standing));
        reminders.withoutMoment(caseId).stream()
                .map(entry ->
                        String.format(exchange.text("contact", "case.unreminded"), Spoken.when(entry, diary.zone())))
                .forEach(lines::add);
        return lines;
    }

    private List<String> asks(ContactStanding standing) {
        List<String> lines = new ArrayList<>();
        standing.stops().stream()
                .sorted()
                .map(stop -> exchange.text("contact", "stop." + stop.name()) + ". "
                        + exchange.text("contact", "stop." + stop.name() + ".body"))
                .forEach(lines::add);
        if (standing.due()) {
            lines.add(exchange.text("contact", "case.due"));
        }
        standing.notDelivered()
                .map(at -> String.format(exchange.text("contact", "case.lost"), day(at)))
                .ifPresent(lines::add);
        return lines;
    }

    private String day(Instant at) {
        SpokenTime when = new SpokenTime(at, diary.zone());
        return when.day() + ", " + when.hour();
    }

    /** Whose letters ask for a look. */
    public List<News> getNews() {
        if (news == null) {
            news = Stream.concat(
                            contact.notDeliveredToMe().map(this::mine).stream(),
                            contact.news().stream().map(this::news))
                    .toList();
        }
        return news;
    }

    private News mine(Instant at) {
        return new News(
                "",
                exchange.text("contact", "today.you"),
                exchange.text("contact", "today.you").substring(0, 1),
                List.of(String.format(exchange.text("contact", "today.me"), day(at))));
    }

    private News news(ContactNews one) {
        return new News(
                one.caseId().value().toString(),
                one.designation(),
                Initials.of(one.designation()),
                asks(one.standing()));
    }

    /** What has just been done; empty for nothing. */
    public String getDone() {
        return exchange.parameter("contact")
                .filter(List.of("confirmed", "frozen", "resumed")::contains)
                .orElse("");
    }
}
