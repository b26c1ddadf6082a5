package dev.lathe.runtime.odata;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition on rows ({@code $filter}). Immutable.
 *
 * @param <E> the class of the rows
 */
@SuppressWarnings("UnusedTypeParameter") // keeps conditions on different tables apart
public final class Filter<E> {

    private final Expression expression;

    Filter(Expression expression) {
        this.expression = expression;
    }

    /**
     * A condition in OData's own words, for what the typed columns cannot say. It is percent-encoded like the others, and
     * put in parentheses where it is combined. Inside of {@code any} and {@code all} name the row {@code a}, one level
     * deeper {@code b}, and so on.
     *
     * @param expression such as {@code revenue mul 2 gt 100}; quotes in strings are to be doubled
     */
    public static <E> Filter<E> raw(String expression) {
        return new Filter<>(new Expression.Raw(Objects.requireNonNull(expression)));
    }

    /** Rows that meet this condition and another one. */
    public Filter<E> and(Filter<? super E> other) {
        return new Filter<>(new Expression.Junction("and", expression, other.expression));
    }

    /** Rows that meet this condition or another one or both. */
    public Filter<E> or(Filter<? super E> other) {
        return new Filter<>(new Expression.Junction("or", expression, other.expression));
    }

    /** Rows that do not meet this condition. */
    public Filter<E> not() {
        return new Filter<>(new Expression.Negation(expression));
    }

    Expression expression() {
        return expression;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Filter<?> that && that.expression.equals(expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    /** As it stands behind {@code $filter=}, before percent-encoding. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        expression.write(text, "", 0);
        return text.toString();
    }
}
