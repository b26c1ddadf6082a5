package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.server.api.uri.UriInfo;

/** Answers GET of rows by a query in FetchXML, which stands in the URL or is kept in a saved or a user's query. */
final class FetchReading {

    private static final Map<String, String> KEPT = Map.of("savedQuery", "savedquery", "userQuery", "userquery");

    private final Schema schema;
    private final Lookups lookups;
    private final QueryFunctions functions;

    FetchReading(Schema schema, Lookups lookups, QueryFunctions functions) {
        this.schema = schema;
        this.lookups = lookups;
        this.functions = functions;
    }

    static boolean isAskedBy(UriInfo uri) {
        return uri.getCustomQueryOptions().stream()
                .anyMatch(option -> option.getName().equals("fetchXml") || KEPT.containsKey(option.getName()));
    }

    Answer answer(
            DataverseCall call,
            Target.Rows target,
            String context,
            BiFunction<DataverseCall, Shape, RowWriter> writers) {
        FetchXml fetch = FetchXml.parse(xml(call));
        if (!fetch.entity().name().equals(target.type().getName())) {
            throw FetchXml.malformed("The entity '" + fetch.entity().name() + "' is not the table of the URL, '"
                    + target.type().getName() + "'.");
        }
        Fetching fetching = new Fetching(schema, functions, lookups, fetch);
        byte[] body = fetch.aggregate()
                ? aggregate(fetch, fetching, target, context)
                : rows(call, fetch, fetching, target, context, writers);
        return Answers.withPreferences(Answers.json(200, body), call.preferences());
    }

    private String xml(DataverseCall call) {
        Optional<String> fetchXml = call.option("fetchXml");
        if (fetchXml.isPresent()) {
            return fetchXml.get();
        }
        for (Map.Entry<String, String> kept : KEPT.entrySet()) {
            Optional<String> id = call.option(kept.getKey());
            if (id.isPresent()) {
                return kept(kept.getValue(), id.get());
            }
        }
        throw new AssertionError(call.call().query());
    }

    private String kept(String table, String id) {
        EdmEntityType type = schema.type(schema.document().namespace() + "." + table)
                .orElseThrow(() -> DataverseError.notImplemented("The document has no table '" + table + "'."));
        Key key;
        try {
            key = Key.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw DataverseError.query("'" + id + "' is no Guid.");
        }
        Row row = functions.store().find(type, key).orElseThrow(() -> DataverseError.noRow(table, key));
        if (row.get("fetchxml") instanceof String xml) {
            return xml;
        }
        throw DataverseError.query("The query has no FetchXML.");
    }

    private static byte[] aggregate(FetchXml fetch, Fetching fetching, Target.Rows target, String context) {
        List<Map<String, Object>> outcomes =
                new FetchAggregates(fetch).of(fetching.matching(target.rows().get()));
        int from = Math.min(outcomes.size(), (fetch.page() - 1) * fetch.count());
        int most = fetch.top() >= 0 ? fetch.top() : fetch.count();
        List<Map<String, Object>> page = outcomes.subList(from, Math.min(outcomes.size(), from + most));
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", context);
            json.writeName("value");
            Json.value(json, new ArrayList<>(page));
            json.writeEndObject();
        });
    }

    private static byte[] rows(
            DataverseCall call,
            FetchXml fetch,
            Fetching fetching,
            Target.Rows target,
            String context,
            BiFunction<DataverseCall, Shape, RowWriter> writers) {
        Fetching.Result result = fetching.page(target.rows().get());
        Optional<Set<String>> selected = fetching.selected();
        Shape shape = new Shape(target.type(), selected, List.of());
        RowWriter writer = writers.apply(call, shape);
        Annotations annotations = call.preferences().annotations();
        boolean counted = fetch.counted()
                || call.uri().getCountOption() != null
                        && call.uri().getCountOption().getValue();
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", context);
            if (counted) {
                json.writeNumberProperty("@odata.count", Math.min(result.total(), Reading.PAGE_LIMIT));
            }
            Reading.totals(json, annotations, counted ? result.total() : -1);
            if (annotations.wants(Annotations.COOKIE) && result.next().isPresent()) {
                json.writeStringProperty(
                        "@" + Annotations.COOKIE,
                        fetching.annotation(result.next().get()));
            }
            if (annotations.wants(Annotations.MORE)) {
                json.writeBooleanProperty("@" + Annotations.MORE, result.next().isPresent());
            }
            json.writeArrayPropertyStart("value");
            result.rows().forEach(row -> writer.fetched(json, row.outermost(), shape, fetching.aliased(row)));
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
