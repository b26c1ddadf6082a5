package dev.lathe.processor.odata;

import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.odata.ScannedCsdl.TargetedAnnotation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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

    private static final Set<String> OPERATIONS = Set.of("Function", "Action");

    private final XMLStreamReader in;
    private final SpecText text;
    private final Findings findings;
    private final Marks marks;
    private final Envelope envelope;
    private final StartTags tags;
    private final Subtrees subtrees;
    private final CleanCopy copy = new CleanCopy();
    private final Map<String, String> aliases = new HashMap<>();
    private final List<TargetedAnnotation> elsewhere = new ArrayList<>();
    private final Set<String> schemasWithContainer = new HashSet<>();
    private final Deque<Frame> open = new ArrayDeque<>();

    /** An element whose children are read. */
    private record Frame(String element, String namespace, String key, Marks.@Nullable Mark mark) {}

    private CsdlScanner(XMLStreamReader in, SpecText text, Problems problems, Findings findings) {
        this.in = in;
        this.text = text;
        this.findings = findings;
        this.marks = new Marks(text);
        this.envelope = new Envelope(text, problems);
        this.tags = new StartTags(text.characters());
        this.subtrees = new Subtrees(in, tags);
    }

    /** The document, checked and cleaned; empty after an error. */
    static Optional<ScannedCsdl> scan(SpecText text, Problems problems, Findings findings) {
        try {
            return new CsdlScanner(SafeXml.reader(text.characters()), text, problems, findings).scan();
        } catch (XMLStreamException malformed) {
            malformed(malformed, text, problems);
        } catch (Subtrees.TooDeep tooDeep) {
            problems.error(
                    "too-deep",
                    text.at("", tooDeep.offset()),
                    "The document nests elements more than " + Subtrees.MAX_DEPTH + " deep; CSDL does not.");
        }
        return Optional.empty();
    }

    private Optional<ScannedCsdl> scan() throws XMLStreamException {
        while (in.hasNext()) {
            int event = in.next();
            // Text means nothing outside of annotations, and comments nothing at all.
            if (event == XMLStreamConstants.START_ELEMENT && !start()) {
                return Optional.empty();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(in.getLocalName());
            }
        }
        return envelope.complete()
                ? Optional.of(
                        new ScannedCsdl(envelope.version(), marks.isEmpty(), copy.text(), marks, aliases, elsewhere))
                : Optional.empty();
    }

    /** False when the document turned out to be something else. */
    private boolean start() throws XMLStreamException {
        String name = in.getLocalName();
        int offset = tags.next();
        Frame parent = open.peek();
        Subtrees.checkDepth(open.size(), offset);
        if (parent == null || Envelope.PARTS.contains(parent.element)) {
            return envelopePart(name, parent == null ? "" : parent.element, offset);
        }
        if (!envelope.isSchemaNamespace(namespace())) {
            subtrees.skip(open.size());
        } else if (name.equals("Annotation")) {
            annotation(parent);
        } else if (name.equals("Annotations") && parent.element.equals("Schema")) {
            open.push(new Frame(name, parent.namespace, attribute("Target"), null));
        } else if (parent.element.equals("Annotations")
                || !Grammar.of(parent.element).children().contains(name)) {
            unread(name, parent, offset);
            subtrees.skip(open.size());
        } else {
            element(name, parent, offset);
        }
        return true;
    }

    private boolean envelopePart(String name, String parent, int offset) throws XMLStreamException {
        Envelope.Part part = envelope.part(
                name, namespace(), parent, in.getAttributeValue(null, "Version"), dataServiceVersion(), offset);
        switch (part) {
            case REFUSED -> {
                return false;
            }
            case SCHEMA -> schema(offset);
            case INCLUDE -> {
                String namespace = attribute("Namespace");
                alias(attribute("Alias"), namespace);
                alias(namespace, namespace);
                subtrees.skip(open.size());
            }
            case OPEN -> open.push(new Frame(name, "", "", null));
            case OTHER -> subtrees.skip(open.size());
        }
        return true;
    }

    private void schema(int offset) throws XMLStreamException {
        Map<String, String> attributes = attributes("Schema", "", "", offset);
        String namespace = attributes.get("Namespace");
        if (namespace == null) {
            findings.warning("missing-attribute", text.at("", offset), "A schema has no Namespace, so it is left out.");
            subtrees.skip(open.size());
            return;
        }
        marks.schema();
        alias(attributes.getOrDefault("Alias", ""), namespace);
        copy.start("Schema", attributes);
        open.push(new Frame("Schema", namespace, namespace, new Marks.Mark(namespace, "", offset, new ArrayList<>())));
    }

    private void element(String name, Frame parent, int offset) throws XMLStreamException {
        String path = path(name, parent);
        Map<String, String> attributes = attributes(name, parent.namespace, path, offset);
        for (String required : Grammar.of(name).required()) {
            if (!attributes.containsKey(required)) {
                missing(name, required, path, parent, offset);
                subtrees.skip(open.size());
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
            subtrees.skip(open.size());
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
    private String path(String element, Frame parent) {
        String name = attribute("Name");
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
        if (element.equals("ReturnType")) {
            return Marks.returned(parent.key);
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

    private Map<String, String> attributes(String element, String namespace, String path, int offset) {
        return Attributes.of(
                in, element, (code, message, hints) -> warn(code, namespace, path, offset, message, hints));
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

    private void annotation(Frame parent) throws XMLStreamException {
        if (!Vocabulary.isRead(attribute("Term"))) {
            subtrees.skip(open.size());
            return;
        }
        XmlNode annotation = subtrees.read(open.size());
        if (parent.element.equals("Annotations")) {
            elsewhere.add(new TargetedAnnotation(parent.key, annotation));
        } else if (parent.mark != null && isAboutItself(parent.element)) {
            parent.mark.annotations().add(annotation);
        }
    }

    /** Whether an annotation on such an element is not about the element above it, which has the mark. */
    private static boolean isAboutItself(String element) {
        return element.equals("ReturnType")
                || (Grammar.of(element).required().contains("Name") && !element.equals("PropertyRef"));
    }

    private void end(String name) {
        Frame frame = open.pop();
        if (!Envelope.PARTS.contains(frame.element) && !frame.element.equals("Annotations")) {
            copy.end(name);
        }
    }

    private static void malformed(XMLStreamException malformed, SpecText text, Problems problems) {
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

    private String namespace() {
        return in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
    }

    private String attribute(String name) {
        String value = in.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }

    /** {@code m:DataServiceVersion}, in whichever namespace. */
    private String dataServiceVersion() {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals("DataServiceVersion")) {
                return in.getAttributeValue(i);
            }
        }
        return "";
    }
}
