package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.odata.GuidColumn;
import dev.lathe.runtime.odata.ODataObject;
import java.util.Optional;

/**
 * What the annotations of a lookup's column say of the row that it holds; for lookups that may hold rows of several
 * tables. They come where a query asked for them: {@code includeAnnotations("*")}.
 *
 * @param table logical name of the row's table, such as {@code contact}
 * @param navigation the navigation that leads there, by which the lookup is bound
 * @param name the row's primary name
 */
public record LookupAnnotations(Optional<String> table, Optional<String> navigation, Optional<String> name) {

    /** Those of a row that was read; all empty for a lookup that holds nothing, or without annotations. */
    public static LookupAnnotations of(ODataObject row, GuidColumn<?> column) {
        return new LookupAnnotations(
                text(row, column, DataverseAnnotations.LOOKUP_LOGICAL_NAME),
                text(row, column, DataverseAnnotations.ASSOCIATED_NAVIGATION),
                text(row, column, DataverseAnnotations.FORMATTED_VALUE));
    }

    private static Optional<String> text(ODataObject row, GuidColumn<?> column, String term) {
        JsonValue value = row.annotation(column, term);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }
}
