package dev.lathe.processor.odata;

import dev.lathe.processor.model.Problems;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises what people hand over in place of a metadata document, and says what it is. */
final class NotCsdl {

    private static final Pattern OPENAPI_YAML = Pattern.compile("(?m)^[\"']?(openapi|swagger)[\"']?\\s*:");
    private static final Pattern OPENAPI_JSON = Pattern.compile("\"(openapi|swagger)\"\\s*:");
    private static final Pattern CSDL_JSON = Pattern.compile("\"\\$(Version|EntityContainer|Kind)\"\\s*:");
    private static final Pattern ERROR_JSON = Pattern.compile("^\\{\\s*\"(odata\\.)?error\"\\s*:");
    private static final Pattern SERVICE_JSON = Pattern.compile("\"@odata\\.context\"\\s*:");

    /** A member that tells stands near the top; a whole document of megabytes is not searched. */
    private static final int HEAD = 20_000;

    private static final String FETCH =
            "save the answer of GET <service root>/$metadata, asked for as application/xml and with a valid login";

    private NotCsdl() {}

    /** Reports a document that is no CSDL XML. False for one that may be. */
    static boolean reported(SpecText text, Problems problems) {
        String document = text.characters();
        int start = 0;
        while (start < document.length() && Character.isWhitespace(document.charAt(start))) {
            start++;
        }
        if (start == document.length()) {
            problems.error("empty-document", text.at("", 0), "The document is empty.", FETCH);
            return true;
        }
        String head = document.substring(start, Math.min(document.length(), start + HEAD));
        char first = head.charAt(0);
        if (first == '<') {
            return markupReported(text, afterProlog(document, start), problems);
        }
        boolean json = first == '{' || first == '[';
        if (json
                ? OPENAPI_JSON.matcher(head).find()
                : OPENAPI_YAML.matcher(head).find()) {
            problems.error(
                    "wrong-document",
                    text.at("", start),
                    "The document is an OpenAPI description and not OData metadata.",
                    "annotate the package with @OpenApiClient instead of @ODataClient");
        } else if (json && CSDL_JSON.matcher(head).find()) {
            problems.error(
                    "csdl-json",
                    text.at("", start),
                    "The document is CSDL in its JSON form; Lathe reads the XML form.",
                    "ask the service for $metadata?$format=application/xml");
        } else if (json && ERROR_JSON.matcher(head).find()) {
            problems.error(
                    "error-body",
                    text.at("", start),
                    "The document is an error answer of a service and not OData metadata.",
                    FETCH);
        } else if (json && SERVICE_JSON.matcher(head).find()) {
            problems.error(
                    "service-document",
                    text.at("", start),
                    "The document is data or the service document of an OData service and not its metadata.",
                    FETCH);
        } else {
            problems.error("not-xml", text.at("", start), "The document is not XML.", FETCH);
        }
        return true;
    }

    private static boolean markupReported(SpecText text, int at, Problems problems) {
        String document = text.characters();
        boolean doctype = document.regionMatches(true, at, "<!DOCTYPE", 0, 9);
        String next =
                document.substring(at, Math.min(document.length(), at + 200)).toLowerCase(Locale.ROOT);
        if (next.startsWith("<html") || next.matches("(?s)<!doctype\\s+html\\b.*")) {
            problems.error(
                    "html-page",
                    text.at("", at),
                    "The document is an HTML page, perhaps a login page, and not OData metadata.",
                    FETCH);
            return true;
        }
        if (doctype) {
            // Entities are the way to read files and to blow up memory; CSDL has no use for them.
            problems.error(
                    "dtd-refused",
                    text.at("", at),
                    "The document has a document type declaration (DTD); Lathe reads none and expands no entities.",
                    "remove the <!DOCTYPE ...>; OData metadata needs none");
        }
        return doctype;
    }

    /** Where the first markup stands that is neither declaration, comment nor processing instruction. */
    private static int afterProlog(String document, int start) {
        int at = start;
        while (true) {
            while (at < document.length() && Character.isWhitespace(document.charAt(at))) {
                at++;
            }
            int end;
            if (document.startsWith("<?", at)) {
                end = document.indexOf("?>", at);
            } else if (document.startsWith("<!--", at)) {
                end = document.indexOf("-->", at) + 1;
            } else {
                return at;
            }
            if (end <= 0) {
                return at;
            }
            at = end + 2;
        }
    }

    /** Reports a well-formed document whose root element is none of CSDL's. */
    static void root(String localName, String namespace, SpecText text, int offset, Problems problems) {
        String name = localName.toLowerCase(Locale.ROOT);
        if (name.equals("html")) {
            problems.error(
                    "html-page", text.at("", offset), "The document is an HTML page and not OData metadata.", FETCH);
        } else if (name.equals("service") && namespace.startsWith("http://www.w3.org/2007/app")) {
            problems.error(
                    "service-document",
                    text.at("", offset),
                    "The document is the service document and not the metadata of the service.",
                    FETCH);
        } else if (name.equals("error")) {
            problems.error(
                    "error-body",
                    text.at("", offset),
                    "The document is an error answer of a service and not OData metadata.",
                    FETCH);
        } else {
            problems.error(
                    "not-csdl",
                    text.at("", offset),
                    "The document's root element is '" + localName + "'; OData metadata starts with 'Edmx'.",
                    FETCH);
        }
    }
}
