package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.ApiInfo;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import io.swagger.v3.oas.models.servers.ServerVariables;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads base addresses with their variables. */
final class Servers {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private final Origins origins;
    private final Findings findings;

    Servers(Origins origins, Findings findings) {
        this.origins = origins;
        this.findings = findings;
    }

    /** @param nodes what they were read from */
    List<ApiInfo.Server> of(@Nullable List<Server> read, JsonNode nodes) {
        List<ApiInfo.Server> servers = new ArrayList<>();
        for (Server server : read == null ? List.<Server>of() : read) {
            if (server.getUrl() != null) {
                ApiInfo.Server one = server(server);
                if (isAddress(one.url())) {
                    servers.add(one);
                } else {
                    findings.warn(
                            "odd-server",
                            origins.at(nodes),
                            "'" + server.getUrl() + "' is no address of a server; it is left out.");
                }
            }
        }
        return servers;
    }

    /** The server of the document that a client is meant to be connected to, as far as it is told from others by it. */
    static String home(@Nullable List<Server> read) {
        return read == null || read.isEmpty() || read.get(0).getUrl() == null
                ? ""
                : place(server(read.get(0)).url());
    }

    /** Whether both are one place: with or without the scheme, and a slash at the end. */
    static boolean isHome(ApiInfo.Server server, String home) {
        return place(server.url()).equals(home);
    }

    private static String place(String url) {
        return url.replaceFirst("(?i)^https?:(?=//)", "").replaceFirst("/$", "");
    }

    private static ApiInfo.Server server(Server server) {
        String template = server.getUrl();
        ServerVariables described = server.getVariables();
        List<ApiInfo.Variable> variables = new ArrayList<>();
        String url = template;
        for (String name : names(template)) {
            ServerVariable variable = described == null ? null : described.get(name);
            ApiInfo.Variable one = variable(name, variable == null ? new ServerVariable() : variable);
            variables.add(one);
            url = url.replace("{" + name + "}", one.standard().orElse("{" + name + "}"));
        }
        return new ApiInfo.Server(url, template, variables, Objects.requireNonNullElse(server.getDescription(), ""));
    }

    private static Set<String> names(String template) {
        Set<String> names = new LinkedHashSet<>();
        Matcher variable = VARIABLE.matcher(template);
        while (variable.find()) {
            names.add(variable.group(1));
        }
        return names;
    }

    private static ApiInfo.Variable variable(String name, ServerVariable read) {
        List<String> values = read.getEnum() == null ? List.of() : read.getEnum();
        Optional<String> standard =
                Optional.ofNullable(read.getDefault()).or(() -> values.stream().findFirst());
        return new ApiInfo.Variable(name, standard, values, Objects.requireNonNullElse(read.getDescription(), ""));
    }

    /** A client would fail with it before its first call. */
    private static boolean isAddress(String url) {
        try {
            return new URI(VARIABLE.matcher(url).replaceAll("x")).getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
