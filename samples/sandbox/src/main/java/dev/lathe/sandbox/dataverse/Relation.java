package dev.lathe.sandbox.dataverse;

import java.util.List;
import org.apache.olingo.commons.api.edm.EdmEntityType;

/** How the two ends of a navigation property find each other. */
sealed interface Relation {

    /**
     * Columns of one row hold the values of columns of the other: a lookup, or a foreign key.
     *
     * @param dependent the type that has the columns
     * @param columns its columns, in the order of {@code referenced}
     * @param principal the type that is referred to
     * @param referenced the columns of the principal
     * @param fromDependent whether the navigation starts at the dependent row
     * @param lookupNavigation name of the single-valued navigation on the dependent type
     */
    record ByColumns(
            EdmEntityType dependent,
            List<String> columns,
            EdmEntityType principal,
            List<String> referenced,
            boolean fromDependent,
            String lookupNavigation)
            implements Relation {}

    /**
     * Nothing in the rows says it: the store keeps pairs of rows.
     *
     * @param name one name for both directions
     * @param fromLeft whether the navigation starts at the left end of the pair
     * @param manyHere whether several rows of this side may share one row of the other
     * @param manyThere whether a row of this side may have several on the other
     */
    record ByPairs(String name, boolean fromLeft, boolean manyHere, boolean manyThere) implements Relation {}
}
