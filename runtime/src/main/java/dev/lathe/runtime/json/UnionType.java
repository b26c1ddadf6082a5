package dev.lathe.runtime.json;

import dev.lathe.runtime.json.JsonValue.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value that is one of several types. What fits none of them is kept as an unknown case. Immutable once
 * the class that it belongs to is initialised.
 *
 * @param <T> the generated interface
 */
public final class UnionType<T> extends JsonType<T> {

    private final Function<JsonValue, ? extends T> unknown;
    private final List<Named<T>> named = new ArrayList<>();
    private final List<Supplier<? extends JsonType<? extends T>>> objects = new ArrayList<>();
    private final List<Wrapped<?, T>> scalars = new ArrayList<>();
    private @Nullable String discriminator;

    private UnionType(Function<JsonValue, ? extends T> unknown) {
        this.unknown = unknown;
    }

    /** A union without cases yet; {@code unknown} wraps a value that fits none. For generated classes. */
    public static <T> UnionType<T> of(Function<JsonValue, ? extends T> unknown) {
        return new UnionType<>(unknown);
    }

    /** Names the member whose value tells which of the named cases an object is. For generated classes. */
    public UnionType<T> discriminatedBy(String wireProperty) {
        discriminator = wireProperty;
        return this;
    }

    /** A case that the discriminator names. For generated classes. */
    public UnionType<T> when(String discriminatorValue, Supplier<? extends JsonType<? extends T>> type) {
        named.add(new Named<>(discriminatorValue, type));
        return this;
    }

    /** A case that the discriminator names in several ways. For generated classes. */
    public UnionType<T> when(Supplier<? extends JsonType<? extends T>> type, String... discriminatorValues) {
        for (String value : discriminatorValues) {
            when(value, type);
        }
        return this;
    }

    /**
     * An object that nothing names: it is taken for the type that declares most of its members, the first of several. For
     * generated classes.
     */
    public UnionType<T> object(Supplier<? extends JsonType<? extends T>> type) {
        objects.add(type);
        return this;
    }

    /**
     * A case that is no object. The first one is taken that is of the JSON value's kind and can read it; an enumeration
     * only if it knows the value or nothing else fits. For generated classes.
     */
    public <V> UnionType<T> scalar(JsonType<V> type, Function<V, ? extends T> wrap) {
        return scalar(() -> type, wrap);
    }

    /** The same for a type that may lead back to this one, such as a list of it. For generated classes. */
    public <V> UnionType<T> scalar(Supplier<JsonType<V>> type, Function<V, ? extends T> wrap) {
        scalars.add(new Wrapped<>(type, wrap));
        return this;
    }

    @Override
    public @Nullable T read(JsonReader in) {
        return switch (in.kind()) {
            case NULL -> null;
            case OBJECT -> readObject(in);
            default -> readOther(JsonValue.read(in));
        };
    }

    @Override
    public void write(JsonWriter out, T value) {
        out.value(value);
    }

    /** Reads on at once if the discriminator comes first; else it takes the whole value to choose. */
    private T readObject(JsonReader in) {
        if (discriminator == null) {
            return chooseObject(JsonValue.read(in));
        }
        in.startObject();
        String first = in.nextMember();
        if (first == null) {
            return chooseObject(JsonValue.EMPTY_OBJECT);
        }
        if (first.equals(discriminator) && in.kind() == JsonValue.Kind.STRING) {
            JsonType<? extends T> type = namedType(in.parser.getString());
            if (type instanceof ObjectType<?>) {
                return readOn(in, type, first);
            }
        }
        return chooseObject(JsonValue.rest(in, first));
    }

    @SuppressWarnings("unchecked") // the object type is one of T's cases
    private T readOn(JsonReader in, JsonType<? extends T> type, String first) {
        return (T) ((ObjectType<?>) type).readOn(in, first);
    }

    private T chooseObject(JsonValue value) {
        Map<String, JsonValue> members = value.members();
        JsonValue name = discriminator == null ? null : members.get(discriminator);
        if (name == null || name.isNull() || name.kind() == Kind.OBJECT || name.kind() == Kind.ARRAY) {
            T read = mostCovering(members.keySet(), value);
            return read != null ? read : readOther(value);
        }
        // What bears a name that nobody knows is none of the cases, however much it looks like one.
        JsonType<? extends T> type = namedType(name.text());
        T read = type == null ? null : type.parse(value.toJson());
        return read != null ? read : unknown.apply(value);
    }

    private @Nullable T mostCovering(Set<String> members, JsonValue value) {
        JsonType<? extends T> best = null;
        int most = objects.size() == 1 ? -1 : 0; // an only one needs no proof
        for (Supplier<? extends JsonType<? extends T>> object : objects) {
            JsonType<? extends T> type = object.get();
            int covered = type.covers(members);
            if (covered > most) {
                best = type;
                most = covered;
            }
        }
        try {
            return best == null ? null : best.parse(value.toJson());
        } catch (JsonException e) {
            return null; // it only looked like that type
        }
    }

    private @Nullable JsonType<? extends T> namedType(String value) {
        for (Named<T> one : named) {
            if (one.value().equals(value)) {
                return one.type().get();
            }
        }
        for (Named<T> one : named) {
            if (one.value().equalsIgnoreCase(value)) {
                return one.type().get();
            }
        }
        return null;
    }

    @Override
    int covers(Set<String> members) {
        int most = 0;
        for (Supplier<? extends JsonType<? extends T>> object : objects) {
            most = Math.max(most, object.get().covers(members));
        }
        for (Named<T> one : named) {
            most = Math.max(most, one.type().get().covers(members));
        }
        return most;
    }

    /** Types that read more than they write, such as times that take a mere date, come after those that keep the value. */
    private T readOther(JsonValue value) {
        for (Wrapped<?, T> scalar : scalars.size() > 1 ? scalars : List.<Wrapped<?, T>>of()) {
            T wrapped = scalar.type().get().isKnown(value) ? scalar.readExactly(value) : null;
            if (wrapped != null) {
                return wrapped;
            }
        }
        for (Wrapped<?, T> scalar : scalars) {
            T wrapped = scalar.type().get().isKnown(value) ? scalar.read(value) : null;
            if (wrapped != null) {
                return wrapped;
            }
        }
        for (Wrapped<?, T> scalar : scalars) {
            T wrapped = scalar.read(value);
            if (wrapped != null) {
                return wrapped;
            }
        }
        return unknown.apply(value);
    }

    private record Named<T>(String value, Supplier<? extends JsonType<? extends T>> type) {}

    private record Wrapped<V, T>(Supplier<JsonType<V>> type, Function<V, ? extends T> wrap) {

        @Nullable
        T readExactly(JsonValue value) {
            return read(value, true);
        }

        @Nullable
        T read(JsonValue value) {
            return read(value, false);
        }

        private @Nullable T read(JsonValue value, boolean exactly) {
            if (!type.get().accepts(value.kind())) {
                return null;
            }
            String json = value.toJson();
            try {
                V read = type.get().parse(json);
                return read == null || (exactly && !written(read).equals(json)) ? null : wrap.apply(read);
            } catch (JsonException e) {
                return null; // the next case may fit
            }
        }

        private String written(V value) {
            try (JsonWriter out = new JsonWriter()) {
                type.get().write(out, value);
                return new String(out.bytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
