package dev.lathe.runtime.odata;

import dev.lathe.runtime.Call;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.ObjectType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a table that can be read page by page. Nothing is sent before one of the methods is called; each call reads
 * all of them. Immutable and thread-safe.
 *
 * @param <E> the class of the rows
 * @param <K> the class of their keys
 */
public final class Delta<E extends ODataEntity, K> {

    private static final String PREFERENCE = "odata.track-changes";

    private final ODataService service;
    private final Target target;
    private final ObjectType<E> type;
    private final RowKeys keys;
    private final Map<String, String> options;
    private final String link;

    /** @param link leads to the changes; empty to begin */
    Delta(
            ODataService service,
            Target target,
            ObjectType<E> type,
            RowKeys keys,
            Map<String, String> options,
            String link) {
        this.service = service;
        this.target = target;
        this.type = type;
        this.keys = keys;
        this.options = options;
        this.link = link;
    }

    /**
     * All changes at once.
     *
     * @throws InvalidResponseException if the service gives no delta link: it does not track changes of this table
     */
    public Changes<E, K> read() {
        List<E> rows = new ArrayList<>();
        List<K> removed = new ArrayList<>();
        String next = forEach(rows::add, removed::add);
        return new Changes<>(rows, removed, next);
    }

    /**
     * Hands over the changes in the order in which they come, and keeps one page in memory.
     *
     * @param changed is given rows that are new or changed
     * @param removed is given keys of rows that are gone
     * @return the link that asks for what happens from now on; an exception on the way means that there is none, and that
     *     reading is to start with the old one again
     * @throws InvalidResponseException if the service gives no delta link: it does not track changes of this table
     */
    @SuppressWarnings("unchecked") // the set's document says of which class its keys are
    public String forEach(Consumer<? super E> changed, Consumer<? super K> removed) {
        Set<String> seen = new HashSet<>();
        Call call = link.isEmpty() ? first() : target.next(service.client(), link);
        while (true) {
            RowPage<E> page = call.read(new RowPage.Type<>(type, null));
            for (E row : page.items()) {
                Kind kind = Kind.of(row);
                if (kind == Kind.ROW) {
                    row.markUnchanged();
                    changed.accept(row);
                } else if (kind == Kind.REMOVED) {
                    removed.accept((K) key(row));
                }
            }
            String next = page.nextLink();
            if (next == null || !seen.add(next)) {
                return deltaLink(page.deltaLink());
            }
            call = target.next(service.client(), next).prefer(PREFERENCE);
        }
    }

    private Call first() {
        return target.call(service.client(), "GET", options).prefer(PREFERENCE);
    }

    private String deltaLink(@Nullable String found) {
        if (found == null) {
            throw new InvalidResponseException(
                    Failure.of("GET", target.template())
                            .withMessage("The answer has no delta link: the service does not track changes of '"
                                    + target.template() + "'."),
                    null);
        }
        return found;
    }

    /** What stands in the list of changes. */
    private enum Kind {
        ROW,
        REMOVED,
        /** A changed association: it has no row of its own. */
        LINK;

        /** OData JSON 4.0, section 13: the context says what an entry is; 4.01, section 15.3: {@code @removed}. */
        static Kind of(ODataEntity row) {
            String context = row.control("context").orElse("");
            if (context.endsWith("/$deletedEntity")
                    || row.annotation("removed") != null
                    || row.annotation("odata.removed") != null) {
                return REMOVED;
            }
            return context.endsWith("/$link") || context.endsWith("/$deletedLink") ? LINK : ROW;
        }
    }

    /** The key stands in the columns, in {@code @id}, or in {@code id}: a URL, or in Dataverse the bare key. */
    private Object key(E row) {
        Object own = keys.find(row);
        if (own != null) {
            return own;
        }
        E keyed = type.newObject();
        Function<String, String> text = name -> {
            JsonValue value = row.unknownMember(name);
            return value == null || value.isNull() ? "" : value.asString();
        };
        String id = row.control("id").orElseGet(() -> text.apply("id"));
        if (!id.isEmpty() && keys.take(id, keyed)) {
            Object key = keys.find(keyed);
            if (key != null) {
                return key;
            }
        }
        throw new InvalidResponseException(
                Failure.of("GET", target.template())
                        .withMessage("The answer tells of a removed row, but not of which one."),
                null);
    }

    @Override
    public String toString() {
        return "Delta[" + target.template() + (link.isEmpty() ? ", from the beginning]" : "]");
    }
}
