package dev.lathe.processor.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with its variables. Published documents tell operations apart by what the standard has no place for in a path:
 * a fragment, which is never sent, and a query, whose variables are query parameters.
 *
 * @param sent the path as a request has it, with fixed parts of the query
 * @param variables those of the path
 * @param query names of query parameters to the variables in their place
 */
record PathTemplate(String sent, Set<String> variables, Map<String, String> query) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    static PathTemplate of(String key) {
        int hash = key.indexOf('#');
        String whole = hash < 0 ? key : key.substring(0, hash);
        int mark = whole.indexOf('?');
        String path = mark < 0 ? whole : whole.substring(0, mark);
        Map<String, String> query = new LinkedHashMap<>();
        List<String> fixed = new ArrayList<>();
        for (String pair : mark < 0 ? new String[0] : whole.substring(mark + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            Matcher variable = VARIABLE.matcher(equals < 0 ? pair : pair.substring(equals + 1));
            if (variable.matches()) {
                query.put(equals < 0 ? variable.group(1) : pair.substring(0, equals), variable.group(1));
            } else {
                fixed.add(pair);
            }
        }
        Set<String> variables = new LinkedHashSet<>();
        VARIABLE.matcher(path).results().forEach(variable -> variables.add(variable.group(1)));
        return new PathTemplate(fixed.isEmpty() ? path : path + "?" + String.join("&", fixed), variables, query);
    }
}
