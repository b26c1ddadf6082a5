package dev.lathe.runtime.auth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key in the query or in a cookie. A request may be authorized several times, and then has the key once. */
final class KeyCredentials implements Credentials {

    private final String name;
    private final String key;
    private final boolean cookie;

    KeyCredentials(String name, String key, boolean cookie) {
        this.name = name;
        this.key = key;
        this.cookie = cookie;
    }

    @Override
    public Authorizer connect(Service service) {
        String pair = encoded(name) + "=" + encoded(key);
        return request -> {
            if (cookie) {
                String cookies = request.headers().build().firstOrNull("Cookie");
                request.secretHeader("Cookie", with(cookies, pair, "; "));
            } else {
                request.uri(withQuery(request.uri(), pair));
            }
            request.secret(key).secret(encoded(key));
        };
    }

    private static URI withQuery(URI uri, String pair) {
        String text = uri.toString();
        int mark = text.indexOf('?');
        String query = mark < 0 ? null : text.substring(mark + 1);
        return URI.create((mark < 0 ? text : text.substring(0, mark)) + "?" + with(query, pair, "&"));
    }

    private static String with(@Nullable String others, String pair, String separator) {
        String name = pair.substring(0, pair.indexOf('=') + 1);
        List<String> pairs = new ArrayList<>();
        if (others != null && !others.isEmpty()) {
            for (String other : others.split(separator, -1)) {
                if (!other.startsWith(name)) {
                    pairs.add(other);
                }
            }
        }
        pairs.add(pair);
        return String.join(separator, pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "Credentials[" + name + (cookie ? " in a cookie" : " in the query") + ": ***]";
    }
}
