package dev.lathe.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lathe.runtime.json.JsonException;
import dev.lathe.runtime.json.JsonType;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Random values that an OpenAPI document allows are read by its client, and written back as they were. */
final class WrittenBack {

    private static final int EACH = 6;

    private static final long SEED = 20261128;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Pattern PLACE = Pattern.compile("Spec: ([^#\\s]+)#(/\\S*)");

    private final SchemaValues values;

    /** Members that tell the type of an object, which a client always writes. */
    private final Set<String> tags;

    private WrittenBack(JsonNode document) {
        values = new SchemaValues(document, SEED);
        tags = Set.copyOf(document.findValuesAsText("propertyName"));
    }

    /** How many values it was. */
    static int check(Document document, InMemory.Outcome outcome) throws IOException {
        if (document.odata()) {
            return 0;
        }
        var check = new WrittenBack(document.tree());
        String file = document.file().getFileName().toString();
        Calls client = Calls.in(outcome);
        int count = 0;
        for (Map.Entry<String, String> source : outcome.sources().entrySet()) {
            Matcher place = PLACE.matcher(source.getValue());
            if (source.getValue().contains(" TYPE =")
                    && place.find()
                    && place.group(1).endsWith(file)) {
                String name = source.getKey().substring(source.getKey().lastIndexOf('.') + 1);
                if (client.field(name, "TYPE") instanceof JsonType<?> type) {
                    count += check.type(type, place.group(2), source.getKey());
                }
            }
        }
        return count;
    }

    private int type(JsonType<?> type, String pointer, String name) throws JsonProcessingException {
        int count = 0;
        for (int i = 0; i < EACH; i++) {
            JsonNode value = values.value(pointer).orElse(null);
            if (value != null && !value.isNull()) {
                String written = written(type, value.toString(), name);
                assertThat(isSame(value, JSON.readTree(written)))
                        .as("%s: %s is written as %s", name, value, written)
                        .isTrue();
                count++;
            }
        }
        return count;
    }

    private static <T> String written(JsonType<T> type, String json, String name) {
        try {
            T value = type.parse(json);
            assertThat(value).as("%s: %s", name, json).isNotNull();
            return type.toJson(value);
        } catch (JsonException e) {
            throw new AssertionError(name + " cannot read " + json, e);
        }
    }

    private boolean isSame(JsonNode value, JsonNode written) {
        if (value.isNumber() && written.isNumber()) {
            return value.decimalValue().compareTo(written.decimalValue()) == 0;
        }
        if (value.isArray() && written.isArray()) {
            return value.size() == written.size()
                    && IntStream.range(0, value.size()).allMatch(i -> isSame(value.get(i), written.get(i)));
        }
        if (!value.isObject() || !written.isObject()) {
            return value.equals(written);
        }
        return value.properties().stream()
                        .allMatch(member ->
                                written.has(member.getKey()) && isSame(member.getValue(), written.get(member.getKey())))
                && written.properties().stream()
                        .allMatch(member -> value.has(member.getKey()) || tags.contains(member.getKey()));
    }
}
