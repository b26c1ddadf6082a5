package dev.lathe.runtime.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of an enumeration that may grow: the known values are constants of the generated class, any other value is
 * kept as it came and written back. So is the form it came in, a number where the document has texts for instance.
 * Immutable.
 */
public abstract class OpenEnum {

    /** How a value travels. */
    enum Wire {
        STRING,
        NUMBER,
        BOOLEAN,
        JSON
    }

    private final String value;

    // Set once by EnumType, before anybody else sees the value.
    private Wire wire = Wire.STRING;
    private String odataType = "";
    private boolean known;

    /** For generated classes. */
    protected OpenEnum(String wireValue) {
        this.value = wireValue;
    }

    /** Another value of the same enumeration; for generated classes: {@code return new Colour(wireValue);}. */
    protected abstract OpenEnum create(String wireValue);

    final void belongTo(Wire form, String qualifiedName, boolean isKnown) {
        wire = form;
        odataType = qualifiedName;
        known = isKnown;
    }

    /** The value as it travels; of a string without the quotes. */
    public final String value() {
        return value;
    }

    /** The qualified name of its enumeration in a document of OData; empty for any other. */
    public final String odataType() {
        return odataType;
    }

    /** Whether the client's document names the value; of a combination of flags, whether it names all of them. */
    public final boolean isKnown() {
        return known;
    }

    /** The single values of a combination of flags, such as {@code Read,Write}. */
    public final List<String> flags() {
        List<String> flags = new ArrayList<>();
        for (String flag : value.split(",", -1)) {
            if (!flag.isBlank()) {
                flags.add(flag.strip());
            }
        }
        return List.copyOf(flags);
    }

    final void write(JsonWriter out) {
        switch (wire) {
            case NUMBER -> out.numberOrString(value);
            case JSON -> JsonValue.parse(value).write(out);
            default -> {
                if (wire == Wire.BOOLEAN && (value.equals("true") || value.equals("false"))) {
                    out.bool(Boolean.valueOf(value));
                } else {
                    out.string(value);
                }
            }
        }
    }

    /** Of the same enumeration with the same {@link #value}, whether it came as a text or as a number. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof OpenEnum that && that.getClass() == getClass() && that.value.equals(value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    /** The value as it travels. */
    @Override
    public final String toString() {
        return value;
    }
}
