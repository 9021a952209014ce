package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.safespaces.people.Ids;
import org.safespaces.scheduling.CalendarFeeds;
import org.safespaces.scheduling.FeedSummary;
import org.safespaces.scheduling.FeedsFull;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** The addresses at which a therapist's own devices ask for her diary. Each stands in the answer to the post that made it, and nowhere again. */
@Named
@RequestScoped
public class CalendarPage {
    private static final String BUNDLE = "calendar";
    private static final String STOP = "stop:";

    @Inject
    private CalendarFeeds feeds;

    @Inject
    private Exchange exchange;

    private List<Device> devices = List.of();
    private List<Code> codes = List.of();
    private String address = "";
    private String wrong = "";

    /** A device in the list. */
    public record Device(String id, String name, String said) {}

    /** How a client is called in calendars. */
    public record Code(String code, String designation) {}

    /** Shows what there is; or does what was asked. */
    public void load() {
        if (exchange.isPost()) {
            act(exchange.parameter("do").orElse(""));
        }
        devices = feeds.mine().stream().map(this::device).toList();
        codes = feeds.codes().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(whose -> new Code(entry.getKey(), whose)))
                .toList();
    }

    private void act(String asked) {
        if (asked.startsWith(STOP)) {
            feeds.revoke(Ids.parse(asked.substring(STOP.length())));
            exchange.goTo("/therapist/calendar?done=stopped");
        } else {
            make();
        }
    }

    private void make() {
        if (getName().isEmpty()) {
            complain(exchange.text(BUNDLE, "feed.error.name"));
        } else if (getName().length() > CalendarFeeds.LONGEST) {
            complain(String.format(Locale.UK, exchange.text(BUNDLE, "feed.error.long"), CalendarFeeds.LONGEST));
        } else {
            draw();
        }
    }

    private void draw() {
        try {
            address = System.getenv("SAFESPACES_ORIGIN") + "/feed/" + feeds.make(getName(), isCoded());
        } catch (FeedsFull enough) {
            complain(String.format(Locale.UK, exchange.text(BUNDLE, "feed.error.full"), CalendarFeeds.MOST));
        }
    }

    private void complain(String said) {
        wrong = said;
        exchange.complainAt("name", said);
    }

    private Device device(FeedSummary feed) {
        String asked = feed.askedOn()
                .map(day -> String.format(Locale.UK, exchange.text(BUNDLE, "feed.asked"), Days.dated(day)))
                .orElseGet(() -> exchange.text(BUNDLE, "feed.asked.never"));
        String shows = exchange.text(BUNDLE, feed.coded() ? "feed.coded" : "feed.plain");
        String made = String.format(Locale.UK, exchange.text(BUNDLE, "feed.made"), Days.dated(feed.madeOn()));
        return new Device(feed.id().toString(), feed.name(), String.join(" ", shows, made, asked));
    }

    public List<Device> getDevices() {
        return devices;
    }

    /** How her clients are called there, by code. */
    public List<Code> getCodes() {
        return codes;
    }

    public boolean isFull() {
        return devices.size() >= CalendarFeeds.MOST;
    }

    /** The new address, in the one answer that has it; else empty. */
    public String getAddress() {
        return address;
    }

    public boolean isShown() {
        return !address.isEmpty();
    }

    public boolean isStopped() {
        return !exchange.isPost()
                && exchange.parameter("done").filter("stopped"::equals).isPresent();
    }

    /** What she calls the new device. */
    public String getName() {
        return exchange.isPost() ? exchange.parameter("name").orElse("") : "";
    }

    /** With codes, unless she has said otherwise. */
    public boolean isCoded() {
        return exchange.parameter("coded").filter("no"::equals).isEmpty();
    }

    public String getWrong() {
        return wrong;
    }
}
