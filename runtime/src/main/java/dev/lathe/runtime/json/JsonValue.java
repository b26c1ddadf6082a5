package dev.lathe.runtime.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Any JSON value, kept as it came. Immutable.
 *
 * <p>Numbers keep their text. Arrays and objects are kept as compact text and taken apart when asked for.
 */
public final class JsonValue {

    /** The kinds of JSON values. */
    public enum Kind {
        /** {@code null}. */
        NULL,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A number. */
        NUMBER,
        /** A string. */
        STRING,
        /** An array. */
        ARRAY,
        /** An object. */
        OBJECT
    }

    /** JSON's {@code null}. */
    public static final JsonValue NULL = new JsonValue(Kind.NULL, "null");

    static final JsonValue EMPTY_OBJECT = new JsonValue(Kind.OBJECT, "{}");

    private static final JsonValue TRUE = new JsonValue(Kind.BOOLEAN, "true");
    private static final JsonValue FALSE = new JsonValue(Kind.BOOLEAN, "false");

    private final Kind kind;
    private final String text;

    private JsonValue(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /**
     * A JSON value from a Java one: {@code null}, strings, numbers, booleans, lists, maps, generated classes and whatever
     * else {@link JsonWriter#value(Object)} writes.
     *
     * @throws IllegalArgumentException if there is no JSON form of it
     */
    public static JsonValue of(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof String string) {
            return string(string);
        }
        if (value instanceof Boolean bool) {
            return bool ? TRUE : FALSE;
        }
        return parse(JsonWriter.toJson(value));
    }

    /**
     * Reads a JSON text.
     *
     * @throws JsonException if it is not well-formed
     */
    public static JsonValue parse(String json) {
        JsonValue value = Scalars.ANY.parse(json);
        return value == null ? NULL : value;
    }

    static JsonValue string(String text) {
        return new JsonValue(Kind.STRING, text);
    }

    /** Reads the value on which the reader stands. */
    static JsonValue read(JsonReader in) {
        return switch (in.kind()) {
            case NULL -> NULL;
            case BOOLEAN -> in.parser.currentToken() == JsonToken.VALUE_TRUE ? TRUE : FALSE;
            case NUMBER -> new JsonValue(Kind.NUMBER, in.parser.getString());
            case STRING -> string(in.parser.getString());
            case ARRAY -> new JsonValue(Kind.ARRAY, RawCopy.of(in.parser));
            case OBJECT -> new JsonValue(Kind.OBJECT, RawCopy.of(in.parser));
        };
    }

    /** Reads the rest of an object whose first name has been read; the reader stands on its value. */
    static JsonValue rest(JsonReader in, String firstName) {
        return new JsonValue(Kind.OBJECT, RawCopy.rest(in.parser, firstName));
    }

    void write(JsonWriter out) {
        switch (kind) {
            case STRING -> out.string(text);
            case NUMBER -> out.number(text);
            default -> out.raw(text);
        }
    }

    /** The string itself, else the JSON text. */
    String text() {
        return text;
    }

    /** What kind of value it is. */
    public Kind kind() {
        return kind;
    }

    /** Whether it is JSON's {@code null}. */
    public boolean isNull() {
        return kind == Kind.NULL;
    }

    /**
     * The string; of a number or a boolean its text.
     *
     * @throws IllegalStateException if it is an array, an object or {@code null}
     */
    public String asString() {
        if (kind == Kind.ARRAY || kind == Kind.OBJECT || kind == Kind.NULL) {
            throw not("a string");
        }
        return text;
    }

    /**
     * The boolean.
     *
     * @throws IllegalStateException if it is none
     */
    public boolean asBoolean() {
        if (kind != Kind.BOOLEAN) {
            throw not("a boolean");
        }
        return text.equals("true");
    }

    /**
     * The number, with all its digits; of a string the number that it holds.
     *
     * @throws IllegalStateException if it is none
     */
    public BigDecimal asDecimal() {
        if (kind != Kind.NUMBER && kind != Kind.STRING) {
            throw not("a number");
        }
        BigDecimal value = as(Scalars.DECIMAL);
        return Objects.requireNonNull(value);
    }

    /**
     * The number.
     *
     * @throws IllegalStateException if it is none, or does not fit into 64 bits
     */
    public long asLong() {
        try {
            return Numbers.integer(asDecimal()).longValueExact();
        } catch (ArithmeticException e) {
            throw not("an integer of 64 bits");
        }
    }

    /**
     * The value as one of a type, for instance a generated class.
     *
     * @return {@code null} for JSON's {@code null}
     * @throws IllegalStateException if it does not fit the type
     */
    public <T> @Nullable T as(JsonType<T> type) {
        try {
            return type.parse(toJson());
        } catch (JsonException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * The items of an array.
     *
     * @throws IllegalStateException if it is none
     */
    public List<JsonValue> elements() {
        if (kind != Kind.ARRAY) {
            throw not("an array");
        }
        List<JsonValue> items = new ArrayList<>();
        for (JsonValue item : Objects.requireNonNull(as(Scalars.ANY.list()))) {
            items.add(of(item));
        }
        return Collections.unmodifiableList(items);
    }

    /**
     * The members of an object, in their order.
     *
     * @throws IllegalStateException if it is none
     */
    public Map<String, JsonValue> members() {
        if (kind != Kind.OBJECT) {
            throw not("an object");
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        Objects.requireNonNull(as(Scalars.ANY.map())).forEach((name, value) -> members.put(name, of(value)));
        return Collections.unmodifiableMap(members);
    }

    /**
     * The member of that name; {@code null} if the object has none.
     *
     * @throws IllegalStateException if it is no object
     */
    public @Nullable JsonValue member(String name) {
        return members().get(name);
    }

    /** The value as compact JSON. */
    public String toJson() {
        return kind == Kind.STRING ? JsonWriter.toJson(text) : text;
    }

    private IllegalStateException not(String what) {
        return new IllegalStateException("The JSON value is " + kind.name().toLowerCase(Locale.ROOT) + ", not " + what);
    }

    /** Of the same kind with the same text; objects with their members in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonValue that && that.kind == kind && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The value as compact JSON. */
    @Override
    public String toString() {
        return toJson();
    }
}
