package dev.lathe.it;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.olingo.client.api.edm.xml.XMLMetadata;
import org.apache.olingo.client.core.ODataClientFactory;
import org.apache.olingo.commons.api.edm.provider.CsdlComplexType;
import org.apache.olingo.commons.api.edm.provider.CsdlEnumType;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;
import org.apache.olingo.commons.api.edm.provider.CsdlStructuralType;
import org.apache.olingo.commons.api.format.ContentType;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows as JSON with random values of the types that a document declares; each column is there, with a value or null. */
final class RandomRows {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private static final int DEEPEST = 3;

    private final Map<String, CsdlStructuralType> types = new HashMap<>();
    private final Map<String, CsdlEnumType> enums = new HashMap<>();

    RandomRows(Path document) throws IOException {
        XMLMetadata metadata;
        try (InputStream in = Files.newInputStream(document)) {
            metadata = ODataClientFactory.getClient()
                    .getDeserializer(ContentType.APPLICATION_XML)
                    .toMetadata(in);
        }
        for (CsdlSchema schema : metadata.getSchemas()) {
            schema.getEntityTypes().forEach(type -> types.put(schema.getNamespace() + "." + type.getName(), type));
            schema.getComplexTypes().forEach(type -> types.put(schema.getNamespace() + "." + type.getName(), type));
            schema.getEnumTypes().forEach(type -> enums.put(schema.getNamespace() + "." + type.getName(), type));
            if (schema.getAlias() != null) {
                new HashMap<>(types)
                        .forEach((name, type) ->
                                types.put(name.replace(schema.getNamespace() + ".", schema.getAlias() + "."), type));
                new HashMap<>(enums)
                        .forEach((name, type) ->
                                enums.put(name.replace(schema.getNamespace() + ".", schema.getAlias() + "."), type));
            }
        }
    }

    boolean knows(String type) {
        return types.containsKey(type);
    }

    private Map<String, CsdlProperty> properties(CsdlStructuralType type) {
        Map<String, CsdlProperty> all = new LinkedHashMap<>();
        if (type.getBaseTypeFQN() != null) {
            all.putAll(properties(types.get(type.getBaseTypeFQN().getFullQualifiedNameAsString())));
        }
        type.getProperties().forEach(property -> all.put(property.getName(), property));
        return all;
    }

    /** Columns that only the service writes; lookups, which are set through their navigations. */
    Set<String> readOnly(String type) {
        Set<String> names = new TreeSet<>();
        properties(types.get(type)).forEach((name, property) -> {
            boolean lookup = name.startsWith("_") && name.endsWith("_value");
            if (lookup
                    || property.getAnnotations().stream()
                            .anyMatch(a -> a.getTerm().endsWith(".Computed")
                                    || a.getTerm().endsWith(".Permissions"))) {
                names.add(name);
            }
        });
        return names;
    }

    ObjectNode row(String type, Random random) {
        return reread(row(types.get(type), random, 0));
    }

    /** A number is a node of another kind when it was read: 5 is no decimal any more. */
    private static ObjectNode reread(ObjectNode row) {
        return (ObjectNode) JSON.readTree(row.toString());
    }

    private ObjectNode row(CsdlStructuralType type, Random random, int depth) {
        ObjectNode row = JSON.createObjectNode();
        properties(type).forEach((name, property) -> row.set(name, value(property, random, depth)));
        return row;
    }

    /** Another row that has some columns in common, deep into its values. */
    ObjectNode mutate(String type, ObjectNode row, Random random) {
        return reread(mutate(types.get(type), row, random, 0));
    }

    private ObjectNode mutate(CsdlStructuralType type, ObjectNode row, Random random, int depth) {
        ObjectNode other = row.deepCopy();
        int often = 1 + random.nextInt(20);
        properties(type).forEach((name, property) -> {
            if (random.nextInt(often) == 0) {
                CsdlStructuralType inner = types.get(property.getType());
                other.set(
                        name,
                        other.get(name) instanceof ObjectNode value && random.nextInt(4) > 0
                                ? mutate(inner, value, random, depth + 1)
                                : value(property, random, depth));
            }
        });
        return other;
    }

