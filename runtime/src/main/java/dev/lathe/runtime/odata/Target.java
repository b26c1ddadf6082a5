package dev.lathe.runtime.odata;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a request goes: a path below the service's root with room for keys, which messages leave out.
 *
 * @param template with {@code {key}} for the first key, {@code {key2}} for the second one
 * @param keys percent-encoded
 * @param link a URL that stands for the whole; empty when there is none
 */
record Target(String template, List<String> keys, String link) {

    static Target of(String path) {
        return new Target(path, List.of(), "");
    }

    static Target of(String path, Object key) {
        return of(path).key(key);
    }

    static Target ofLink(String link) {
        return new Target("{row}", List.of(), Objects.requireNonNull(link));
    }

    static Target of(EntityReference<?> reference) {
        return reference.target();
    }

    Target then(String segment) {
        return new Target(template + "/" + segment, keys, link.isEmpty() ? "" : link + "/" + segment);
    }

    /** The row with that key. */
    Target key(Object key) {
        String predicate = EntityKey.predicate(key);
        List<String> more = new ArrayList<>(keys);
        more.add(predicate);
        return new Target(
                template + "({" + name(keys.size()) + "})",
                List.copyOf(more),
                link.isEmpty() ? "" : link + "(" + predicate + ")");
    }

    private static String name(int index) {
        return index == 0 ? "key" : "key" + (index + 1);
    }

    /** The path with the keys in it, percent-encoded; the link where there is one. */
    String url() {
        String url = link.isEmpty() ? template : link;
        for (int i = 0; link.isEmpty() && i < keys.size(); i++) {
            url = url.replace("{" + name(i) + "}", keys.get(i));
        }
        return url;
    }

    /** @param options by name, before percent-encoding */
    Call call(ApiClient client, String method, Map<String, String> options) {
        String query = query(options);
        Call call;
        if (link.isEmpty()) {
            call = client.call(method, query.isEmpty() ? template : template + "?{options}");
            for (int i = 0; i < keys.size(); i++) {
                call.rawPath(name(i), keys.get(i));
            }
            if (!query.isEmpty()) {
                call.rawPath("options", query);
            }
        } else {
            call = client.link(method, query.isEmpty() ? link : link + "?" + query, template);
        }
        return withVersion(call);
    }

    /** The request for the page to which an answer leads. */
    Call next(ApiClient client, String nextLink) {
        return withVersion(client.link("GET", nextLink, template));
    }

    private static Call withVersion(Call call) {
        return call.header("OData-MaxVersion", "4.0").header("OData-Version", "4.0");
    }

    private static String query(Map<String, String> options) {
        StringBuilder query = new StringBuilder();
        options.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(Urls.encode(name))
                .append('=')
                .append(Urls.encode(value)));
        return query.toString();
    }
}
