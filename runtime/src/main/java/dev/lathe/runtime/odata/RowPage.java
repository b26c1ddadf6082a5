package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.JsonWriter;
import dev.lathe.runtime.json.MemberFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query for several values: {@code {"value": [...], "@odata.nextLink": ...}}.
 *
 * @param nextLink leads to the next page; null on the last
 * @param deltaLink leads to the changes from now on; null unless changes are tracked, and before the last page
 * @param annotations of the list, other than these, by their names without {@code @}
 */
record RowPage<T>(
        List<T> items,
        OptionalLong count,
        @Nullable String nextLink,
        @Nullable String deltaLink,
        Map<String, JsonValue> annotations) {

    /** How such an answer is read. */
    static final class Type<T> extends JsonType<RowPage<T>> {

        private final JsonType<T> item;
        private final @Nullable MemberFilter filter;

        /** @param filter which undeclared members of the items are kept; null for all */
        Type(JsonType<T> item, @Nullable MemberFilter filter) {
            this.item = item;
            this.filter = filter;
        }

        @Override
        public @Nullable RowPage<T> read(JsonReader in) {
            if (!in.startObject()) {
                return null;
            }
            if (filter != null) {
                in.keepUndeclared(filter);
            }
            List<T> items = null;
            OptionalLong count = OptionalLong.empty();
            String nextLink = null;
            String deltaLink = null;
            Map<String, JsonValue> annotations = Map.of();
            for (String name = in.nextMember(); name != null; name = in.nextMember()) {
                switch (name) {
                    case "value" -> items = in.list(item);
                    case "@odata.nextLink", "@nextLink" -> nextLink = in.string();
                    case "@odata.count", "@count" -> {
                        Long number = in.int64();
                        count = number == null ? OptionalLong.empty() : OptionalLong.of(number);
                    }
                    case "@odata.deltaLink", "@deltaLink" -> deltaLink = in.string();
                    default -> {
                        // Control information has no namespace (OData JSON 4.01, section 4.5).
                        if (name.startsWith("@") && name.indexOf('.') > 0 && !name.startsWith("@odata.")) {
                            annotations = annotations.isEmpty() ? new LinkedHashMap<>() : annotations;
                            annotations.put(name.substring(1), JsonValue.of(in.any()));
                        } else {
                            in.skip();
                        }
                    }
                }
            }
            return new RowPage<>(items == null ? new ArrayList<>() : items, count, nextLink, deltaLink, annotations);
        }

        @Override
        public void write(JsonWriter out, RowPage<T> page) {
            throw new UnsupportedOperationException("Pages are only read");
        }
    }
}
