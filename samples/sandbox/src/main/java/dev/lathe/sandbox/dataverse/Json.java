package dev.lathe.sandbox.dataverse;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out: numbers keep their digits both ways. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    /** Reads a JSON object; anything else is the caller's mistake. */
    static JsonNode object(byte[] body) {
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw DataverseError.payload("Error identified in Payload provided by the user: " + e.getOriginalMessage());
        }
        if (node == null || !node.isObject()) {
            throw DataverseError.payload("The body of the request must be a JSON object.");
        }
        return node;
    }

    /** Reads a JSON array that stands in a URL. */
    static JsonNode array(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isArray()) {
                return node;
            }
        } catch (JacksonException e) {
            throw DataverseError.query("The list in the URL is not JSON: " + e.getOriginalMessage());
        }
        throw DataverseError.query("The list in the URL is not JSON.");
    }

    /** A value as the store keeps it, as JSON. */
    static JsonNode node(@Nullable Object value) {
        return MAPPER.readTree(write(json -> value(json, value)));
    }

    /** JSON as text, numbers, booleans, maps and lists. */
    static @Nullable Object plain(JsonNode node) {
        return node.isNull() ? null : MAPPER.treeToValue(node, Object.class);
    }

    static byte[] write(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            content.accept(json);
        }
        return out.toByteArray();
    }

    /** Writes a value as the store keeps it. */
    static void value(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Number number) {
            number(json, number);
        } else if (value instanceof byte[] bytes) {
            json.writeBinary(bytes);
        } else if (value instanceof JsonNode node) {
            json.writeTree(node);
        } else if (value instanceof Map<?, ?> complex) {
            json.writeStartObject();
            complex.forEach((name, member) -> {
                json.writeName(name.toString());
                value(json, member);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> items) {
            json.writeStartArray();
            items.forEach(item -> value(json, item));
            json.writeEndArray();
        } else {
            json.writeString(value.toString()); // GUIDs, dates, times: their text is the wire's
        }
    }

    private static void number(JsonGenerator json, Number number) {
        if (number instanceof Integer || number instanceof Short) {
            json.writeNumber(number.intValue());
        } else if (number instanceof Long) {
            json.writeNumber(number.longValue());
        } else if (number instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else {
            floating(json, number);
        }
    }

    private static void floating(JsonGenerator json, Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            json.writeString("NaN");
        } else if (Double.isInfinite(value)) {
            json.writeString(value > 0 ? "INF" : "-INF");
        } else if (number instanceof Float) {
            json.writeNumber(number.floatValue());
        } else {
            json.writeNumber(value);
        }
    }
}
