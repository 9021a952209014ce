package org.safespaces.acceptance.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.SoonAppointment;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/** The time around a session: what is asked first, the way in, and what other calendars are told. */
class RoomJourneyIT {
    private static final Set<String> ALLOWED =
            Set.of("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "CLASS");
    private static final String PLACE = "12 Mill Lane, Leeds";

    @Test
    void bothFindTheSameRoomAtTheTimeOnceTheQuestionsAreAsked() {
        World world = World.open();
        Instant soon = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(40));
        try (SoonAppointment session = SoonAppointment.ofLinen(world, soon);
                Visitor linen = Visitor.onPhoneWithoutScript().signInAt("/client/home", "linen");
                Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan")) {
            String hers = "/client/room?id=" + session.id();
            linen.goTo(hers);
            assertTrue(linen.text().contains("The room opens at"), linen.text());
            assertEquals(0, linen.page().locator("#enter").count());

            linen.follow("Answer some questions before");
            linen.page().fill("#word", "bluebell");
            linen.press("Send to my therapist");
            linen.waitForWords("Please say where");
            assertEquals("bluebell", linen.page().inputValue("#word"), "nothing typed is lost");
            linen.page().fill("#place", PLACE);
            linen.page().locator("label[for=alone-yes]").click();
            linen.press("Send to my therapist");
            linen.waitForWords("We have your answers");
            assertFalse(
                    linen.page().content().contains("Mill Lane"), "whoever uses the device next sees nothing of it");

            rowan.goTo("/therapist/room?id=" + session.id());
            assertTrue(rowan.page().url().contains("/therapist/unlock"), "a locked vault asks for its phrase first");
            rowan.unlock("rowan");
            rowan.goTo("/therapist/room?id=" + session.id());
            assertEquals(PLACE, rowan.page().inputValue("#place"));
            assertEquals("bluebell", rowan.page().inputValue("#word"));
            rowan.press("Confirm and start");
            rowan.waitForWords("It opens at");
            assertEquals(0, rowan.page().locator("#enter").count());

            session.moveTo(soon.minus(Duration.ofMinutes(30)));
            linen.goTo(hers);
            rowan.goTo("/therapist/room?id=" + session.id());
            String link = linen.page().getAttribute("#enter", "href");
            assertTrue(link.matches("https://meet\\.jit\\.si/[0-9a-f]{32}"), link);
            assertEquals(link, rowan.page().getAttribute("#enter", "href"));
            assertTrue(linen.page().getAttribute("#enter", "rel").contains("noreferrer"));
            assertTrue(linen.text().contains("This opens another service"));
            assertTrue(rowan.text().contains(PLACE), "in sight while they talk");

            session.moveTo(soon.minus(Duration.ofHours(2)));
            linen.goTo(hers);
            assertTrue(linen.text().contains("This session is over"));
            assertFalse(linen.page().content().contains("meet.jit.si"));
            rowan.goTo("/therapist/room?id=" + session.id());
            assertFalse(rowan.page().content().contains("meet.jit.si"));
        }
    }

    @Test
    void aSessionThatBeginsInAHurryBeginsForAReason() {
        World world = World.open();
        try (SoonAppointment session = SoonAppointment.ofLinen(world, Instant.now());
                Visitor rowan = Visitor.atDesk().signInAt("/therapist/today", "rowan")) {
            rowan.unlock("rowan");
            rowan.goTo("/therapist/room?id=" + session.id());
            assertEquals(0, rowan.page().locator("#enter").count());

            rowan.press("Keep the reason and start");
            rowan.page().waitForSelector("#reason-error");
            rowan.page().fill("#reason", "She rang from the street.");
            rowan.press("Keep the reason and start");

            rowan.page().waitForSelector("#enter");
            assertTrue(rowan.text().contains("She rang from the street."));
            rowan.follow("Change the answers");
            assertEquals(0, rowan.page().locator("#enter").count());
        }
    }

