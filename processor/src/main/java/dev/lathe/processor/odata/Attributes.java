package dev.lathe.processor.odata;

import dev.lathe.processor.model.Nearest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Reads the attributes of one element, with values of such a form that Olingo's setters do not throw. */
final class Attributes {

    /** Says what is wrong with an attribute; the place is that of the element. */
    interface Warnings {
        void warning(String code, String message, String... hints);
    }

    private static final String COLLECTION = "Collection(";

    /** Attributes whose values must have a namespace, or Olingo throws; {@code Type} only on some elements. */
    private static final Set<String> QUALIFIED =
            Set.of("BaseType", "EntityType", "Extends", "Function", "Action", "UnderlyingType");

    private static final Set<String> QUALIFIED_TYPE = Set.of("NavigationProperty", "Singleton");

    private final String element;
    private final Grammar.Element grammar;
    private final Warnings warnings;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Attributes(String element, Warnings warnings) {
        this.element = element;
        this.grammar = Grammar.of(element);
        this.warnings = warnings;
    }

    /** By name; only those that are read, in the order of the document. */
    static Map<String, String> of(XMLStreamReader in, String element, Warnings warnings) {
        var attributes = new Attributes(element, warnings);
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String foreign = in.getAttributeNamespace(i);
            if (foreign == null || foreign.isEmpty()) {
                attributes.read(
                        in.getAttributeLocalName(i), in.getAttributeValue(i).strip());
            }
        }
        return attributes.values;
    }

    private void read(String name, String value) {
        if (!grammar.kept().contains(name)) {
            if (!grammar.known().contains(name)) {
                warnings.warning(
                        "unknown-attribute",
                        "An element " + element + " has no attribute '" + name + "' in CSDL; it is ignored.",
                        Nearest.hint(name, grammar.kept()));
            }
        } else if (Grammar.BOOLEANS.contains(name)) {
            flag(name, value).ifPresent(flag -> values.put(name, flag.toString()));
        } else if (name.equals("Type")) {
            type(value);
        } else if (!value.isEmpty()) {
            if (QUALIFIED.contains(name) && !isQualified(value)) {
                unqualified(name, value);
            } else {
                values.put(name, value);
            }
        }
    }

    private Optional<Boolean> flag(String name, String value) {
        if (value.equalsIgnoreCase("true") || value.equals("1")) {
            return Optional.of(true);
        }
        if (value.equalsIgnoreCase("false") || value.equals("0")) {
            return Optional.of(false);
        }
        warnings.warning("invalid-value", name + "=\"" + value + "\" is neither true nor false; it is ignored.");
        return Optional.empty();
    }

    /** Olingo cuts the last character off whatever starts with {@code Collection(}. */
    private void type(String type) {
        boolean collection = type.startsWith(COLLECTION);
        String item = collection ? item(type) : type;
        if (QUALIFIED_TYPE.contains(element) && !item.isEmpty() && !isQualified(item)) {
            unqualified("Type", type);
        } else if (!item.isEmpty()) {
            values.put("Type", collection ? COLLECTION + item + ")" : item);
        } else if (collection) {
            warnings.warning("invalid-value", "Type=\"" + type + "\" is not a type; it is ignored.");
        }
    }

    private static String item(String collection) {
        return collection.endsWith(")")
                ? collection
                        .substring(COLLECTION.length(), collection.length() - 1)
                        .strip()
                : "";
    }

    private static boolean isQualified(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && dot < name.length() - 1;
    }

    private void unqualified(String name, String value) {
        warnings.warning(
                "unqualified-name",
                name + "=\"" + value + "\" is not a name with its namespace or alias before it; it is ignored.");
    }
}
