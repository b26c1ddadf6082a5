package dev.lathe.runtime.odata;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What comes with each row: which columns, and which rows beyond navigations.
 *
 * @param <T> the class of the rows
 * @param <S> the class of the selection itself
 */
public interface Selection<T, S> {

    /** Asks for these columns only ({@code $select}), beside those that were asked for before. */
    S select(List<? extends Column<? super T, ?>> columns);

    /** Asks for the row beyond a navigation ({@code $expand}). */
    default <U> S expand(ToOne<? super T, U> navigation) {
        return expand(navigation, projection -> projection);
    }

    /** Asks for the row beyond a navigation, and for what comes with it. */
    <U> S expand(ToOne<? super T, U> navigation, UnaryOperator<Projection<U>> projection);

    /** Asks for the rows beyond a navigation ({@code $expand}). */
    default <U> S expand(ToMany<? super T, U> navigation) {
        return expand(navigation, expansion -> expansion);
    }

    /** Asks for some of the rows beyond a navigation, and for what comes with them. */
    <U> S expand(ToMany<? super T, U> navigation, UnaryOperator<Expansion<U>> expansion);

    /** Asks for this column. */
    default S select(Column<? super T, ?> c1) {
        return select(List.of(c1));
    }

    /** Asks for these columns. */
    default S select(Column<? super T, ?> c1, Column<? super T, ?> c2) {
        return select(List.of(c1, c2));
    }

    /** Asks for these columns. */
    default S select(Column<? super T, ?> c1, Column<? super T, ?> c2, Column<? super T, ?> c3) {
        return select(List.of(c1, c2, c3));
    }

    /** Asks for these columns. */
    default S select(
            Column<? super T, ?> c1, Column<? super T, ?> c2, Column<? super T, ?> c3, Column<? super T, ?> c4) {
        return select(List.of(c1, c2, c3, c4));
    }

    /** Asks for these columns. */
    default S select(
            Column<? super T, ?> c1,
            Column<? super T, ?> c2,
            Column<? super T, ?> c3,
            Column<? super T, ?> c4,
            Column<? super T, ?> c5) {
        return select(List.of(c1, c2, c3, c4, c5));
    }

    /** Asks for these columns. */
    default S select(
            Column<? super T, ?> c1,
            Column<? super T, ?> c2,
            Column<? super T, ?> c3,
            Column<? super T, ?> c4,
            Column<? super T, ?> c5,
            Column<? super T, ?> c6) {
        return select(List.of(c1, c2, c3, c4, c5, c6));
    }

    /** Asks for these columns. */
    default S select(
            Column<? super T, ?> c1,
            Column<? super T, ?> c2,
            Column<? super T, ?> c3,
            Column<? super T, ?> c4,
            Column<? super T, ?> c5,
            Column<? super T, ?> c6,
            Column<? super T, ?> c7) {
        return select(List.of(c1, c2, c3, c4, c5, c6, c7));
    }

    /** Asks for these columns. */
    default S select(
            Column<? super T, ?> c1,
            Column<? super T, ?> c2,
            Column<? super T, ?> c3,
            Column<? super T, ?> c4,
            Column<? super T, ?> c5,
            Column<? super T, ?> c6,
            Column<? super T, ?> c7,
            Column<? super T, ?> c8) {
        return select(List.of(c1, c2, c3, c4, c5, c6, c7, c8));
    }

    /** Asks for these columns. */
    default S select(
            Column<? super T, ?> c1,
            Column<? super T, ?> c2,
            Column<? super T, ?> c3,
            Column<? super T, ?> c4,
            Column<? super T, ?> c5,
            Column<? super T, ?> c6,
            Column<? super T, ?> c7,
            Column<? super T, ?> c8,
            Column<? super T, ?> c9) {
        return select(List.of(c1, c2, c3, c4, c5, c6, c7, c8, c9));
    }

    /** Asks for these columns. */
    default S select(
            Column<? super T, ?> c1,
            Column<? super T, ?> c2,
            Column<? super T, ?> c3,
            Column<? super T, ?> c4,
            Column<? super T, ?> c5,
            Column<? super T, ?> c6,
            Column<? super T, ?> c7,
            Column<? super T, ?> c8,
            Column<? super T, ?> c9,
            Column<? super T, ?> c10) {
        return select(List.of(c1, c2, c3, c4, c5, c6, c7, c8, c9, c10));
    }
}
