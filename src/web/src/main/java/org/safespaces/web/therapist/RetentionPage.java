package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.safespaces.access.RecordRetention;
import org.safespaces.access.RetentionDue;
import org.safespaces.scheduling.Diary;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

/** Records of clients whose therapy has ended: which have been kept long enough, and when the others will have been. */
@Named
@RequestScoped
public class RetentionPage {
    private static final String BUNDLE = "rights";

    @Inject
    private RecordRetention retention;

    @Inject
    private PracticeSettings settings;

    @Inject
    private Diary diary;

    @Inject
    private Exchange exchange;

    private List<RetentionDue> all = List.of();

    /** A record in the list. */
    public record Row(String id, String designation, String initials, String said) {}

    public void load() {
        all = retention.mine();
    }

    public String getLead() {
        return String.format(
                exchange.text(BUNDLE, "keep.lead"), settings.recordRetention().getYears());
    }

    public List<Row> getDue() {
        return all.stream()
                .filter(each -> each.asks(diary.today()))
                .map(this::row)
                .toList();
    }

    public List<Row> getLater() {
        return all.stream()
                .filter(each -> !each.asks(diary.today()))
                .map(this::row)
                .toList();
    }

    private Row row(RetentionDue each) {
        return new Row(
                each.client().id().value().toString(),
                each.client().designation(),
                Initials.of(each.client().designation()),
                said(each, exchange));
    }

    /** How long it is kept, in a line. */
    static String said(RetentionDue each, Exchange exchange) {
        String ended = String.format(
                exchange.text(BUNDLE, "keep.ended"), Days.dated(each.endedOn()), Days.dated(each.dueOn()));
        if (each.held()) {
            return ended + " " + exchange.text(BUNDLE, "keep.held");
        }
        if (each.erasure()) {
            return ended + " " + exchange.text(BUNDLE, "keep.leaves");
        }
        return ended
                + each.snoozed()
                        .map(snooze -> " "
                                + String.format(
                                        exchange.text(BUNDLE, "keep.snoozed"),
                                        Days.dated(snooze.until()),
                                        exchange.text(BUNDLE, "keep.why." + snooze.reason())))
                        .orElse("");
    }
}
