package org.safespaces.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safespaces.access.Reach;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What a therapist can open, in sentences. */
@RequestScoped
public class ReachWords {
    private static final String BUNDLE = "people";

    @Inject
    private Exchange exchange;

    /** What she can open, and why. */
    List<String> of(Reach reach) {
        List<String> lines = new ArrayList<>();
        if (reach.suspended()) {
            lines.add(exchange.text(BUNDLE, "reach.suspended"));
        }
        lines.add(exchange.text(BUNDLE, "reach.vault." + reach.vault()));
        lines.add(counted("reach.own", reach.own()));
        reach.covers().forEach(cover -> lines.add(said("reach.cover", cover.designation(), Days.dated(cover.until()))));
        lines.add(exchange.text(BUNDLE, reach.readsEnquiries() ? "reach.reads" : "reach.reads.not"));
        return lines;
    }

    /** What would be without her. */
    List<String> lost(Reach reach) {
        List<String> lines = new ArrayList<>();
        lines.add(counted("lost.own", reach.own()));
        if (!reach.own().isEmpty()) {
            lines.add(counted("lost.alone", reach.alone()));
        }
        if (!reach.covers().isEmpty()) {
            lines.add(counted(
                    "lost.cover",
                    reach.covers().stream().map(Reach.Covered::designation).toList()));
        }
        if (reach.readsEnquiries()) {
            lines.add(exchange.counted(BUNDLE, "lost.readers", reach.otherReaders()));
        }
        return lines;
    }

    private String counted(String key, List<String> designations) {
        String sentence = exchange.counted(BUNDLE, key, designations.size());
        return designations.isEmpty() ? sentence : sentence + " " + String.join(", ", designations) + ".";
    }

    private String said(String key, Object... values) {
        return String.format(Locale.UK, exchange.text(BUNDLE, key), values);
    }
}
