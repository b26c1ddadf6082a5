package dev.lathe.sandbox.audiencemanager;

import dev.lathe.sandbox.http.Answer;
import dev.lathe.sandbox.http.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the handler of a method and a path. The first route that fits wins; a slash at the end does not matter. */
final class Router {

    /** Answers the calls of one route. */
    @FunctionalInterface
    interface Handler {
        Answer answer(ApiCall call);
    }

    private record Route(String method, List<String> pattern, Handler handler) {

        /** The variables of the path, or empty when it is another's. A segment in braces takes any text. */
        Optional<Map<String, String>> match(List<String> path) {
            if (path.size() != pattern.size()) {
                return Optional.empty();
            }
            Map<String, String> variables = new LinkedHashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String wanted = pattern.get(i);
                if (wanted.startsWith("{")) {
                    variables.put(wanted.substring(1, wanted.length() - 1), path.get(i));
                } else if (!wanted.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }

    private final List<Route> routes = new ArrayList<>();

    Router get(String pattern, Handler handler) {
        return add("GET", pattern, handler);
    }

    Router post(String pattern, Handler handler) {
        return add("POST", pattern, handler);
    }

    Router put(String pattern, Handler handler) {
        return add("PUT", pattern, handler);
    }

    Router delete(String pattern, Handler handler) {
        return add("DELETE", pattern, handler);
    }

    private Router add(String method, String pattern, Handler handler) {
        routes.add(new Route(method, segments(pattern), handler));
        return this;
    }

    /** @param path raw, below the version segment */
    Answer answer(Call call, String path) {
        List<String> segments = segments(path);
        boolean pathKnown = false;
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(segments);
            if (variables.isPresent()) {
                pathKnown = true;
                if (route.method().equals(call.method())) {
                    return route.handler().answer(new ApiCall(call, variables.get()));
                }
            }
        }
        throw pathKnown ? ApiError.methodNotAllowed(call.method()) : ApiError.notFound("Nothing is at " + path + ".");
    }

    /** Decoded one by one, so that an encoded slash stays inside its segment. */
    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.startsWith("{") ? segment : decode(segment))
                .toList();
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest("The path has a percent sign that encodes nothing.");
        }
    }
}
