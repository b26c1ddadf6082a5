package dev.lathe.sandbox.dataverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmKeyPropertyRef;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;
import org.apache.olingo.commons.api.edm.EdmProperty;
import org.jspecify.annotations.Nullable;

/** Applies bodies to the store: create with everything nested, update, connect, disconnect. */
final class Changes {

    private final Schema schema;
    private final Store store;
    private final SystemColumns systemColumns;
    private final AlternateKeys keys;

    Changes(Schema schema, Store store, SystemColumns systemColumns, AlternateKeys keys) {
        this.schema = schema;
        this.store = store;
        this.systemColumns = systemColumns;
        this.keys = keys;
    }

    /** Finds the row that a URL in a body names. */
    interface Finder extends Function<String, Row> {}

    /**
     * Creates a row and all that is nested in it, or nothing.
     *
     * @param key the key that the URL gave; otherwise the body's, otherwise a new one
     */
    Row create(RowBody body, @Nullable Key key, Finder finder) {
        return store.transaction(() -> insert(body, key, finder));
    }

    private Row insert(RowBody body, @Nullable Key urlKey, Finder finder) {
        EdmEntityType type = body.type();
        if (type.isAbstract()) {
            throw DataverseError.payload(
                    "The type '" + Schema.nameOf(type) + "' is abstract: say with @odata.type which one to create.");
        }
        Row.Draft draft = Row.Draft.empty();
        columns(type, body.columns(), draft);
        Key key = key(type, urlKey, draft);
        if (store.find(type, key).isPresent()) {
            throw new DataverseError(412, DataverseError.DUPLICATE_KEY, "Cannot insert duplicate key.");
        }
        systemColumns.created(type, draft, store.version() + 1);
        List<Runnable> afterwards = new ArrayList<>();
        List<Row> created = new ArrayList<>(1);
        body.nested().forEach((nav, rows) -> {
            if (nav.isCollection()) {
                rows.forEach(row -> afterwards.add(() -> connect(current(created), nav, insert(row, null, finder))));
            } else {
                Row target = insert(rows.get(0), null, finder);
                refer(
                        type,
                        draft,
                        nav,
                        target,
                        target1 -> afterwards.add(() -> connect(current(created), nav, target1)));
            }
        });
        body.binds().forEach((nav, urls) -> {
            for (String url : urls) {
                Row target = finder.apply(url);
                if (nav.isCollection()) {
                    afterwards.add(() -> connect(current(created), nav, target));
                } else {
                    refer(type, draft, nav, target, t -> afterwards.add(() -> connect(current(created), nav, t)));
                }
            }
        });
        created.add(store.insert(type, key, draft));
        keys.checkUnique(created.get(0));
        afterwards.forEach(Runnable::run);
        return current(created);
    }

    private Row current(List<Row> created) {
        return current(created.get(0));
    }

    /** The row as it is now; for use inside a transaction. */
    private Row current(Row row) {
        return store.find(row.type(), row.key())
                .orElseThrow(() -> DataverseError.noRow(row.type().getName(), row.key()));
    }

    private void columns(EdmEntityType type, Map<String, @Nullable Object> columns, Row.Draft draft) {
        columns.forEach((name, value) -> {
            EdmProperty property = type.getStructuralProperty(name);
            if (property != null && FileColumns.isFile(type, property)) {
                throw DataverseError.payload("The file in '" + name + "' has requests of its own.");
            }
            if (property != null && Images.isImage(type, property) && value instanceof byte[] image) {
                Images.check(image);
            }
            if (property == null || !SystemColumns.isReadOnly(property)) {
                draft.set(name, value);
            }
        });
    }

