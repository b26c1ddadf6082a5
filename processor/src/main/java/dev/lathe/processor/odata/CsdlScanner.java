package dev.lathe.processor.odata;

import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.odata.ScannedCsdl.TargetedAnnotation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a CSDL document once, with the hardened reader: finds what is wrong with it as XML and as CSDL, notes the
 * place and the annotations of each element, and writes down a clean copy for Olingo. That reader stops silently at an
 * element it does not know and throws on a facet it cannot parse, so it is never given either.
 */
final class CsdlScanner {

    private static final int MAX_DEPTH = 100;
    private static final Set<String> OPERATIONS = Set.of("Function", "Action");

    private final SpecText text;
    private final Problems problems;
    private final Findings findings;
    private final Marks marks;
    private final Envelope envelope;
    private final StartTags tags;
    private final CleanCopy copy = new CleanCopy();
    private final Map<String, String> aliases = new HashMap<>();
    private final List<TargetedAnnotation> elsewhere = new ArrayList<>();
    private final Set<String> schemasWithContainer = new HashSet<>();
    private final Deque<Frame> open = new ArrayDeque<>();

    /** An element whose children are read. */
    private record Frame(String element, String namespace, String key, Marks.@Nullable Mark mark) {}

    CsdlScanner(SpecText text, Problems problems, Findings findings) {
        this.text = text;
        this.problems = problems;
        this.findings = findings;
        this.marks = new Marks(text);
        this.envelope = new Envelope(text, problems);
        this.tags = new StartTags(text.characters());
    }

