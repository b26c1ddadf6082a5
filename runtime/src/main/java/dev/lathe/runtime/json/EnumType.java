package dev.lathe.runtime.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of an open enumeration.
 *
 * @param <T> the generated class
 */
public final class EnumType<T extends OpenEnum> extends JsonType<T> {

    private final OpenEnum.Wire wire;
    private final String odataType;
    private final List<T> known;
    private final Map<String, T> byValue = new HashMap<>();

    private EnumType(OpenEnum.Wire wire, String odataType, T[] known) {
        if (known.length == 0) {
            throw new IllegalArgumentException("An enumeration has at least one value");
        }
        this.wire = wire;
        this.odataType = odataType;
        this.known = List.of(known);
        for (T constant : known) {
            constant.belongTo(wire, odataType, true);
            byValue.put(constant.value(), constant);
        }
    }

    /** An enumeration of strings. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read from
    public static <T extends OpenEnum> EnumType<T> strings(T... known) {
        return new EnumType<>(OpenEnum.Wire.STRING, "", known);
    }

    /**
     * An enumeration of OData, whose values are strings in JSON.
     *
     * @param qualifiedName what stands before a value in a URL: {@code Trippin.Gender'Male'}
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read from
    public static <T extends OpenEnum> EnumType<T> odata(String qualifiedName, T... known) {
        return new EnumType<>(OpenEnum.Wire.STRING, qualifiedName, known);
    }

    /** An enumeration of numbers, each as its JSON text. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read from
    public static <T extends OpenEnum> EnumType<T> numbers(T... known) {
        return new EnumType<>(OpenEnum.Wire.NUMBER, "", known);
    }

    /** An enumeration of {@code true} or {@code false} or both. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read from
    public static <T extends OpenEnum> EnumType<T> booleans(T... known) {
        return new EnumType<>(OpenEnum.Wire.BOOLEAN, "", known);
    }

    /** An enumeration of JSON values of any kind, each as its compact JSON text. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read from
    public static <T extends OpenEnum> EnumType<T> any(T... known) {
        return new EnumType<>(OpenEnum.Wire.JSON, "", known);
    }

    /** The value that travels as that text: a constant where the document names it. */
    public T of(String wireValue) {
        T constant = byValue.get(wireValue);
        return constant != null ? constant : unknown(wireValue);
    }

    @SuppressWarnings("unchecked") // create() makes another of its own class
    private T unknown(String wireValue) {
        T value = (T) known.get(0).create(wireValue);
        value.belongTo(
                wire,
                odataType,
                wireValue.indexOf(',') >= 0 && value.flags().stream().allMatch(byValue::containsKey));
        return value;
    }

    /** The values that the document names, in its order. */
    public List<T> known() {
        return known;
    }

    @Override
    boolean isKnown(JsonValue value) {
        return byValue.containsKey(wire == OpenEnum.Wire.JSON ? value.toJson() : value.text());
    }

    @Override
    public @Nullable T read(JsonReader in) {
        if (wire == OpenEnum.Wire.JSON) {
            JsonValue value = in.any();
            return value == null ? null : of(value.toJson());
        }
        JsonValue.Kind kind = in.kind();
        String text = in.string();
        if (text == null) {
            return null;
        }
        return accepts(kind) ? of(text) : strayed(text, kind);
    }

    /** The number 3 where texts travel, or the reverse: the same value, which is written back in the form it came in. */
    @SuppressWarnings("unchecked") // create() makes another of its own class
    private T strayed(String text, JsonValue.Kind kind) {
        OpenEnum.Wire form = switch (kind) {
            case NUMBER -> OpenEnum.Wire.NUMBER;
            case BOOLEAN -> OpenEnum.Wire.BOOLEAN;
            default -> OpenEnum.Wire.STRING;
        };
        T value = (T) known.get(0).create(text);
        value.belongTo(form, odataType, byValue.containsKey(text));
        return value;
    }

    @Override
    public void write(JsonWriter out, T value) {
        value.write(out);
    }

    @Override
    boolean accepts(JsonValue.Kind kind) {
        return switch (wire) {
            case STRING -> kind == JsonValue.Kind.STRING;
            case NUMBER -> kind == JsonValue.Kind.NUMBER;
            case BOOLEAN -> kind == JsonValue.Kind.BOOLEAN;
            case JSON -> true;
        };
    }
}
