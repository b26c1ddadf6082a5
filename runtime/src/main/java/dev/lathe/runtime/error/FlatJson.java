package dev.lathe.runtime.error;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The single values of a JSON text by their path; of a text that breaks off, those before the break. */
final class FlatJson {

    private static final int MOST_VALUES = 500;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private int count;

    private FlatJson() {}

    /** Path with dots to the values found there: elements of an array share their array's path. */
    static Map<String, List<String>> read(String json) {
        FlatJson flat = new FlatJson();
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
            flat.collect(in);
        } catch (JacksonException e) {
            // broken or cut off: what came before is still worth showing, and the whole text is kept beside it
            return flat.values;
        }
        return flat.values;
    }

    private void collect(JsonParser in) {
        String name = "";
        for (JsonToken token = in.nextToken(); token != null && count < MOST_VALUES; token = in.nextToken()) {
            switch (token) {
                case PROPERTY_NAME -> name = joined(in.currentName());
                case START_OBJECT -> path.push(name);
                case END_OBJECT -> name = path.pop();
                case START_ARRAY, END_ARRAY, VALUE_NULL -> {}
                default -> {
                    values.computeIfAbsent(name, unused -> new ArrayList<>()).add(in.getString());
                    count++;
                }
            }
        }
    }

    private String joined(String member) {
        String parent = path.isEmpty() ? "" : path.peek();
        return parent.isEmpty() ? member : parent + "." + member;
    }
}
