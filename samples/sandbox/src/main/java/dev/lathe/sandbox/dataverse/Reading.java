package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmProperty;
import org.apache.olingo.server.api.uri.UriInfo;
import org.apache.olingo.server.api.uri.queryoption.SystemQueryOption;
import org.apache.olingo.server.api.uri.queryoption.SystemQueryOptionKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Answers GET. */
final class Reading {

    /** Most rows of a page, and the highest count that is told. */
    static final int PAGE_LIMIT = 5000;

    private static final List<SystemQueryOptionKind> SUPPORTED = List.of(
            SystemQueryOptionKind.SELECT,
            SystemQueryOptionKind.EXPAND,
            SystemQueryOptionKind.FILTER,
            SystemQueryOptionKind.ORDERBY,
            SystemQueryOptionKind.TOP,
            SystemQueryOptionKind.COUNT,
            SystemQueryOptionKind.SKIPTOKEN,
            SystemQueryOptionKind.APPLY,
            SystemQueryOptionKind.DELTATOKEN,
            SystemQueryOptionKind.ID);

    private final Schema schema;
    private final Store store;
    private final Lookups lookups;
    private final Labels labels;
    private final ODataUris uris;
    private final QueryFunctions functions;

    Reading(Schema schema, Store store, Lookups lookups, Labels labels, ODataUris uris, QueryFunctions functions) {
        this.schema = schema;
        this.store = store;
        this.lookups = lookups;
        this.labels = labels;
        this.uris = uris;
        this.functions = functions;
    }

    Answer answer(DataverseCall call, Target target) {
        checkOptions(call.uri());
        if (target instanceof Target.Rows rows) {
            return collection(call, rows);
        }
        if (target instanceof Target.One one) {
            return single(call, one);
        }
        if (target instanceof Target.Column column) {
            return column(call, column);
        }
        throw new AssertionError(target);
    }

    private static void checkOptions(UriInfo uri) {
        for (SystemQueryOption option : uri.getSystemQueryOptions()) {
            if (!SUPPORTED.contains(option.getKind())) {
                throw DataverseError.query("The query parameter " + option.getName() + " is not supported.");
            }
        }
    }

    // ---- collections

    private Answer collection(DataverseCall call, Target.Rows target) {
        if (FetchReading.isAskedBy(call.uri())) {
            return new FetchReading(schema, lookups, functions)
                    .answer(call, target, context(call, target.type(), target.via()), this::writer);
        }
        if (call.uri().getApplyOption() != null) {
            return aggregation(call, target);
        }
        if (call.uri().getDeltaTokenOption() != null || call.preferences().tracksChanges()) {
            return new Tracking(store, schema).answer(call, target, this::writer, this::shapeOf);
        }
        List<Row> matching = matching(call, target);
        if (target.suffix() == Target.Suffix.COUNT) {
            return Answers.number(Math.min(matching.size(), PAGE_LIMIT));
        }
        Shapes shapes = new Shapes(functions, lookups, call.aliases());
        Optional<Comparator<Row>> order = shapes.order(call.uri().getOrderByOption());
        List<Row> sorted = order.map(o -> matching.stream().sorted(o).toList()).orElse(matching);
        Page page = Page.cut(sorted, order.isPresent(), start(call), pageSize(call), top(call));
        byte[] body = target.suffix() == Target.Suffix.REF
                ? references(call, page)
                : rows(call, target, page, shape(call, shapes, target.type()));
        return Answers.withPreferences(Answers.json(200, body), call.preferences());
    }

