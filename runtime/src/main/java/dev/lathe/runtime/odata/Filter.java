package dev.lathe.runtime.odata;

import java.util.Map;
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

    /**
     * Rows for which a function of the service says yes (OData URL Conventions 4.01, section 5.1.1.15). Inside of
     * {@code any} and {@code all} it looks at the row that is named there.
     *
     * @param path to the row that it looks at: empty for the row itself, otherwise a navigation or several with slashes
     * @param function its qualified name
     * @param parameters by name, in the order in which they are written
     * @param insteadOfNot what to write where {@link #not} is refused by the service, as a message says it; {@code null}
     *     where it is not refused
     * @throws IllegalArgumentException if a parameter has no form in a URL
     */
    public static <E> Filter<E> function(
            String path, String function, Map<String, ?> parameters, @Nullable String insteadOfNot) {
        StringBuilder list = new StringBuilder();
        parameters.forEach((name, value) ->
                list.append(list.isEmpty() ? "" : ",").append(name).append('=').append(Literals.of(value)));
        return new Filter<>(new Expression.NamedCall(
                path.isEmpty() ? "" : path + "/", Objects.requireNonNull(function), list.toString(), insteadOfNot));
    }

    /** Rows that meet this condition and another one. */
    public Filter<E> and(Filter<? super E> other) {
        return new Filter<>(new Expression.Junction("and", expression, other.expression));
    }

    /** Rows that meet this condition or another one or both. */
    public Filter<E> or(Filter<? super E> other) {
        return new Filter<>(new Expression.Junction("or", expression, other.expression));
    }

    /**
     * Rows that do not meet this condition.
     *
     * @throws IllegalStateException if there is a {@linkplain #function function} in it before which the service refuses
     *     {@code not}
     */
    public Filter<E> not() {
        expression.refusedNot().ifPresent(call -> {
            throw new IllegalStateException(
                    "'not' cannot stand before " + call.function() + ": " + call.insteadOfNot());
        });
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
