package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.odata.Query;
import dev.lathe.runtime.paging.Page;
import dev.lathe.runtime.paging.Pages;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query in FetchXML, Dataverse's own language: for outer joins, aggregates over links and time zones, which OData's
 * options cannot say.
 *
 * <pre>{@code
 * FetchXml.of("<fetch><entity name='account'><attribute name='name'/></entity></fetch>")
 *         .pages(crm.accounts())
 *         .forEach(account -> print(account.getName()));
 * }</pre>
 *
 * <p>Columns of linked tables and aggregates are {@linkplain dev.lathe.runtime.json.JsonObject#unknownMembers() unknown
 * members} of the rows; columns without a value are left out by the service. Immutable and thread-safe. (Microsoft Learn:
 * "Query data using FetchXml", "Page results using FetchXml".)
 */
public final class FetchXml {

    // The prolog and comments, then the element's name; attributes end at the first > outside of quotes.
    private static final Pattern START = Pattern.compile(
            "^\\uFEFF?\\s*(?:<\\?xml[^>]*\\?>\\s*)?(?:<!--.*?-->\\s*)*<fetch(?=[\\s/>])((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w.:-]+)\\s*=\\s*(\"[^\"]*\"|'[^']*')");
    private static final Pattern COOKIE = Pattern.compile("\\bpagingcookie\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private final String xml;
    private final int attributesStart;
    private final int attributesEnd;
    private final boolean limited;
    private final int firstPage;

    private FetchXml(String xml, Matcher start) {
        this.xml = xml;
        this.attributesStart = start.start(1);
        this.attributesEnd = start.end(1);
        String page = attribute("page");
        this.limited = attribute("top") != null;
        this.firstPage = page == null ? 1 : number(page);
    }

    /**
     * A query.
     *
     * @param xml starts with the element {@code fetch}; its attributes {@code count} and {@code page} say how long pages
     *     are and where to begin, with {@code top} there is one page
     * @throws IllegalArgumentException if it does not start so, or if {@code page} is no positive number
     */
    public static FetchXml of(String xml) {
        Matcher start = START.matcher(xml);
        if (!start.find()) {
            throw new IllegalArgumentException("Not FetchXML: it starts with the element 'fetch'");
        }
        return new FetchXml(xml, start);
    }

    private @Nullable String attribute(String name) {
        Matcher each = ATTRIBUTE.matcher(xml).region(attributesStart, attributesEnd);
        while (each.find()) {
            if (each.group(1).equals(name)) {
                return each.group(2).substring(1, each.group(2).length() - 1);
            }
        }
        return null;
    }

    private static int number(String page) {
        try {
            int number = Integer.parseInt(page.strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The attribute 'page' of FetchXML is no number: '" + page + "'", e);
        }
        throw new IllegalArgumentException("Pages of FetchXML count from 1, not from " + page);
    }

    /**
     * The rows, page by page, led on by the service's paging cookie.
     *
     * @param table the table of the query's {@code entity} element; annotations that it asks for come along
     */
    public <E> Pages<E> pages(Query<E> table) {
        return Pages.of((next, before) -> page(table, next, before));
    }

    private <E> Page<E> page(Query<E> table, @Nullable String next, @Nullable Page<E> before) {
        Position at = next == null ? new Position(firstPage, "") : Position.parse(next);
        Iterator<Page<E>> answer = table.option("fetchXml", next == null ? xml : at(at))
                .pages()
                .pages()
                .iterator();
        Page<E> page = answer.next();
        return Page.of(
                page.items(),
                before == null ? 0 : before.number() + 1,
                page.total(),
                limited ? null : after(page, at),
                page.annotations());
    }

    private static @Nullable String after(Page<?> page, Position at) {
        JsonValue more = page.annotations().get(DataverseAnnotations.MORE_RECORDS);
        JsonValue cookie = page.annotations().get(DataverseAnnotations.FETCH_XML_PAGING_COOKIE);
        boolean goesOn = more == null ? cookie != null : !more.isNull() && more.asBoolean();
        if (!goesOn || page.items().isEmpty()) {
            return null;
        }
        return new Position(at.page + 1, cookie == null || cookie.isNull() ? "" : decoded(cookie.asString()))
                .toString();
    }

    /** The cookie within the cookie: an attribute that is percent-encoded twice. Empty if there is none. */
    private static String decoded(String annotation) {
        Matcher found = COOKIE.matcher(annotation);
        if (!found.find()) {
            return "";
        }
        String encoded = found.group(1) == null ? found.group(2) : found.group(1);
        return decode(decode(encoded));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidResponseException(
                    Failure.of("GET", "{table}?fetchXml={xml}")
                            .withMessage("The paging cookie is not percent-encoded."),
                    e);
        }
    }

    /** The query for a page. */
    private String at(Position position) {
        String attributes = ATTRIBUTE
                .matcher(xml.substring(attributesStart, attributesEnd))
                .replaceAll(
                        each -> each.group(1).equals("page") || each.group(1).equals("paging-cookie")
                                ? ""
                                : Matcher.quoteReplacement(each.group()));
        boolean closed = attributes.endsWith("/");
        String kept = (closed ? attributes.substring(0, attributes.length() - 1) : attributes).stripTrailing();
        String cookie = position.cookie.isEmpty() ? "" : " paging-cookie=\"" + escape(position.cookie) + "\"";
        return xml.substring(0, attributesStart) + kept + " page=\"" + position.page + "\"" + cookie
                + (closed ? "/" : "") + xml.substring(attributesEnd);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;")
                .replace("\t", "&#9;");
    }

    /** Where a page starts; as text a number and the cookie. */
    private record Position(int page, String cookie) {

        static Position parse(String text) {
            int space = text.indexOf(' ');
            return new Position(
                    number(space < 0 ? text : text.substring(0, space)), space < 0 ? "" : text.substring(space + 1));
        }

        @Override
        public String toString() {
            return page + " " + cookie;
        }
    }

    /** The FetchXML. */
    @Override
    public String toString() {
        return xml;
    }
}
