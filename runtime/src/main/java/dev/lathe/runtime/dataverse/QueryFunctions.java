package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.odata.Column;
import dev.lathe.runtime.odata.DateColumn;
import dev.lathe.runtime.odata.DateTimeColumn;
import dev.lathe.runtime.odata.Filter;
import dev.lathe.runtime.odata.GuidColumn;
import dev.lathe.runtime.odata.NumberColumn;
import dev.lathe.runtime.odata.TextColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The query functions of Dataverse for values, users, business units and hierarchies:
 * {@code crm.accounts().filter(QueryFunctions.equalUserId(Accounts.OWNERID_VALUE))}. Those that look at dates stand in
 * {@link DateFunctions}. Each takes the columns that the service takes; other columns do not compile.
 *
 * <p>They are conditions like others, and combine with them; {@link Filter#not} throws {@link IllegalStateException}, as
 * Dataverse refuses it, and names the function to use in its place. (Microsoft Learn: "Web API Query Function
 * Reference".)
 */
public final class QueryFunctions {

    private static final int LONGEST_TEXT = 850;

    private QueryFunctions() {}

    // ---- values

    /**
     * The value is one of these. Shorter in a URL than {@link Column#in(Collection)}, and one condition where that is
     * many.
     *
     * @throws IllegalArgumentException if there are none, or if one is longer than 850 characters
     */
    public static <E> Filter<E> in(TextColumn<E> column, Collection<String> values) {
        return among("In", column, values, "use QueryFunctions.notIn.");
    }

    /** The number is one of these; there is to be one at least. */
    public static <E, V extends Number> Filter<E> in(NumberColumn<E, V> column, Collection<? extends V> values) {
        return among("In", column, values, "use QueryFunctions.notIn.");
    }

    /** The identifier is one of these; there is to be one at least. */
    public static <E> Filter<E> in(GuidColumn<E> column, Collection<UUID> values) {
        return among("In", column, values, "use QueryFunctions.notIn.");
    }

    /**
     * The value is none of these; rows without a value do not count.
     *
     * @throws IllegalArgumentException if there are none, or if one is longer than 850 characters
     */
    public static <E> Filter<E> notIn(TextColumn<E> column, Collection<String> values) {
        return among("NotIn", column, values, "use QueryFunctions.in.");
    }

    /** The number is none of these; there is to be one at least. */
    public static <E, V extends Number> Filter<E> notIn(NumberColumn<E, V> column, Collection<? extends V> values) {
        return among("NotIn", column, values, "use QueryFunctions.in.");
    }

    /** The identifier is none of these; there is to be one at least. */
    public static <E> Filter<E> notIn(GuidColumn<E> column, Collection<UUID> values) {
        return among("NotIn", column, values, "use QueryFunctions.in.");
    }

    /** The number lies between two others, both included. */
    public static <E, V extends Number> Filter<E> between(NumberColumn<E, V> column, V first, V last) {
        return between("Between", column, first, last, "use QueryFunctions.notBetween.");
    }

    /** The date lies between two others, both included. */
    public static <E> Filter<E> between(DateColumn<E> column, LocalDate first, LocalDate last) {
        return between("Between", column, first, last, "use QueryFunctions.notBetween.");
    }

    /** The point in time lies between two others, both included. */
    public static <E> Filter<E> between(DateTimeColumn<E> column, OffsetDateTime first, OffsetDateTime last) {
        return between("Between", column, first, last, "use QueryFunctions.notBetween.");
    }

    /** The number does not lie between two others. */
    public static <E, V extends Number> Filter<E> notBetween(NumberColumn<E, V> column, V first, V last) {
        return between("NotBetween", column, first, last, "use QueryFunctions.between.");
    }

    /** The date does not lie between two others. */
    public static <E> Filter<E> notBetween(DateColumn<E> column, LocalDate first, LocalDate last) {
        return between("NotBetween", column, first, last, "use QueryFunctions.between.");
    }

    /** The point in time does not lie between two others. */
    public static <E> Filter<E> notBetween(DateTimeColumn<E> column, OffsetDateTime first, OffsetDateTime last) {
        return between("NotBetween", column, first, last, "use QueryFunctions.between.");
    }

    /**
     * A column with several choices holds at least one of these.
     *
     * @param column such a column is one of text: {@code "1,3"}
     * @throws IllegalArgumentException if there are none
     */
    public static <E> Filter<E> containValues(TextColumn<E> column, Collection<Integer> choices) {
        return among("ContainValues", column, choices, "use QueryFunctions.doesNotContainValues.");
    }

    /**
     * A column with several choices holds none of these.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static <E> Filter<E> doesNotContainValues(TextColumn<E> column, Collection<Integer> choices) {
        return among("DoesNotContainValues", column, choices, "use QueryFunctions.containValues.");
    }

    /**
     * The full-text index finds these words. Articles of the knowledge base only; for all other columns there is
     * {@link TextColumn#contains}, which is another thing.
     */
    public static <E> Filter<E> containsFullText(TextColumn<E> column, String words) {
        return Functions.of(
                "Contains", column.name(), "PropertyValue", words, "Dataverse has no function for the opposite.");
    }

    // ---- the caller

    /** The row behind the lookup is the calling user. */
    public static <E> Filter<E> equalUserId(GuidColumn<E> column) {
        return Functions.of("EqualUserId", column.name(), "use QueryFunctions.notEqualUserId.");
    }

    /** The row behind the lookup is not the calling user. */
    public static <E> Filter<E> notEqualUserId(GuidColumn<E> column) {
        return Functions.of("NotEqualUserId", column.name(), "use QueryFunctions.equalUserId.");
    }

    /** The row behind the lookup is the caller's business unit. */
    public static <E> Filter<E> equalBusinessId(GuidColumn<E> column) {
        return Functions.of("EqualBusinessId", column.name(), "use QueryFunctions.notEqualBusinessId.");
    }

    /** The row behind the lookup is not the caller's business unit. */
    public static <E> Filter<E> notEqualBusinessId(GuidColumn<E> column) {
        return Functions.of("NotEqualBusinessId", column.name(), "use QueryFunctions.equalBusinessId.");
    }

    /** The row behind the lookup is a team of the caller. */
    public static <E> Filter<E> equalUserTeams(GuidColumn<E> column) {
        return ofCaller("EqualUserTeams", column);
    }

    /** The row behind the lookup is the calling user or a team of the caller. */
    public static <E> Filter<E> equalUserOrUserTeams(GuidColumn<E> column) {
        return ofCaller("EqualUserOrUserTeams", column);
    }

    /** The row behind the lookup is the calling user, or somebody below in the hierarchy. */
    public static <E> Filter<E> equalUserOrUserHierarchy(GuidColumn<E> column) {
        return ofCaller("EqualUserOrUserHierarchy", column);
    }

    /** The row behind the lookup is the calling user, somebody below in the hierarchy, or a team of either. */
    public static <E> Filter<E> equalUserOrUserHierarchyAndTeams(GuidColumn<E> column) {
        return ofCaller("EqualUserOrUserHierarchyAndTeams", column);
    }

    /** The number is the locale of the caller's language. */
    public static <E> Filter<E> equalUserLanguage(NumberColumn<E, Integer> column) {
        return Functions.of("EqualUserLanguage", column.name(), "Dataverse has no function for the opposite.");
    }

    private static <E> Filter<E> ofCaller(String function, GuidColumn<E> column) {
        return Functions.of(function, column.name(), "Dataverse has no function for the opposite.");
    }

    // ---- hierarchies

    /**
     * The row stands above another one in the hierarchy.
     *
     * @param column the key of a table that has a hierarchy
     * @param row key of the other row
     */
    public static <E> Filter<E> above(GuidColumn<E> column, UUID row) {
        return inHierarchy("Above", column, row, "Dataverse has no function for the opposite.");
    }

    /** The row is another one, or stands above it in the hierarchy. */
    public static <E> Filter<E> aboveOrEqual(GuidColumn<E> column, UUID row) {
        return inHierarchy("AboveOrEqual", column, row, "Dataverse has no function for the opposite.");
    }

    /** The row stands below another one in the hierarchy. */
    public static <E> Filter<E> under(GuidColumn<E> column, UUID row) {
        return inHierarchy("Under", column, row, "use QueryFunctions.notUnder.");
    }

    /** The row is another one, or stands below it in the hierarchy. */
    public static <E> Filter<E> underOrEqual(GuidColumn<E> column, UUID row) {
        return inHierarchy("UnderOrEqual", column, row, "Dataverse has no function for the opposite.");
    }

    /** The row does not stand below another one in the hierarchy. */
    public static <E> Filter<E> notUnder(GuidColumn<E> column, UUID row) {
        return inHierarchy("NotUnder", column, row, "use QueryFunctions.under.");
    }

    private static <E> Filter<E> inHierarchy(String function, GuidColumn<E> column, UUID row, String insteadOfNot) {
        return Functions.of(function, column.name(), "PropertyValue", row.toString(), insteadOfNot);
    }

    // ---- lists of values, which are all strings

    private static <E> Filter<E> between(
            String function, Column<E, ?> column, Object first, Object last, String insteadOfNot) {
        return Functions.of(function, column.name(), "PropertyValues", List.of(text(first), text(last)), insteadOfNot);
    }

    private static <E> Filter<E> among(
            String function, Column<E, ?> column, Collection<?> values, String insteadOfNot) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No values for '" + column + "' to be compared with");
        }
        List<String> texts = values.stream().map(QueryFunctions::text).toList();
        texts.forEach(text -> checkLength(column, text));
        return Functions.of(function, column.name(), "PropertyValues", texts, insteadOfNot);
    }

    private static void checkLength(Column<?, ?> column, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A value for '" + column + "' has " + text.length()
                    + " characters; Dataverse takes " + LONGEST_TEXT + " here at most");
        }
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof OffsetDateTime time ? time.toInstant().toString() : value.toString();
    }
}
