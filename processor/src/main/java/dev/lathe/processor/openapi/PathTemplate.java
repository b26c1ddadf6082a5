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
 * @param open those of them that may fill several segments, as {@code {+name}} (RFC 6570, section 3.2.3) and the
 *     {@code {name+}}, {@code {*name}} and {@code {name*}} of gateways and frameworks say
 * @param query names of query parameters to the variables in their place
 */
record PathTemplate(String sent, Set<String> variables, Set<String> open, Map<String, String> query) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private static final Pattern OPEN = Pattern.compile("\\{([+*]([^{}+*]+)|([^{}+*]+)[+*])}");

    /** @param declared names of the parameters of the path: one of them may begin with a plus after all */
    static PathTemplate of(String key, Set<String> declared) {
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
        Set<String> open = new LinkedHashSet<>();
        path = OPEN.matcher(path).replaceAll(variable -> {
            if (declared.contains(variable.group(1))) {
                return Matcher.quoteReplacement(variable.group());
            }
            String name = variable.group(2) == null ? variable.group(3) : variable.group(2);
            open.add(name);
            return Matcher.quoteReplacement("{" + name + "}");
        });
        Set<String> variables = new LinkedHashSet<>();
        VARIABLE.matcher(path).results().forEach(variable -> variables.add(variable.group(1)));
        return new PathTemplate(fixed.isEmpty() ? path : path + "?" + String.join("&", fixed), variables, open, query);
    }
}
