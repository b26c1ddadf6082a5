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
    private final AlternateKeys keys;
    private final DuplicateRules duplicates;

    Writing(
            Schema schema,
            Store store,
            Changes changes,
            References references,
            Reading reading,
            ODataUris uris,
            AlternateKeys keys,
            DuplicateRules duplicates) {
        this.schema = schema;
        this.store = store;
        this.changes = changes;
        this.references = references;
        this.reading = reading;
        this.uris = uris;
        this.keys = keys;
        this.duplicates = duplicates;
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
                case "PUT" -> replace(call, rows);
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
            detectDuplicates(call, body, null);
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

    /** Of all collections, those of the parties of an activity can be replaced. */
    private Answer replace(DataverseCall call, Target.Rows target) {
        Target.Via via = target.via();
        if (via == null || !target.type().getName().equals("activityparty")) {
            throw DataverseError.methodNotAllowed("The HTTP method PUT is not supported on a collection.");
        }
        JsonNode rows = json(call).path("value");
        if (!rows.isArray()) {
            throw DataverseError.payload("The body must have the member 'value', an array.");
        }
        List<RowBody> bodies = rows.values().stream()
                .map(row -> RowBody.read(schema, target.type(), row))
                .toList();
        changes.replace(via.owner(), via.navigation(), bodies, finder(call));
        return Answers.noContent();
    }

    /** Off unless the header says that it is not to be suppressed. */
    private void detectDuplicates(DataverseCall call, RowBody body, @Nullable Row own) {
        if (call.header("MSCRM.SuppressDuplicateDetection")
                .filter("false"::equalsIgnoreCase)
                .isPresent()) {
            duplicates.check(body.type(), body.columns(), own);
        }
    }

    private Answer upsert(DataverseCall call, Target.One target) {
        Conditions conditions = Conditions.of(call.call().headers());
        record Outcome(Row row, boolean created) {}
        Outcome outcome = store.transaction(() -> {
            Optional<Row> current = fresh(call, target);
            conditions.check(current);
            if (current.isPresent()) {
                RowBody body = body(call, current.get().type());
                // What the URL says of an alternate key cannot be changed by the body.
                call.alternate()
                        .ifPresent(match ->
                                body.columns().keySet().removeAll(match.values().keySet()));
                detectDuplicates(call, body, current.get());
                return new Outcome(changes.update(current.get(), body, finder(call)), false);
            }
            if (target.key() == null || target.via() != null || !conditions.allowCreate()) {
                throw missing(call, target);
            }
            RowBody body = body(call, target.type());
            // A value in the body wins over the URL's without a word.
            call.alternate().ifPresent(match -> match.values().forEach(body.columns()::putIfAbsent));
            detectDuplicates(call, body, null);
            return new Outcome(changes.create(body, target.key(), finder(call)), true);
        });
        if (call.preferences().representation()) {
            return reading.row(call, outcome.row(), target.type(), null, outcome.created() ? 201 : 200);
        }
        return located(call, outcome.row());
    }

    private Answer delete(DataverseCall call, Target.One target) {
        store.transaction(() -> {
            Optional<Row> current = fresh(call, target);
            Conditions.of(call.call().headers()).check(current);
            changes.delete(current.orElseThrow(() -> missing(call, target)));
            return target;
        });
        return Answers.noContent();
    }

    /** The row as it is now that the lock is held; the path was walked before. */
    private Optional<Row> fresh(DataverseCall call, Target.One target) {
        if (call.alternate().isPresent() && target.via() == null) {
            return keys.find(call.alternate().get());
        }
        if (target.key() != null && target.via() == null) {
            return store.find(target.type(), target.key());
        }
        return target.row().flatMap(row -> store.find(row.type(), row.key()));
    }

    private static DataverseError missing(DataverseCall call, Target.One target) {
        return call.alternate()
                .filter(match -> target.via() == null)
                .map(AlternateKeys::noRow)
                .orElseGet(() -> DataverseError.noRow(
                        target.type().getName(), target.key() == null ? Key.of("null") : target.key()));
    }

    /** After a request by an alternate key the header has that key. */
    private Answer located(DataverseCall call, Row row) {
        String url = call.alternate()
                .filter(match -> match.rest().isEmpty())
                .map(match -> call.root() + "/" + match.segment())
                .orElseGet(() -> url(call, row));
        Answer answer = Answers.noContent().with("OData-EntityId", url);
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
