package dev.lathe.runtime.auth;

import dev.lathe.runtime.http.Transport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Who calls, and how that is proved. Immutable and thread-safe; one object may serve several clients, which then share
 * its tokens. {@code toString} never shows a secret.
 *
 * <p>A token from elsewhere, such as a library of the service's vendor, plugs in with one lambda:
 * {@code Credentials.bearer(() -> library.currentToken())}.
 */
public interface Credentials {

    /**
     * Whom the credentials are for.
     *
     * @param baseUri base address of the service
     * @param audience the service's name for itself in tokens, for most its origin
     * @param transport reaches token endpoints
     */
    record Service(URI baseUri, URI audience, Transport transport) {
        public Service {
            Objects.requireNonNull(baseUri, "baseUri");
            Objects.requireNonNull(audience, "audience");
            Objects.requireNonNull(transport, "transport");
        }
    }

    /** Puts the credentials to work for a service, without talking to anybody yet. */
    Authorizer connect(Service service);

    /** The login itself: these credentials without what was only added to them. */
    default Credentials login() {
        return this;
    }

    /**
     * The same with a header that goes along with each call, such as the {@code x-api-key} beside a token.
     *
     * @throws IllegalArgumentException when the value is empty or no header can hold it
     */
    default Credentials withHeader(String name, String value) {
        return new ExtraHeader(this, name, Checks.header(name, value));
    }

    /** Both of them with each call, for a service that asks for two proofs at once. */
    default Credentials and(Credentials other) {
        return new BothCredentials(this, Objects.requireNonNull(other, "other"));
    }

    /** No credentials: nothing is added to a request. */
    static Credentials none() {
        return NoCredentials.INSTANCE;
    }

    /**
     * A token that stays as it is.
     *
     * @throws IllegalArgumentException for an empty token or one with blanks or line breaks in it
     */
    static Credentials bearer(String token) {
        String checked = Checks.token(token);
        return new HeaderCredentials("Authorization", () -> "Bearer " + checked, false);
    }

    /** A token that the application supplies, asked for with each request; asked once more after a 401. */
    static Credentials bearer(Supplier<String> token) {
        Objects.requireNonNull(token, "token");
        return new HeaderCredentials("Authorization", () -> "Bearer " + Checks.token(token.get()), true);
    }

    /** A key in a header of its own, as OpenAPI's {@code apiKey} describes it. */
    static Credentials apiKey(String header, String key) {
        String checked = Checks.text("API key", key);
        return new HeaderCredentials(Checks.text("name of the header", header), () -> checked, false);
    }

    /** A key in the query, under that name. Addresses end up in logs of servers: prefer a header where there is one. */
    static Credentials apiKeyInQuery(String name, String key) {
        return new KeyCredentials(Checks.text("name of the parameter", name), Checks.text("API key", key), false);
    }

    /** A key in a cookie of that name. */
    static Credentials apiKeyInCookie(String name, String key) {
        return new KeyCredentials(Checks.text("name of the cookie", name), Checks.text("API key", key), true);
    }

    /**
     * Name and password with each request (RFC 7617). One of them may be the empty text: many services take a key for the
     * name and no password, or the other way round.
     */
    static Credentials basic(String user, String password) {
        boolean nameless = "".equals(user) && !"".equals(password);
        String name = nameless ? "" : Checks.text("user name", user);
        String pair = name + ":" + ("".equals(password) ? "" : Checks.text("password", password));
        if (name.indexOf(':') >= 0) {
            throw new IllegalArgumentException("A user name with a colon cannot be sent with the Basic scheme.");
        }
        String value = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new HeaderCredentials("Authorization", () -> value, false);
    }
}
