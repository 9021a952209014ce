package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.safespaces.access.Confidential;
import org.safespaces.intake.IntakeGone;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.OpenIntake;
import org.safespaces.intake.Question;
import org.safespaces.people.Ids;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.home.FormWords;

@Named
@RequestScoped
public class IntakePage {
    @Inject
    private Intakes intakes;

    @Inject
    private FormWords words;

    @Inject
    private Exchange exchange;

    @Inject
    private IntakeLetters letters;

    private OpenIntake opened;
    private boolean gone;

    /** One question with its answer, in words. */
    public record Line(String question, String answer) implements Confidential {
        @Override
        public String toString() {
            return "Line[redacted]";
        }
    }

    /** Opens the enquiry for this answer, with what was written about it; not while something typed waits to be sent. */
    public void load() {
        if (exchange.isPost()) {
            letters.takeUpAgain();
        }
        if (letters.isUnsent()) {
            return;
        }
        try {
            opened = intakes.open(id());
            letters.load(id());
        } catch (IntakeGone goneMeanwhile) {
            gone = true;
        }
    }

    /** Takes it on. */
    public void accept() {
        try {
            exchange.goTo("/therapist/client?id=" + intakes.accept(id()).id().value() + "&new=1");
        } catch (IntakeGone goneMeanwhile) {
            exchange.goTo("/therapist/intake?id=" + id());
        }
    }

    private UUID id() {
        return Ids.parse(exchange.parameter("id").orElse(null));
    }

    public String getId() {
        return id().toString();
    }

    public boolean isGone() {
        return gone;
    }

    public boolean isOpen() {
        return opened != null;
    }

    /** Is the enquiry on the page? While a post is taken apart it was. */
    public boolean isShown() {
        return opened != null || exchange.isPost() && !gone && !letters.isUnsent();
    }

    /** What is written to the person, and between colleagues. */
    public IntakeLetters getLetters() {
        return letters;
    }

    public IntakeRow getSummary() {
        return IntakeRow.of(opened.summary());
    }

    /** What she wrote herself comes first. */
    public List<Line> getOwnWords() {
        return opened == null
                ? List.of()
                : opened.inOwnWords().stream().map(this::line).toList();
    }

    public List<Line> getClinical() {
        return lines(Question.Part.CLINICAL);
    }

    public List<Line> getIdentity() {
        return lines(Question.Part.IDENTITY);
    }

    private List<Line> lines(Question.Part part) {
        if (opened == null) {
            // asked while a post is taken apart, before the enquiry has been opened
            return List.of();
        }
        return opened.answered(part).stream()
                .filter(question -> question.kind() != Question.Kind.AREA)
                .map(this::line)
                .toList();
    }

    private Line line(Question question) {
        return new Line(words.of(question.id() + ".short"), words.answer(question, opened.answers()));
    }
}
