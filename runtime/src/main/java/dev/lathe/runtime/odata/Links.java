package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.JsonWriter;
import dev.lathe.runtime.json.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an object has on its navigations: the rows that were read, and what is to be linked by the next request. */
final class Links {

    static final String BIND = "@odata.bind";

    /** A row, a list of rows, or null for a navigation that leads nowhere. */
    private final Map<String, @Nullable Object> expanded = new LinkedHashMap<>();

    private final Map<String, Pending> pending = new LinkedHashMap<>();

    /** What is to be sent for a navigation. */
    private sealed interface Pending {

        /** Existing rows; null unbinds. */
        record Bind(@Nullable Object references) implements Pending {}

        /** New rows. */
        record Insert(Object rows) implements Pending {}
    }

    void expand(String navigation, @Nullable Object rows) {
        expanded.put(navigation, rows);
    }

    boolean isExpanded(String navigation) {
        return expanded.containsKey(navigation);
    }

    @Nullable
    Object expanded(String navigation) {
        return expanded.get(navigation);
    }

    Map<String, @Nullable Object> expanded() {
        return expanded;
    }

    void bind(String navigation, @Nullable EntityReference<?> target) {
        pending.put(navigation, new Pending.Bind(target));
    }

    void bindAll(String navigation, List<? extends EntityReference<?>> targets) {
        pending.put(navigation, new Pending.Bind(List.copyOf(targets)));
    }

    void insert(String navigation, Object rows) {
        pending.put(navigation, new Pending.Insert(rows));
        expanded.put(navigation, rows);
    }

    void addNames(Set<String> names) {
        pending.forEach((navigation, what) -> names.add(what instanceof Pending.Bind ? navigation + BIND : navigation));
    }

    /** Forgets what was to be sent; new rows exist now. */
    void sent() {
        pending.values().forEach(what -> {
            if (what instanceof Pending.Insert insert) {
                List<?> rows = insert.rows() instanceof List<?> list ? list : List.of(insert.rows());
                rows.forEach(row -> ((ODataObject) row).markUnchanged());
            }
        });
        pending.clear();
    }

    /** @param owner the object that has the navigations */
    void write(JsonWriter out, ODataObject owner) {
        pending.forEach((navigation, what) -> {
            if (what instanceof Pending.Bind bind) {
                out.name(navigation + BIND);
                writeReferences(bind.references(), out);
            } else if (what instanceof Pending.Insert insert) {
                out.name(navigation);
                writeRows(insert.rows(), owner.navigation(navigation), out);
            }
        });
    }

    private static void writeReferences(@Nullable Object references, JsonWriter out) {
        if (references instanceof List<?> list) {
            out.startArray();
            list.forEach(reference -> out.string(((EntityReference<?>) reference).url()));
            out.endArray();
        } else {
            out.string(references == null ? null : ((EntityReference<?>) references).url());
        }
    }

    // OData JSON Format 4.01, section 4.6.3: the type must be said where the place does not tell it.
    private static void writeRows(Object rows, @Nullable JsonType<?> declared, JsonWriter out) {
        if (rows instanceof List<?> list) {
            out.startArray();
            list.forEach(row -> writeRows(row, declared, out));
            out.endArray();
        } else {
            boolean derived =
                    declared instanceof ObjectType<?> type && type.newObject().getClass() != rows.getClass();
            if (derived && rows instanceof ODataEntity row) {
                out.typed(row); // with its key: inside of a parameter it may be a row that exists
            } else {
                out.writable((ODataObject) rows, derived, name -> true);
            }
        }
    }
}
