package dev.lathe.runtime.odata;

import dev.lathe.runtime.Call;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.JsonWriter;
import dev.lathe.runtime.json.ObjectType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function or an action, while it is put together. Not thread-safe; used once. Sending throws
 * {@link dev.lathe.runtime.error.ApiException}.
 */
public final class OperationCall {

    private final ODataService service;
    private final String name;
    private final boolean action;
    private final Map<String, Argument> arguments = new LinkedHashMap<>();
    private @Nullable Target bound;

    OperationCall(ODataService service, String name, boolean action) {
        this.service = service;
        this.name = name;
        this.action = action;
    }

    /** Starts from a row. */
    public OperationCall boundTo(String entitySet, Object key) {
        bound = Target.of(entitySet, key);
        return this;
    }

    /** Starts from all rows of an entity set, or from a singleton. */
    public OperationCall boundTo(String path) {
        bound = Target.of(path);
        return this;
    }

    /**
     * Starts from all rows of an entity set, or of what is {@linkplain EntitySet#within inside} of a row.
     *
     * @throws IllegalArgumentException if it is none of a client
     */
    public OperationCall boundTo(EntitySet<?, ?> rows) {
        if (!(rows instanceof ODataSet<?, ?> set)) {
            throw new IllegalArgumentException("The rows that it starts from are of no client: " + rows);
        }
        bound = set.target();
        return this;
    }

    /** Starts from the row to which a reference points. */
    public OperationCall boundTo(EntityReference<?> target) {
        bound = Target.of(target);
        return this;
    }

    /** A parameter, which is sent also if it is {@code null}. */
    public OperationCall param(String parameter, @Nullable Object value) {
        return param(parameter, value, "");
    }

    /**
     * A parameter, which is sent also if it is {@code null}.
     *
     * @param type qualified name of the enumeration that the value is of, {@code geography} or {@code geometry}
     */
    public OperationCall param(String parameter, @Nullable Object value, String type) {
        arguments.put(parameter, new Argument(value, type));
        return this;
    }

    /** The optional parameters that a caller has chosen; null for none. */
    public OperationCall options(@Nullable OperationOptions options) {
        if (options != null) {
            arguments.putAll(options.arguments());
        }
        return this;
    }

    /** Sends the call; what comes back beside success is not read. */
    public void send() {
        call().send();
    }

    /** Sends the call and reads the result. */
    public <T> T read(JsonType<T> type) {
        return call().read(type);
    }

    /** Sends the call and reads the result; null when there is none. */
    public <T> @Nullable T readOrNull(JsonType<T> type) {
        return call().readOrNull(type);
    }

    /** Sends the call and reads a result of several values, over all its pages. */
    public <T> List<T> readList(JsonType<T> item) {
        RowPage.Type<T> type = new RowPage.Type<>(item, null);
        Target target = target();
        RowPage<T> page = call().read(type);
        List<T> all = new ArrayList<>(page.items());
        Set<String> seen = new HashSet<>();
        for (String link = page.nextLink(); link != null && seen.add(link); link = page.nextLink()) {
            page = target.next(service.client(), link).read(type);
            all.addAll(page.items());
        }
        return all;
    }

    /**
     * A query over the rows that a composable function returns (OData URL Conventions 4.01, section 4.5). It is sent when the
     * query is read.
     */
    public <E extends ODataEntity> Query<E> query(ObjectType<E> type) {
        Query<E> query = new ODataQuery<>(service, target(), type);
        for (Map.Entry<String, String> alias : aliases().entrySet()) {
            query = query.option(alias.getKey(), alias.getValue());
        }
        return query;
    }

    /**
     * A parameter of new rows: each with the name of its type, its key if it has one, and the members that a client may
     * write.
     */
    public OperationCall newRows(String parameter, List<? extends ODataEntity> rows) {
        return param(parameter, new Argument.Rows(List.copyOf(rows), List.of(), false));
    }