    @Test
    void aClientSavesAFileThatSaysNothingToOthers() throws IOException, ParserException {
        World world = World.open();
        Instant start = atNight(2);
        try (SoonAppointment session = SoonAppointment.ofLinen(world, start);
                Visitor linen = Visitor.onPhone().signInAt("/client/home", "linen")) {
            Page page = linen.page();
            linen.goTo("/client/to-calendar?id=" + session.id());
            assertTrue(linen.text().contains("Calendars are often shared"));
            Download usual = page.waitForDownload(() -> page.click("#usual"));
            assertEquals("appointment.ics", usual.suggestedFilename());
            assertEquals(
                    "Appointment",
                    only(Files.readString(usual.path()), start).getSummary().getValue());

            page.fill("#word", "My therapy");
            linen.press("Save with my word");
            page.waitForSelector("#word-error");
            assertEquals("My therapy", page.inputValue("#word"));
            page.fill("#word", "Dentist, Zo\u00EB");
            Download own = page.waitForDownload(() -> page.click("#own button"));
            assertEquals(
                    "Dentist, Zo\u00EB",
                    only(Files.readString(own.path()), start).getSummary().getValue());
        }
    }

    @Test
    void aDeviceAsksForBusyHoursUntilItsAddressIsTakenBack() throws IOException, ParserException {
        World world = World.open();
        Instant start = atNight(3);
        try (SoonAppointment session = SoonAppointment.ofLinen(world, start);
                Visitor rowan = Visitor.atDesk().signInAt("/therapist/calendar", "rowan");
                Playwright playwright = Playwright.create()) {
            rowan.page().fill("#name", "phone");
            rowan.press("Make an address");
            rowan.page().waitForSelector("#address");
            String address = rowan.page().textContent("#address");
            rowan.goTo("/therapist/calendar");
            assertFalse(rowan.page().content().contains(address), "shown once");

            APIRequestContext device = playwright.request().newContext();
            APIResponse answer = device.get(address);
            assertEquals(200, answer.status());
            assertTrue(answer.headers().get("cache-control").contains("no-store"));
            assertFalse(answer.headers().containsKey("set-cookie"), "no session for whoever asks");
            assertTrue(answer.headers().get("content-type").startsWith("text/calendar"));
            Calendar calendar = read(answer.text());
            assertFalse(calendar.validate().hasErrors());
            List<VEvent> events =
                    calendar.getComponents().stream().map(VEvent.class::cast).toList();
            assertTrue(events.stream()
                    .anyMatch(event ->
                            Instant.from(event.getDateTimeStart().getDate()).equals(start)));
            assertTrue(events.stream()
                    .allMatch(event -> event.getSummary().getValue().matches("Busy( [A-Z]{2}\\d{2})?")));
            events.forEach(RoomJourneyIT::isBare);
            for (String method : List.of("POST", "PUT", "DELETE", "HEAD", "OPTIONS")) {
                assertEquals(
                        404,
                        device.fetch(address, RequestOptions.create().setMethod(method))
                                .status(),
                        method);
            }
            assertEquals(
                    404, device.get(address.substring(0, address.length() - 1)).status());
            assertEquals(404, device.get(world.address() + "/feed/").status());
            assertFalse(isInAnyLog(world, address.substring(address.lastIndexOf('/') + 1)));

            rowan.press("Stop it");
            rowan.waitForWords("That address is closed");
            assertEquals(404, device.get(address).status());
            device.dispose();
        }
    }

    /** When nobody's hours are: no other test books then. */
    private static Instant atNight(int days) {
        return Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(days))
                .plus(Duration.ofHours(3));
    }

    private static boolean isInAnyLog(World world, String secret) throws IOException {
        try (Stream<java.nio.file.Path> files =
                Files.walk(world.stack().settings().data())) {
            return files.filter(file -> file.toString().matches(".*(\\.log|/logs?/).*"))
                    .filter(Files::isRegularFile)
                    .anyMatch(file -> holds(file, secret));
        }
    }

    private static boolean holds(java.nio.file.Path file, String secret) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(secret);
        } catch (IOException gone) {
            return false;
        }
    }

    private static VEvent only(String text, Instant start) throws IOException, ParserException {
        Calendar calendar = read(text);
        assertFalse(calendar.validate().hasErrors());
        assertEquals(1, calendar.getComponents().size());
        VEvent event = (VEvent) calendar.getComponents().get(0);
        isBare(event);
        assertEquals(start, Instant.from(event.getDateTimeStart().getDate()));
        return event;
    }

    private static void isBare(CalendarComponent event) {
        Set<String> names =
                event.getProperties().stream().map(Property::getName).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ALLOWED), names);
        assertTrue(((VEvent) event).getComponents().isEmpty());
    }

    private static Calendar read(String text) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertEquals(
                Set.of("VERSION", "PRODID"),
                calendar.getProperties().stream().map(Property::getName).collect(Collectors.toSet()));
        return calendar;
    }
}
