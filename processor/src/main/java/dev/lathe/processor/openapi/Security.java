package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.ApiInfo;
import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.SecurityScheme;
import dev.lathe.processor.model.SecurityScheme.Kind;
import dev.lathe.processor.model.SpecPath;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads how callers log in: the schemes of a document, and what its operations ask for. */
final class Security {

    private final JsonNode root;
    private final List<ApiInfo.Server> bases;
    private final Origins origins;
    private final Findings findings;

    Security(JsonNode root, List<ApiInfo.Server> bases, Origins origins, Findings findings) {
        this.root = root;
        this.bases = bases;
        this.origins = origins;
        this.findings = findings;
    }

    List<SecurityScheme> schemes() {
        List<SecurityScheme> schemes = new ArrayList<>();
        root.path(CleanSpec.SECURITY_SCHEMES)
                .properties()
                .forEach(scheme -> scheme(scheme.getKey(), scheme.getValue()).ifPresent(schemes::add));
        return schemes;
    }

    private Optional<SecurityScheme> scheme(String name, JsonNode node) {
        String type = node.path("type").asText();
        return switch (type) {
            case "apiKey" -> apiKey(name, node);
            case "basic" -> Optional.of(of(name, Kind.BASIC, node));
            case "http" -> http(name, node);
            case "oauth2" -> Optional.of(oauth(name, node));
            case "openIdConnect" -> Optional.of(of(name, Kind.BEARER, node));
            case "mutualTLS" -> {
                findings.warnOnce(
                        "not-generated",
                        type,
                        origins.at(node),
                        "A certificate of the caller is no part of a request; nothing is generated for '" + name + "'.",
                        "give ClientConfig a transport whose HttpClient has the SSLContext");
                yield Optional.empty();
            }
            default -> unknown(name, "type '" + type + "'", node);
        };
    }

    private Optional<SecurityScheme> apiKey(String name, JsonNode node) {
        String in = node.path("in").asText();
        return switch (in) {
            case "header" -> Optional.of(of(name, Kind.API_KEY_IN_HEADER, node));
            case "query" -> Optional.of(of(name, Kind.API_KEY_IN_QUERY, node));
            case "cookie" -> Optional.of(of(name, Kind.API_KEY_IN_COOKIE, node));
            default -> unknown(name, "place '" + in + "'", node);
        };
    }

    private Optional<SecurityScheme> http(String name, JsonNode node) {
        String scheme = node.path("scheme").asText().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "basic" -> Optional.of(of(name, Kind.BASIC, node));
            case "bearer" -> Optional.of(of(name, Kind.BEARER, node));
            default -> unknown(name, "HTTP scheme '" + scheme + "'", node);
        };
    }

    private Optional<SecurityScheme> unknown(String name, String what, JsonNode node) {
        findings.warn(
                "security-scheme",
                origins.at(node),
                "The " + what + " is not known; nothing is generated for '" + name + "'.",
                "implement Credentials for it");
        return Optional.empty();
    }

    private SecurityScheme of(String name, Kind kind, JsonNode node) {
        return new SecurityScheme(
                name, kind, node.path("name").asText(), "", List.of(), DocsText.of(node), origins.at(node));
    }

    /** With client credentials a program can log in by itself; for all other flows somebody hands it a token. */
    private SecurityScheme oauth(String name, JsonNode node) {
        JsonNode flow = node.path("flow").asText().equals("application")
                ? node
                : node.path("flows").path("clientCredentials");
        String tokenUrl = flow.isMissingNode() ? "" : tokenUrl(name, flow);
        Set<String> scopes = new LinkedHashSet<>();
        flow.path("scopes").properties().forEach(scope -> scopes.add(scope.getKey()));
        return new SecurityScheme(
                name,
                tokenUrl.isEmpty() ? Kind.BEARER : Kind.CLIENT_CREDENTIALS,
                "",
                tokenUrl,
                List.copyOf(scopes),
                DocsText.of(node),
                origins.at(node));
    }

    /**
     * Relative ones stand below the first server (OpenAPI 3.1.1, section 4.6), with the usual values of its variables;
     * empty for one that leads nowhere.
     */
    private String tokenUrl(String name, JsonNode flow) {
        String said = flow.path("tokenUrl").asText();
        String url = resolved(bases.isEmpty() ? "" : bases.get(0).url(), said);
        if (url.isEmpty()) {
            findings.warn(
                    "security-scheme",
                    origins.at(flow),
                    "The token URL '" + said + "' of '" + name
                            + "' is no https address, nor is it relative to one; the client takes a token.",
                    "use OAuth.clientCredentials with the address you know");
        }
        return url;
    }

    private static String resolved(String server, String url) {
        try {
            URI uri = new URI(url);
            if (!uri.isAbsolute() && !url.isEmpty()) {
                uri = new URI(server).resolve(uri);
            }
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getFragment() == null
                    ? uri.toString()
                    : "";
        } catch (URISyntaxException noAddress) {
            return "";
        }
    }

    /** In words, what an operation asks for by itself; empty when it says nothing. */
    String of(JsonNode operation) {
        JsonNode own = operation.path("security");
        if (!own.isArray() || own.equals(root.path("security"))) {
            return "";
        }
        List<String> ways = new ArrayList<>();
        for (JsonNode way : own) {
            List<String> all = new ArrayList<>();
            way.properties().forEach(scheme -> {
                List<String> scopes = new ArrayList<>();
                scheme.getValue().forEach(scope -> scopes.add(scope.asText()));
                known(scheme.getKey(), origins.at(own));
                all.add(scheme.getKey() + (scopes.isEmpty() ? "" : " (" + String.join(", ", scopes) + ")"));
            });
            ways.add(all.isEmpty() ? "none" : String.join(" and ", all));
        }
        return ways.isEmpty() ? "none" : String.join(", or ", ways);
    }

    private void known(String scheme, SpecPath at) {
        List<String> known = new ArrayList<>();
        root.path(CleanSpec.SECURITY_SCHEMES).fieldNames().forEachRemaining(known::add);
        if (!known.contains(scheme)) {
            findings.warnOnce(
                    "unknown-security",
                    scheme,
                    at,
                    "No security scheme is named '" + scheme + "'.",
                    Nearest.hint(scheme, known));
        }
    }
}
