package dev.lathe.processor.openapi;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of several media types a client sends or reads, and how. */
final class MediaTypes {

    /** How a body travels. */
    enum Form {
        JSON,
        URL_ENCODED,
        MULTIPART,
        TEXT,
        /** JSON values one after the other: events, or one a line. */
        SEQUENCE,
        BYTES
    }

    private static final List<String> NOTATIONS = List.of("yaml", "protobuf", "msgpack", "cbor", "bson", "javascript");

    private static final Pattern BOUNDARY = Pattern.compile("(?i)\\s*;\\s*boundary=[^;]*");

    private MediaTypes() {}

    static Form formOf(String mediaType) {
        String base = base(mediaType);
        if (base.equals("application/json") || base.endsWith("+json") || base.equals("text/json")) {
            return Form.JSON;
        }
        return switch (base) {
            case "*/*", "application/*", "*" -> Form.JSON;
            case "application/x-www-form-urlencoded" -> Form.URL_ENCODED;
            case "text/event-stream",
                    "application/jsonl",
                    "application/x-ndjson",
                    "application/ndjson",
                    "application/json-seq",
                    "application/x-jsonlines" -> Form.SEQUENCE;
            default -> {
                if (base.startsWith("multipart/")) {
                    yield Form.MULTIPART;
                }
                boolean text = base.startsWith("text/")
                        || isXml(base)
                        || base.endsWith("+yaml")
                        || base.equals("application/yaml")
                        || base.equals("application/x-yaml")
                        || base.equals("application/graphql")
                        || base.equals("application/sql");
                yield text ? Form.TEXT : Form.BYTES;
            }
        };
    }

    /** Whether it says of a body only that it is bytes (RFC 2046, section 4.5.1). */
    static boolean isAnything(String mediaType) {
        return base(mediaType).equals("application/octet-stream");
    }

    static boolean isXml(String mediaType) {
        String base = base(mediaType);
        return base.equals("application/xml")
                || base.equals("text/xml")
                || (base.endsWith("+xml") && !base.startsWith("image/"));
    }

    /**
     * Whether it spells what JSON says in another way. Plain text is what frameworks that answer in JSON whatever is asked
     * for put into their documents.
     */
    static boolean isNotation(String mediaType) {
        String base = base(mediaType);
        String kind = base.substring(base.indexOf('/') + 1);
        return isXml(mediaType)
                || base.equals("text/plain")
                || NOTATIONS.stream().anyMatch(notation -> kind.matches("(.*[.+]|x-)?" + notation));
    }

    /** What is sent or asked for where the document gives a range, without a boundary, of which each body has its own. */
    static String concrete(String mediaType) {
        return switch (base(mediaType)) {
            case "*/*", "application/*", "application/*+json", "*" -> "application/json";
            case "text/*" -> "text/plain";
            case "multipart/*" -> "multipart/form-data";
            default -> BOUNDARY.matcher(mediaType.strip()).replaceAll("");
        };
    }

    static boolean isFormData(String mediaType) {
        return base(mediaType).equals("multipart/form-data") || isRange(mediaType);
    }

    static boolean isEvents(String mediaType) {
        return base(mediaType).equals("text/event-stream");
    }

    /** Whether it stands for many ({@code *}{@code /*}). */
    static boolean isRange(String mediaType) {
        return base(mediaType).indexOf('*') >= 0;
    }

    /** The one that is sent or read: JSON before forms before the rest. */
    static Optional<String> best(Collection<String> mediaTypes) {
        return ranked(mediaTypes).stream().findFirst();
    }

    /** The best one first; of equals in the order of the document, but types before ranges. */
    static List<String> ranked(Collection<String> mediaTypes) {
        return mediaTypes.stream()
                .sorted(Comparator.comparingInt(MediaTypes::rank).thenComparing(MediaTypes::isRange))
                .toList();
    }

    private static int rank(String mediaType) {
        String base = base(mediaType);
        return switch (formOf(base)) {
            case JSON -> base.equals("application/json") ? 0 : base.endsWith("json") ? 1 : 2;
            case URL_ENCODED -> 3;
            case MULTIPART -> 4;
            case SEQUENCE -> 5;
            case TEXT -> isXml(base) ? 8 : 6;
            case BYTES -> 7;
        };
    }

    private static String base(String mediaType) {
        int semicolon = mediaType.indexOf(';');
        return (semicolon < 0 ? mediaType : mediaType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
