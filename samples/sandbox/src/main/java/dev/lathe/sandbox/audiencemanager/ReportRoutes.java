package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports. The numbers are those of {@link Views}, so a trend agrees with what a list shows. */
final class ReportRoutes {

    private static final Set<String> INTERVALS = Set.of("1D", "7D", "14D", "30D", "60D");
    private static final int MOST_DAYS = 366;
    private static final long WEEK = 7L * 24 * 60 * 60 * 1000;

    private final Shelf traits;
    private final Shelf segments;

    ReportRoutes(Shelves shelves) {
        traits = shelves.of(Kind.TRAIT);
        segments = shelves.of(Kind.SEGMENT);
    }

    void addTo(Router router) {
        router.get("reports/traits-trend/{sid}", this::traitTrend)
                .post("reports/traits-trend", call -> csv(call, traits))
                .get("reports/segments-trend/{sid}", this::segmentTrend)
                .post("reports/segments-trend", call -> csv(call, segments))
                .get("reports/traits-for-date", call -> forDate(call, traits))
                .get("reports/segments-for-date", call -> forDate(call, segments))
                .get("reports/most-changed-traits", call -> ranked(call, traits, "delta"))
                .get("reports/most-changed-segments", call -> ranked(call, segments, "delta"))
                .get("reports/largest-traits", call -> ranked(call, traits, "uniques"))
                .get("reports/largest-segments", call -> ranked(call, segments, "uniques"))
                .get("reports/partner-uniques", call -> Replies.ok(partnerUniques()));
    }

    private Answer traitTrend(ApiCall call) {
        int base = baseOf(traits.get(call.id("sid")));
        ObjectNode body = Replies.NODES.objectNode();
        ArrayNode metrics = body.putArray("metrics");
        for (LocalDate day :
                days(call.query("startDate").orElse(""), call.query("endDate").orElse(""))) {
            metrics.addObject()
                    .put("date", millis(day))
                    .put("uniques", base + day.getDayOfMonth())
                    .put("populationUniques", base * 2 + day.getDayOfMonth());
        }
        return Replies.ok(body);
    }

    private Answer segmentTrend(ApiCall call) {
        int base = baseOf(segments.get(call.id("sid")));
        ObjectNode body = Replies.NODES.objectNode();
        ObjectNode metrics = body.putObject("metrics");
        for (LocalDate day :
                days(call.query("startDate").orElse(""), call.query("endDate").orElse(""))) {
            metrics.putObject(String.valueOf(millis(day)))
                    .put("instantUniques", base + day.getDayOfMonth())
                    .put("totalUniques", base * 2 + day.getDayOfMonth());
        }
        return Replies.ok(body);
    }

    private static Answer csv(ApiCall call, Shelf shelf) {
        StringBuilder csv = new StringBuilder("sid,name,date,uniques\n");
        for (String text : call.forms("sids")) {
            ObjectNode object = shelf.find(number(text)).orElseThrow(() -> shelf.missing(text));
            for (LocalDate day : days(call.form("startDate"), call.form("endDate"))) {
                csv.append(text).append(",\"");
                csv.append(object.path("name").asString("").replace("\"", "\"\""))
                        .append("\",");
                csv.append(day)
                        .append(',')
                        .append(baseOf(object) + day.getDayOfMonth())
                        .append('\n');
            }
        }
        return Answer.of(200, "text/csv;charset=UTF-8", csv.toString());
    }

    private static Answer forDate(ApiCall call, Shelf shelf) {
        Stream<ObjectNode> all = shelf.all().stream();
        return Listing.of(shelf.kind(), all, call, object -> rank(object, "uniques"));
    }

    private static Answer ranked(ApiCall call, Shelf shelf, String member) {
        String interval = call.query("interval").orElse("1D");
        if (!INTERVALS.contains(interval)) {
            throw ApiError.badRequest("interval must be one of 1D, 7D, 14D, 30D, 60D, not '" + interval + "'.");
        }
        int cutOff = call.count("cutOff").orElse(0);
        Stream<ObjectNode> largestFirst = shelf.all().stream()
                .filter(object -> baseOf(object) >= cutOff)
                .sorted(Comparator.comparingInt(ReportRoutes::baseOf).reversed());
        return Listing.of(shelf.kind(), largestFirst, call, object -> rank(object, member));
    }

    private static ObjectNode rank(ObjectNode object, String member) {
        ObjectNode row = Replies.NODES.objectNode();
        row.set("sid", object.path("sid"));
        row.set("name", object.path("name"));
        return row.put(member, baseOf(object));
    }

    private ObjectNode partnerUniques() {
        return Replies.NODES.objectNode().put("pid", Shelf.PARTNER).put("uniques", 1_000 * traits.size());
    }

    private static int baseOf(ObjectNode object) {
        return Views.population(object.path("sid").asInt());
    }

    /** Each day of the span, both ends included; without one, the last week of 2023. */
    private static List<LocalDate> days(String start, String end) {
        long last = end.isEmpty() ? Instant.parse("2023-12-31T00:00:00Z").toEpochMilli() : time(end);
        long first = start.isEmpty() ? last - WEEK : time(start);
        if (first > last) {
            throw ApiError.badRequest("startDate must not be after endDate.");
        }
        List<LocalDate> days = new ArrayList<>();
        LocalDate until = day(last);
        for (LocalDate day = day(first); !day.isAfter(until) && days.size() < MOST_DAYS; day = day.plusDays(1)) {
            days.add(day);
        }
        return days;
    }

    private static LocalDate day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static long time(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiError.badRequest("A date must be a time in milliseconds, not '" + text + "'.");
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
