package org.safespaces.people;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Two-word designations, drawn at random: how an enquiry and a client are called wherever no name may stand. They say
 * nothing about the person; the animals and colours are chosen to be neither funny nor unkind.
 */
@Stateless
@PermitAll
public class Designations {
    private static final int TRIES = 50;
    private static final List<String> FIRST = List.of(
            "Amber",
            "Ash",
            "Azure",
            "Birch",
            "Blue",
            "Brindle",
            "Bronze",
            "Cedar",
            "Chalk",
            "Clay",
            "Clear",
            "Copper",
            "Coral",
            "Cream",
            "Dawn",
            "Dune",
            "Dusk",
            "Ember",
            "Fallow",
            "Fern",
            "Flint",
            "Garnet",
            "Ginger",
            "Golden",
            "Granite",
            "Grey",
            "Harbour",
            "Hazel",
            "Heather",
            "Indigo",
            "Ivory",
            "Jade",
            "Juniper",
            "Lilac",
            "Linen",
            "Marble",
            "Meadow",
            "Misty",
            "Moss",
            "Northern",
            "Oat",
            "Ochre",
            "Olive",
            "Opal",
            "Pearl",
            "Pebble",
            "Quartz",
            "Quiet",
            "Reed",
            "River",
            "Rowan",
            "Russet",
            "Saffron",
            "Sage",
            "Sand",
            "Silver",
            "Slate",
            "Snowy",
            "Southern",
            "Spring",
            "Still",
            "Stone",
            "Summer",
            "Tawny",
            "Teal",
            "Thistle",
            "Umber",
            "Velvet",
            "Violet",
            "Walnut",
            "Western",
            "Willow",
            "Winter",
            "Woodland");
    private static final List<String> SECOND = List.of(
            "Avocet",
            "Badger",
            "Beaver",
            "Bittern",
            "Bunting",
            "Buzzard",
            "Chough",
            "Crane",
            "Curlew",
            "Deer",
            "Dipper",
            "Dolphin",
            "Dormouse",
            "Dove",
            "Dunlin",
            "Eider",
            "Falcon",
            "Finch",
            "Fox",
            "Gannet",
            "Goldcrest",
            "Grebe",
            "Hare",
            "Hawk",
            "Hedgehog",
            "Heron",
            "Kestrel",
            "Kite",
            "Kittiwake",
            "Lapwing",
            "Lark",
            "Linnet",
            "Lynx",
            "Magpie",
            "Marten",
            "Martin",
            "Merlin",
            "Moth",
            "Newt",
            "Nightjar",
            "Osprey",
            "Otter",
            "Owl",
            "Petrel",
            "Pipit",
            "Plover",
            "Puffin",
            "Redstart",
            "Robin",
            "Rook",
            "Sandpiper",
            "Seal",
            "Shrew",
            "Siskin",
            "Snipe",
            "Sparrow",
            "Squirrel",
            "Starling",
            "Stoat",
            "Stork",
            "Swallow",
            "Swan",
            "Swift",
            "Teal",
            "Tern",
            "Thrush",
            "Toad",
            "Vole",
            "Wagtail",
            "Warbler",
            "Waxwing",
            "Wren");

    private final RandomGenerator random = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    /** A designation that no case bears. After many tries a number is added: there is always an answer. */
    public String draw() {
        for (int i = 0; i < TRIES; i++) {
            String candidate = pick(FIRST) + " " + pick(SECOND);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        return pick(FIRST) + " " + pick(SECOND) + " " + random.nextInt(100, 1_000_000);
    }

    /** This designation if no case bears it, else a fresh one. */
    public String keepOrDraw(String wished) {
        return isFree(wished) ? wished : draw();
    }

    private boolean isFree(String candidate) {
        return entities.createQuery("select r.id from CaseRecord r where r.designation = :name")
                .setParameter("name", candidate)
                .getResultList()
                .isEmpty();
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
