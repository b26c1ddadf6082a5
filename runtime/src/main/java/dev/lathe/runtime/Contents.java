package dev.lathe.runtime;

import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Undoes {@code Content-Encoding: gzip}, the one encoding that requests ask for. */
final class Contents {

    static final String ACCEPTED = "gzip";

    private Contents() {}

    static Response decoded(Response response) throws IOException {
        String encoding = response.headers().firstOrNull("Content-Encoding");
        if (encoding == null || !(encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip"))) {
            return response;
        }
        Headers headers = response.headers().toBuilder()
                .remove("Content-Encoding")
                .remove("Content-Length")
                .build();
        if (response.isStreaming()) {
            return Response.streaming(response.status(), headers, new GZIPInputStream(response.stream()));
        }
        byte[] packed = response.bytes();
        if (packed.length == 0) {
            return response; // an answer to HEAD, or 204
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 8 << 10)) {
            return Response.of(response.status(), headers, in.readAllBytes());
        }
    }
}
