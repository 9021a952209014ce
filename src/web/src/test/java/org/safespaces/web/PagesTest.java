package org.safespaces.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Named;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What no page may hold, and what each must: read from the files, before any server runs. */
class PagesTest {
    /** Takes something from the reader's machine, runs what others wrote, or says things to others. */
    private static final Set<String> NEVER = Set.of(
            "fileUpload",
            "inputFile",
            "textEditor",
            "editor",
            "photoCam",
            "captcha",
            "gmap",
            "media",
            "video",
            "audio",
            "feedReader",
            "signature",
            "growl",
            "poll",
            "commandLink",
            "outputScript",
            "iframe",
            "object",
            "embed",
            "style");

    private static final Set<String> TYPED = Set.of(
            "inputText",
            "inputTextarea",
            "inputSecret",
            "password",
            "inputMask",
            "inputNumber",
            "autoComplete",
            "datePicker");

    /** What would tell somebody looking over a shoulder, or through a history, why she was here. */
    private static final Pattern REVEALING = Pattern.compile(
            "sextort|extort|blackmail|porn|nude|naked|intimate|sexual|abus|rape|assault|victim|survivor|perpetrator"
                    + "|suicid|self-?harm|trauma|violen|crime|offend|consent|revenge",
            Pattern.CASE_INSENSITIVE);

    @Test
    void everyFileIsWellFormedAndDeclaresNoDocumentType() {
        assertTrue(Markup.all().size() > 40);
    }

    @Test
    void noScriptNoStyleAndNoHandlerStandsInAPage() {
        none(
                Markup.all(),
                element -> Stream.concat(
                        Stream.of(element)
                                .filter(each -> "script".equals(each.getLocalName()))
                                .filter(each -> each.getAttribute("src").isEmpty()
                                        || !each.getTextContent().isBlank())
                                .map(each -> "a script inside"),
                        Markup.attributes(element)
                                .filter(attribute -> attribute.getLocalName().matches("(?i)on[a-z]+|style"))
                                .map(attribute -> attribute.getName() + "=…")));
    }

    @Test
    void nothingIsWrittenUnescaped() {
        none(Markup.all(), element -> Markup.attributes(element)
                .filter(attribute -> attribute.getName().equals("escape"))
                .map(attribute -> "escape=" + attribute.getValue()));
    }

    @Test
    void nothingCanBeUploadedEmbeddedOrRun() {
        none(
                Markup.all(),
                element -> Stream.concat(
                        Stream.of(element.getLocalName()).filter(NEVER::contains),
                        Markup.attributes(element)
                                .filter(attribute -> attribute.getName().equals("type")
                                                && attribute.getValue().equalsIgnoreCase("file")
                                        || attribute.getName().equalsIgnoreCase("enctype")
                                        || attribute
                                                .getValue()
                                                .strip()
                                                .toLowerCase(Locale.ROOT)
                                                .startsWith("javascript:"))
                                .map(attribute -> attribute.getName() + "=" + attribute.getValue())));
    }

    /** D6, L-01, L-02: nothing of ours could take, show, draw or fingerprint an image, on whichever page. */
    @Test
    void noScriptAndNoStyleOfOursCanHandleAnImage() {
        Pattern never = Pattern.compile(
                "canvas|FileReader|new File\\b|Blob|createObjectURL|crypto\\.|digest\\(|DataTransfer|clipboard"
                        + "|getUserMedia|ImageData|new Image\\b|addEventListener\\(\"(drop|paste|dragover)|\"data:|'data:"
                        + "|url\\(\"?data:|blob:|XMLHttpRequest|import\\(|eval\\(|innerHTML|document\\.write",
                Pattern.CASE_INSENSITIVE);
        for (Path file : Markup.files(Markup.WEBAPP.resolve("WEB-INF/resources"), "")) {
            if (file.toString().matches(".*\\.(js|css)")) {
                List<String> found = find(never.pattern(), withoutComments(file))
                        .map(MatchResult::group)
                        .toList();
                assertEquals(List.of(), found, file.toString());
            }
        }
        none(
                Markup.all(),
                element -> Stream.concat(
                        Stream.of(element.getLocalName())
                                .filter(Set.of("img", "picture", "canvas", "source")::contains),
                        Markup.attributes(element)
                                .filter(attribute -> Set.of("contenteditable", "accept", "capture", "srcset", "ondrop")
                                                .contains(attribute.getName())
                                        || attribute.getName().equals("type")
                                                && attribute.getValue().matches("(?i)url|file|image")
                                        || attribute
                                                .getValue()
                                                .strip()
                                                .toLowerCase(Locale.ROOT)
                                                .startsWith("data:"))
                                .map(attribute -> attribute.getName() + "=" + attribute.getValue())));
    }

