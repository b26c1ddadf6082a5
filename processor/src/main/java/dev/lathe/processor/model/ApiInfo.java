package dev.lathe.processor.model;

import java.util.List;

/**
 * What a document says about itself.
 *
 * @param format of the document, with its version: {@code OpenAPI 3.0.3}, {@code OData 4.0}
 * @param title {@code info.title}, or the container's or namespace's name; the root client is named after it
 * @param version of the API; may be empty
 * @param clientName root client's name that the document asks for ({@code x-lathe-name}); empty when it does not
 * @param profile service profile that the document asks for or is recognised by; empty for none
 * @param servers in document order; templates are kept, with the variables' defaults filled in {@code url}
 */
public record ApiInfo(
        String format,
        String title,
        String version,
        String clientName,
        String profile,
        List<Server> servers,
        Docs docs,
        SpecPath at) {

    /** A base address. May be relative to where the document was published. */
    public record Server(String url, String description) {}

    public ApiInfo {
        servers = List.copyOf(servers);
    }
}
