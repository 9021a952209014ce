package org.safespaces.acceptance.secrecy;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.safespaces.acceptance.support.AlsoWaiting;
import org.safespaces.acceptance.support.Canaries;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Inbox;
import org.safespaces.acceptance.support.Keyring;
import org.safespaces.acceptance.support.Letters;
import org.safespaces.acceptance.support.SoonAppointment;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

/**
 * Puts words that must never be found again into every field of every form, by the browser and by bare requests, into headers,
 * cookies and addresses, and into as much as a small practice writes in some months.
 */
final class Drill {
    private static final int ACCEPTED = 20;
    private static final int WAITING = 30;
    private static final int NOTES = 300;
    private static final List<String> HEADERS = List.of(
            "User-Agent",
            "Referer",
            "Origin",
            "Accept-Language",
            "X-Forwarded-For",
            "X-Real-IP",
            "Forwarded",
            "From",
            "X-Other");

    private final World world;
    private final List<Fields.Line> lines;
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Set<String> sent = new TreeSet<>();
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Visitor> signedIn = new HashMap<>();

    Drill(World world) throws IOException {
        this.world = world;
        this.lines = Fields.listed(world.root());
    }

    /** Every word that was given away, by the place it was put into. */
    Map<String, String> words() {
        return words;
    }

    /** Fields of the table that no request has carried a word in. */
    Set<String> unvisited() {
        Set<String> left = new TreeSet<>();
        lines.stream().filter(line -> !sent.contains(line.canary())).forEach(line -> left.add(line.place()));
        return left;
    }

    void run() throws IOException {
        try {
            countedAnew("alder");
            countedAnew("rowan");
            enquiryByBrowser();
            enquiryByBareRequests();
            noteThatLocks();
            search();
            list();
            appointment();
            ownDiary();
            questionsBeforeIt();
            measures();
            calendarOfADevice();
            reportsAndLog();
            rights();
            ownSpace();
            countedAnew("alder");
            everyFieldByBareRequests();
            countedAnew("alder");
            replyThatLocks();
            decisionThatLocks();
            tasks();
            new VaultDrill(this).run();
            new DrillOfTwo(this).run();
            headersCookiesAndAddresses();
            signInForm();
            aPracticesWorth();
        } finally {
            signedIn.values().forEach(Visitor::close);
        }
    }

    /** A word for a place, remembered, so that it is looked for. */
    String word(String place) {
        return secret(place, Canaries.of(place));
    }

    /** Something that means something, and must not be found either. */
    String secret(String place, String text) {
        words.put(place, text);
        return text;
    }

    private String word(Fields.Line line) {
        sent.add(line.canary());
        return word(line.place());
    }

    /** Takes note of what a browser really posts. */
    Visitor watched(Visitor visitor) {
        visitor.page().context().onRequest(request -> {
            String body =
                    request.postData() == null ? "" : URLDecoder.decode(request.postData(), StandardCharsets.UTF_8);
            lines.stream().map(Fields.Line::canary).filter(body::contains).forEach(sent::add);
        });
        return visitor;
    }

    /** Somebody by the word of the table; everybody signs in once. */
    Visitor as(String who) {
        return signedIn.computeIfAbsent(who, one -> {
            String account = one.split(" ")[0];
            return switch (account) {
                case "nobody" -> Visitor.onPhone();
                case "linen", "slate" -> Visitor.onPhone().signInAt("/client/home", account);
                case "birch" -> Visitor.atDesk().signInAt("/admin/people", account);
                default -> therapist(account, one.endsWith("unlocked"));
            };
        });
    }

    private Visitor therapist(String account, boolean unlocked) {
        Visitor therapist = Visitor.atDesk().signInAt("/therapist/today", account);
        secret("passphrase of " + account, world.person(account).phrase());
        return unlocked ? therapist.unlock(account) : therapist;
    }

