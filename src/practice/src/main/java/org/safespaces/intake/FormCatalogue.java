package org.safespaces.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every form there ever was, by id. Adding a question is a change in one reviewed file, under a new id. All are read and
 * checked at start: one that does not hold stops it.
 */
@ApplicationScoped
public class FormCatalogue {
    /** The version of each that is asked now. */
    private static final Map<FormKind, String> NOW = new EnumMap<>(Map.of(
            FormKind.GENERAL, "general-1", FormKind.SEXTORTION, "sextortion-1", FormKind.IMAGE_ABUSE, "image-abuse-1"));

    /** Asked no more; what was answered on them still shows with their questions. */
    private static final List<String> BEFORE = List.of("enquiry-1");

    private final Map<String, FormDefinition> forms = new LinkedHashMap<>();

    public FormCatalogue() {
        Stream.concat(BEFORE.stream(), NOW.values().stream()).forEach(id -> forms.put(id, FormFile.read(id)));
    }

    void atStart(@Observes Startup started) {
        // the constructor has read them
    }

    /** The form of a kind as it is asked now. */
    public FormDefinition asked(FormKind kind) {
        return forms.get(NOW.get(kind));
    }

    /** The form that fits these answers. */
    public FormDefinition fitting(Answers answers) {
        return asked(Situation.of(answers).form());
    }

    public Optional<FormDefinition> byId(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    /** Every version of every form. */
    public List<FormDefinition> all() {
        return List.copyOf(forms.values());
    }
}
