package dev.lathe.runtime.auth;

import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.error.ErrorBody;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Learns a service's tenant from the 401 to a call without credentials. Thread-safe.
 *
 * <p>What the service says is only believed as far as the tenant's name: the authority that a secret goes to is one that
 * the application gave, or one of Microsoft's. A service that names another one is refused, so that nobody who answers in
 * its place learns the secret.
 */
final class EntraDiscovery {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern AUTHORIZATION_URI =
            Pattern.compile("(?i)\\bauthorization_uri\\s*=\\s*\"?([^\",\\s]+)");
    private static final Pattern TENANT = Pattern.compile("([^/?#]+)/oauth2/(?:v2\\.0/)?authorize");

    private final URI service;
    private final List<String> authorities;

    /**
     * @param authorities those that are trusted, without a slash at the end
     */
    EntraDiscovery(URI service, List<String> authorities) {
        this.service = service;
        this.authorities = List.copyOf(authorities);
    }

    EntraTenant find(LoginExchange exchange) throws InterruptedException {
        Request request = Request.builder("GET", service)
                .template(service.getScheme() + "://" + service.getRawAuthority() + service.getRawPath())
                .header("Accept", "application/json")
                .timeout(TIMEOUT)
                .build();
        Response response = exchange.send(request, true, answer -> answer.status() == 401);
        Matcher challenge =
                AUTHORIZATION_URI.matcher(String.join(", ", response.headers().all("WWW-Authenticate")));
        if (response.status() != 401 || !challenge.find()) {
            throw failed(request, response, "The service does not say which tenant it belongs to.");
        }
        String uri = challenge.group(1);
        for (String authority : authorities) {
            if (uri.startsWith(authority + "/")) {
                Matcher tenant = TENANT.matcher(uri.substring(authority.length() + 1));
                if (tenant.matches() && EntraTenant.isName(tenant.group(1))) {
                    return new EntraTenant(authority, tenant.group(1));
                }
            }
        }
        throw failed(
                request,
                response,
                "The service names an authority that is not trusted; nothing secret was sent to it.");
    }

    private static AuthenticationException failed(Request request, Response response, String message) {
        return new AuthenticationException(Failure.of(request.method(), request.template())
                .withAnswer(response.status(), Headers.empty(), ErrorBody.empty())
                .withMessage(message)
                .withHint("Give the tenant to EntraId, and withAuthority(...) in a cloud of its own."));
    }
}