    private JsonNode value(CsdlProperty property, Random random, int depth) {
        if (property.isCollection()) {
            ArrayNode list = JSON.createArrayNode();
            int length = depth >= DEEPEST ? 0 : random.nextInt(4);
            for (int i = 0; i < length; i++) {
                JsonNode item = value(property.getType(), random, depth + 1);
                if (!item.isNull()) {
                    list.add(item);
                }
            }
            return list;
        }
        return random.nextInt(6) == 0 ? JSON.nullNode() : value(property.getType(), random, depth);
    }

    private JsonNode value(String type, Random random, int depth) {
        var nodes = JSON.getNodeFactory();
        if (enums.containsKey(type)) {
            List<String> names = new ArrayList<>();
            enums.get(type).getMembers().forEach(member -> names.add(member.getName()));
            return nodes.stringNode(names.get(random.nextInt(names.size())));
        }
        if (types.get(type) instanceof CsdlComplexType complex) {
            return depth >= DEEPEST ? nodes.nullNode() : row(complex, random, depth + 1);
        }
        return switch (type) {
            case "Edm.Guid" -> nodes.stringNode(new UUID(random.nextLong(), random.nextLong()).toString());
            case "Edm.Boolean" -> nodes.booleanNode(random.nextBoolean());
            case "Edm.Int16" -> nodes.numberNode(BigInteger.valueOf(random.nextInt(1 << 16) - (1 << 15)));
            case "Edm.Int32" -> nodes.numberNode(BigInteger.valueOf(random.nextInt()));
            case "Edm.Int64" -> nodes.numberNode(BigInteger.valueOf(random.nextLong()));
            case "Edm.Decimal" -> nodes.numberNode(BigDecimal.valueOf(random.nextLong() >> 20, random.nextInt(5)));
            case "Edm.Double" -> nodes.numberNode(BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 1));
            case "Edm.DateTimeOffset" ->
                nodes.stringNode(Instant.ofEpochSecond(random.nextInt(), random.nextBoolean() ? 0 : 120_000_000)
                        .toString());
            case "Edm.Date" ->
                nodes.stringNode(LocalDate.ofEpochDay(random.nextInt(40_000)).toString());
            case "Edm.Binary" -> nodes.stringNode(base64(random));
            case "Edm.String" -> nodes.stringNode(text(random));
            default -> throw new AssertionError(type);
        };
    }

    /** Without the two characters in which the alphabets of base64 differ. */
    private static String base64(Random random) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        StringBuilder text = new StringBuilder();
        int length = 4 * random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static String text(Random random) {
        String characters = "aZ0 '\"\\/%&+#?@.,;:=\t\n\u0001é中\uD83D\uDE00";
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(20);
        int[] points = characters.codePoints().toArray();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    /** The row with members and annotations that the document does not name, and values that its enumerations lack. */
    ObjectNode withStrangers(String type, ObjectNode row, Random random) {
        ObjectNode strange = JSON.createObjectNode();
        strange.put("@odata.etag", "W/\"" + random.nextInt(1_000_000) + "\"");
        properties(types.get(type)).forEach((name, property) -> {
            if (random.nextInt(4) == 0) {
                strange.put(name + "@Unknown.Term.V1", text(random));
            }
            boolean unknownConstant = enums.containsKey(property.getType()) && !property.isCollection();
            strange.set(
                    name,
                    unknownConstant && random.nextBoolean()
                            ? JSON.getNodeFactory().stringNode("Unheard" + random.nextInt(1000))
                            : row.get(name));
        });
        strange.put("new_text" + random.nextInt(100), text(random));
        strange.set("new_object", JSON.readTree("{\"a\":[1,2.50,null,{\"b\":true}],\"é\":12345678901234567890}"));
        strange.set("@Unknown.About.The.Row", JSON.readTree("[1,{\"x\":null}]"));
        return strange;
    }

    static ObjectNode withoutAnnotations(ObjectNode row) {
        ObjectNode members = JSON.createObjectNode();
        row.forEachEntry((name, value) -> {
            if (name.indexOf('@') < 0) {
                members.set(name, value instanceof ObjectNode inner ? withoutAnnotations(inner) : value);
            }
        });
        return members;
    }
}
