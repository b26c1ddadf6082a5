package dev.lathe.processor.openapi;

import dev.lathe.processor.model.ApiInfo;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads base addresses; variables are given their defaults. */
final class Servers {

    private Servers() {}

    static List<ApiInfo.Server> of(@Nullable List<Server> read) {
        List<ApiInfo.Server> servers = new ArrayList<>();
        for (Server server : read == null ? List.<Server>of() : read) {
            if (server.getUrl() != null) {
                String description = server.getDescription() == null ? "" : server.getDescription();
                servers.add(new ApiInfo.Server(filled(server), description));
            }
        }
        return servers;
    }

    private static String filled(Server server) {
        String url = server.getUrl();
        Map<String, ServerVariable> variables = server.getVariables() == null ? Map.of() : server.getVariables();
        for (Map.Entry<String, ServerVariable> variable : variables.entrySet()) {
            String value = variable.getValue().getDefault();
            if (value == null && variable.getValue().getEnum() != null) {
                value = variable.getValue().getEnum().stream().findFirst().orElse(null);
            }
            if (value != null) {
                url = url.replace("{" + variable.getKey() + "}", value);
            }
        }
        return url;
    }
}