    /** Everything typed once, as somebody would: sent, looked up with its code, accepted, and joined. */
    private void enquiryByBrowser() {
        String code;
        try (Visitor visitor = Visitor.onPhone()) {
            Map<String, String> answers = Enquiry.adult(
                    "money", "T3", "thoughts", "S02", "coming", "S06", "money", "S12", "money", "SC01", "email");
            answers.put("S17", word("story") + ", sagte Zo\u00EB: \"100 % \u2026\"");
            answers.put("N01", word("name"));
            answers.put("SC02", word("mail address") + "@example.org");
            answers.put("SC11", word("agreed word"));
            answers.put("SC12", word("whom never to speak to"));
            code = Enquiry.begunBy(visitor).upTo("check", answers).send();
        }
        secret("return code", code);
        secret("return code as it is shown", code.replaceAll("(\\d{4})(?=\\d)", "$1 "));
        try (Visitor visitor = Visitor.onPhone()) {
            visitor.goTo("/messages");
            visitor.page().fill("#enter\\:code", code);
            visitor.press("Show me where it stands");
            visitor.waitForWords("There are no messages yet");
            visitor.page().fill("#reply\\:said", word("message with her code") + " and more");
            visitor.press("Send");
            visitor.waitForWords("Your message is sent");
            visit("messages are open", visitor);
        }
        Visitor alder = as("alder unlocked");
        Inbox.openNewest(alder);
        alder.page().fill("#reply\\:said", word("reply to her") + " and more");
        alder.press("Send message");
        alder.waitForWords(word("reply to her"));
        alder.page().fill("#aside\\:said", word("note for colleagues") + " and more");
        alder.press("Keep note");
        alder.waitForWords(word("note for colleagues"));
        Inbox.accept(alder);
        known.put("case", alder.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1"));
        alder.goTo("/therapist/messages?id=" + known.get("case"));
        alder.waitForWords(word("reply to her"));
        alder.page().fill("#said", word("message in her case") + " and more");
        alder.press("Send message");
        alder.waitForWords(word("message in her case"));
        planAndConsent(alder);
        letters(alder);
        alder.goTo("/therapist/client?id=" + known.get("case"));
        alder.press("Show");
        safeContact(alder);
        alder.follow("New note");
        alder.page().fill("#note\\:said", word("note") + " was said");
        alder.press("Sign and lock");
        alder.page().waitForURL("**/therapist/note?**id=**");
        known.put("note", alder.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1"));
        notesInOtherStates(alder);
    }

    /** A draft that is kept, a note that is signed and not locked, and headings of her own. */
    private void notesInOtherStates(Visitor alder) {
        String blank = "/therapist/note?case=" + known.get("case");
        alder.goTo(blank);
        alder.page().fill("#note\\:said", word("draft") + " and not signed");
        alder.press("Keep as draft");
        alder.page().waitForURL("**/therapist/note?**draft=**");
        known.put("draft", alder.page().url().replaceAll(".*[?&]draft=([0-9a-f-]+).*", "$1"));
        alder.goTo(blank + "&kind=process");
        alder.page().fill("#note\\:said", word("process note"));
        alder.page().locator("input[value='Sign']").click();
        alder.page().waitForURL("**/therapist/note?**id=**");
        known.put("signed", alder.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1"));
        alder.goTo("/therapist/note-templates");
        alder.page().fill("#name", word("name of a template"));
        alder.page().fill("#headings", word("heading of a template"));
        alder.press("Add template");
        alder.waitForWords(word("name of a template"));
    }

    private void planAndConsent(Visitor alder) {
        alder.goTo("/therapist/plan?edit=1&id=" + known.get("case"));
        for (String box : List.of("noticing", "myself", "elsewhere", "others", "safer", "found", "name1", "way1")) {
            alder.page().fill("#" + box, word(box + " of a plan"));
        }
        alder.press("Save this version");
        alder.waitForWords(word("noticing of a plan"));
        alder.press("Share a copy");
        alder.waitForWords("Your client has a copy");
        alder.goTo("/therapist/agreed?id=" + known.get("case"));
        for (String box : List.of("recipient", "share", "withheld")) {
            alder.page().fill("#" + box, word(box + " of a consent"));
        }
        alder.press("Ask");
        alder.waitForWords(word("share of a consent"));
    }

    /** A letter that stays a draft, and one that is finished and made a file of. */
    private void letters(Visitor alder) {
        String blank = "/therapist/document?case=" + known.get("case");
        alder.goTo(blank);
        alder.page().fill("#said", word("draft of a letter") + " and more");
        alder.press("Keep as draft");
        alder.waitForWords("The draft is kept");
        known.put("letter", alder.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1"));
        alder.goTo(blank);
        finishedLetter(alder, word("letter to her"));
        known.put("finished letter", alder.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1"));
    }

    private static void finishedLetter(Visitor therapist, String said) {
        therapist.page().fill("#said", said + " and more");
        therapist.press("Finish the letter");
        therapist.waitForWords("The letter is finished");
        therapist.page().waitForDownload(() -> therapist.page().click("button[value=file]"));
        therapist.press("Share with your client");
        therapist.waitForWords("Your client has the letter");
    }

    /** A client with her code on her own pages: what she writes, and what she decides. */
    private void ownSpace() {
        Visitor rowan = as("rowan unlocked");
        rowan.goTo("/therapist/clients");
        rowan.page().locator("tr:has-text(\"Linen Moth\") a").first().click();
        rowan.page().waitForURL("**/therapist/client?**");
        String hers = rowan.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1");
        rowan.goTo("/therapist/new-code?case=" + hers);
        rowan.press("Draw a new code");
        String code = rowan.page().locator("#given").innerText().replaceAll("\\D", "");
        secret("return code of a client", code);
        rowan.goTo("/therapist/agreed?id=" + hers);
        rowan.page().fill("#share", word("share of her consent"));
        rowan.press("Ask");
        rowan.waitForWords(word("share of her consent"));
        rowan.goTo("/therapist/document?case=" + hers);
        finishedLetter(rowan, word("letter to a client"));
        Visitor linen = as("linen");
        linen.goTo("/client/messages");
        linen.page().fill("#code", code);
        linen.press("Open");
        linen.waitForWords("Write to your therapist");
        linen.page().fill("#said", word("message of a client") + " and more");
        linen.press("Send");
        linen.waitForWords("Your message is sent");
        visit("her messages are open", linen);
        linen.goTo("/client/details");
        linen.page().fill("#said", word("what has changed") + " and more");
        linen.press("Send to your therapist");
        linen.waitForWords("Your therapist has it");
        linen.goTo("/client/agreed");
        visit("her consents are open", linen);
        linen.goTo("/client/documents");
        linen.waitForWords(word("letter to a client"));
        linen.page().waitForDownload(() -> linen.page().click("button[name=letter]"));
        visit("her letters are open", linen);
        linen.goTo("/client/correct");
        linen.page().fill("#said", word("what she says is not right") + " and more");
        linen.page().click("button[value=ask]");
        linen.waitForWords("You have asked");
        visit("her corrections are open", linen);
        linen.goTo("/client/agreed");
        linen.press("Yes, I agree");
        linen.waitForWords("Your answer counts");
        linen.press("Close");
        linen.page().waitForURL("**/client/home");
    }

    /** What the server is to know of how she may be reached: an address, which nobody is written to at in this drill. */
    private void safeContact(Visitor alder) {
        alder.follow("Safe contact");
        alder.page().check("#way-mail");
        alder.page().fill("#mail", word("mail address of a card") + "@example.org");
        alder.page().check("#always");
        alder.press("Confirm");
        alder.waitForWords("Safe contact is confirmed");
    }

    /** Whatever can be sent on each page of the public form, wrong before right. */
    private void enquiryByBareRequests() throws IOException {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            EnquiryByRequests enquiry = EnquiryByRequests.begunBy(visitor);
            enquiry.toTheEnd(
                    word("story, bare"),
                    word("name, bare"),
                    word("mail, bare") + "@example.org",
                    word("agreed, bare"),
                    word("never, bare"));
            for (Map.Entry<String, List<String>> page :
                    EnquiryByRequests.asked(world.root()).entrySet()) {
                for (String question : page.getValue()) {
                    enquiry.answer(page.getKey(), Map.of("q." + question, word("q." + question)));
                }
            }
            for (Fields.Line line : lines) {
                if ("enquiry".equals(line.address())) {
                    String name = line.posted().replace("*", "S17");
                    enquiry.answer("s17", new HashMap<>(Map.of(name, word(line))));
                }
            }
            enquiry.post(Map.of(word("name of a field"), word("value of a field")));
            enquiry.post(Map.of("jakarta.faces.ViewState", word("view state")));
            enquiry.post(Map.of("primefaces.nonce", word("nonce")));
        }
    }

    /** The vault locks while she writes: the form asks for the phrase, and is given a wrong one. */
    private void noteThatLocks() {
        try (Visitor alder = watched(therapist("alder", true))) {
            alder.goTo("/therapist/note?case=" + known.get("case"));
            alder.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-vault"));
            alder.page().fill("#note\\:said", word("note that was not kept"));
            alder.press("Sign and lock");
            alder.page().waitForSelector("#note\\:phrase");
            alder.page().fill("#note\\:phrase", word("WEB-INF/parts/note/form.xhtml phrase"));
            alder.press("Sign and lock");
            alder.waitForWords("do not open");
        }
    }

    /** The same while she writes about an enquiry. */
    private void replyThatLocks() {
        try (Visitor alder = watched(therapist("alder", true))) {
            alder.goTo("/therapist/intake?id=" + known.get("intake"));
            alder.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-vault"));
            alder.page().fill("#reply\\:said", word("reply that was not sent"));
            alder.press("Send message");
            alder.waitForWords("Your message is not sent yet");
            visit("a reply that locks", alder);
        }
    }

    /** The same while she decides about one. */
    private void decisionThatLocks() {
        try (Visitor alder = watched(therapist("alder", true))) {
            alder.goTo("/therapist/decide?to=close&id=" + known.get("intake"));
            alder.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-vault"));
            alder.page().fill("#decide\\:message", word("last words that were not sent"));
            alder.press("Close it now");
            alder.page().waitForSelector("#decide\\:phrase");
            visit("a decision that locks", alder);
        }
    }

    /** For something that is nowhere, and for something that is found and shown. */
    private void search() {
        Visitor alder = as("alder unlocked");
        for (String asked : List.of(word("words that were looked for"), word("note"))) {
            alder.goTo("/therapist/search");
            alder.page().fill("#search\\:asked", asked);
            alder.press("Search");
            alder.waitForWords(asked.equals(word("note")) ? "One note found" : "Nothing found");
        }
    }

    /** A client who waits for a time, is offered one, and waits no longer; meanwhile her therapist has two on her list. */
    private void list() {
        Visitor linen = as("linen");
        linen.goTo("/client/waiting");
        linen.page().locator("input[name=times]").all().forEach(Locator::check);
        linen.page().locator("button[value=wait]").click();
        linen.page().waitForURL("**/client/waiting?notice=kept");
        visit("a time is offered", linen);
        try (AlsoWaiting another = AlsoWaiting.withLinen(world)) {
            Visitor rowan = as("rowan unlocked");
            rowan.goTo("/therapist/waiting-clients");
            visit("two clients wait", rowan);
        }
        linen.goTo("/client/waiting");
        linen.page().locator("button[value=leave]").click();
        linen.page().waitForURL("**/client/waiting?notice=left");
    }

    private void appointment() {
        SoonAppointment.noneOfLinen(world);
        Visitor linen = as("linen");
        linen.goTo("/client/book");
        Page page = linen.page();
        // a session that is near cannot be moved by her
        page.locator("a.week-step").last().click();
        page.waitForURL("**/client/book?**");
        freeTimes(page).first().click();
        page.waitForURL("**/client/book?hold=**");
        page.locator("main button[name=do].button-main").first().click();
        page.waitForURL("**/client/appointment?id=**");
        known.put("appointment", page.url().replaceAll(".*id=([0-9a-f-]+).*", "$1"));
        page.navigate(world.address() + "/client/appointment?move=1&id=" + known.get("appointment"));
        freeTimes(page).last().click();
        page.waitForURL(Pattern.compile(".*start=.*"));
        known.put("move", page.url().substring(world.address().length()).replaceAll("#.*", ""));
        linen.goTo("/client/book");
        freeTimes(page).last().click();
        page.waitForURL("**/client/book?hold=**");
        known.put("slot", page.url().substring(world.address().length()));
    }

    /** Those of this week, or of the first after it that has any. */
    private static Locator freeTimes(Page page) {
        for (int weeks = 0; weeks < 6; weeks++) {
            Locator free = page.locator(".slot:visible:not(.is-chosen)");
            if (free.count() > 0) {
                return free;
            }
            page.locator("a.week-step").last().click();
            page.waitForLoadState();
        }
        throw new AssertionError("no free time at " + page.url() + "\n" + page.innerText("main"));
    }

    /** A therapist's own diary, far ahead: one appointment that lies outside of her hours, and some that repeat. */
    private void ownDiary() {
        Visitor rowan = as("rowan unlocked");
        LocalDate far = LocalDate.now().plusWeeks(40).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        known.put("far day", far.toString());
        rowan.goTo("/therapist/clients");
        known.put("own case", idAt(rowan.page().locator("tbody tr a").first()));
        rowan.goTo("/therapist/repeat?case=" + known.get("own case") + "&day=" + far.plusDays(1)
                + "&time=11:00&every=1&times=3");
        rowan.press("Book them");
        rowan.page().waitForURL("**/therapist/diary?**");
        known.put(
                "repeated appointment",
                idAt(rowan.page().locator(".diary-item a").first()));
        rowan.goTo("/therapist/book?case=" + known.get("own case") + "&day=" + far.plusDays(2) + "&time=12:00");
        rowan.press("Book it");
        rowan.page().waitForURL("**/therapist/appointment?**");
        known.put("own appointment", rowan.page().url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1"));
        rowan.goTo("/therapist/availability");
        rowan.page().fill("#date", far.plusDays(2).toString());
        rowan.press("Save this day");
        rowan.page().waitForURL("**/therapist/availability?**");
        rowan.goTo("/therapist/appointment?id=" + known.get("own appointment"));
        visit("its time is outside her hours", rowan);
    }

    private static String idAt(Locator link) {
        return link.getAttribute("href").replaceAll(".*id=([0-9a-f-]+).*", "$1");
    }

    /** What was reported elsewhere, and what happened, as a therapist writes it down. */
    private void reportsAndLog() {
        Visitor alder = as("alder unlocked");
        alder.goTo("/therapist/report?case=" + known.get("case"));
        alder.page().fill("#where", word("where a report was made"));
        alder.page().fill("#reference", word("reference of a report"));
        alder.page().fill("#remark", word("remark about a report"));
        alder.press("Seal and keep");
        alder.page().waitForURL("**/therapist/reports?**");
        known.put(
                "report",
                idAt(alder.page().locator("tbody tr a[href*='/report?']").first()));
        alder.goTo("/therapist/evidence-entry?case=" + known.get("case"));
        for (String box : List.of("what", "who", "where", "kept", "time")) {
            alder.page().fill("#" + box, word(box + " of the log"));
        }
        alder.page().check("#image-NONE");
        alder.press("Seal and keep");
        alder.page().waitForURL("**/therapist/evidence?**");
        alder.waitForWords(word("what of the log"));
        known.put(
                "line",
                idAt(alder.page()
                        .locator("a[href*='/evidence-entry?'][href*='&id=']")
                        .first()));
    }

    /** What a client may ask of her record, and what others ask about her. */
    private void rights() {
        Visitor alder = as("alder unlocked");
        String mine = "?case=" + known.get("case");
        alder.goTo("/therapist/copy" + mine);
        alder.page()
                .fill(
                        "#came",
                        LocalDate.now(java.time.ZoneId.of("Europe/London")).toString());
        alder.page().click("button[value=enter]");
        alder.waitForWords("The request is entered");
        String entry = alder.page()
                .locator("tr:has-text('To decide') a[href*='/copy-item?']")
                .first()
                .getAttribute("href");
        known.put("copy", entry.replaceAll(".*[?&]request=([0-9a-f-]+).*", "$1"));
        known.put("entry", entry.replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1"));
        alder.goTo("/therapist/copy-item" + mine + "&request=" + known.get("copy") + "&id=" + known.get("entry"));
        alder.page().check("#choice-REDACT");
        alder.page().fill("#reason", word("why words are taken out of a copy"));
        alder.page().fill("#text", word("what a copy shows instead"));
        alder.press("Keep this decision");
        alder.waitForWords("The decision is kept");
        alder.goTo("/therapist/corrections" + mine);
        alder.page().fill("#said", word("what is not right") + " and more");
        alder.page().click("button[value=keep]");
        alder.waitForWords(word("what is not right"));
        known.put(
                "correction",
                alder.page()
                        .locator("a[href*='answer=']")
                        .first()
                        .getAttribute("href")
                        .replaceAll(".*[?&]answer=([0-9a-f-]+).*", "$1"));
        outside(alder, known.get("case"));
        known.put(
                "outside",
                idAt(alder.page()
                        .locator("a[href*='/outside-request?'][href*='&id=']")
                        .first()));
        Visitor rowan = as("rowan unlocked");
        outside(rowan, Notes.aCaseOf(rowan));
        alder.goTo("/therapist/second-look");
        visit("a decision waits", alder);
        copyOfARecord(rowan);
    }

    private void outside(Visitor therapist, String caseId) {
        String today = LocalDate.now(java.time.ZoneId.of("Europe/London")).toString();
        therapist.goTo("/therapist/outside-request?case=" + caseId);
        for (String box : List.of("who", "basis", "asked", "worth", "view", "given")) {
            therapist.page().fill("#" + box, word(box + " of a request from outside"));
        }
        therapist.page().fill("#came", today);
        therapist.page().fill("#answered", today);
        therapist.page().selectOption("#decision", "REFUSED");
        therapist.press("Seal and keep");
        therapist.page().waitForURL("**/therapist/outside?**");
    }

    /** All of a record is decided, and handed over; the words that open the file are nowhere. */
    private void copyOfARecord(Visitor rowan) {
        String address = "/therapist/copy?case=" + Notes.aCaseOf(rowan);
        rowan.goTo(address);
        rowan.page()
                .fill(
                        "#came",
                        LocalDate.now(java.time.ZoneId.of("Europe/London")).toString());
        rowan.page().click("button[value=enter]");
        rowan.waitForWords("The request is entered");
        Locator undecided = rowan.page().locator("tr:has-text('To decide') a[href*='/copy-item?']");
        while (undecided.count() > 0) {
            undecided.first().click();
            rowan.page().check("#choice-SHARE");
            rowan.press("Keep this decision");
            rowan.waitForWords("The decision is kept");
        }
        visit("a copy is ready", rowan);
        rowan.goTo(address);
        secret("words that open a copy", rowan.page().locator("#copy-phrase").innerText());
        rowan.page().waitForDownload(() -> rowan.page().click("button[value=release]"));
    }

    /** What a client answers ahead of a session, and what her therapist keeps of it. */
    private void questionsBeforeIt() {
        // agreed, far ahead and at night, where nobody's hours are; it stays until the world ends
        Instant far = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(300))
                .plus(Duration.ofHours(3));
        known.put("agreed session", SoonAppointment.ofLinen(world, far).id().toString());
        Visitor linen = as("linen");
        linen.goTo("/client/before?id=" + known.get("agreed session"));
        for (String field : List.of("place", "word", "number")) {
            linen.page().fill("#" + field, word(field + " before a session"));
        }
        linen.page().check("#alone-no", new Page.CheckOptions().setForce(true));
        linen.press("Send to my therapist");
        linen.waitForWords("We have your answers");
        Visitor rowan = as("rowan unlocked");
        rowan.goTo("/therapist/room?id=" + known.get("agreed session"));
        rowan.page().fill("#place", word("place as it was confirmed"));
        rowan.press("Confirm and start");
        rowan.waitForWords(word("place as it was confirmed"));
    }

    /** A form that is asked of a client, filled in together before; hers stays open for the bare requests. */
    private void measures() {
        Visitor rowan = as("rowan unlocked");
        rowan.goTo("/therapist/room?id=" + known.get("agreed session"));
        String linens =
                idAt(rowan.page().locator("a[href*='/therapist/client?id=']").first());
        Letters.goAgain(rowan, linens);
        rowan.goTo("/therapist/fill-in?measure=PHQ9&case=" + linens);
        rowan.page().check("#i1-2");
        rowan.press("Seal and keep");
        rowan.page().waitForURL("**/therapist/measures?**");
        rowan.page().selectOption("#measure", "GAD7");
        rowan.page().selectOption("#rhythm", "ONCE");
        rowan.press("Agree on this");
        rowan.page().waitForURL("**/therapist/measures?**done=agreed");
        Visitor linen = as("linen");
        linen.goTo("/client/home");
        known.put(
                "form", idAt(linen.page().locator("a[href*='/client/form?id=']").first()));
    }

    /** The secret of the address is in no log and no table, though devices ask with it. */
    private void calendarOfADevice() {
        Visitor alder = as("alder unlocked");
        alder.goTo("/therapist/calendar");
        alder.page().fill("#name", word("name of a device"));
        alder.press("Make an address");
        alder.page().waitForSelector("#address");
        String address = alder.page().textContent("#address");
        secret("secret of a calendar", address.replaceAll(".*/feed/", ""));
        ask(alder.page().context().request(), address.substring(world.address().length()), "GET");
    }

    private void everyFieldByBareRequests() {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            EnquiryByRequests waiting = EnquiryByRequests.begunBy(visitor);
            waiting.toTheEnd("text", "somebody", "a@example.org", "word", "nobody")
                    .send();
        }
        Visitor alder = as("alder unlocked");
        Inbox.openNewest(alder);
        known.put("intake", alder.page().url().replaceAll(".*id=", ""));
        try (Keyring keyring = Keyring.of(world)) {
            known.put(
                    "key",
                    keyring.one(
                            "SELECT key_id FROM directory_entry WHERE person_id = ? ORDER BY generation",
                            keyring.person("Tall Rowan")));
        }
        lines.stream().filter(Fields.Line::hasAddress).forEach(this::bare);
        // wrong phrases and codes were among them: the right ones end the wait for everybody after us
        alder.unlock("alder");
    }

    /** What asks to be read today, step by step: one that came with an enquiry, and one that a reader opens. */
    private void tasks() {
        Visitor alder = as("alder unlocked");
        alder.goTo("/therapist/today");
        visit("today lists a task", alder);
        alder.goTo("/therapist/client?id=" + known.get("case"));
        alder.page().locator("a[href*='follow-up?id=']").first().click();
        alder.page().waitForURL("**/therapist/follow-up?**");
        visit("a task waits", alder);
        alder.press("Acknowledge");
        alder.page().waitForSelector("#act");
        visit("a task is acknowledged", alder);
        alder.page().check("#steps-spoke");
        alder.page().check("#told-yes");
        alder.page().fill("#said", word("what was done"));
        alder.press("Seal and record");
        alder.page().fill("#note", word("closing note"));
        alder.press("Seal and close");
        alder.waitForWords("This is closed");
        alder.goTo("/therapist/follow-up?intake=" + known.get("intake"));
        for (String box : List.of("reason", "decision", "who")) {
            alder.page().fill("#" + box, word(box + " of a reader"));
        }
        alder.page().check("#told-nobody");
        alder.press("Seal and open");
        alder.page().waitForURL("**/therapist/follow-up?id=**");
        Visitor rowan = as("rowan unlocked");
        rowan.goTo(alder.page().url().substring(world.address().length()));
        visit("a colleague has a task", rowan);
    }

    /** The form as it is shown, with the word in one field. */
    private void bare(Fields.Line line) {
        Visitor visitor = as(line.who());
        String address = line.address();
        for (Map.Entry<String, String> each : known.entrySet()) {
            address = address.replace("{" + each.getKey() + "}", each.getValue());
        }
        visitor.goTo(address);
        boolean isOpen = visitor.page().locator("#vault\\:lock").count() > 0;
        if (line.who().endsWith("unlocked") && !isOpen) {
            // so many fields open sixty records within five minutes: her vault has locked, and the count begins anew
            visitor.unlock(line.who().split(" ")[0]).goTo(address);
        }
        send(line, visitor);
    }

    /** The fields that the table has for this step, one after the other, on the page that the step has led to; it stays. */
    void visit(String step, Visitor visitor) {
        List<Fields.Line> here =
                lines.stream().filter(line -> step.equals(line.address())).toList();
        if (here.isEmpty()) {
            throw new AssertionError("fields.csv has no field for: " + step);
        }
        here.forEach(line -> send(line, visitor));
    }

    private void send(Fields.Line line, Visitor visitor) {
        Forms.with(visitor.page(), line.posted(), line.button())
                .set(line.posted(), word(line))
                .send();
    }

    /** Each page, and addresses that are none, asked for by somebody and by nobody, with words wherever a request has room. */
    private void headersCookiesAndAddresses() throws IOException {
        List<String> pages =
                Files.readAllLines(world.root().resolve("src/acceptance/src/test/resources/pages.csv")).stream()
                        .filter(line -> line.startsWith("/"))
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList();
        for (String who : List.of("nobody", "linen", "alder unlocked", "birch")) {
            BrowserContext browser = as(who).page().context();
            browser.addCookies(
                    List.of(new Cookie(word("name of a cookie"), word("value of a cookie")).setUrl(world.address())));
            for (String page : pages) {
                for (String address : List.of(
                        page + "?" + word("name in a query") + "=" + word("value in a query"),
                        page + "?id=" + word("id") + "&case=" + word("case") + "&then=" + word("then") + "&q="
                                + word("q"),
                        page + (page.endsWith("/") ? "" : "/") + word("part of a path"),
                        page + ";" + word("parameter of a path"))) {
                    ask(browser.request(), address, "GET");
                }
                ask(browser.request(), page + "?" + word("query of a post") + "=1", "POST");
                ask(browser.request(), page, "PUT");
            }
            browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName(word("name of a cookie")));
        }
    }

    private void ask(APIRequestContext client, String address, String method) {
        RequestOptions request = RequestOptions.create().setMethod(method).setMaxRedirects(0);
        HEADERS.forEach(header -> request.setHeader(header, word("header " + header)));
        if (!"GET".equals(method)) {
            request.setForm(FormData.create().set(word("field of no form"), word("value of no form")));
        }
        int status = client.fetch(world.address() + address, request).status();
        if (status >= 500) {
            throw new AssertionError(method + " " + address + " was answered with " + status);
        }
    }

    /** The identity server's own form and addresses: people type there as well, and sometimes into the wrong field. */
    private void signInForm() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.goTo("/therapist/today");
            String form = visitor.page().url();
            for (String account : List.of(word("account name"), "alder")) {
                visitor.page().fill("#username", account);
                visitor.page().fill("#password", word("password"));
                visitor.page().click("[type=submit]");
                visitor.page().waitForLoadState();
            }
            APIRequestContext client = visitor.page().context().request();
            RequestOptions request = RequestOptions.create().setMaxRedirects(0);
            HEADERS.forEach(header -> request.setHeader(header, word("header " + header)));
            client.get(form + "&" + word("query at sign-in") + "=" + word("value at sign-in"), request);
            client.get(form.replaceAll("state=[^&]*", "state=" + word("state")), request);
            client.get(form.replaceAll("\\?.*", "/" + word("path at sign-in")), request);
        }
    }

    /**
     * Twenty clients who were accepted, thirty who wait, three hundred notes. Two therapists share the work: whoever opens sixty
     * records in five minutes meets a locked vault.
     */
    private void aPracticesWorth() {
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            for (int nth = 0; nth < ACCEPTED + WAITING; nth++) {
                String of = " of client " + nth;
                secret(
                        "code" + of,
                        EnquiryByRequests.begunBy(visitor)
                                .toTheEnd(
                                        word("story" + of),
                                        word("name" + of),
                                        word("mail" + of) + "@example.org",
                                        word("agreed word" + of),
                                        word("never" + of))
                                .send());
                EnquiryByRequests.begunBy(visitor).post(Map.of("do", "clear"));
            }
        }
        Visitor alder = countedAnew("alder");
        Visitor rowan = countedAnew("rowan");
        alder.goTo("/therapist/intakes");
        List<String> enquiries = new ArrayList<>(alder.page().locator("#fresh tbody tr a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList());
        for (int nth = 0; nth < ACCEPTED; nth++) {
            int client = nth;
            Visitor therapist = nth % 2 == 0 ? alder : rowan;
            String caseId = accept(therapist, enquiries.get(nth));
            Notes.written(
                    therapist,
                    caseId,
                    IntStream.range(0, NOTES / ACCEPTED)
                            .mapToObj(note -> word("note " + note + " of case " + client)
                                    + " and what else was said. ".repeat(note))
                            .toList());
        }
    }

    /** What was opened in the five minutes before counts as well, by the drill or in the same world by what ran before it. */
    private Visitor countedAnew(String account) {
        Visitor therapist = as(account + " unlocked");
        Notes.readUntilLocked(therapist);
        return therapist.unlock(account);
    }

    private String accept(Visitor therapist, String address) {
        therapist.goTo(address.replace("/intake?", "/decide?") + "&to=accept");
        String location =
                Forms.with(therapist.page(), "seen", "Accept").set("hold", "no").sendAndFollow();
        if (!location.contains("/therapist/client")) {
            throw new AssertionError("an enquiry was not accepted, but led to " + location);
        }
        return location.replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1");
    }
}
