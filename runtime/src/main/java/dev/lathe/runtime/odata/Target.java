package dev.lathe.runtime.odata;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.Call;
import java.util.Map;

/**
 * Where a request goes: a path below the service's root with room for a key, which messages leave out.
 *
 * @param template with {@code {key}} for the key
 * @param key percent-encoded; empty when the path has no room for one
 * @param link an absolute URL that stands for the whole; empty when there is none
 */
record Target(String template, String key, String link) {

    static Target of(String path) {
        return new Target(path, "", "");
    }

    static Target of(String path, Object key) {
        return new Target(path + "({key})", EntityKey.predicate(key), "");
    }

    static Target of(EntityReference<?> reference) {
        return reference.target();
    }

    Target then(String segment) {
        return new Target(template + "/" + segment, key, link.isEmpty() ? "" : link + "/" + segment);
    }

    /** @param options by name, before percent-encoding */
    Call call(ApiClient client, String method, Map<String, String> options) {
        String query = query(options);
        Call call;
        if (link.isEmpty()) {
            call = client.call(method, query.isEmpty() ? template : template + "?{options}");
            if (!key.isEmpty()) {
                call.rawPath("key", key);
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
