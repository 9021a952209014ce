package org.safespaces.signposting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All places that can help, from the reviewed file inside the archive: they show when nothing else works. What the running practice has
 * checked since is told to it by a round; it asks nobody itself.
 */
@Named
@ApplicationScoped
public class SupportDirectory {
    private static final List<String> CRISIS = List.of("E999", "N111", "SAM", "SHOUT", "PAPYRUS");

    private final List<SupportOrganisation> written = SignpostFile.read("/signposting/en-GB.json");
    private volatile List<SupportOrganisation> organisations = written;

    /** The same directory where there is no container: for what a build writes. */
    public static SupportDirectory outsideOfAServer() {
        return new SupportDirectory();
    }

    /** From now on these checks count as well, the oldest first. */
    void goBy(List<SignpostCheck> checks) {
        Map<String, List<SignpostCheck>> byPlace = checks.stream().collect(Collectors.groupingBy(SignpostCheck::place));
        this.organisations = written.stream()
                .map(place -> place.after(byPlace.getOrDefault(place.id(), List.of())))
                .toList();
    }

    /** Every place, in the order of the file. */
    public List<SupportOrganisation> all() {
        return organisations;
    }

    /** The place with this id. */
    public SupportOrganisation find(String id) {
        return lookUp(id).orElseThrow(() -> new NoSuchElementException("no signpost is called " + id));
    }

    /** The place with this id, if enough is known of it to be shown. */
    public Optional<SupportOrganisation> lookUp(String id) {
        return organisations.stream()
                .filter(organisation -> organisation.id().equals(id))
                .findFirst();
    }

    /** Of these places those that are shown, in the order of the ids. */
    public List<SupportOrganisation> those(List<String> ids) {
        return ids.stream().flatMap(id -> lookUp(id).stream()).toList();
    }

    /** Whom somebody who may not live can reach now, in the order of the routing rules. */
    public List<SupportOrganisation> getCrisis() {
        return CRISIS.stream().map(this::find).toList();
    }

    /** Places with a number to call or to text. */
    public List<SupportOrganisation> withNumber() {
        return organisations.stream()
                .filter(organisation -> organisation.phone() != null || organisation.text() != null)
                .toList();
    }

    /** Places under one heading of the whole list, by the heading's name. */
    public List<SupportOrganisation> under(String heading) {
        Heading wanted = Heading.valueOf(heading);
        return organisations.stream()
                .filter(organisation -> organisation.heading() == wanted)
                .toList();
    }

    /** The headings in the order of a page. */
    public List<Heading> headings() {
        return List.of(Heading.values());
    }
}
