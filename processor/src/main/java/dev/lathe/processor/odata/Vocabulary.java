package dev.lathe.processor.odata;

import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.KeyPart;
import dev.lathe.processor.model.Property.Access;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The annotations that say something about the Java of a client: {@code Org.OData.Core.V1} and the alternate keys. */
final class Vocabulary {

    private static final String CORE = "Org.OData.Core.V1.";

    /** Last names of the terms that are read; the full name is known when all aliases are. */
    private static final Set<String> READ = Set.of(
            "Description",
            "LongDescription",
            "Computed",
            "Immutable",
            "Permissions",
            "OptionalParameter",
            "Revisions",
            "AlternateKeys");

    private static final Set<String> ALTERNATE_KEYS =
            Set.of("OData.Community.Keys.V1.AlternateKeys", CORE + "AlternateKeys");

    private final Map<String, String> aliases;

    Vocabulary(Map<String, String> aliases) {
        this.aliases = aliases;
    }

    /** Whether an annotation of that term may be read, and is worth keeping. */
    static boolean isRead(String term) {
        return READ.contains(term.substring(term.lastIndexOf('.') + 1));
    }

    Docs docs(List<XmlNode> annotations) {
        String summary = text(annotations, "Description");
        String rest = text(annotations, "LongDescription");
        Docs docs = Docs.of(rest.isEmpty() || rest.equals(summary) ? summary : summary + "\n\n" + rest);
        return deprecation(annotations).map(docs::deprecated).orElse(docs);
    }

    /** What {@code Computed}, {@code Immutable} and {@code Permissions} say. */
    Access access(List<XmlNode> annotations) {
        Set<String> permissions = permissions(annotations);
        if (permissions.equals(Set.of("None"))) {
            return Access.READ_ONLY;
        }
        boolean writes = permissions.isEmpty() || permissions.contains("Write") || permissions.contains("ReadWrite");
        boolean reads = permissions.isEmpty() || permissions.contains("Read") || permissions.contains("ReadWrite");
        if (isTagged(annotations, "Computed") || (reads && !writes)) {
            return Access.READ_ONLY;
        }
        if (isTagged(annotations, "Immutable")) {
            return Access.CREATE_ONLY;
        }
        return writes && !reads ? Access.WRITE_ONLY : Access.READ_WRITE;
    }

    boolean isOptional(List<XmlNode> annotations) {
        return find(annotations, CORE + "OptionalParameter").isPresent();
    }

    /** Sets of properties that address a value besides its key; equal ones once. */
    List<List<KeyPart>> alternateKeys(List<XmlNode> annotations) {
        Set<List<KeyPart>> keys = new LinkedHashSet<>();
        for (XmlNode annotation : annotations) {
            if (!ALTERNATE_KEYS.contains(qualified(annotation.attribute("Term")))) {
                continue;
            }
            for (XmlNode key : annotation.records()) {
                List<KeyPart> parts = new ArrayList<>();
                key.property("Key")
                        .map(XmlNode::records)
                        .orElse(List.of())
                        .forEach(part -> part.property("Name")
                                .map(Vocabulary::path)
                                .filter(path -> !path.isEmpty())
                                .ifPresent(path ->
                                        parts.add(new KeyPart(alias(part).orElse(path), path))));
                if (!parts.isEmpty()) {
                    keys.add(List.copyOf(parts));
                }
            }
        }
        return List.copyOf(keys);
    }

    /** What a URL calls a part of a key; by default as the property is called. */
    private static Optional<String> alias(XmlNode part) {
        return part.property("Alias").map(alias -> alias.constant("String")).filter(alias -> !alias.isEmpty());
    }

    private static String path(XmlNode value) {
        String path = value.constant("PropertyPath");
        return path.isEmpty() ? value.constant("String") : path;
    }

    private String text(List<XmlNode> annotations, String term) {
        return find(annotations, CORE + term)
                .map(a -> a.constant("String"))
                .orElse("")
                .strip();
    }

    /**
     * A tagging term holds unless it is said to be false (CSDL 4.01, section 14.2), or to depend on the row: the client
     * does not calculate.
     */
    private boolean isTagged(List<XmlNode> annotations, String term) {
        return find(annotations, CORE + term)
                .filter(annotation -> annotation.constant("Bool").isEmpty()
                        ? !annotation.hasExpression()
                        : !annotation.constant("Bool").equals("false"))
                .isPresent();
    }

    private Set<String> permissions(List<XmlNode> annotations) {
        String value = find(annotations, CORE + "Permissions")
                .map(a -> a.constant("EnumMember"))
                .orElse("");
        Set<String> members = new LinkedHashSet<>();
        for (String member : value.split("\\s+", -1)) {
            String name = member.substring(member.lastIndexOf('/') + 1);
            if (!name.isEmpty()) {
                members.add(name);
            }
        }
        return members;
    }

    private Optional<String> deprecation(List<XmlNode> annotations) {
        return find(annotations, CORE + "Revisions").stream()
                .flatMap(revisions -> revisions.records().stream())
                .filter(record -> record.property("Kind")
                        .map(kind -> kind.constant("EnumMember").endsWith("/Deprecated"))
                        .orElse(false))
                .map(record -> record.property("Description")
                        .map(description -> description.constant("String").strip())
                        .orElse(""))
                .findFirst();
    }

    /** The annotation of that term; one with a qualifier speaks to somebody else. */
    private Optional<XmlNode> find(List<XmlNode> annotations, String term) {
        return annotations.stream()
                .filter(annotation -> annotation.attribute("Qualifier").isEmpty())
                .filter(annotation -> qualified(annotation.attribute("Term")).equals(term))
                .findFirst();
    }

    /** Documents often use {@code Core} without declaring it. */
    private String qualified(String term) {
        int dot = term.lastIndexOf('.');
        if (dot < 0) {
            return term;
        }
        String qualifier = term.substring(0, dot);
        String namespace = aliases.getOrDefault(qualifier, qualifier.equals("Core") ? "Org.OData.Core.V1" : qualifier);
        return namespace + term.substring(dot);
    }
}
