package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.OpenEnum;
import org.jspecify.annotations.Nullable;

/**
 * A column of values of an enumeration.
 *
 * @param <E> the class of the rows
 * @param <V> the class of the values
 */
public final class EnumColumn<E, V extends OpenEnum> extends Column<E, V> {

    private final String type;

    private EnumColumn(String name, String type) {
        super(name);
        this.type = type;
    }

    /**
     * A column of that name. For generated classes.
     *
     * @param qualifiedType name of the enumeration with its namespace
     */
    public static <E, V extends OpenEnum> EnumColumn<E, V> of(String wireName, String qualifiedType) {
        return new EnumColumn<>(wireName, qualifiedType);
    }

    <F> EnumColumn<F, V> at(String path) {
        return new EnumColumn<>(path, type);
    }

    @Override
    String literal(@Nullable V value) {
        return Literals.of(value, type);
    }

    /** Rows whose combination of flags has this one in it. */
    public Filter<E> has(V flag) {
        return compare("has", flag);
    }
}
