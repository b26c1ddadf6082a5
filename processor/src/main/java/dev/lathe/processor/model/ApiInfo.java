package dev.lathe.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * What a document says about itself.
 *
 * @param format of the document, with its version: {@code OpenAPI 3.0.3}, {@code OData 4.0}
 * @param title {@code info.title}, or the container's or namespace's name; the root client is named after it
 * @param version of the API; may be empty
 * @param clientName root client's name that the document asks for ({@code x-lathe-name}); empty when it does not
 * @param profile service profile that the document asks for or is recognised by; empty for none
 * @param servers in document order
 * @param security ways to log in that the document declares
 */
public record ApiInfo(
        String format,
        String title,
        String version,
        String clientName,
        String profile,
        List<Server> servers,
        List<SecurityScheme> security,
        Docs docs,
        SpecPath at) {

    /**
     * A base address. May be relative to where the document was published.
     *
     * @param url with the defaults of its variables filled in; the rest of them stand in it as <code>{name}</code>
     * @param template with all variables
     * @param variables those that occur in the template, in its order
     */
    public record Server(String url, String template, List<Variable> variables, String description) {
        public Server {
            variables = List.copyOf(variables);
        }
    }

    /**
     * A variable part of an address.
     *
     * @param standard default value; empty for none
     * @param values allowed ones; empty for any
     */
    public record Variable(String name, Optional<String> standard, List<String> values, String description) {
        public Variable {
            values = List.copyOf(values);
        }
    }

    public ApiInfo {
        servers = List.copyOf(servers);
        security = List.copyOf(security);
    }
}