    private static String withoutComments(Path file) {
        return Markup.text(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }

    @Test
    void nothingBypassesTheNonceByFacesOwnScript() {
        none(Markup.all(), element -> Stream.of(element)
                .filter(each -> Markup.CORE.equals(each.getNamespaceURI())
                        && each.getLocalName().equals("ajax"))
                .map(each -> "f:ajax"));
    }

    @Test
    void whatStrangersSeeIsPlainHtml() {
        none(Markup.open(), element -> Stream.of(element)
                .filter(each -> Markup.PRIMEFACES.equals(each.getNamespaceURI())
                        || Markup.HTML.equals(each.getNamespaceURI())
                                && Set.of("head", "body").contains(each.getLocalName()))
                .map(Element::getTagName));
    }

    @Test
    void whatStrangersSeeUsesThePublicTemplate() {
        for (Markup page : Markup.open()) {
            page.elements(Markup.FACELETS, "composition")
                    .map(composition -> composition.getAttribute("template"))
                    .filter(template -> !template.isEmpty())
                    .forEach(template -> assertEquals("/WEB-INF/templates/public.xhtml", template, page.name()));
        }
    }

    @Test
    void everyFormCarriesTheNonceThatItsPostNeeds() {
        int forms = 0;
        for (Markup page : Markup.all()) {
            for (Element form : page.elements(Markup.HTML, "form").toList()) {
                forms++;
                assertTrue(
                        hidden(form, "primefaces.nonce", "#{nonce.value}"),
                        () -> page + " has a form that ends in an error without script");
            }
        }
        assertTrue(forms > 5);
    }

    @Test
    void everyPlainFormCarriesTheSessionsToken() {
        for (Markup page : Markup.all()) {
            page.elements("http://www.w3.org/1999/xhtml", "form")
                    .filter(form -> form.getAttribute("method").equalsIgnoreCase("post"))
                    .forEach(form -> assertTrue(hidden(form, "token", "#{signedIn.formToken}"), page::name));
        }
    }

    @Test
    void whatIsTypedIsNotSavedWithTheView() {
        for (Markup page : Markup.all()) {
            page.elements()
                    .filter(element -> Set.of(Markup.HTML, Markup.PRIMEFACES).contains(element.getNamespaceURI()))
                    .filter(element -> TYPED.contains(element.getLocalName()))
                    .forEach(element -> assertEquals(
                            "true",
                            element.getAttribute("transient"),
                            () -> page + ": what is typed into " + element.getAttribute("id")
                                    + " waits in the session when another field fails"));
        }
    }

    @Test
    void whatIsTypedIsNotKeptByTheBrowser() {
        for (Markup page : Markup.all()) {
            page.elements()
                    .filter(element -> TYPED.contains(element.getLocalName())
                            || element.getLocalName().equals("textarea")
                            || element.getLocalName().equals("input")
                                    && Set.of("text", "password", "email", "tel")
                                            .contains(element.getAttribute("type")))
                    .forEach(element -> assertEquals(
                            "off",
                            element.getAttribute("autocomplete"),
                            () -> page + " " + element.getAttribute("id")));
        }
    }

    @Test
    void pagesWithoutAFormOpenNoSession() {
        for (Markup page : Markup.open()) {
            boolean spoken = page.name().equals("index.xhtml") || page.name().startsWith("help/");
            if (spoken) {
                Element root = page.document().getDocumentElement();
                assertEquals("view", root.getLocalName(), page.name());
                assertEquals("true", root.getAttribute("transient"), page.name());
                assertEquals(0, page.elements("*", "form").count(), page.name());
            }
        }
    }

    @Test
    void everyPageHasATitleThatIsAWordOfABundle() {
        for (Markup page : Markup.pages()) {
            assertTrue(
                    title(page).orElse("").matches("#\\{\\w+\\['[\\w.]+'\\]\\}"),
                    () -> page + " is titled " + title(page).orElse("by nobody"));
        }
    }

    @Test
    void noTitleAddressOrFileNameTellsWhySheIsHere() {
        for (Markup page : Markup.all()) {
            title(page).map(PagesTest::words).ifPresent(title -> assertNeutral(page.name(), title));
        }
        for (Path file : Markup.files(Markup.WEBAPP, "")) {
            String name = Markup.WEBAPP.relativize(file).toString();
            // what no browser can ask for by its name may have any
            if (!name.startsWith("WEB-INF/") || name.startsWith("WEB-INF/resources/")) {
                assertNeutral(name, name);
            }
        }
        for (Markup page : Markup.all()) {
            page.elements()
                    .flatMap(Markup::attributes)
                    .filter(attribute -> Set.of("href", "src", "action", "to").contains(attribute.getName()))
                    .forEach(attribute -> assertNeutral(page.name(), attribute.getValue()));
        }
        assertNeutral("web.xml", Markup.text(Markup.WEBAPP.resolve("WEB-INF/web.xml")));
    }

    @Test
    void aPageSpeaksToBeansOfItsOwnFolderAndItsOwnIsAmongThem() {
        Map<String, Class<?>> beans = beans();
        for (Markup page : Markup.pages()) {
            List<String> named = find("\\b([a-z]\\w*Page)\\b(?=[.}\\s)])", page.text())
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            assertTrue(
                    named.isEmpty()
                            || named.stream()
                                    .anyMatch(name -> beans.containsKey(name)
                                            && beans.get(name).getSimpleName().equals(className(page))),
                    () -> page + " speaks to " + named);
            for (String name : named) {
                assertEquals(
                        "org.safespaces.web." + folder(page),
                        beans.get(name).getPackageName(),
                        page + " speaks to " + name);
            }
        }
    }

    @Test
    void whatAPageAsksOfABeanExists() {
        Map<String, Class<?>> beans = beans();
        for (Markup page : Markup.all()) {
            find("(?<![\\w.'])([a-z]\\w*)\\.([a-z]\\w*)(\\()?", expressions(page))
                    .forEach(found -> {
                        Class<?> bean = beans.get(found.group(1));
                        assertTrue(
                                bean == null || answers(bean, found.group(2), found.group(3) != null),
                                () -> page + " asks " + found.group(1) + " for " + found.group(2));
                    });
        }
        assertTrue(beans.size() > 15);
    }

    @Test
    void nothingIsFetchedFromSomebodyElse() {
        none(Markup.all(), element -> Markup.attributes(element)
                .filter(attribute -> attribute.getValue().matches("(?is).*(https?:)?//[\\w#].*"))
                .filter(attribute -> !isALinkThatSaysSo(element, attribute.getValue()))
                .map(attribute -> attribute.getName() + "=" + attribute.getValue()));
        for (Path file : Markup.files(Markup.WEBAPP.resolve("WEB-INF/resources"), "")) {
            String name = file.toString();
            if (name.matches(".*\\.(css|js|svg)")) {
                String code =
                        Markup.text(file).replaceAll("(?s)/\\*.*?\\*/", "").replace("http://www.w3.org/2000/svg", "");
                assertTrue(
                        find("(?i)https?:|url\\(['\"]?//|@import", code)
                                .findAny()
                                .isEmpty(),
                        name);
            }
        }
    }

    private static boolean isALinkThatSaysSo(Element element, String value) {
        return Markup.OURS.equals(element.getNamespaceURI())
                && element.getLocalName().equals("outside")
                && value.startsWith("https://#{");
    }

    private static boolean hidden(Element form, String name, String value) {
        return Markup.inside(form, "input")
                .anyMatch(input -> input.getAttribute("type").equals("hidden")
                        && input.getAttribute("name").equals(name)
                        && input.getAttribute("value").equals(value));
    }

    private static void none(List<Markup> pages, java.util.function.Function<Element, Stream<String>> find) {
        List<String> found = pages.stream()
                .flatMap(page -> page.elements().flatMap(find).map(what -> page + ": " + what))
                .toList();
        assertEquals(List.of(), found);
    }

    private static Optional<String> title(Markup page) {
        return page.elements(Markup.FACELETS, "define")
                .filter(define -> define.getAttribute("name").equals("title"))
                .map(Element::getTextContent)
                .map(String::strip)
                .findFirst();
    }

    private static String words(String expression) {
        return find("(\\w+)\\['([\\w.]+)'\\]", expression)
                .map(found -> Bundles.named(found.group(1)).getProperty(found.group(2), ""))
                .findFirst()
                .orElse(expression);
    }

    private static void assertNeutral(String where, String text) {
        assertTrue(!REVEALING.matcher(text).find(), () -> where + " says too much: " + text);
    }

    private static String folder(Markup page) {
        return page.name().contains("/") ? page.name().substring(0, page.name().indexOf('/')) : "home";
    }

    private static String className(Markup page) {
        StringBuilder name = new StringBuilder();
        String file = page.name().substring(page.name().lastIndexOf('/') + 1).replace(".xhtml", "");
        for (String word : List.of(file.split("-"))) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.append("Page").toString();
    }

    /** As CDI names it. */
    private static String expressions(Markup page) {
        StringBuilder all = new StringBuilder();
        find("#\\{([^}]*)\\}", page.text())
                .forEach(found ->
                        all.append(found.group(1).replaceAll("'[^']*'", "''")).append('\n'));
        return all.toString();
    }

    /** Every bean with a name, by that name. */
    private static Map<String, Class<?>> beans() {
        Path classes = Path.of(System.getProperty("basedir", "."), "target/classes");
        Map<String, Class<?>> beans = new HashMap<>();
        for (Path file : Markup.files(classes, ".class")) {
            Class<?> type = load(
                    classes.relativize(file).toString().replace(".class", "").replace('/', '.'));
            Named named = type.getAnnotation(Named.class);
            if (named != null) {
                String usual = type.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT)
                        + type.getSimpleName().substring(1);
                beans.put(named.value().isEmpty() ? usual : named.value(), type);
            }
        }
        beans.put("supportDirectory", org.safespaces.signposting.SupportDirectory.class);
        return beans;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PagesTest.class.getClassLoader());
        } catch (ClassNotFoundException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private static boolean answers(Class<?> bean, String name, boolean called) {
        String property = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return Arrays.stream(bean.getMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .anyMatch(method -> method.equals(name)
                        || !called && (method.equals("get" + property) || method.equals("is" + property)));
    }

    private static Stream<MatchResult> find(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results();
    }
}