    private Answer aggregation(DataverseCall call, Target.Rows target) {
        if (call.uri().getOrderByOption() != null || call.uri().getTopOption() != null) {
            throw DataverseError.query("$orderby and $top are not supported with $apply.");
        }
        List<Map<String, Object>> outcomes =
                new Aggregations(functions, call).of(call.uri().getApplyOption(), matching(call, target));
        String columns =
                outcomes.isEmpty() ? "" : String.join(",", outcomes.get(0).keySet());
        byte[] body = Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty(
                    "@odata.context", context(call, target.type(), target.via()) + "(" + columns + ")");
            json.writeName("value");
            Json.value(json, outcomes);
            json.writeEndObject();
        });
        return Answers.withPreferences(Answers.json(200, body), call.preferences());
    }

    private Shape shapeOf(DataverseCall call, EdmEntityType type) {
        return shape(call, new Shapes(functions, lookups, call.aliases()), type);
    }

    private List<Row> matching(DataverseCall call, Target.Rows target) {
        List<Row> rows = target.rows().get();
        if (call.uri().getFilterOption() == null) {
            return rows;
        }
        Predicate<Row> filter = Terms.filter(call.uri().getFilterOption().getExpression(), functions, call.aliases());
        return rows.stream().filter(filter).toList();
    }

    private static SkipToken start(DataverseCall call) {
        return call.uri().getSkipTokenOption() == null
                ? SkipToken.START
                : SkipToken.parse(call.uri().getSkipTokenOption().getValue());
    }

    private static int pageSize(DataverseCall call) {
        return Math.min(PAGE_LIMIT, call.preferences().pageSize().orElse(PAGE_LIMIT));
    }

    /** {@code $top} is ignored beside a page size. */
    private static int top(DataverseCall call) {
        boolean ignored = call.uri().getTopOption() == null
                || call.preferences().pageSize().isPresent();
        return ignored ? Integer.MAX_VALUE : call.uri().getTopOption().getValue();
    }

    private static Shape shape(DataverseCall call, Shapes shapes, EdmEntityType type) {
        return shapes.shape(type, call.uri().getSelectOption(), call.uri().getExpandOption(), call.option("$expand"));
    }

    private byte[] rows(DataverseCall call, Target.Rows target, Page page, Shape shape) {
        RowWriter writer = writer(call, shape);
        Annotations annotations = call.preferences().annotations();
        boolean counted = call.uri().getCountOption() != null
                && call.uri().getCountOption().getValue();
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", context(call, target.type(), target.via()) + shape.context());
            if (counted) {
                json.writeNumberProperty("@odata.count", Math.min(page.total(), PAGE_LIMIT));
            }
            totals(json, annotations, counted ? page.total() : -1);
            json.writeArrayPropertyStart("value");
            page.rows().forEach(row -> writer.row(json, row, shape));
            json.writeEndArray();
            page.next().ifPresent(next -> json.writeStringProperty("@odata.nextLink", nextLink(call, next)));
            json.writeEndObject();
        });
    }

    static void totals(JsonGenerator json, Annotations annotations, int total) {
        if (annotations.wants(Annotations.TOTAL)) {
            json.writeNumberProperty("@" + Annotations.TOTAL, Math.min(total, PAGE_LIMIT));
        }
        if (annotations.wants(Annotations.TOTAL_EXCEEDED)) {
            json.writeBooleanProperty("@" + Annotations.TOTAL_EXCEEDED, total > PAGE_LIMIT);
        }
        if (annotations.wants(Annotations.METADATA_VERSION)) {
            json.writeStringProperty("@" + Annotations.METADATA_VERSION, "1000001");
        }
    }

    private byte[] references(DataverseCall call, Page page) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", call.root() + "/$metadata#Collection($ref)");
            json.writeArrayPropertyStart("value");
            for (Row row : page.rows()) {
                json.writeStartObject();
                json.writeStringProperty("@odata.id", call.root() + "/" + uris.relative(row));
                json.writeEndObject();
            }
            json.writeEndArray();
            page.next().ifPresent(next -> json.writeStringProperty("@odata.nextLink", nextLink(call, next)));
            json.writeEndObject();
        });
    }

    private static String nextLink(DataverseCall call, SkipToken next) {
        String kept = Arrays.stream(call.call().query().split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith("$skiptoken=") && !pair.startsWith("%24skiptoken="))
                .collect(Collectors.joining("&"));
        return call.call().origin() + call.call().path() + "?" + (kept.isEmpty() ? "" : kept + "&") + "$skiptoken="
                + ODataUris.encode(next.toString());
    }

    // ---- single rows

    private Answer single(DataverseCall call, Target.One target) {
        if (target.row().isEmpty() && target.key() == null) {
            return Answers.noContent();
        }
        Row row = target.present();
        if (target.suffix() == Target.Suffix.REF) {
            return Answers.json(200, reference(call, row));
        }
        if (target.suffix() != Target.Suffix.NONE) {
            throw DataverseError.query("The path of the request is not valid.");
        }
        return row(call, row, target.type(), target.via(), 200);
    }

    /** A row as an answer, in the shape that the URL asks for. */
    Answer row(DataverseCall call, Row row, EdmEntityType type, Target.@Nullable Via via, int status) {
        Shape shape = shape(call, new Shapes(functions, lookups, call.aliases()), type);
        // Neither an expanded row nor annotations are covered by the version of the row.
        boolean conditional = call.call().method().equals("GET")
                && shape.expansions().isEmpty()
                && !call.preferences().annotations().any();
        if (conditional && Conditions.of(call.call().headers()).unchanged(row)) {
            return Answer.of(304).with("ETag", row.etag());
        }
        String context = context(call, type, via) + shape.context() + "/$entity";
        byte[] body = Json.write(json -> writer(call, shape).row(json, row, shape, context));
        Answer answer = Answers.json(status, body).with("ETag", row.etag());
        return Answers.withPreferences(answer, call.preferences());
    }

    private byte[] reference(DataverseCall call, Row row) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", call.root() + "/$metadata#$ref");
            json.writeStringProperty("@odata.id", call.root() + "/" + uris.relative(row));
            json.writeEndObject();
        });
    }

    private RowWriter writer(DataverseCall call, Shape shape) {
        RowWriter.Style style =
                new RowWriter.Style(call.root(), call.preferences().annotations(), pageSize(call), shape.isNested());
        return new RowWriter(schema, store, lookups, labels, uris, style);
    }

    private String context(DataverseCall call, EdmEntityType type, Target.@Nullable Via via) {
        String what = schema.setOf(type)
                .map(set -> set.getName())
                .or(() -> Optional.ofNullable(via)
                        .map(v ->
                                uris.relative(v.owner()) + "/" + v.navigation().getName()))
                .orElse(Schema.nameOf(type));
        return call.root() + "/$metadata#" + what;
    }

    // ---- single properties

    private Answer column(DataverseCall call, Target.Column target) {
        Object value = target.owner();
        for (EdmProperty property : target.path()) {
            if (value instanceof Row row) {
                value = row.get(property.getName());
            } else {
                value = value instanceof Map<?, ?> complex ? complex.get(property.getName()) : null;
            }
        }
        if (value == null) {
            return Answers.noContent();
        }
        Object found = value;
        if (target.suffix() == Target.Suffix.VALUE) {
            if (found instanceof byte[] image && Images.isImage(target.owner().type(), target.property())) {
                return Images.value(call, image);
            }
            return found instanceof byte[] bytes
                    ? Answer.of(200, "application/octet-stream", bytes)
                    : Answer.of(200, "text/plain; charset=utf-8", Values.text(found));
        }
        return Answers.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty(
                    "@odata.context",
                    call.root() + "/$metadata#" + uris.relative(target.owner()) + "/"
                            + target.property().getName());
            json.writeName("value");
            Json.value(json, found);
            json.writeEndObject();
        }));
    }
}
