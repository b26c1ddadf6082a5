package dev.lathe.sandbox.dataverse;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A query in FetchXML, as far as the sandbox understands it. What it does not understand is refused and never passed over:
 * the answer would be of another query.
 *
 * @param top most rows; negative without a limit
 * @param count rows of a page
 * @param page from 1
 * @param cookie of the page before; empty when there is none
 */
record FetchXml(
        Entity entity,
        boolean aggregate,
        boolean distinct,
        boolean counted,
        int top,
        int count,
        int page,
        String cookie) {

    /** A table, and how it hangs on the one around it ({@code from}, {@code to}; empty for the outermost). */
    record Entity(
            String name,
            String alias,
            String from,
            String to,
            boolean outer,
            boolean all,
            List<Attribute> attributes,
            List<Filter> filters,
            List<Order> orders,
            List<Entity> links) {}

    record Attribute(
            String name, String alias, String aggregate, boolean groupBy, boolean distinct, String dateGrouping) {}

    /** @param by a column, or the alias of an aggregate */
    record Order(String by, boolean alias, boolean descending) {}

    record Filter(boolean any, List<Condition> conditions, List<Filter> filters) {}

    /** @param entity alias of the table; empty for the one that the filter stands in */
    record Condition(String entity, String attribute, String operator, List<String> values, String valueOf) {}

    private static final List<String> LINK_TYPES = List.of("inner", "outer");

    static FetchXml parse(String xml) {
        Element fetch = root(xml);
        if (!fetch.getTagName().equals("fetch")) {
            throw malformed("The root element is 'fetch', not '" + fetch.getTagName() + "'.");
        }
        List<Element> entities = children(fetch, "entity").toList();
        if (entities.size() != 1 || children(fetch).size() != 1) {
            throw malformed("The element 'fetch' has one 'entity' in it and nothing else.");
        }
        int top = number(fetch, "top", -1);
        if (top >= 0 && (fetch.hasAttribute("page") || fetch.hasAttribute("count"))) {
            throw malformed("The attribute 'top' cannot stand beside 'page' or 'count'.");
        }
        return new FetchXml(
                entity(entities.get(0), new int[1]),
                flag(fetch, "aggregate"),
                flag(fetch, "distinct"),
                flag(fetch, "returntotalrecordcount"),
                top,
                Math.min(Reading.PAGE_LIMIT, Math.max(1, number(fetch, "count", Reading.PAGE_LIMIT))),
                Math.max(1, number(fetch, "page", 1)),
                fetch.getAttribute("paging-cookie"));
    }

    /** Nothing that the text refers to is fetched, and it declares nothing. */
    private static Element root(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException e) {
            throw malformed(String.valueOf(e.getMessage()));
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The exception says it all; the default handler writes to the console besides. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    private static Entity entity(Element element, int[] links) {
        String linkType = element.hasAttribute("link-type") ? element.getAttribute("link-type") : "inner";
        if (!LINK_TYPES.contains(linkType)) {
            throw malformed("The link type '" + linkType + "' is not supported.");
        }
        boolean outermost = element.getTagName().equals("entity");
        String alias = element.getAttribute("alias");
        if (!outermost && alias.isEmpty()) {
            alias = required(element, "name") + ++links[0];
        }
        for (Element child : children(element)) {
            if (!List.of("attribute", "all-attributes", "filter", "order", "link-entity")
                    .contains(child.getTagName())) {
                throw malformed("The element '" + child.getTagName() + "' is not supported.");
            }
        }
        return new Entity(
                required(element, "name"),
                alias,
                outermost ? "" : required(element, "from"),
                outermost ? "" : required(element, "to"),
                linkType.equals("outer"),
                children(element, "all-attributes").findAny().isPresent(),
                children(element, "attribute").map(FetchXml::attribute).toList(),
                children(element, "filter").map(FetchXml::filter).toList(),
                children(element, "order").map(FetchXml::order).toList(),
                children(element, "link-entity")
                        .map(link -> entity(link, links))
                        .toList());
    }

    private static Attribute attribute(Element element) {
        return new Attribute(
                required(element, "name"),
                element.getAttribute("alias"),
                element.getAttribute("aggregate"),
                flag(element, "groupby"),
                flag(element, "distinct"),
                element.getAttribute("dategrouping"));
    }

    private static Order order(Element element) {
        boolean alias = element.hasAttribute("alias");
        return new Order(required(element, alias ? "alias" : "attribute"), alias, flag(element, "descending"));
    }

    private static Filter filter(Element element) {
        return new Filter(
                element.getAttribute("type").equals("or"),
                children(element, "condition").map(FetchXml::condition).toList(),
                children(element, "filter").map(FetchXml::filter).toList());
    }

    private static Condition condition(Element element) {
        List<String> values = new ArrayList<>();
        if (element.hasAttribute("value")) {
            values.add(element.getAttribute("value"));
        }
        children(element, "value").forEach(value -> values.add(value.getTextContent()));
        return new Condition(
                element.getAttribute("entityname"),
                required(element, "attribute"),
                required(element, "operator"),
                List.copyOf(values),
                element.getAttribute("valueof"));
    }

    private static List<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static Stream<Element> children(Element element, String name) {
        return children(element).stream().filter(child -> child.getTagName().equals(name));
    }

    private static String required(Element element, String name) {
        return Optional.of(element.getAttribute(name))
                .filter(value -> !value.isEmpty())
                .orElseThrow(() ->
                        malformed("The element '" + element.getTagName() + "' needs the attribute '" + name + "'."));
    }

    private static boolean flag(Element element, String name) {
        return List.of("true", "1").contains(element.getAttribute(name));
    }

    private static int number(Element element, String name, int otherwise) {
        String text = element.getAttribute(name);
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw malformed("The attribute '" + name + "' is no number: '" + text + "'.");
        }
    }

    static DataverseError malformed(String what) {
        return new DataverseError(400, "0x80041102", "Invalid FetchXML. " + what);
    }
}
