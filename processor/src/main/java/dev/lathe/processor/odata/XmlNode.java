package dev.lathe.processor.odata;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An annotation as it stands in the document: a small tree of elements. */
record XmlNode(String name, Map<String, String> attributes, List<XmlNode> children, String text) {

    /** The attribute; empty text when it is missing. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** A constant expression, in attribute or in element notation (CSDL XML 4.01, section 14.3); empty without one. */
    String constant(String kind) {
        String attribute = attribute(kind);
        if (!attribute.isEmpty()) {
            return attribute;
        }
        return children.stream()
                .filter(child -> child.name.equals(kind))
                .map(child -> child.text.strip())
                .findFirst()
                .orElse("");
    }

    /** Whether it says anything besides what it is about. */
    boolean hasExpression() {
        return attributes.keySet().stream().anyMatch(name -> !name.equals("Term") && !name.equals("Qualifier"))
                || children.stream().anyMatch(child -> !child.name.equals("Annotation"));
    }

    /** The records of a collection expression. */
    List<XmlNode> records() {
        return children.stream()
                .filter(child -> child.name.equals("Collection"))
                .flatMap(collection -> collection.children.stream())
                .filter(child -> child.name.equals("Record"))
                .toList();
    }

    /** The value of a record's property, if it has one. */
    Optional<XmlNode> property(String property) {
        return children.stream()
                .filter(child -> child.name.equals("PropertyValue")
                        && child.attribute("Property").equals(property))
                .findFirst();
    }
}
