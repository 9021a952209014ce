package org.safespaces.intake;

import java.util.List;

/**
 * Pages that belong together, under one name.
 *
 * @param skippable may it be left out as a whole?
 */
public record FormSection(String id, boolean skippable, List<FormPage> pages) {
    public FormSection {
        pages = List.copyOf(pages);
    }
}
