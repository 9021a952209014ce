package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.safespaces.intake.Flag;
import org.safespaces.intake.OpenIntake;
import org.safespaces.intake.Question;
import org.safespaces.intake.Route;
import org.safespaces.intake.Screen;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.home.CardWords;
import org.safespaces.web.home.FormWords;

/** Puts an open enquiry into the words in which a therapist reads it. */
@RequestScoped
public class IntakeWords {
    private static final String NOT_AT_FIRST = "G06";

    @Inject
    private FormWords words;

    @Inject
    private CardWords cards;

    @Inject
    private Clock clock;

    @Inject
    private Exchange exchange;

    IntakeReading read(OpenIntake opened) {
        return new IntakeReading(
                IntakeRow.of(opened.summary(), LocalDate.now(clock), exchange),
                opened.inOwnWords().stream()
                        .map(question -> line(question, opened))
                        .toList(),
                exchange.text("desk", "form." + opened.called().form().name()),
                facts(opened),
                shown(opened.called()),
                opened.called().signposts().stream()
                        .map(signpost -> signpost.place().name())
                        .toList(),
                sections(opened, Question.Part.CLINICAL),
                sections(opened, Question.Part.IDENTITY),
                notAtFirst(opened),
                opened.flags().contains(Flag.LEGAL_INTEREST));
    }

    /** In the order of their names, which says nothing of how much each weighs. */
    private List<String> facts(OpenIntake opened) {
        return Stream.of(Flag.values())
                .filter(opened.flags()::contains)
                .map(flag -> exchange.text("desk", "flag." + flag.name()))
                .toList();
    }

    private List<String> shown(Route called) {
        Stream<String> screen = called.screen() == Screen.NORMAL
                ? Stream.empty()
                : Stream.of(exchange.text("desk", "screen." + called.screen().name()));
        return Stream.concat(screen, called.cards().stream().map(card -> cards.title(card, called)))
                .toList();
    }

    private String notAtFirst(OpenIntake opened) {
        boolean wish = opened.answers().to(NOT_AT_FIRST).stream().anyMatch(value -> !value.equals("none"));
        return wish
                ? opened.form()
                        .questions()
                        .filter(question -> question.id().equals(NOT_AT_FIRST))
                        .map(question -> words.answer(question, opened.answers()))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private List<IntakeReading.Section> sections(OpenIntake opened, Question.Part part) {
        return opened.sections(part).stream()
                .map(section -> new IntakeReading.Section(
                        exchange.lookUp("desk", "section." + section.id()).orElse(""),
                        section.answered().stream()
                                .map(question -> line(question, opened))
                                .toList(),
                        section.blank().stream().map(this::asked).toList(),
                        exchange.counted("desk", "blank", section.blank().size())))
                .toList();
    }

    private IntakePage.Line line(Question question, OpenIntake opened) {
        return new IntakePage.Line(asked(question), words.answer(question, opened.answers()));
    }

    /** A question as it is called here: of them, not to them. */
    private String asked(Question question) {
        return exchange.lookUp("desk", "asked." + question.id()).orElseGet(() -> words.of(question.id() + ".short"));
    }
}
