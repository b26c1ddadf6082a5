package dev.lathe.sandbox.dataverse;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.olingo.commons.api.edm.EdmEntityContainer;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmException;
import org.apache.olingo.commons.api.ex.ODataException;
import org.apache.olingo.commons.api.ex.ODataRuntimeException;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.uri.UriInfo;
import org.apache.olingo.server.api.uri.UriParameter;
import org.apache.olingo.server.core.uri.parser.Parser;
import org.apache.olingo.server.core.uri.parser.UriParserSemanticException;

/** Reads and writes URLs: Olingo's parser, with the places where Dataverse is more lenient evened out. */
final class ODataUris {

    private static final List<String> LISTS = List.of("$select=", "$orderby=", "$expand=");

    private static final List<String> FILTERS = List.of("$filter=", "$expand=");

    // The first alternative passes quoted text over.
    private static final Pattern FUNCTION_BEHIND_PATH =
            Pattern.compile("'(?:[^']|'')*+'|([\\w/]+)/(\\w+(?:\\.\\w+)+)\\(PropertyName='");

    private final Schema schema;
    private final OData odata = OData.newInstance();

    ODataUris(Schema schema) {
        this.schema = schema;
    }

    /**
     * Parses what follows the service root.
     *
     * @param path raw, with a leading slash
     * @param query raw, maybe empty
     */
    UriInfo parse(String path, String query, String root) {
        String lenientQuery = query.isEmpty() ? null : lenient(query);
        try {
            return new Parser(schema.edm(), odata)
                    .parseUri(withParentheses(withoutLastSlash(path)), lenientQuery, null, root);
        } catch (UriParserSemanticException e) {
            if (e.getMessageKey() == UriParserSemanticException.MessageKeys.RESOURCE_NOT_FOUND) {
                throw new DataverseError(
                        404, DataverseError.QUERY, "Resource not found for the segment '" + firstSegment(path) + "'.");
            }
            boolean unknown =
                    e.getMessageKey() == UriParserSemanticException.MessageKeys.EXPRESSION_PROPERTY_NOT_IN_TYPE;
            // Only the translated message names the property.
            throw DataverseError.query(String.valueOf(
                    unknown ? e.getTranslatedMessage(Locale.ENGLISH).getMessage() : e.getMessage()));
        } catch (ODataException | ODataRuntimeException | EdmException e) {
            throw DataverseError.query(String.valueOf(e.getMessage()));
        }
    }

    private static String withoutLastSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** A plus is a blank to Dataverse, and blanks may stand around the separators of a list: not so for Olingo. */
    private static String lenient(String query) {
        List<String> options = new ArrayList<>();
        for (String option : query.replace("+", "%20").split("&", -1)) {
            boolean list = LISTS.stream().anyMatch(option::startsWith);
            String tight = list ? encodedWithoutBlanks(option) : option;
            boolean filters = FILTERS.stream().anyMatch(tight::startsWith);
            options.add(filters ? withFunctionsAtTheRow(tight) : tight);
        }
        return String.join("&", options);
    }

    private static String encodedWithoutBlanks(String option) {
        int equals = option.indexOf('=');
        String text;
        try {
            text = URLDecoder.decode(option.substring(equals + 1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return option; // a wrong escape: Olingo says so
        }
        StringBuilder tight = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (quoted || !Character.isWhitespace(c)) {
                tight.append(c);
            } else if (!isBesideSeparator(text, i)) {
                tight.append(' ');
            }
        }
        return option.substring(0, equals + 1) + encode(tight.toString());
    }

    /**
     * Olingo takes a function behind a path for a bound one, Dataverse does not: {@code a/NS.Today(PropertyName='x')}
     * becomes {@code NS.Today(PropertyName='a/x')}, which {@link Terms} understands.
     */
    private static String withFunctionsAtTheRow(String option) {
        int equals = option.indexOf('=');
        String text;
        try {
            text = URLDecoder.decode(option.substring(equals + 1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return option; // a wrong escape: Olingo says so
        }
        Matcher call = FUNCTION_BEHIND_PATH.matcher(text);
        StringBuilder moved = new StringBuilder();
        while (call.find()) {
            call.appendReplacement(
                    moved,
                    call.group(1) == null
                            ? Matcher.quoteReplacement(call.group())
                            : Matcher.quoteReplacement(call.group(2) + "(PropertyName='" + call.group(1) + "/"));
        }
        call.appendTail(moved);
        return option.substring(0, equals + 1) + encode(moved.toString());
    }

    private static boolean isBesideSeparator(String text, int blank) {
        String before = text.substring(0, blank).stripTrailing();
        String after = text.substring(blank).stripLeading();
        return before.isEmpty()
                || after.isEmpty()
                || before.endsWith(",")
                || before.endsWith(";")
                || after.startsWith(",")
                || after.startsWith(";");
    }

    /** {@code WhoAmI} is as good as {@code WhoAmI()}. */
    private String withParentheses(String path) {
        String name = firstSegment(path);
        EdmEntityContainer container = schema.edm().getEntityContainer();
        boolean functionAlone = path.equals("/" + name) && container.getFunctionImport(name) != null;
        return functionAlone ? path + "()" : path;
    }

    private static String firstSegment(String path) {
        String rest = path.startsWith("/") ? path.substring(1) : path;
        return rest.split("[/(]", 2)[0];
    }

    /** The key that the predicates in a URL spell. */
    static Key key(EdmEntityType type, List<UriParameter> predicates) {
        return new Key(type.getKeyPropertyRefs().stream()
                .map(ref -> predicates.stream()
                        .filter(p -> p.getName().equals(ref.getName()))
                        .findFirst()
                        .map(p -> Values.fromLiteral(ref.getProperty().getType(), literal(p)))
                        .orElseThrow(() -> DataverseError.query("The key in the request URI is not valid.")))
                .toList());
    }

    private static String literal(UriParameter parameter) {
        return parameter.getAlias() != null && parameter.getExpression() != null
                ? parameter.getExpression().toString()
                : parameter.getText();
    }

    /** {@code accounts(9f..)}, relative to the service root. */
    String relative(Row row) {
        return schema.setOf(row.type())
                .map(set -> set.getName() + "(" + predicate(row) + ")")
                .orElseThrow(() -> DataverseError.query(
                        "Rows of type '" + Schema.nameOf(row.type()) + "' belong to no entity set."));
    }

    private static String predicate(Row row) {
        List<String> names = row.type().getKeyPredicateNames();
        List<Object> values = row.key().values();
        if (values.size() == 1) {
            return encode(Values.toLiteral(values.get(0)));
        }
        return IntStream.range(0, values.size())
                .mapToObj(i -> names.get(i) + "=" + encode(Values.toLiteral(values.get(i))))
                .collect(Collectors.joining(","));
    }

    /** Percent-encodes for a path or a query alike. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
