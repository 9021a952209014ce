package org.safespaces.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.safespaces.vault.ClearText;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/** A therapist's own headings for notes. They are offered to her alone, and say nothing about anybody. */
@Stateless
@RolesAllowed("therapist")
public class OwnTemplates {
    /** The most she can have. */
    public static final int MOST = 12;

    /** The most headings of one. */
    public static final int MOST_HEADINGS = 10;

    /** The most characters of a name, or of a heading. */
    public static final int LONGEST = 80;

    private static final Column SEALED = new Column("note_template", "sealed");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Hers, in the order she made them. */
    public List<OwnHeadings> mine() {
        return caller.therapist().map(this::stored).orElse(List.of()).stream()
                .map(this::open)
                .toList();
    }

    private List<OwnTemplate> stored(TherapistId therapist) {
        return entities.createQuery(
                        "select t from OwnTemplate t where t.therapistId = :me order by t.madeOn, t.id",
                        OwnTemplate.class)
                .setParameter("me", therapist.value())
                .getResultList();
    }

    private OwnHeadings open(OwnTemplate template) {
        try (ClearText text = serverSeal.open(template.sealed(), SEALED, template.id());
                JsonReader reader = Json.createReader(new StringReader(text.text()))) {
            JsonObject json = reader.readObject();
            List<String> headings = json.getJsonArray("headings").getValuesAs(JsonString::getString);
            return new OwnHeadings(template.id(), json.getString("name"), headings);
        }
    }

    /**
     * Keeps some.
     *
     * @return whether they were kept: not those that are too long, too many or without a heading
     */
    public boolean add(String name, List<String> headings) {
        TherapistId me = caller.therapist().orElseThrow(NoSuchPerson::new);
        if (!fits(name)
                || headings.isEmpty()
                || headings.size() > MOST_HEADINGS
                || !headings.stream().allMatch(OwnTemplates::fits)
                || stored(me).size() >= MOST) {
            return false;
        }
        UUID id = Ids.fresh();
        String json = Json.createObjectBuilder()
                .add("name", name)
                .add("headings", Json.createArrayBuilder(headings))
                .build()
                .toString();
        try (ClearText text = ClearText.of(json)) {
            entities.persist(new OwnTemplate(id, me, serverSeal.seal(text, SEALED, id), LocalDate.now(clock)));
        }
        return true;
    }

    private static boolean fits(String words) {
        return !words.isBlank() && words.length() <= LONGEST;
    }

    /** Takes away one of hers; throws {@link NoSuchPerson} for any other. Notes that were written under them stay as they are. */
    public void remove(UUID id) {
        TherapistId me = caller.therapist().orElseThrow(NoSuchPerson::new);
        entities.remove(stored(me).stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchPerson::new));
    }
}