    /** The document, checked and cleaned; empty after an error. */
    Optional<ScannedCsdl> scan() {
        try {
            XMLStreamReader in = SafeXml.reader(text.characters());
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (!start(in)) {
                            return Optional.empty();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> end(in.getLocalName());
                    default -> {
                        // Text means nothing outside of annotations, and comments nothing at all.
                    }
                }
            }
        } catch (XMLStreamException malformed) {
            malformed(malformed);
            return Optional.empty();
        } catch (TooDeep tooDeep) {
            problems.error(
                    "too-deep",
                    text.at("", tooDeep.offset),
                    "The document nests elements more than " + MAX_DEPTH + " deep; CSDL does not.");
            return Optional.empty();
        }
        if (!envelope.complete()) {
            return Optional.empty();
        }
        return Optional.of(
                new ScannedCsdl(envelope.version(), marks.isEmpty(), copy.text(), marks, aliases, elsewhere));
    }

    /** False when the document turned out to be something else. */
    private boolean start(XMLStreamReader in) throws XMLStreamException {
        String name = in.getLocalName();
        int offset = tags.next();
        Frame parent = open.peek();
        if (open.size() > MAX_DEPTH) {
            throw new TooDeep(offset);
        }
        if (parent == null || Envelope.PARTS.contains(parent.element)) {
            return envelopePart(in, name, parent == null ? "" : parent.element, offset);
        }
        if (!envelope.isSchemaNamespace(namespace(in))) {
            skip(in);
        } else if (name.equals("Annotation")) {
            annotation(in, parent, offset);
        } else if (name.equals("Annotations") && parent.element.equals("Schema")) {
            open.push(new Frame(name, parent.namespace, attribute(in, "Target"), null));
        } else if (parent.element.equals("Annotations")
                || !Grammar.of(parent.element).children().contains(name)) {
            unread(name, parent, offset);
            skip(in);
        } else {
            element(in, name, parent, offset);
        }
        return true;
    }

    private boolean envelopePart(XMLStreamReader in, String name, String parent, int offset) throws XMLStreamException {
        Envelope.Part part = envelope.part(
                name, namespace(in), parent, in.getAttributeValue(null, "Version"), dataServiceVersion(in), offset);
        switch (part) {
            case REFUSED -> {
                return false;
            }
            case SCHEMA -> schema(in, offset);
            case INCLUDE -> {
                alias(attribute(in, "Alias"), attribute(in, "Namespace"));
                skip(in);
            }
            case OPEN -> open.push(new Frame(name, "", "", null));
            case OTHER -> skip(in);
        }
        return true;
    }

    private void schema(XMLStreamReader in, int offset) throws XMLStreamException {
        Map<String, String> attributes = attributes(in, "Schema", "the schema", offset, "");
        String namespace = attributes.get("Namespace");
        if (namespace == null) {
            findings.warning("missing-attribute", text.at("", offset), "A schema has no Namespace, so it is left out.");
            skip(in);
            return;
        }
        marks.schema();
        alias(attributes.getOrDefault("Alias", ""), namespace);
        copy.start("Schema", attributes);
        open.push(new Frame("Schema", namespace, namespace, new Marks.Mark(namespace, "", offset, new ArrayList<>())));
    }

    private void element(XMLStreamReader in, String name, Frame parent, int offset) throws XMLStreamException {
        String path = path(in, name, parent);
        Map<String, String> attributes = attributes(in, name, path, offset, parent.namespace);
        for (String required : Grammar.of(name).required()) {
            if (!attributes.containsKey(required)) {
                missing(name, required, path, parent, offset);
                skip(in);
                return;
            }
        }
        if (Grammar.of(name).kept().contains("Type") && !attributes.containsKey("Type")) {
            warn(
                    "missing-attribute",
                    parent.namespace,
                    path,
                    offset,
                    "'" + path + "' has no Type; it is read as any JSON value.");
            attributes.put("Type", "Edm.Untyped");
        }
        String key = key(name, attributes.getOrDefault("Name", ""), parent);
        if (isDuplicate(name, key, path, parent, offset)) {
            skip(in);
            return;
        }
        Marks.Mark mark = parent.mark;
        if (!key.equals(parent.key)) {
            mark = marks.add(key, parent.namespace, path, offset);
        }
        copy.start(name, attributes);
        open.push(new Frame(name, parent.namespace, key, mark));
    }

    /** Names from the schema down to here, as a user would say them. */
    private static String path(XMLStreamReader in, String element, Frame parent) {
        String name = attribute(in, "Name");
        String above = parent.mark == null ? "" : parent.mark.path();
        if (name.isEmpty() || element.equals("PropertyRef")) {
            return above;
        }
        return above.isEmpty() ? name : above + "/" + name;
    }

    private String key(String element, String name, Frame parent) {
        if (parent.element.equals("Schema")) {
            if (OPERATIONS.contains(element)) {
                return marks.nextOverload(element.equals("Action"), parent.namespace, name);
            }
            return element.equals("EntityContainer")
                    ? Marks.container(parent.namespace, name)
                    : Marks.type(parent.namespace, name);
        }
        boolean named = Grammar.of(element).required().contains("Name") && !element.equals("PropertyRef");
        return named ? Marks.member(parent.key, name) : parent.key;
    }

    private boolean isDuplicate(String element, String key, String path, Frame parent, int offset) {
        if (!key.equals(parent.key) && marks.has(key)) {
            warn(
                    "duplicate-definition",
                    parent.namespace,
                    path,
                    offset,
                    "'" + path + "' is defined twice; the first definition counts.");
            return true;
        }
        if (element.equals("EntityContainer") && !schemasWithContainer.add(parent.namespace)) {
            warn(
                    "duplicate-definition",
                    parent.namespace,
                    path,
                    offset,
                    "The schema has a second entity container, '" + path + "'; only the first is read.");
            return true;
        }
        return false;
    }

    /** The attributes that are read, repaired where that is safe. */
    private Map<String, String> attributes(
            XMLStreamReader in, String element, String path, int offset, String namespace) {
        Grammar.Element grammar = Grammar.of(element);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String foreign = in.getAttributeNamespace(i);
            if (foreign != null && !foreign.isEmpty()) {
                continue;
            }
            String name = in.getAttributeLocalName(i);
            String value = in.getAttributeValue(i).strip();
            if (!grammar.kept().contains(name)) {
                if (!grammar.known().contains(name)) {
                    warn(
                            "unknown-attribute",
                            namespace,
                            path,
                            offset,
                            "An element " + element + " has no attribute '" + name + "' in CSDL; it is ignored.",
                            Nearest.hint(name, grammar.kept()));
                }
            } else if (Grammar.BOOLEANS.contains(name)) {
                Optional<Boolean> flag = flag(value);
                if (flag.isPresent()) {
                    attributes.put(name, flag.get().toString());
                } else {
                    warn(
                            "invalid-value",
                            namespace,
                            path,
                            offset,
                            name + "=\"" + value + "\" is neither true nor false; it is ignored.");
                }
            } else if (!value.isEmpty()) {
                attributes.put(name, name.equals("Type") ? collection(value, namespace, path, offset) : value);
            }
        }
        return attributes;
    }

    /** A type as Olingo takes it apart: it cuts the last character off whatever starts with {@code Collection(}. */
    private String collection(String type, String namespace, String path, int offset) {
        if (!type.startsWith("Collection(")) {
            return type;
        }
        String item = type.endsWith(")") ? type.substring(11, type.length() - 1).strip() : "";
        if (item.isEmpty()) {
            warn(
                    "invalid-value",
                    namespace,
                    path,
                    offset,
                    "Type=\"" + type + "\" is not a type; it is read as any JSON value.");
            return "Edm.Untyped";
        }
        return "Collection(" + item + ")";
    }

    private static Optional<Boolean> flag(String value) {
        if (value.equalsIgnoreCase("true") || value.equals("1")) {
            return Optional.of(true);
        }
        return value.equalsIgnoreCase("false") || value.equals("0") ? Optional.of(false) : Optional.empty();
    }

    private void missing(String element, String attribute, String path, Frame parent, int offset) {
        String where = path.isEmpty() ? "" : " in '" + path + "'";
        String what = element.equals("NavigationProperty") && attribute.equals("Type")
                ? "The navigation property '" + path + "'"
                : "An element " + element + where;
        warn(
                "missing-attribute",
                parent.namespace,
                path,
                offset,
                what + " has no " + attribute + ", so it is left out.");
    }

    private void unread(String name, Frame parent, int offset) {
        if (!Grammar.WITHOUT_EFFECT.contains(name)) {
            String path = parent.mark == null ? "" : parent.mark.path();
            warn(
                    "unknown-element",
                    parent.namespace,
                    path,
                    offset,
                    "An element " + name + " has no place below " + parent.element + " in CSDL; it is ignored.",
                    parent.element.equals("Annotations")
                            ? new String[0]
                            : Nearest.hint(name, Grammar.of(parent.element).children()));
        }
    }

    private void warn(String code, String namespace, String path, int offset, String message, String... hints) {
        var mark = new Marks.Mark(namespace, path, offset, List.of());
        findings.late(code, () -> marks.at(mark), message, hints);
    }

    private void alias(String alias, String namespace) {
        if (!alias.isEmpty() && !namespace.isEmpty()) {
            aliases.putIfAbsent(alias, namespace);
        }
    }

    private void annotation(XMLStreamReader in, Frame parent, int offset) throws XMLStreamException {
        if (!Vocabulary.isRead(attribute(in, "Term"))) {
            skip(in);
            return;
        }
        XmlNode annotation = node(in, open.size(), offset);
        if (parent.element.equals("Annotations")) {
            elsewhere.add(new TargetedAnnotation(parent.key, annotation));
        } else if (parent.mark != null && isAboutItself(parent.element)) {
            parent.mark.annotations().add(annotation);
        }
    }

    /** Whether an annotation on such an element is not about the element above it, which has the mark. */
    private static boolean isAboutItself(String element) {
        return Grammar.of(element).required().contains("Name") && !element.equals("PropertyRef");
    }

    private XmlNode node(XMLStreamReader in, int depth, int offset) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new TooDeep(offset);
        }
        String name = in.getLocalName();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        List<XmlNode> children = new ArrayList<>(0);
        var content = new StringBuilder();
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(node(in, depth + 1, tags.next()));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> content.append(in.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlNode(name, attributes, children, content.toString());
                }
                default -> {
                    // comments
                }
            }
        }
    }

    /** Reads past an element and everything in it. */
    private void skip(XMLStreamReader in) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                int offset = tags.next();
                if (++depth + open.size() > MAX_DEPTH) {
                    throw new TooDeep(offset);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void end(String name) {
        Frame frame = open.pop();
        if (!Envelope.PARTS.contains(frame.element) && !frame.element.equals("Annotations")) {
            copy.end(name);
        }
    }

    private void malformed(XMLStreamException malformed) {
        String message = String.valueOf(malformed.getMessage());
        int detail = message.indexOf("Message: ");
        int line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNumber();
        int column =
                malformed.getLocation() == null ? 0 : malformed.getLocation().getColumnNumber();
        boolean cutOff = line >= text.at("", text.characters().length()).line();
        problems.error(
                "not-well-formed",
                text.at("", 0).at(Math.max(line, 1), Math.max(column, 1)),
                "The document is not well-formed XML: "
                        + (detail < 0 ? message : message.substring(detail + 9)).strip(),
                cutOff
                        ? "the document may have been cut off; fetch it again"
                        : "mend the document there, or fetch it again");
    }

    private static String namespace(XMLStreamReader in) {
        return in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
    }

    private static String attribute(XMLStreamReader in, String name) {
        String value = in.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }

    /** {@code m:DataServiceVersion}, in whichever namespace. */
    private static String dataServiceVersion(XMLStreamReader in) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals("DataServiceVersion")) {
                return in.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Thrown out of any depth; handled in {@link #scan}. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int offset;

        TooDeep(int offset) {
            super("nested too deep", null, false, false);
            this.offset = offset;
        }
    }
}
