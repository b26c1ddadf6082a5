package dev.lathe.sandbox.dataverse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;
import tools.jackson.core.JsonGenerator;

/** Writes rows as JSON in the shape that was asked for, each annotation in front of its property. */
final class RowWriter {

    /** What the rows of one answer have in common. */
    record Style(String root, Annotations annotations, int pageSize, boolean nested) {}

    /** A row of FetchXML: what is null is left out, and values of other tables stand under names of their own. */
    void fetched(JsonGenerator json, Row row, Shape shape, Map<String, Object> aliased) {
        json.writeStartObject();
        json.writeStringProperty("@odata.etag", row.etag());
        for (Schema.Column column : schema.columns(row.type())) {
            if ((column.key() || shape.shows(column.name())) && row.get(column.name()) != null) {
                column(json, row, column);
            }
        }
        aliased.forEach((name, value) -> {
            // A dot is no part of a name in JSON of OData.
            json.writeName(name.replace(".", "_x002e_"));
            Json.value(json, value);
        });
        json.writeEndObject();
    }

    private final Schema schema;
    private final Store store;
    private final Lookups lookups;
    private final Labels labels;
    private final ODataUris uris;
    private final Style style;
    private final boolean formatted;
    private final boolean lookupNavigations;
    private final boolean lookupTables;

    RowWriter(Schema schema, Store store, Lookups lookups, Labels labels, ODataUris uris, Style style) {
        this.schema = schema;
        this.store = store;
        this.lookups = lookups;
        this.labels = labels;
        this.uris = uris;
        this.style = style;
        this.formatted = style.annotations().wants(Annotations.FORMATTED_VALUE);
        this.lookupNavigations = style.annotations().wants(Annotations.LOOKUP_NAVIGATION);
        this.lookupTables = style.annotations().wants(Annotations.LOOKUP_TABLE);
    }

    /** A row as an element of a collection. */
    void row(JsonGenerator json, Row row, Shape shape) {
        json.writeStartObject();
        members(json, row, shape);
        json.writeEndObject();
    }

    /** A row as the whole answer. */
    void row(JsonGenerator json, Row row, Shape shape, String context) {
        json.writeStartObject();
        json.writeStringProperty("@odata.context", context);
        members(json, row, shape);
        json.writeEndObject();
    }

    private void members(JsonGenerator json, Row row, Shape shape) {
        if (!row.type().getFullQualifiedName().equals(shape.type().getFullQualifiedName())) {
            json.writeStringProperty("@odata.type", "#" + Schema.nameOf(row.type()));
        }
        json.writeStringProperty("@odata.etag", row.etag());
        for (Schema.Column column : schema.columns(row.type())) {
            if (column.key() || shape.shows(column.name())) {
                column(json, row, column);
            }
        }
        if (row.type().isOpenType()) {
            openMembers(json, row, shape);
        }
        shape.expansions().forEach(expansion -> expand(json, row, expansion));
    }

    private static void openMembers(JsonGenerator json, Row row, Shape shape) {
        row.columns().forEach((name, value) -> {
            if (row.type().getStructuralProperty(name) == null && shape.shows(name)) {
                json.writeName(name);
                Json.value(json, value);
            }
        });
    }

    private void column(JsonGenerator json, Row row, Schema.Column column) {
        String name = column.name();
        Object value = row.get(name);
        if (value != null) {
            if (column.lookup()) {
                lookup(json, row, name);
            } else if (formatted) {
                labels.of(row.type().getName(), name, value)
                        .ifPresent(label -> annotation(json, name, Annotations.FORMATTED_VALUE, label));
            }
        }
        json.writeName(name);
        if (value == null && column.collection()) {
            json.writeStartArray().writeEndArray();
        } else {
            Json.value(json, column.image() && value instanceof byte[] full ? Images.thumbnail(full) : value);
        }
    }

    private void lookup(JsonGenerator json, Row row, String column) {
        if (!formatted && !lookupNavigations && !lookupTables) {
            return;
        }
        Optional<Lookups.Held> held = lookups.held(row, column);
        if (held.isEmpty()) {
            return;
        }
        if (formatted) {
            held.get()
                    .row()
                    .flatMap(lookups::nameOf)
                    .ifPresent(name -> annotation(json, column, Annotations.FORMATTED_VALUE, name));
        }
        if (lookupNavigations) {
            annotation(
                    json,
                    column,
                    Annotations.LOOKUP_NAVIGATION,
                    held.get().navigation().getName());
        }
        if (lookupTables) {
            annotation(json, column, Annotations.LOOKUP_TABLE, held.get().table());
        }
    }

    private static void annotation(JsonGenerator json, String property, String term, String value) {
        json.writeStringProperty(property + "@" + term, value);
    }

    private void expand(JsonGenerator json, Row row, Shape.Expansion expansion) {
        EdmNavigationProperty nav = expansion.navigation();
        if (row.type().getNavigationProperty(nav.getName()) == null) {
            return; // declared by a derived type that this row is not of
        }
        List<Row> related = store.related(row, nav);
        if (!nav.isCollection()) {
            json.writeName(nav.getName());
            if (related.isEmpty()) {
                json.writeNull();
            } else if (expansion.reference()) {
                json.writeStartObject();
                json.writeStringProperty("@odata.id", style.root() + "/" + uris.relative(related.get(0)));
                json.writeEndObject();
            } else {
                row(json, related.get(0), expansion.shape());
            }
            return;
        }
        List<Row> matching = related.stream().filter(expansion.filter()).toList();
        List<Row> sorted = expansion
                .order()
                .map(order -> matching.stream().sorted(order).toList())
                .orElse(matching);
        // Without a nested expand every related row comes, up to the limit of a page, and the link that comes along
        // only reads the same rows again. With one, the page size holds here too and the link goes on.
        int size = style.nested() ? style.pageSize() : Reading.PAGE_LIMIT;
        Page page = Page.cut(sorted, expansion.order().isPresent(), SkipToken.START, size, expansion.top());
        json.writeArrayPropertyStart(nav.getName());
        page.rows().forEach(r -> row(json, r, expansion.shape()));
        json.writeEndArray();
        if (!style.nested() || page.next().isPresent()) {
            json.writeStringProperty(nav.getName() + "@odata.nextLink", nextLink(row, expansion, page));
        }
    }

    private String nextLink(Row row, Shape.Expansion expansion, Page page) {
        StringBuilder link = new StringBuilder(style.root())
                .append('/')
                .append(uris.relative(row))
                .append('/')
                .append(expansion.navigation().getName());
        String separator = "?";
        if (!expansion.query().isEmpty()) {
            link.append(separator).append(expansion.query());
            separator = "&";
        }
        if (page.next().isPresent()) {
            link.append(separator)
                    .append("$skiptoken=")
                    .append(ODataUris.encode(page.next().get().toString()));
        }
        return link.toString();
    }
}
