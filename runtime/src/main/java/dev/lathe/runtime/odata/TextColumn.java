package dev.lathe.runtime.odata;

/**
 * A column of strings.
 *
 * @param <E> the class of the rows
 */
public final class TextColumn<E> extends OrderedColumn<E, String> {

    private TextColumn(String name) {
        super(name);
    }

    /** A column of that name. For generated classes. */
    public static <E> TextColumn<E> of(String wireName) {
        return new TextColumn<>(wireName);
    }

    /** Rows whose value has this text in it. */
    public Filter<E> contains(String text) {
        return call("contains", text);
    }

    /** Rows whose value starts with this text. */
    public Filter<E> startsWith(String text) {
        return call("startswith", text);
    }

    /** Rows whose value ends with this text. */
    public Filter<E> endsWith(String text) {
        return call("endswith", text);
    }

    private Filter<E> call(String function, String text) {
        return new Filter<>(new Expression.FunctionCall(function, name(), Literals.string(text)));
    }
}
