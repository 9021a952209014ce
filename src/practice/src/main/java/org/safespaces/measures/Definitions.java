package org.safespaces.measures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.safespaces.settings.PracticeSettings;

/**
 * Every version of every measure there has been. What was answered under one is counted by that one; what is asked next is asked by
 * the newest. Words that only the practice may hold are read from its own file, and from no other than the one it has approved.
 * Source: measures.md M7, CF5.
 */
@ApplicationScoped
public class Definitions {
    private static final Logger LOG = Logger.getLogger(Definitions.class.getName());
    private static final String ADDED = "CORE10";
    private static final List<String> PACKED =
            List.of("core-10-1.json", "phq-9-1.json", "gad-7-1.json", "pcl-5-1.json", "wsas-1.json");

    private List<Definition> all = List.of();

    protected Definitions() {}

    @Inject
    public Definitions(PracticeSettings settings) {
        this(PACKED.stream().map(DefinitionFile::packed).toList(), settings.core10File(), settings.core10Hash());
    }

    Definitions(List<Definition> all, Optional<Path> added, String approved) {
        this.all = all.stream()
                .map(each -> each.measure().equals(ADDED)
                        ? added.flatMap(file -> approved(file, approved, each))
                                .map(each::with)
                                .orElse(each)
                        : each)
                .toList();
    }

    /** A file that is not there, or is another than the one approved, only takes its measure away: nothing else needs it. */
    private static Optional<MeasureText> approved(Path file, String approved, Definition of) {
        try {
            byte[] words = Files.readAllBytes(file);
            if (DefinitionFile.hash(words).equalsIgnoreCase(approved)) {
                return Optional.of(DefinitionFile.words(words, of));
            }
            LOG.log(Level.WARNING, "the words of {0} are not those that were approved: it is not offered", of.title());
        } catch (IOException | RuntimeException unreadable) {
            LOG.log(Level.WARNING, "the words of {0} cannot be read: it is not offered", of.title());
        }
        return Optional.empty();
    }

    /** The newest version of each measure that can be asked, in the order in which they are offered. */
    public List<Definition> toAsk() {
        return all.stream()
                .map(Definition::measure)
                .distinct()
                .map(this::newest)
                .flatMap(Optional::stream)
                .filter(Definition::canBeAsked)
                .toList();
    }

    /** The newest version of a measure, if it can be asked. */
    public Optional<Definition> toAsk(String measure) {
        return newest(measure).filter(Definition::canBeAsked);
    }

    private Optional<Definition> newest(String measure) {
        return versions(measure).reduce(BinaryOperator.maxBy(Comparator.comparingInt(Definition::version)));
    }

    /** The one under which something was answered. */
    public Definition under(String hash) {
        return all.stream()
                .filter(each -> each.hash().equals(hash))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no measure has this hash"));
    }

    private Stream<Definition> versions(String measure) {
        return all.stream().filter(each -> each.measure().equals(measure));
    }

    /** What nobody of the practice has confirmed yet, of all that can be asked. */
    public List<String> toCheck() {
        return toAsk().stream()
                .flatMap(each -> each.toCheck().stream().map(open -> each.title() + ": " + open.what()))
                .toList();
    }
}
