package org.safespaces.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safespaces.notes.SafetyAnswers;

/** The questions before a session as plain fields: whoever answers them, nothing typed is lost, and nothing of it is kept with the view. */
@Named
@RequestScoped
public class CheckFields {
    private static final String BUNDLE = "room";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    @Inject
    private Exchange exchange;

    private final Map<String, String> errors = new HashMap<>();
    private SafetyAnswers before = SafetyAnswers.NONE;

    /** What stands in the fields until something is typed. */
    public void begin(SafetyAnswers answers) {
        before = answers;
    }

    /** What was typed, if it can be kept; else the reasons stand beside the fields. */
    public Optional<SafetyAnswers> read() {
        SafetyAnswers typed = new SafetyAnswers(
                typed("place"), said("alone"), said("headphones"), typed("word"), typed("number"), said("person"));
        if (typed.place().isEmpty()) {
            complain("place", exchange.text(BUNDLE, "error.place"));
        }
        if (typed.alone().isEmpty()) {
            complain("alone", exchange.text(BUNDLE, "error.alone"));
        }
        for (String field : new String[] {"place", "word", "number"}) {
            if (typed(field).length() > SafetyAnswers.LONGEST) {
                complain(field, String.format(exchange.text(BUNDLE, "error.long"), SafetyAnswers.LONGEST));
            }
        }
        return errors.isEmpty() ? Optional.of(typed) : Optional.empty();
    }

    /** Says what is the matter with a field. */
    public void complain(String field, String said) {
        if (errors.putIfAbsent(field, said) == null) {
            exchange.complainAt(field, said);
        }
    }

    /** What stands in a field. */
    public String typed(String field) {
        if (exchange.isPost()) {
            return exchange.parameter(field)
                    .map(text -> CONTROL.matcher(text).replaceAll(" ").strip())
                    .orElse("");
        }
        return switch (field) {
            case "place" -> before.place();
            case "word" -> before.word();
            case "number" -> before.number();
            default -> "";
        };
    }

    /** Whether this answer of a question is chosen. */
    public boolean chosen(String field, boolean answer) {
        return said(field).filter(said -> said == answer).isPresent();
    }

    private Optional<Boolean> said(String field) {
        if (exchange.isPost()) {
            return exchange.parameter(field)
                    .filter(said -> said.equals("yes") || said.equals("no"))
                    .map("yes"::equals);
        }
        return switch (field) {
            case "alone" -> before.alone();
            case "headphones" -> before.headphones();
            case "person" -> before.person();
            default -> Optional.empty();
        };
    }

    /** What is the matter with a field; empty for nothing. */
    public String wrong(String field) {
        return errors.getOrDefault(field, "");
    }
}
