package dev.lathe.sandbox.dataverse;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.olingo.commons.api.edm.EdmEntitySet;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmProperty;

/** The alternate keys of tables: those that the document declares, and those that a test adds. Safe for many threads. */
final class AlternateKeys {

    private static final String TERM = "OData.Community.Keys.V1.AlternateKeys";

    private final Schema schema;
    private final Store store;
    private final Map<String, List<List<String>>> byTable = new ConcurrentHashMap<>();

    AlternateKeys(Schema schema, Store store) {
        this.schema = schema;
        this.store = store;
        try {
            scan(schema.document().bytes());
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The document was read before and cannot be read again", e);
        }
    }

    // Olingo leaves annotations as a tree of expressions; the two attributes that count are sooner read.
    private void scan(byte[] document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
        String table = "";
        boolean inside = false;
        List<String> key = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("Annotation")) {
                inside = false;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "EntityType" -> table = xml.getAttributeValue(null, "Name");
                case "Annotation" -> inside = TERM.equals(xml.getAttributeValue(null, "Term"));
                case "PropertyValue" -> {
                    String path = xml.getAttributeValue(null, "PropertyPath");
                    if (inside && path != null) {
                        key.add(path);
                    } else if (inside && "Key".equals(xml.getAttributeValue(null, "Property"))) {
                        key = new ArrayList<>();
                        keys(table).add(key);
                    }
                }
                default -> {}
            }
        }
    }

    private List<List<String>> keys(String table) {
        return byTable.computeIfAbsent(table, t -> new CopyOnWriteArrayList<>());
    }

    /** Adds a key that the document does not have. */
    void add(EdmEntityType type, List<String> columns) {
        columns.forEach(column -> {
            if (type.getStructuralProperty(column) == null) {
                throw new IllegalArgumentException("No column of " + type.getName() + " is named '" + column + "'.");
            }
        });
        keys(type.getName()).add(List.copyOf(columns));
    }

    /** All keys of a type. */
    List<List<String>> of(EdmEntityType type) {
        return byTable.getOrDefault(type.getName(), List.of());
    }

    /**
     * A row that a URL names by an alternate key.
     *
     * @param segment as the URL spells it, such as {@code accounts(accountnumber='5')}
     * @param rest what follows in the URL
     */
    record Match(EdmEntityType type, Map<String, Object> values, String segment, String rest) {

        /** The URL's path once more, by the primary key. */
        String path(UUID key) {
            return "/" + segment.substring(0, segment.indexOf('(')) + "(" + key + ")" + rest;
        }
    }

    Optional<Row> find(Match match) {
        return store.where(
                match.type(),
                List.copyOf(match.values().keySet()),
                List.copyOf(match.values().values()));
    }

    /** The primary key of the row; a new one while there is none. */
    UUID primary(Match match) {
        return find(match).map(row -> (UUID) row.key().values().get(0)).orElseGet(UUID::randomUUID);
    }

    /** What the first segment of a raw path names by an alternate key; empty for anything else. */
    Optional<Match> match(String path) {
        int open = path.indexOf('(');
        int close = closing(path, open);
        Optional<EdmEntityType> type = open < 2 || close < 0
                ? Optional.empty()
                : schema.set(path.substring(1, open)).map(EdmEntitySet::getEntityType);
        if (type.isEmpty() || of(type.get()).isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> literals = literals(path.substring(open + 1, close));
        return of(type.get()).stream()
                .filter(key -> Set.copyOf(key).equals(literals.keySet()))
                .findFirst()
                .map(key -> {
                    Map<String, Object> values = new LinkedHashMap<>();
                    key.forEach(column -> {
                        EdmProperty property = type.get().getStructuralProperty(column);
                        Object value = Values.fromLiteral(property.getType(), literals.get(column));
                        if (value == null) {
                            throw DataverseError.query("The key in the request URI is not valid.");
                        }
                        values.put(column, value);
                    });
                    return new Match(type.get(), values, path.substring(1, close + 1), path.substring(close + 1));
                });
    }

    /** Position of the parenthesis that closes the one at {@code open}; negative without one. */
    private static int closing(String path, int open) {
        boolean quoted = false;
        for (int i = Math.max(open, 0); i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == ')' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** Decoded literals by the names of their columns; empty when a value has no name. */
    private static Map<String, String> literals(String predicate) {
        Map<String, String> literals = new LinkedHashMap<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= predicate.length(); i++) {
            char c = i < predicate.length() ? predicate.charAt(i) : ',';
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                String part = predicate.substring(start, i);
                int equals = part.indexOf('=');
                if (equals < 1 || part.startsWith("'")) {
                    return Map.of();
                }
                literals.put(
                        part.substring(0, equals).strip(),
                        decode(part.substring(equals + 1).strip()));
                start = i + 1;
            }
        }
        return literals;
    }

    private static String decode(String literal) {
        try {
            return URLDecoder.decode(literal.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw DataverseError.query("The key in the request URI is not valid.");
        }
    }

    static DataverseError noRow(Match match) {
        return new DataverseError(
                404,
                "0x80040217",
                "A record with the specified key values does not exist in "
                        + match.type().getName() + " entity");
    }

    /** 412 when a row other than {@code own} has the values of one of its alternate keys. */
    void checkUnique(Row own) {
        for (List<String> key : of(own.type())) {
            List<Object> values = Table.valuesOf(key, own);
            if (values != null) {
                store.where(own.type(), key, values)
                        .filter(row -> row.sequence() != own.sequence())
                        .ifPresent(row -> {
                            throw new DataverseError(412, "", "A record with matching key values already exists.");
                        });
            }
        }
    }
}
