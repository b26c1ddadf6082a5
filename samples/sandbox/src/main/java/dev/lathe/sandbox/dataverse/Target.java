package dev.lathe.sandbox.dataverse;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;
import org.apache.olingo.commons.api.edm.EdmProperty;
import org.apache.olingo.server.api.uri.UriResource;
import org.jspecify.annotations.Nullable;

/** What the path of a URL points at. */
sealed interface Target {

    /** The end of a path, after the thing itself. */
    enum Suffix {
        NONE,
        COUNT,
        REF,
        VALUE
    }

    Suffix suffix();

    /** How a row reaches something: its navigation property. */
    record Via(Row owner, EdmNavigationProperty navigation) {}

    /** A collection: an entity set ({@code via} is null), or a collection-valued navigation. */
    record Rows(EdmEntityType type, @Nullable Via via, Supplier<List<Row>> rows, Suffix suffix) implements Target {}

    /**
     * One row, there or not.
     *
     * @param key as the URL has it; null for a single-valued navigation
     */
    record One(
            EdmEntityType type, @Nullable Key key, @Nullable Via via, Optional<Row> row, Suffix suffix)
            implements Target {

        Row present() {
            return row.orElseThrow(() -> DataverseError.noRow(type.getName(), key == null ? Key.of("null") : key));
        }
    }

    /** A property of a row, perhaps inside a complex value. */
    record Column(Row owner, List<EdmProperty> path, Suffix suffix) implements Target {

        EdmProperty property() {
            return path.get(path.size() - 1);
        }
    }

    /** A function or an action; {@code binding} is null for an unbound one. */
    record Operation(UriResource operation, @Nullable Target binding, Suffix suffix) implements Target {}
}
