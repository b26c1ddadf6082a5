package dev.lathe.processor.model;

import java.util.List;

/**
 * A way to log in that a document declares.
 *
 * @param name the document's name for it
 * @param kind what it takes
 * @param parameter of an API key: name of the header, query parameter or cookie; else empty
 * @param tokenUrl where client credentials get a token (OAuth 2.0); empty when there is no such flow
 * @param scopes that the document names, in its order
 */
public record SecurityScheme(
        String name, Kind kind, String parameter, String tokenUrl, List<String> scopes, Docs docs, SpecPath at) {

    /** What a caller has to have. */
    public enum Kind {
        API_KEY_IN_HEADER,
        API_KEY_IN_QUERY,
        API_KEY_IN_COOKIE,
        /** Name and password. */
        BASIC,
        /** A token from elsewhere. */
        BEARER,
        /** A client's id and secret, for which an address gives tokens. */
        CLIENT_CREDENTIALS
    }

    public SecurityScheme {
        scopes = List.copyOf(scopes);
    }
}
