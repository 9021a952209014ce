package org.safespaces.web.admin;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.Mode;
import org.safespaces.scheduling.SessionTypeTerms;
import org.safespaces.scheduling.TermsDoNotFit;
import org.safespaces.web.frame.Exchange;

/** A kind of session as it is typed: every box by its name, and what is wrong with it. */
final class SessionTypeForm {
    private static final List<String> NUMBERS =
            List.of("length", "before", "after", "notice", "horizon", "cap", "cancellation");

    /** The box beside which something is said; where two could be said of one, the later stands. */
    private static final Map<TermsDoNotFit.Part, String> BOXES = new EnumMap<>(Map.of(
            TermsDoNotFit.Part.NAME, "name",
            TermsDoNotFit.Part.NAME_TAKEN, "name",
            TermsDoNotFit.Part.LENGTH, "length",
            TermsDoNotFit.Part.BEFORE, "before",
            TermsDoNotFit.Part.AFTER, "after",
            TermsDoNotFit.Part.FEE, "fee",
            TermsDoNotFit.Part.NOTICE, "notice",
            TermsDoNotFit.Part.HORIZON, "horizon",
            TermsDoNotFit.Part.CAP, "cap",
            TermsDoNotFit.Part.CANCELLATION, "cancellation"));

    private static final Pattern WHOLE = Pattern.compile("\\d{1,4}");
    private static final Pattern POUNDS = Pattern.compile("(\\d{1,4})(?:\\.(\\d{2}))?");
    private static final int UNREADABLE = -1;

    private final Map<String, String> typed = new HashMap<>();
    private final Map<String, TermsDoNotFit.Part> wrong = new LinkedHashMap<>();

    /** Empty boxes, but for what is usual. */
    static SessionTypeForm empty() {
        SessionTypeForm form = new SessionTypeForm();
        form.typed.putAll(Map.of("mode", Mode.ONLINE.name(), "by", "clients"));
        return form;
    }

    static SessionTypeForm of(SessionTypeTerms terms) {
        SessionTypeForm form = new SessionTypeForm();
        form.typed.putAll(Map.of(
                "name", terms.name(),
                "length", String.valueOf(terms.lengthMinutes()),
                "before", String.valueOf(terms.beforeMinutes()),
                "after", String.valueOf(terms.afterMinutes()),
                "notice", String.valueOf(terms.noticeHours()),
                "horizon", String.valueOf(terms.horizonDays()),
                "cap", String.valueOf(terms.clientCap()),
                "cancellation", String.valueOf(terms.cancellationHours()),
                "mode", terms.mode().name(),
                "by", terms.bookedByClients() ? "clients" : "therapists"));
        terms.feePence()
                .ifPresent(pence -> form.typed.put(
                        "fee",
                        pence % 100 == 0
                                ? String.valueOf(pence / 100)
                                : String.format(Locale.UK, "%d.%02d", pence / 100, pence % 100)));
        form.typed.put("shown", terms.feeShown() ? "yes" : "");
        return form;
    }

    static SessionTypeForm typedIn(Exchange exchange) {
        SessionTypeForm form = new SessionTypeForm();
        for (String box : new String[] {"name", "fee", "shown", "mode", "by"}) {
            form.typed.put(box, exchange.parameter(box).orElse(""));
        }
        NUMBERS.forEach(box -> form.typed.put(box, exchange.parameter(box).orElse("")));
        return form;
    }

    /** What was typed, as terms; whatever does not read as a number is one that does not fit. */
    SessionTypeTerms terms() {
        return new SessionTypeTerms(
                value("name"),
                number("length"),
                number("before"),
                number("after"),
                Arrays.stream(Mode.values())
                        .filter(each -> each.name().equals(value("mode")))
                        .findFirst()
                        .orElseThrow(NoSuchPerson::new),
                pence(),
                !value("shown").isEmpty(),
                !"therapists".equals(value("by")),
                number("notice"),
                number("horizon"),
                number("cap"),
                number("cancellation"));
    }

    private int number(String box) {
        return WHOLE.matcher(value(box)).matches() ? Integer.parseInt(value(box)) : UNREADABLE;
    }

    private Optional<Integer> pence() {
        if (value("fee").isEmpty()) {
            return Optional.empty();
        }
        Matcher pounds = POUNDS.matcher(value("fee").replaceFirst("^£", ""));
        if (!pounds.matches()) {
            return Optional.of(UNREADABLE);
        }
        int rest = pounds.group(2) == null ? 0 : Integer.parseInt(pounds.group(2));
        return Optional.of(Integer.parseInt(pounds.group(1)) * 100 + rest);
    }

    void refuse(Set<TermsDoNotFit.Part> parts) {
        BOXES.forEach((part, box) -> {
            if (parts.contains(part)) {
                wrong.put(box, part);
            }
        });
    }

    static List<String> numbers() {
        return NUMBERS;
    }

    String value(String box) {
        return typed.getOrDefault(box, "");
    }

    /** What is wrong, box by box, in the order of the boxes. */
    Map<String, TermsDoNotFit.Part> wrong() {
        return wrong;
    }
}
