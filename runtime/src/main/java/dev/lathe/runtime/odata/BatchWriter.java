package dev.lathe.runtime.odata;

import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Writes the body of a batch (OData Protocol 4.01, section 11.7; lines end with CR LF, RFC 2046). */
final class BatchWriter {

    /** What concerns the connection, or is said once for all by the request around. */
    private static final Set<String> OUTER =
            Set.of("authorization", "user-agent", "accept-encoding", "host", "content-length", "connection");

    private static final Pattern REFERENCE = Pattern.compile("\\$\\d+(?:/.*)?");

    private final String root;
    private final int longestUrl;
    private final String boundary = "batch_" + UUID.randomUUID();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** @param longestUrl of a request within the batch, in characters */
    BatchWriter(URI baseUri, int longestUrl) {
        this.root = baseUri.getRawPath();
        this.longestUrl = longestUrl;
    }

    String contentType() {
        return "multipart/mixed; boundary=\"" + boundary + "\"";
    }

    void single(Request request) {
        text("--" + boundary + "\r\n");
        part(request, 0);
    }

    /** @param firstId the first request's Content-ID; each one has the next */
    void changeSet(List<Request> requests, int firstId) {
        String inner = "changeset_" + UUID.randomUUID();
        text("--" + boundary + "\r\nContent-Type: multipart/mixed; boundary=\"" + inner + "\"\r\n\r\n");
        for (int i = 0; i < requests.size(); i++) {
            text("--" + inner + "\r\n");
            part(requests.get(i), firstId + i);
        }
        text("--" + inner + "--\r\n");
    }

    byte[] end() {
        text("--" + boundary + "--\r\n");
        return out.toByteArray();
    }

    private void part(Request request, int contentId) {
        text("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (contentId > 0) {
            text("Content-ID: " + contentId + "\r\n");
        }
        text("\r\n" + request.method() + " " + target(request) + " HTTP/1.1\r\n");
        Headers headers = request.headers();
        headers.forEach((name, value) -> {
            if (!OUTER.contains(name.toLowerCase(Locale.ROOT))) {
                text(name + ": " + value + "\r\n");
            }
        });
        text("\r\n");
        if (request.body() != null) {
            try (InputStream in = request.body().open()) {
                in.transferTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException("The body of " + request + " cannot be read", e);
            }
        }
        text("\r\n");
    }

    private String target(Request request) {
        URI uri = request.uri();
        String url = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        if (url.length() > longestUrl) {
            throw new IllegalArgumentException("The URL of " + request + " has " + url.length()
                    + " characters, and a batch takes " + longestUrl + ": ask with a shorter filter or selection.");
        }
        String below = url.startsWith(root) ? url.substring(root.length()) : url;
        return REFERENCE.matcher(below).matches() ? below : url;
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
