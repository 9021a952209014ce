package org.safespaces.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A form as reviewed data: pages, questions, what may be answered. Old versions stay, so that old answers show whole. */
public record FormDefinition(String id, String hash, List<FormPage> pages) {
    public FormDefinition {
        pages = List.copyOf(pages);
    }

    /** The pages somebody sees who has answered this. */
    public List<FormPage> shownTo(Answers answers) {
        return pages.stream().filter(page -> page.isShownTo(answers)).toList();
    }

    public Optional<FormPage> page(String pageId) {
        return pages.stream().filter(page -> page.id().equals(pageId)).findFirst();
    }

    public Stream<Question> questions() {
        return pages.stream().flatMap(page -> page.questions().stream());
    }
}
