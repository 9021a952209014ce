package org.safespaces.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The pages' own files, as they lie in the archive. */
record Markup(Path file, Document document) {
    static final Path WEBAPP = Path.of(System.getProperty("basedir", "."), "src/main/webapp");
    static final String HTML = "jakarta.faces.html";
    static final String CORE = "jakarta.faces.core";
    static final String FACELETS = "jakarta.faces.facelets";
    static final String PRIMEFACES = "primefaces";
    static final String OURS = "urn:safespaces";

    /** Every page, template, part and tag. */
    static List<Markup> all() {
        return files(WEBAPP, ".xhtml").stream().map(Markup::read).toList();
    }

    /** What a browser can ask for. */
    static List<Markup> pages() {
        return all().stream()
                .filter(page -> !page.name().startsWith("WEB-INF/"))
                .toList();
    }

    /** What strangers see: doors, form, help, errors. */
    static List<Markup> open() {
        return all().stream()
                .filter(page -> page.name().matches("[^/]+|help/.*|WEB-INF/errors/.*|WEB-INF/parts/intake/.*")
                        || page.name().equals("WEB-INF/templates/public.xhtml"))
                .toList();
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static Markup read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return new Markup(file, builder.parse(file.toFile()));
        } catch (SAXException notWellFormed) {
            throw new AssertionError(file + ": " + notWellFormed.getMessage());
        } catch (ParserConfigurationException | IOException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    /** Its place under the webapp's root, with the ending. */
    String name() {
        return WEBAPP.relativize(file).toString();
    }

    String text() {
        return text(file);
    }

    Stream<Element> elements() {
        return descendants("*", "*");
    }

    Stream<Element> elements(String namespace, String name) {
        return descendants(namespace, name);
    }

    private Stream<Element> descendants(String namespace, String name) {
        return list(document.getElementsByTagNameNS(namespace, name));
    }

    static Stream<Element> inside(Element element, String name) {
        return list(element.getElementsByTagNameNS("*", name));
    }

    private static Stream<Element> list(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }

    static Stream<Attr> attributes(Element element) {
        NamedNodeMap all = element.getAttributes();
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Attr) all.item(i))
                .filter(attribute -> !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI()));
    }

    @Override
    public String toString() {
        return name();
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) throws SAXParseException {
            throw exception;
        }

        @Override
        public void error(SAXParseException exception) throws SAXParseException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXParseException {
            throw exception;
        }
    }
}
