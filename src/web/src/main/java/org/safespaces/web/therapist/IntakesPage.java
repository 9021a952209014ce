package org.safespaces.web.therapist;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.safespaces.intake.Intakes;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class IntakesPage {
    @Inject
    private Intakes intakes;

    @Inject
    private Exchange exchange;

    private List<IntakeRow> rows;

    @PostConstruct
    void load() {
        rows = intakes.waiting().stream().map(IntakeRow::of).toList();
    }

    public String getLead() {
        return exchange.counted("casefile", "intakes.lead", rows.size());
    }

    public List<IntakeRow> getRows() {
        return rows;
    }
}
