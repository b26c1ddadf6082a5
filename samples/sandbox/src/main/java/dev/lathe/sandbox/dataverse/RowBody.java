package dev.lathe.sandbox.dataverse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;
import org.apache.olingo.commons.api.edm.EdmProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The JSON of a row that somebody wants to create or change.
 *
 * @param type its declared type, or the one that {@code @odata.type} names
 * @param columns what was sent, null included
 * @param binds for each navigation property, the URLs of the rows to refer to; an empty list empties it
 * @param nested for each navigation property, the rows to create along with this one
 */
record RowBody(
        EdmEntityType type,
        Map<String, @Nullable Object> columns,
        Map<EdmNavigationProperty, List<String>> binds,
        Map<EdmNavigationProperty, List<RowBody>> nested) {

    private static final String BIND = "@odata.bind";

    /** Reads a body; what the type does not know is refused, as Dataverse does. */
    static RowBody read(Schema schema, EdmEntityType declared, JsonNode json) {
        RowBody body = new RowBody(
                actualType(schema, declared, json),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
        json.forEachEntry((name, value) -> body.member(schema, name, value));
        return body;
    }

    private static EdmEntityType actualType(Schema schema, EdmEntityType declared, JsonNode json) {
        JsonNode named = json.path("@odata.type");
        if (named.isMissingNode()) {
            return declared;
        }
        String name = named.asString().startsWith("#") ? named.asString().substring(1) : named.asString();
        return schema.type(name)
                .filter(type -> Schema.isA(type, declared))
                .orElseThrow(() -> DataverseError.payload("A type named '" + name
                        + "' could not be resolved, or is not a '" + Schema.nameOf(declared) + "'."));
    }

    private void member(Schema schema, String name, JsonNode value) {
        if (name.endsWith(BIND)) {
            bind(name.substring(0, name.length() - BIND.length()), value);
        } else if (name.indexOf('@') < 0) {
            EdmProperty property = type.getStructuralProperty(name);
            EdmNavigationProperty nav = type.getNavigationProperty(name);
            if (property != null) {
                column(property, value);
            } else if (nav != null) {
                nested(schema, nav, value);
            } else if (type.isOpenType()) {
                columns.put(name, value.isNull() ? null : value);
            } else {
                throw undeclared(name);
            }
        }
        // Other annotations are for readers; coming back in a write they change nothing.
    }

    private void column(EdmProperty property, JsonNode value) {
        if (Schema.isLookup(property.getName()) && Schema.isGuid(property)) {
            throw DataverseError.payload("CRM do not support direct update of Entity Reference properties, Use "
                    + "Navigation properties instead. ('" + property.getName() + "')");
        }
        columns.put(property.getName(), Values.fromJson(property, value));
    }

    private void bind(String name, JsonNode value) {
        EdmNavigationProperty nav = type.getNavigationProperty(name);
        if (nav == null) {
            throw undeclared(name);
        }
        List<String> urls = new ArrayList<>();
        if (value.isArray() == nav.isCollection() && !value.isNull()) {
            (nav.isCollection() ? value : List.of(value)).forEach(url -> urls.add(url.asString()));
        } else if (!value.isNull()) {
            throw DataverseError.payload("The value of '" + name + BIND + "' must be "
                    + (nav.isCollection() ? "an array of URLs." : "a URL."));
        }
        binds.put(nav, List.copyOf(urls));
    }

    private void nested(Schema schema, EdmNavigationProperty nav, JsonNode value) {
        if (value.isNull()) {
            binds.put(nav, List.of());
            return;
        }
        if (value.isArray() != nav.isCollection()) {
            throw DataverseError.payload("The value of the navigation property '" + nav.getName() + "' must be "
                    + (nav.isCollection() ? "an array." : "an object."));
        }
        List<RowBody> rows = new ArrayList<>();
        if (nav.isCollection()) {
            value.forEach(item -> rows.add(read(schema, nav.getType(), item)));
        } else {
            rows.add(read(schema, nav.getType(), value));
        }
        nested.put(nav, List.copyOf(rows));
    }

    private DataverseError undeclared(String name) {
        return DataverseError.payload("Error identified in Payload provided by the user for Entity :'"
                + type.getName() + "'. Could not find a property named '" + name + "' on type '" + Schema.nameOf(type)
                + "'.");
    }
}
