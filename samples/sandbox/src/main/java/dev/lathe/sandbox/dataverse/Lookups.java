package dev.lathe.sandbox.dataverse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourceProperty;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;
import org.jspecify.annotations.Nullable;

/** What a lookup column holds: through which navigation, of which table, and the name of the row. */
final class Lookups {

    /** The usual names of the column that names a row, the most telling first. */
    private static final List<String> NAME_COLUMNS = List.of("name", "fullname", "subject", "title", "displayname");

    private final Schema schema;
    private final Store store;
    private final Map<String, Optional<String>> nameColumns = new ConcurrentHashMap<>();

    Lookups(Schema schema, Store store) {
        this.schema = schema;
        this.store = store;
    }

    /** A lookup's navigation property and the row it leads to, if that row exists. */
    record Held(EdmNavigationProperty navigation, Optional<Row> row) {

        /** Logical name of the target's table. */
        String table() {
            return row.map(Row::type).orElseGet(navigation::getType).getName();
        }
    }

    /** What {@code column} holds; empty for null and for a column without a navigation property. */
    Optional<Held> held(Row row, String column) {
        if (row.get(column) == null) {
            return Optional.empty();
        }
        String setBy = row.lookups().get(column);
        if (setBy != null) {
            EdmNavigationProperty nav = row.type().getNavigationProperty(setBy);
            return Optional.of(new Held(nav, store.related(row, nav).stream().findFirst()));
        }
        List<EdmNavigationProperty> candidates = schema.navigationsOver(row.type(), column);
        for (EdmNavigationProperty nav : candidates) {
            Optional<Row> target = store.related(row, nav).stream().findFirst();
            if (target.isPresent()) {
                return Optional.of(new Held(nav, target));
            }
        }
        return candidates.stream().findFirst().map(nav -> new Held(nav, Optional.empty()));
    }

    /** The name of the row that a lookup holds. */
    @Nullable
    String nameOfTarget(Row row, String column) {
        return held(row, column).flatMap(Held::row).flatMap(this::nameOf).orElse(null);
    }

    /** The value of a row's naming column. */
    Optional<String> nameOf(Row row) {
        return nameColumns
                .computeIfAbsent(Schema.nameOf(row.type()), name -> nameColumn(row.type()))
                .map(row::get)
                .map(String::valueOf);
    }

    private static Optional<String> nameColumn(EdmEntityType type) {
        for (String candidate : NAME_COLUMNS) {
            if (type.getStructuralProperty(candidate) != null) {
                return Optional.of(candidate);
            }
        }
        // A custom table's column carries its publisher's prefix: sample_segment has sample_name.
        return type.getPropertyNames().stream().filter(p -> p.endsWith("_name")).findFirst();
    }

    /** The lookup column that an expression consists of. */
    Optional<String> columnOf(Expression expression) {
        if (expression instanceof Member member) {
            List<UriResource> parts = member.getResourcePath().getUriResourceParts();
            if (parts.size() == 1 && parts.get(0) instanceof UriResourceProperty property) {
                return Optional.of(property.getProperty().getName()).filter(Schema::isLookup);
            }
        }
        return Optional.empty();
    }
}
