package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import java.util.List;
import java.util.Optional;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers POST, PATCH, PUT and DELETE on rows, columns and references. */
final class Writing {

    private final Schema schema;
    private final Store store;
    private final Changes changes;
    private final References references;
    private final Reading reading;
    private final ODataUris uris;

    Writing(Schema schema, Store store, Changes changes, References references, Reading reading, ODataUris uris) {
        this.schema = schema;
        this.store = store;
        this.changes = changes;
        this.references = references;
        this.reading = reading;
        this.uris = uris;
    }

    Answer answer(DataverseCall call, Target target) {
        if (target.suffix() == Target.Suffix.REF) {
            return reference(call, target);
        }
        if (target.suffix() != Target.Suffix.NONE) {
            throw DataverseError.methodNotAllowed("Only GET is allowed here.");
        }
        String method = call.call().method();
        if (target instanceof Target.Rows rows) {
            return switch (method) {
                case "POST" -> create(call, rows);
                default ->
                    throw DataverseError.methodNotAllowed(
                            "The HTTP method " + method + " is not supported on a collection.");
            };
        }
        if (target instanceof Target.One one) {
            return switch (method) {
                case "PATCH" -> upsert(call, one);
                case "DELETE" -> delete(call, one);
                default ->
                    throw DataverseError.methodNotAllowed("The HTTP method " + method + " is not supported on a row.");
            };
        }
        if (target instanceof Target.Column column) {
            return switch (method) {
                case "PUT" -> set(call, column);
                case "DELETE" -> clear(call, column);
                default ->
                    throw DataverseError.methodNotAllowed(
                            "The HTTP method " + method + " is not supported on a property.");
            };
        }
        throw new AssertionError(target);
    }

    // ---- rows

    private Answer create(DataverseCall call, Target.Rows target) {
        RowBody body = body(call, target.type());
        Row row = store.transaction(() -> {
            Row created = changes.create(body, null, finder(call));
            if (target.via() != null) {
                changes.connect(target.via().owner(), target.via().navigation(), created);
            }
            return store.find(created.type(), created.key()).orElse(created);
        });
        if (call.preferences().representation()) {
            return reading.row(call, row, target.type(), target.via(), 201); // without OData-EntityId, as documented
        }
        return located(call, row).with("Location", url(call, row));
    }

    private Answer upsert(DataverseCall call, Target.One target) {
        Conditions conditions = Conditions.of(call.call().headers());
        record Outcome(Row row, boolean created) {}
        Outcome outcome = store.transaction(() -> {
            Optional<Row> current = fresh(target);
            conditions.check(current);
            if (current.isPresent()) {
                RowBody body = body(call, current.get().type());
                return new Outcome(changes.update(current.get(), body, finder(call)), false);
            }
            if (target.key() == null || target.via() != null || !conditions.allowCreate()) {
                return new Outcome(target.present(), false); // throws: there is nothing to update
            }
            return new Outcome(changes.create(body(call, target.type()), target.key(), finder(call)), true);
        });
        if (call.preferences().representation()) {
            return reading.row(call, outcome.row(), target.type(), null, outcome.created() ? 201 : 200);
        }
        return located(call, outcome.row());
    }

    private Answer delete(DataverseCall call, Target.One target) {
        store.transaction(() -> {
            Optional<Row> current = fresh(target);
            Conditions.of(call.call().headers()).check(current);
            changes.delete(current.orElseGet(target::present));
            return target;
        });
        return Answers.noContent();
    }

    /** The row as it is now that the lock is held; the path was walked before. */
    private Optional<Row> fresh(Target.One target) {
        if (target.key() != null && target.via() == null) {
            return store.find(target.type(), target.key());
        }
        return target.row().flatMap(row -> store.find(row.type(), row.key()));
    }

    private Answer located(DataverseCall call, Row row) {
        Answer answer = Answers.noContent().with("OData-EntityId", url(call, row));
        return Answers.withPreferences(answer, call.preferences());
    }

    private String url(DataverseCall call, Row row) {
        return call.root() + "/" + uris.relative(row);
    }

    private RowBody body(DataverseCall call, EdmEntityType type) {
        return RowBody.read(schema, type, json(call));
    }

    private static JsonNode json(DataverseCall call) {
        if (!call.call().hasJsonBody()) {
            throw new DataverseError(
                    415, DataverseError.QUERY, "The body must have the content type application/json.");
        }
        return Json.object(call.call().body());
    }

    private Changes.Finder finder(DataverseCall call) {
        return url -> references.row(url, call.root());
    }

    // ---- columns

    private Answer set(DataverseCall call, Target.Column target) {
        EdmProperty property = writable(target);
        JsonNode value = json(call).path("value");
        if (value.isMissingNode()) {
            throw DataverseError.payload("The body must have the member 'value'.");
        }
        return store(call, target.owner(), property, Values.fromJson(property, value));
    }

    private Answer clear(DataverseCall call, Target.Column target) {
        return store(call, target.owner(), writable(target), null);
    }

    private Answer store(DataverseCall call, Row owner, EdmProperty property, @Nullable Object value) {
        store.transaction(() -> {
            Conditions.of(call.call().headers()).check(store.find(owner.type(), owner.key()));
            return changes.set(owner, property, value);
        });
        return Answers.noContent();
    }

    private static EdmProperty writable(Target.Column target) {
        EdmProperty property = target.property();
        boolean key = target.owner().type().getKeyPredicateNames().contains(property.getName());
        if (target.path().size() > 1 || key || Schema.isLookup(property.getName())) {
            throw DataverseError.query("The property '" + property.getName() + "' cannot be set on its own.");
        }
        return property;
    }

    // ---- references

    private Answer reference(DataverseCall call, Target target) {
        switch (call.call().method()) {
            case "POST", "PUT" -> {
                Target.Via via = via(target);
                boolean collection = target instanceof Target.Rows;
                if (collection != call.call().method().equals("POST")) {
                    throw DataverseError.methodNotAllowed(
                            "POST adds to a collection, PUT sets a single-valued navigation property.");
                }
                Row other = references.row(idOf(json(call)), call.root());
                changes.connect(via.owner(), via.navigation(), other);
            }
            case "DELETE" ->
                related(call, target)
                        .forEach(other -> changes.disconnect(
                                via(target).owner(), via(target).navigation(), other));
            default -> throw DataverseError.methodNotAllowed("A reference is set with POST or PUT.");
        }
        return Answers.noContent();
    }

    private static Target.Via via(Target target) {
        Target.Via via = target instanceof Target.Rows rows ? rows.via() : ((Target.One) target).via();
        if (via == null) {
            throw DataverseError.query("A reference needs a navigation property.");
        }
        return via;
    }

    private static String idOf(JsonNode body) {
        JsonNode id = body.path("@odata.id");
        if (!id.isString()) {
            throw DataverseError.payload("The body must have the member '@odata.id'.");
        }
        return id.stringValue();
    }

    private List<Row> related(DataverseCall call, Target target) {
        if (target instanceof Target.One one) {
            return one.key() == null ? one.row().stream().toList() : List.of(one.present());
        }
        if (call.uri().getIdOption() == null) {
            throw DataverseError.query("Say with $id which row to take out of the collection.");
        }
        return List.of(references.row(call.uri().getIdOption().getValue(), call.root()));
    }
}
