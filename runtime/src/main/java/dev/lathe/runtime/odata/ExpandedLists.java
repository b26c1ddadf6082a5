package dev.lathe.runtime.odata;

import dev.lathe.runtime.Call;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.MemberFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Completes lists of rows beyond a navigation that arrived in pages of their own. */
final class ExpandedLists {

    private final ODataService service;
    private final Target target;
    private final UnaryOperator<Call> headers;
    private final @Nullable MemberFilter filter;

    /**
     * @param headers sets the headers that the first request had
     * @param filter which undeclared members of the rows are kept; null for all
     */
    ExpandedLists(ODataService service, Target target, UnaryOperator<Call> headers, @Nullable MemberFilter filter) {
        this.service = service;
        this.target = target;
        this.headers = headers;
        this.filter = filter;
    }

    void complete(Iterable<?> rows) {
        for (Object row : rows) {
            if (row instanceof ODataObject object) {
                object.expanded().forEach((navigation, beyond) -> complete(object, navigation, beyond));
            }
        }
    }

    @SuppressWarnings("unchecked") // what stands beyond a navigation was read by the navigation's type
    private void complete(ODataObject row, String navigation, @Nullable Object beyond) {
        if (beyond instanceof List<?> list) {
            JsonType<?> type = row.navigation(navigation);
            String nextLink = row.nextLink(navigation);
            if (nextLink != null && leadsToMore(nextLink)) {
                append((List<Object>) list, (JsonType<Object>) (type == null ? UntypedEntity.TYPE : type), nextLink);
            }
            complete(list);
        } else if (beyond != null) {
            complete(List.of(beyond));
        }
    }

    // Dataverse sends a link with complete lists too: it reads the same list again, and has no token to go on from.
    private static boolean leadsToMore(String link) {
        return link.contains("$skiptoken=") || link.contains("%24skiptoken=");
    }

    private void append(List<Object> list, JsonType<Object> type, String first) {
        Set<String> seen = new HashSet<>();
        String link = first;
        while (link != null && seen.add(link)) {
            RowPage<Object> page =
                    headers.apply(target.next(service.client(), link)).read(new RowPage.Type<>(type, filter));
            list.addAll(page.items());
            link = page.nextLink();
        }
    }
}
