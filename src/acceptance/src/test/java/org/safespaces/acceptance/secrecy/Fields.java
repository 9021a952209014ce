package org.safespaces.acceptance.secrecy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.safespaces.acceptance.support.Canaries;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The fields of all forms: as the pages have them, and as {@code fields.csv} says they are visited. */
final class Fields {
    private static final String FACES = "jakarta.faces.html";
    private static final String PRIMEFACES = "primefaces";
    /** Components of ours that are written in Java; what they send, their page has to name. */
    private static final String OURS = "urn:safespaces:";

    private static final Set<String> PLAIN = Set.of("input", "select", "textarea", "button");

    /** Components nobody types into. What is not named here counts as a field. */
    private static final Set<String> HARMLESS = Set.of(
            "body", "commandButton", "doctype", "form", "head", "message", "outputLabel", "outputText", "panelGroup");

    private Fields() {}

    /** A line of the table. */
    record Line(String page, String field, String who, String address, String posted, String button) {
        private static Line of(String line) {
            String[] cells = line.split(",", -1);
            return new Line(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        }

        /** What the field is called when it is found where it must not be. */
        String place() {
            return page + " " + field;
        }

        String canary() {
            return Canaries.of(place());
        }

        boolean hasAddress() {
            return address.startsWith("/") || address.startsWith("{");
        }
    }

    static List<Line> listed(Path root) throws IOException {
        return Files.readAllLines(root.resolve("src/acceptance/src/test/resources/fields.csv")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(Line::of)
                .toList();
    }

    /** Page and field of everything in our pages that sends something a visitor could have written. */
    static Set<String> inPages(Path root) throws IOException {
        Path webapp = root.resolve("src/web/src/main/webapp");
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(webapp)) {
            for (Path file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(".xhtml"))::iterator) {
                String page = webapp.relativize(file).toString();
                elements(file)
                        .map(Fields::name)
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> found.add(page + " " + name));
            }
        }
        return found;
    }

    private static Stream<Element> elements(Path file) throws IOException {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            NodeList all = parsers.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("*");
            return Stream.iterate(0, at -> at < all.getLength(), at -> at + 1)
                    .map(all::item)
                    .map(Element.class::cast);
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(file + " could not be read", broken);
        }
    }

    /** Empty for what is no field, and for the nonce, which the drill visits by itself. */
    private static String name(Element element) {
        String namespace = element.getNamespaceURI();
        boolean component =
                (FACES.equals(namespace) || PRIMEFACES.equals(namespace)) && !HARMLESS.contains(element.getLocalName());
        boolean plain = !component && PLAIN.contains(element.getLocalName()) && !FACES.equals(namespace);
        if (namespace != null && namespace.startsWith(OURS)) {
            String sent = element.getAttribute("name");
            return sent.isEmpty() ? element.getLocalName() + " without a name" : sent;
        }
        String name = component ? element.getAttribute("id") : plain ? element.getAttribute("name") : "";
        if (component && name.isEmpty()) {
            return element.getLocalName() + " without an id";
        }
        return "primefaces.nonce".equals(name) ? "" : name.replaceAll("#\\{[^}]*}", "*");
    }
}