    /**
     * A parameter of rows that are known by their keys: each with the name of its type, its key, and the members that a client
     * may write.
     *
     * @param changesOnly leaves out members that are not changed
     * @throws IllegalArgumentException if a row has no key
     */
    public OperationCall rows(String parameter, List<? extends ODataEntity> rows, boolean changesOnly) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).hasKey()) {
                throw new IllegalArgumentException("Row " + i + " of " + rows.size() + " has no key");
            }
        }
        return param(parameter, new Argument.Rows(List.copyOf(rows), List.of(), changesOnly));
    }

    /**
     * A parameter of rows that are to be written, each with where it is.
     *
     * @param address of a row, by an alternate key
     */
    public <E extends ODataEntity> OperationCall rows(
            String parameter, List<? extends E> rows, Function<? super E, EntityReference<? extends E>> address) {
        List<String> ids = rows.stream().map(row -> address.apply(row).url()).toList();
        return param(parameter, new Argument.Rows(List.copyOf(rows), ids, false));
    }

    /**
     * Sends the call and reads the keys that rows have got.
     *
     * @param member of the answer, with one key for each row
     * @param rows in the order of the call; each gets its key
     */
    public <K> List<K> readKeys(String member, JsonType<K> type, List<? extends ODataEntity> rows) {
        List<K> keys = call().read(new Member<>(member, type.list()));
        if (keys.size() != rows.size()) {
            throw new InvalidResponseException(
                    Failure.of("POST", target().template())
                            .withMessage("The service has keys for " + keys.size() + " rows, and " + rows.size()
                                    + " were sent."),
                    null);
        }
        for (int i = 0; i < keys.size(); i++) {
            rows.get(i).takeKey(keys.get(i));
        }
        return keys;
    }

    /** Sends the call and reads a result that is a single value, in an object of its own. */
    public <T> T readValue(JsonType<T> type) {
        return call().read(new Member<>("value", type));
    }

    /** The same; null when there is no result (OData Protocol 4.01, section 11.5.4: 204). */
    public <T> @Nullable T readValueOrNull(JsonType<T> type) {
        return call().readOrNull(new Member<>("value", type));
    }

    /** Sends the call; the result as it arrives. Closing it gives the connection back. */
    public InputStream stream() {
        return call().stream();
    }

    private Target target() {
        String operation = action ? name : name + parameters();
        return bound == null ? Target.of(operation) : bound.then(operation);
    }

    private Call call() {
        return action
                ? target().call(service.client(), "POST", Map.of()).body("application/json", body())
                : target().call(service.client(), "GET", aliases());
    }

    // Aliases, because not every service reads every value inside of the path.
    private String parameters() {
        StringJoiner names = new StringJoiner(",", "(", ")");
        int number = 0;
        for (String parameter : arguments.keySet()) {
            names.add(parameter + "=@p" + ++number);
        }
        return names.toString();
    }

    private Map<String, String> aliases() {
        Map<String, String> aliases = new LinkedHashMap<>();
        int number = 0;
        for (Argument argument : arguments.values()) {
            aliases.put("@p" + ++number, argument.literal(service));
        }
        return aliases;
    }

    private byte[] body() {
        try (JsonWriter out = service.writer()) {
            out.startObject();
            arguments.forEach((parameter, argument) -> {
                out.name(parameter);
                argument.write(out);
            });
            out.endObject();
            return out.bytes();
        }
    }

    /** One member of an object. */
    private static final class Member<T> extends JsonType<T> {

        private final String name;
        private final JsonType<T> type;

        Member(String name, JsonType<T> type) {
            this.name = name;
            this.type = type;
        }

        @Override
        public @Nullable T read(JsonReader in) {
            T value = null;
            if (in.startObject()) {
                for (String member = in.nextMember(); member != null; member = in.nextMember()) {
                    if (member.equals(name)) {
                        value = in.read(type);
                    } else {
                        in.skip();
                    }
                }
            }
            return value;
        }

        @Override
        public void write(JsonWriter out, T value) {
            throw new UnsupportedOperationException("Results are only read");
        }
    }
}
