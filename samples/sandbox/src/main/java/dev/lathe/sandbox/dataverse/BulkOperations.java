package dev.lathe.sandbox.dataverse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code CreateMultiple} and its kin: many rows of one table in one transaction. */
final class BulkOperations {

    private final Schema schema;
    private final Store store;
    private final Changes changes;
    private final References references;
    private final AlternateKeys keys;
    private final Set<String> elastic = ConcurrentHashMap.newKeySet();

    BulkOperations(Schema schema, Store store, Changes changes, References references, AlternateKeys keys) {
        this.schema = schema;
        this.store = store;
        this.changes = changes;
        this.references = references;
        this.keys = keys;
    }

    void addTo(Operations operations) {
        operations.add("CreateMultiple", this::create);
        operations.add("UpdateMultiple", this::update);
        operations.add("UpsertMultiple", this::upsert);
        operations.add("DeleteMultiple", this::delete);
    }

    /** Rows of elastic tables can be deleted in bulk, those of others cannot. */
    void elastic(EdmEntityType type) {
        elastic.add(Schema.nameOf(type));
    }

    private Map<String, Object> create(OperationRequest request) {
        List<Object> ids = new ArrayList<>();
        store.transaction(() -> {
            targets(request)
                    .forEach(body -> ids.add(changes.create(body, null, finder(request))
                            .key()
                            .values()
                            .get(0)));
            return ids;
        });
        return Map.of("Ids", ids);
    }

    private @Nullable Object update(OperationRequest request) {
        return store.transaction(() -> {
            Set<Key> seen = new HashSet<>();
            for (RowBody body : targets(request)) {
                Key key = key(body);
                Row row = store.find(body.type(), key)
                        .orElseThrow(() -> DataverseError.noRow(body.type().getName(), key));
                if (seen.add(key)) { // of two targets for one row the second is passed over
                    changes.update(row, body, finder(request));
                }
            }
            return null;
        });
    }

    private @Nullable Object upsert(OperationRequest request) {
        return store.transaction(() -> {
            Set<Key> seen = new HashSet<>();
            int i = 0;
            for (RowBody body : targets(request)) {
                JsonNode id = request.parameter("Targets").get(i++).path("@odata.id");
                Optional<AlternateKeys.Match> match = id.isMissingNode()
                        ? Optional.empty()
                        : keys.match("/" + id.asString().replaceFirst("^.*/", ""));
                Optional<Row> row = match.isPresent()
                        ? match.flatMap(keys::find)
                        : id.isMissingNode()
                                ? store.find(body.type(), key(body))
                                : Optional.of(references.row(id.asString(), request.root()));
                match.ifPresent(found -> found.values().forEach(body.columns()::putIfAbsent));
                Row written = row.isPresent()
                        ? changes.update(row.get(), body, finder(request))
                        : changes.create(body, match.isPresent() ? null : key(body), finder(request));
                if (!seen.add(written.key())) {
                    throw DataverseError.query("Targets has the same row twice.");
                }
            }
            return null;
        });
    }

    private @Nullable Object delete(OperationRequest request) {
        EdmEntityType type = table(request);
        if (!elastic.contains(Schema.nameOf(type))) {
            throw DataverseError.query("DeleteMultiple has not yet been implemented.");
        }
        return store.transaction(() -> {
            for (RowBody body : targets(request)) {
                Key key = key(body);
                changes.delete(store.find(type, key).orElseThrow(() -> DataverseError.noRow(type.getName(), key)));
            }
            return null;
        });
    }

    private static Key key(RowBody body) {
        String name = body.type().getKeyPredicateNames().get(0);
        if (body.columns().get(name) instanceof UUID id) {
            return Key.of(id);
        }
        throw DataverseError.query("Each of Targets needs the primary key '" + name + "'.");
    }

    private static EdmEntityType table(OperationRequest request) {
        if (request.binding() instanceof Target.Rows rows) {
            return rows.type();
        }
        throw DataverseError.query("'" + request.name() + "' starts from an entity set.");
    }

    private List<RowBody> targets(OperationRequest request) {
        EdmEntityType type = table(request);
        List<RowBody> bodies = new ArrayList<>();
        for (JsonNode target : request.parameter("Targets")) {
            if (!target.has("@odata.type")) {
                throw DataverseError.query("Each of Targets needs '@odata.type'.");
            }
            RowBody body = RowBody.read(schema, type, target);
            Map<String, @Nullable Object> columns = new LinkedHashMap<>(body.columns());
            bodies.add(new RowBody(body.type(), columns, body.binds(), body.nested()));
        }
        return bodies;
    }

    private Changes.Finder finder(OperationRequest request) {
        return url -> references.row(url, request.root());
    }
}
