package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.OpenEnum;

/**
 * Leads from a row to columns elsewhere: through a navigation to one row, or into a complex value. Filters and keys to
 * sort by may use such columns.
 *
 * @param <E> where the path starts
 * @param <T> where it leads
 */
public sealed interface Path<E, T> permits ComplexColumn, ToOne {

    /** The name of the navigation or the column, or the path to it. */
    String name();

    private String to(Column<?, ?> column) {
        return name() + "/" + column.name();
    }

    /** A column at the end of this path. */
    default TextColumn<E> path(TextColumn<? super T> column) {
        return TextColumn.of(to(column));
    }

    /** A column at the end of this path. */
    default <V extends Number> NumberColumn<E, V> path(NumberColumn<? super T, V> column) {
        return column.at(to(column));
    }

    /** A column at the end of this path. */
    default BooleanColumn<E> path(BooleanColumn<? super T> column) {
        return BooleanColumn.of(to(column));
    }

    /** A column at the end of this path. */
    default GuidColumn<E> path(GuidColumn<? super T> column) {
        return GuidColumn.of(to(column));
    }

    /** A column at the end of this path. */
    default DateTimeColumn<E> path(DateTimeColumn<? super T> column) {
        return DateTimeColumn.of(to(column));
    }

    /** A column at the end of this path. */
    default DateColumn<E> path(DateColumn<? super T> column) {
        return DateColumn.of(to(column));
    }

    /** A column at the end of this path. */
    default TimeColumn<E> path(TimeColumn<? super T> column) {
        return TimeColumn.of(to(column));
    }

    /** A column at the end of this path. */
    default DurationColumn<E> path(DurationColumn<? super T> column) {
        return DurationColumn.of(to(column));
    }

    /** A column at the end of this path. */
    default BinaryColumn<E> path(BinaryColumn<? super T> column) {
        return BinaryColumn.of(to(column));
    }

    /** A column at the end of this path. */
    default <V extends OpenEnum> EnumColumn<E, V> path(EnumColumn<? super T, V> column) {
        return column.at(to(column));
    }

    /** A column at the end of this path. */
    default <C> ComplexColumn<E, C> path(ComplexColumn<? super T, C> column) {
        return ComplexColumn.of(to(column));
    }

    /** A column at the end of this path. */
    default CollectionColumn<E> path(CollectionColumn<? super T> column) {
        return CollectionColumn.of(to(column));
    }

    /** A column at the end of this path. */
    default <C> ComplexCollectionColumn<E, C> path(ComplexCollectionColumn<? super T, C> column) {
        return ComplexCollectionColumn.of(to(column));
    }

    /** Bytes at the end of this path. */
    default StreamColumn<E> path(StreamColumn<? super T> column) {
        return StreamColumn.of(name() + "/" + column.name());
    }

    /** A navigation at the end of this path. */
    default <U> ToOne<E, U> path(ToOne<? super T, U> navigation) {
        return ToOne.of(name() + "/" + navigation.name());
    }

    /** A navigation at the end of this path. */
    default <U> ToMany<E, U> path(ToMany<? super T, U> navigation) {
        return ToMany.of(name() + "/" + navigation.name());
    }
}
