package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import tools.jackson.core.JsonGenerator;

/** Answers queries that track changes: all rows with a delta link, and what has changed since one. */
final class Tracking {

    private static final List<String> REFUSED = List.of("$filter", "$orderby", "$expand", "$top");

    private static final String VERSION = "trackedversion";

    private final Store store;
    private final Schema schema;

    Tracking(Store store, Schema schema) {
        this.store = store;
        this.schema = schema;
    }

    Answer answer(
            DataverseCall call,
            Target.Rows target,
            BiFunction<DataverseCall, Shape, RowWriter> writers,
            BiFunction<DataverseCall, EdmEntityType, Shape> shapes) {
        for (String option : REFUSED) {
            if (call.option(option).isPresent()) {
                throw DataverseError.query("The query parameter " + option + " cannot be used while tracking changes.");
            }
        }
        boolean first = call.uri().getDeltaTokenOption() == null;
        long since = first ? -1 : since(call.uri().getDeltaTokenOption().getValue());
        // What changes while pages are read is told the next time: the version of the first page counts for all.
        long now = call.option(VERSION).map(Tracking::version).orElseGet(store::version);
        List<Row> all = target.rows().get().stream()
                .filter(row -> row.version() > since)
                .toList();
        List<Store.Removal> removed = first ? List.of() : store.removedSince(target.type(), since);
        if (target.suffix() == Target.Suffix.COUNT) {
            return Answers.number(all.size() + removed.size());
        }
        SkipToken from = call.uri().getSkipTokenOption() == null
                ? SkipToken.START
                : SkipToken.parse(call.uri().getSkipTokenOption().getValue());
        int size = Math.min(Reading.PAGE_LIMIT, call.preferences().pageSize().orElse(Reading.PAGE_LIMIT));
        Page page = Page.cut(all, false, from, size, Integer.MAX_VALUE);
        Shape shape = shapes.apply(call, target.type());
        RowWriter writer = writers.apply(call, shape);
        String context = call.root() + "/$metadata#"
                + schema.setOf(target.type()).map(set -> set.getName()).orElse(Schema.nameOf(target.type()));
        byte[] body = Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", context + shape.context() + (first ? "" : "/$delta"));
            json.writeArrayPropertyStart("value");
            page.rows().forEach(row -> writer.row(json, row, shape));
            if (page.next().isEmpty()) {
                removed.forEach(removal -> removed(json, context, removal));
            }
            json.writeEndArray();
            page.next()
                    .ifPresentOrElse(
                            next -> json.writeStringProperty(
                                    "@odata.nextLink",
                                    link(call, VERSION + "=" + now, "$skiptoken=" + ODataUris.encode(next.toString()))),
                            () -> json.writeStringProperty(
                                    "@odata.deltaLink", link(call, "$deltatoken=" + token(now))));
            json.writeEndObject();
        });
        return Answers.withPreferences(Answers.json(200, body), call.preferences());
    }

    private static void removed(JsonGenerator json, String context, Store.Removal removal) {
        json.writeStartObject();
        json.writeStringProperty("@odata.context", context + "/$deletedEntity");
        json.writeStringProperty("id", removal.key().display());
        json.writeStringProperty("reason", "deleted");
        json.writeEndObject();
    }

    /** As Dataverse writes it: a number and a time, with characters that are percent-encoded already. */
    private static String token(long version) {
        return version + "%2105%2f31%2f2024%2010%3a00%3a00";
    }

    private static long since(String token) {
        return version(token.substring(0, Math.max(0, token.indexOf('!'))));
    }

    private static long version(String version) {
        if (!version.matches("\\d{1,18}")) {
            throw DataverseError.query("The delta token is not valid.");
        }
        return Long.parseLong(version);
    }

    private static String link(DataverseCall call, String... added) {
        boolean last = added[0].startsWith("$deltatoken=");
        List<String> kept = new ArrayList<>(Arrays.stream(call.call().query().split("&"))
                .filter(pair -> !pair.isEmpty()
                        && !pair.startsWith(VERSION + "=")
                        && !pair.replace("%24", "$").startsWith("$skiptoken=")
                        && !(last && pair.replace("%24", "$").startsWith("$deltatoken=")))
                .toList());
        kept.addAll(List.of(added));
        return call.call().origin() + call.call().path() + "?" + kept.stream().collect(Collectors.joining("&"));
    }
}
