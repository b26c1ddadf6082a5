package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import dev.lathe.processor.model.ApiInfo;
import dev.lathe.processor.model.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Plans the addresses that a root client offers. */
final class ServerPlanner {

    private static final Pattern HOST = Pattern.compile("^(?:[^/]*:)?//");

    private final ClassName root;
    private final Scope methods;
    private final Scope constants = Scope.ofMembers();
    private final Scope nested;
    private final Map<ApiInfo.Variable, RootPlan.Choice> choices = new LinkedHashMap<>();

    /** @param methods names of the root client's members, of which those of the resources are taken */
    ServerPlanner(ClassName root, Scope methods) {
        this.root = root;
        this.methods = methods;
        this.nested = Scope.ofTypes(Set.of(root.simpleName()));
    }

    List<RootPlan.Server> plan(List<ApiInfo.Server> servers) {
        return servers.stream()
                .filter(ServerPlanner::isAbsolute)
                .map(server -> plan(server, servers.size()))
                .toList();
    }

    /** Without a scheme an address is relative to where the document was published, which nobody knows. */
    private static boolean isAbsolute(ApiInfo.Server server) {
        return server.template().startsWith("http") || server.template().startsWith("{");
    }

    /**
     * All absolute addresses of the document, as templates, if an operation has one of its own. None where others go to an
     * address of which the document does not know the host: a client may be connected to any then.
     */
    static List<String> known(List<ApiInfo.Server> servers, List<Resource.Tagged> resources) {
        List<String> common = servers.stream()
                .map(ApiInfo.Server::template)
                .filter(ServerPlanner::hasHost)
                .toList();
        List<Optional<String>> own = resources.stream()
                .flatMap(resource -> resource.operations().stream())
                .map(operation -> operation.server().filter(ServerPlanner::hasHost))
                .toList();
        boolean unknown = common.isEmpty() && own.stream().anyMatch(Optional::isEmpty);
        return unknown || own.stream().allMatch(Optional::isEmpty)
                ? List.of()
                : Stream.concat(common.stream(), own.stream().flatMap(Optional::stream))
                        .distinct()
                        .toList();
    }

    /** Whether it leads somewhere else than the client does: {@code https://a.example}, {@code //a.example}. */
    static boolean hasHost(String address) {
        return HOST.matcher(address).find();
    }

    private RootPlan.Server plan(ApiInfo.Server server, int count) {
        String name = constants.take(nameOf(server, count));
        boolean complete = server.url().startsWith("http") && !server.url().contains("{");
        return new RootPlan.Server(
                complete ? name : "",
                server.url(),
                server.variables().isEmpty()
                        ? ""
                        : methods.take(Identifiers.camel(name.toLowerCase(Locale.ROOT)), "Server"),
                server.template(),
                parts(server),
                server.description());
    }

    /** A short description names its server ("Production"); otherwise the position does. */
    private static String nameOf(ApiInfo.Server server, int count) {
        String words = server.description().replaceAll("[.,:;(].*", "").strip();
        if (!words.isEmpty() && words.length() <= 40) {
            return Identifiers.constant(words);
        }
        return count == 1 ? "DEFAULT_SERVER" : "SERVER";
    }

    private List<RootPlan.Part> parts(ApiInfo.Server server) {
        ParameterNames names = new ParameterNames();
        List<RootPlan.Part> parts = new ArrayList<>();
        String rest = server.template();
        Map<String, RootPlan.Variable> known = new LinkedHashMap<>();
        for (ApiInfo.Variable variable : server.variables()) {
            known.put("{" + variable.name() + "}", variable(variable, names));
        }
        while (!rest.isEmpty()) {
            String from = rest;
            Optional<String> next =
                    known.keySet().stream().filter(from::contains).min(Comparator.comparingInt(from::indexOf));
            int at = next.map(from::indexOf).orElse(from.length());
            if (at > 0) {
                parts.add(new RootPlan.Text(from.substring(0, at)));
            }
            next.map(known::get).ifPresent(parts::add);
            rest = from.substring(at + next.map(String::length).orElse(0));
        }
        return parts;
    }

    private RootPlan.Variable variable(ApiInfo.Variable variable, ParameterNames names) {
        ClassName java = variable.values().isEmpty()
                ? ClassName.get(String.class)
                : choice(variable).name();
        return new RootPlan.Variable(
                names.take(variable.name()),
                variable.name(),
                java,
                variable.standard(),
                new DocPlan(variable.description(), "", false, ""));
    }

    /** One enumeration for the same variable of several servers. */
    private RootPlan.Choice choice(ApiInfo.Variable variable) {
        ApiInfo.Variable key = new ApiInfo.Variable(variable.name(), Optional.empty(), variable.values(), "");
        return choices.computeIfAbsent(key, none -> {
            Scope values = Scope.ofMembers();
            return new RootPlan.Choice(
                    root.nestedClass(nested.take(Identifiers.pascal(variable.name()))),
                    variable.name(),
                    variable.values().stream()
                            .distinct()
                            .map(text -> new RootPlan.Value(values.take(Identifiers.constant(text)), text))
                            .toList());
        });
    }

    List<RootPlan.Choice> choices() {
        return List.copyOf(choices.values());
    }

    /** Says of which addresses there is no constant. */
    DocPlan docs(DocPlan docs, List<ApiInfo.Server> servers) {
        List<String> relative = servers.stream()
                .filter(server -> !isAbsolute(server) && !server.url().equals("/"))
                .map(ApiInfo.Server::url)
                .toList();
        return relative.isEmpty()
                ? docs
                : docs.and("Relative to where the document was published, the service is at "
                        + String.join(", ", relative) + ".");
    }
}
