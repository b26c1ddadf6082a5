package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.JsonWriter;
import dev.lathe.runtime.json.MemberFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query for several values: {@code {"value": [...], "@odata.nextLink": ...}}.
 *
 * @param nextLink leads to the next page; null on the last
 */
record RowPage<T>(
        List<T> items, OptionalLong count, @Nullable String nextLink) {

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
            for (String name = in.nextMember(); name != null; name = in.nextMember()) {
                switch (name) {
                    case "value" -> items = in.list(item);
                    case "@odata.nextLink", "@nextLink" -> nextLink = in.string();
                    case "@odata.count", "@count" -> {
                        Long number = in.int64();
                        count = number == null ? OptionalLong.empty() : OptionalLong.of(number);
                    }
                    default -> in.skip();
                }
            }
            return new RowPage<>(items == null ? new ArrayList<>() : items, count, nextLink);
        }

        @Override
        public void write(JsonWriter out, RowPage<T> page) {
            throw new UnsupportedOperationException("Pages are only read");
        }
    }
}