    private Key key(EdmEntityType type, @Nullable Key urlKey, Row.Draft draft) {
        List<EdmKeyPropertyRef> refs = type.getKeyPropertyRefs();
        List<String> twins = schema.keyTwins(type);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < refs.size(); i++) {
            EdmProperty property = refs.get(i).getProperty();
            Object sent = draft.columns().get(property.getName());
            if (sent == null && !twins.isEmpty()) {
                sent = draft.columns().get(twins.get(0));
            }
            Object value = urlKey != null ? urlKey.values().get(i) : sent;
            if (urlKey != null && sent != null && !sent.equals(value)) {
                throw DataverseError.payload(
                        "The key '" + property.getName() + "' in the body differs from the URL's.");
            }
            if (value == null && Schema.isGuid(property)) {
                value = UUID.randomUUID();
            }
            if (value == null) {
                throw DataverseError.payload("The key property '" + property.getName() + "' needs a value.");
            }
            values.add(value);
            draft.set(property.getName(), value);
        }
        twins.forEach(twin -> draft.set(twin, values.get(0)));
        return new Key(values);
    }

    /** Changes what the body mentions and nothing else. */
    Row update(Row row, RowBody body, Finder finder) {
        return store.transaction(() -> {
            if (!body.nested().isEmpty()) {
                throw DataverseError.payload("Deep update is not supported: '"
                        + body.nested().keySet().iterator().next().getName() + "'.");
            }
            EdmEntityType type = row.type();
            Row.Draft draft = row.edit();
            checkKey(row, body);
            columns(type, body.columns(), draft);
            List<Runnable> afterwards = new ArrayList<>();
            body.binds().forEach((nav, urls) -> {
                if (nav.isCollection()) {
                    throw DataverseError.payload(
                            "The collection '" + nav.getName() + "' cannot be bound in an update.");
                }
                if (urls.isEmpty()) {
                    empty(row, draft, nav, afterwards);
                } else {
                    Row target = finder.apply(urls.get(0));
                    refer(type, draft, nav, target, t -> afterwards.add(() -> connect(row, nav, t)));
                }
            });
            systemColumns.modified(type, draft, store.version() + 1);
            keys.checkUnique(store.update(row, draft));
            afterwards.forEach(Runnable::run);
            return current(row);
        });
    }

    private static void checkKey(Row row, RowBody body) {
        List<String> names = row.type().getKeyPredicateNames();
        for (int i = 0; i < names.size(); i++) {
            Object sent = body.columns().get(names.get(i));
            if (sent != null && !sent.equals(row.key().values().get(i))) {
                throw DataverseError.payload("The key '" + names.get(i) + "' cannot be changed.");
            }
        }
    }

    /** Puts new rows in the place of all to which a collection leads. */
    void replace(Row row, EdmNavigationProperty nav, List<RowBody> bodies, Finder finder) {
        store.transaction(() -> {
            store.related(row, nav).forEach(store::delete);
            bodies.forEach(body -> connect(current(row), nav, insert(body, null, finder)));
            return row;
        });
    }

    /** Sets one column, to null as well. */
    Row set(Row row, EdmProperty property, @Nullable Object value) {
        return store.transaction(() -> {
            Row current = current(row);
            Row.Draft draft = current.edit();
            draft.set(property.getName(), value);
            systemColumns.modified(row.type(), draft, store.version() + 1);
            return store.update(current, draft);
        });
    }

    void delete(Row row) {
        store.transaction(() -> {
            store.delete(current(row));
            return row;
        });
    }

    // ---- references

    /** Writes a lookup into the draft; relations that are kept elsewhere are left to {@code otherwise}. */
    private void refer(
            EdmEntityType type, Row.Draft draft, EdmNavigationProperty nav, Row target, Consumer<Row> otherwise) {
        checkTarget(nav, target);
        Relation relation = schema.relation(type, nav);
        if (!(relation instanceof Relation.ByColumns columns) || !columns.fromDependent()) {
            otherwise.accept(target);
            return;
        }
        List<Object> values = Optional.ofNullable(Table.valuesOf(columns.referenced(), target))
                .orElseThrow(() ->
                        DataverseError.payload("The row behind '" + nav.getName() + "' has no value to refer to."));
        for (int i = 0; i < values.size(); i++) {
            draft.set(columns.columns().get(i), values.get(i));
            draft.lookups().put(columns.columns().get(i), nav.getName());
        }
        owner(type, draft, columns.columns().get(0), target);
    }

    /** {@code ownerid} takes a user or a team; two more columns say which it is. */
    private static void owner(EdmEntityType type, Row.Draft draft, String column, Row target) {
        if (column.equals("_ownerid_value")) {
            for (String kind : List.of("user", "team")) {
                String owning = "_owning" + kind + "_value";
                if (type.getStructuralProperty(owning) != null) {
                    boolean same = target.type().getName().endsWith(kind);
                    draft.set(owning, same ? target.key().values().get(0) : null);
                }
            }
        }
    }

    private void empty(Row row, Row.Draft draft, EdmNavigationProperty nav, List<Runnable> afterwards) {
        if (schema.relation(row.type(), nav) instanceof Relation.ByColumns columns && columns.fromDependent()) {
            columns.columns().forEach(column -> draft.set(column, null));
        } else {
            store.related(row, nav).forEach(target -> afterwards.add(() -> disconnect(row, nav, target)));
        }
    }

    /** Connects two existing rows. */
    void connect(Row row, EdmNavigationProperty nav, Row target) {
        store.transaction(() -> {
            checkTarget(nav, target);
            Relation relation = schema.relation(row.type(), nav);
            if (relation instanceof Relation.ByPairs pairs) {
                store.link(pairs, row, target);
            } else if (relation instanceof Relation.ByColumns columns) {
                if (columns.fromDependent()) {
                    Row current = current(row);
                    Row.Draft draft = current.edit();
                    refer(row.type(), draft, nav, target, t -> {});
                    systemColumns.modified(row.type(), draft, store.version() + 1);
                    store.update(current, draft);
                } else {
                    connect(target, lookup(target, columns), row);
                }
            }
            return row;
        });
    }

    /** Takes the connection of two rows away; nothing happens when there is none. */
    void disconnect(Row row, EdmNavigationProperty nav, Row target) {
        store.transaction(() -> {
            Relation relation = schema.relation(row.type(), nav);
            if (relation instanceof Relation.ByPairs pairs) {
                store.unlink(pairs, row, target);
            } else if (relation instanceof Relation.ByColumns columns) {
                Row dependent = current(columns.fromDependent() ? row : target);
                Row.Draft draft = dependent.edit();
                columns.columns().forEach(column -> draft.set(column, null));
                systemColumns.modified(dependent.type(), draft, store.version() + 1);
                store.update(dependent, draft);
            }
            return row;
        });
    }

    private static EdmNavigationProperty lookup(Row dependent, Relation.ByColumns columns) {
        return dependent.type().getNavigationProperty(columns.lookupNavigation());
    }

    private static void checkTarget(EdmNavigationProperty nav, Row target) {
        if (!Schema.isA(target.type(), nav.getType())) {
            throw DataverseError.payload("The navigation property '" + nav.getName() + "' takes rows of '"
                    + nav.getType().getName() + "', not of '" + target.type().getName() + "'.");
        }
    }
}
