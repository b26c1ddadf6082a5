package dev.lathe.sandbox.dataverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;
import org.apache.olingo.commons.api.edm.EdmProperty;
import org.apache.olingo.commons.api.edm.EdmType;
import org.apache.olingo.server.api.uri.UriInfoResource;
import org.apache.olingo.server.api.uri.UriParameter;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourceAction;
import org.apache.olingo.server.api.uri.UriResourceCount;
import org.apache.olingo.server.api.uri.UriResourceEntitySet;
import org.apache.olingo.server.api.uri.UriResourceFunction;
import org.apache.olingo.server.api.uri.UriResourceNavigation;
import org.apache.olingo.server.api.uri.UriResourceProperty;
import org.apache.olingo.server.api.uri.UriResourceRef;
import org.apache.olingo.server.api.uri.UriResourceValue;
import org.jspecify.annotations.Nullable;

/** Walks a parsed path through the store. */
final class Targets {

    private final Store store;

    Targets(Store store) {
        this.store = store;
    }

    Target resolve(UriInfoResource uri) {
        List<UriResource> parts = uri.getUriResourceParts();
        Target.Suffix suffix = suffix(parts.get(parts.size() - 1));
        int end = suffix == Target.Suffix.NONE ? parts.size() : parts.size() - 1;
        Target target = null;
        for (int i = 0; i < end; i++) {
            Target.Suffix here = i == end - 1 ? suffix : Target.Suffix.NONE;
            target = step(target, parts.get(i), here);
        }
        if (target == null) {
            throw DataverseError.query("The path of the request is not valid.");
        }
        return target;
    }

    private static Target.Suffix suffix(UriResource last) {
        if (last instanceof UriResourceCount) {
            return Target.Suffix.COUNT;
        }
        if (last instanceof UriResourceRef) {
            return Target.Suffix.REF;
        }
        return last instanceof UriResourceValue ? Target.Suffix.VALUE : Target.Suffix.NONE;
    }

    private Target step(@Nullable Target from, UriResource part, Target.Suffix suffix) {
        if (part instanceof UriResourceEntitySet set) {
            return entitySet(set, suffix);
        }
        if (part instanceof UriResourceNavigation navigation) {
            return navigation(rowOf(from), navigation, suffix);
        }
        if (part instanceof UriResourceProperty property) {
            return property(from, property.getProperty(), suffix);
        }
        if (part instanceof UriResourceFunction || part instanceof UriResourceAction) {
            return new Target.Operation(part, from, suffix);
        }
        throw DataverseError.notImplemented("'" + part.getSegmentValue() + "' is not served by the sandbox.");
    }

    private Target entitySet(UriResourceEntitySet set, Target.Suffix suffix) {
        List<UriParameter> predicates = set.getKeyPredicates();
        if (predicates.isEmpty()) {
            EdmEntityType type = cast(set.getEntityType(), set.getTypeFilterOnCollection());
            return new Target.Rows(type, null, () -> store.all(type), suffix);
        }
        EdmEntityType type = cast(set.getEntityType(), set.getTypeFilterOnEntry());
        Key key = ODataUris.key(type, predicates);
        return new Target.One(type, key, null, store.find(type, key), suffix);
    }

    private Target navigation(Row owner, UriResourceNavigation part, Target.Suffix suffix) {
        EdmNavigationProperty nav = part.getProperty();
        Target.Via via = new Target.Via(owner, nav);
        List<UriParameter> predicates = part.getKeyPredicates();
        if (nav.isCollection() && predicates.isEmpty()) {
            EdmEntityType type = cast(nav.getType(), part.getTypeFilterOnCollection());
            return new Target.Rows(type, via, () -> ofType(store.related(owner, nav), type), suffix);
        }
        EdmEntityType type = cast(nav.getType(), part.getTypeFilterOnEntry());
        List<Row> related = ofType(store.related(owner, nav), type);
        if (nav.isCollection()) {
            Key key = ODataUris.key(type, predicates);
            Optional<Row> row =
                    related.stream().filter(r -> r.key().equals(key)).findFirst();
            return new Target.One(type, key, via, row, suffix);
        }
        return new Target.One(type, null, via, related.stream().findFirst(), suffix);
    }

    private static List<Row> ofType(List<Row> rows, EdmEntityType type) {
        return rows.stream().filter(row -> Schema.isA(row.type(), type)).toList();
    }

    private static EdmEntityType cast(EdmEntityType declared, @Nullable EdmType filter) {
        return filter == null ? declared : (EdmEntityType) filter;
    }

    private static Target property(@Nullable Target from, EdmProperty property, Target.Suffix suffix) {
        if (from instanceof Target.Column column) {
            List<EdmProperty> path = new ArrayList<>(column.path());
            path.add(property);
            return new Target.Column(column.owner(), List.copyOf(path), suffix);
        }
        return new Target.Column(rowOf(from), List.of(property), suffix);
    }

    private static Row rowOf(@Nullable Target target) {
        if (target instanceof Target.One one) {
            return one.present();
        }
        throw DataverseError.query("A navigation or a property needs a single row in front of it.");
    }
}
