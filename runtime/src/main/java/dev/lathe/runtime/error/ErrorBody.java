package dev.lathe.runtime.error;

import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.MediaTypes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What could be made of the body of an error: JSON of one of the usual shapes, HTML from a gateway, plain text, half of
 * any of them, or nothing. Decoding never fails. Immutable and thread-safe.
 */
public final class ErrorBody implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TEXT = 64 << 10;
    private static final int LONGEST_MESSAGE = 1_000;
    // what is looked at for a message; the patterns below are slow on markup that never closes
    private static final int LONGEST_MARKUP = 8 << 10;
    private static final ErrorBody EMPTY = new ErrorBody("", "", "", new ArrayList<>(), new LinkedHashMap<>());

    // The first that is there wins: OData, OAuth, Audience Manager and most others, RFC 9457.
    private static final List<String> CODES =
            List.of("error.code", "code", "errorCode", "error_code", "error.type", "error", "errors.code", "type");
    private static final List<String> MESSAGES = List.of(
            "error.message.value",
            "error.message",
            "error_description",
            "message",
            "detail",
            "errorMessage",
            "error_message",
            "description",
            "title",
            "error.title",
            "errors.message",
            "errors.detail",
            "errors",
            "errorMessages",
            "detail.msg",
            "Message");
    private static final List<String> CHILDREN =
            List.of("childMessages", "error.childMessages", "error.details.message", "details.message");
    private static final String FIELDS = "errors.";
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.{1,500}?)</title>");
    private static final Pattern INVISIBLE = Pattern.compile("(?is)<(script|style)\\b.{0,20000}?</\\1>|<[^>]{0,2000}>");

    // lists and maps that can be serialised, behind their interfaces
    private final String text;
    private final String code;
    private final String message;
    private final List<String> childMessages;
    private final Map<String, String> details;

    private ErrorBody(
            String text, String code, String message, List<String> childMessages, Map<String, String> details) {
        this.text = text;
        this.code = code;
        this.message = message;
        this.childMessages = childMessages;
        this.details = details;
    }

    /** No body. */
    public static ErrorBody empty() {
        return EMPTY;
    }

    /**
     * Decodes a body.
     *
     * @param headers of the answer, for its content type
     * @param cleaner takes secrets out of the text before anything else looks at it
     */
    public static ErrorBody decode(byte[] body, Headers headers, UnaryOperator<String> cleaner) {
        String text = cleaner.apply(MediaTypes.text(body, headers.firstOrNull("Content-Type")))
                .strip();
        if (text.isEmpty()) {
            return EMPTY;
        }
        String kept = shortened(text, LONGEST_TEXT);
        if (text.startsWith("{") || text.startsWith("[") || text.startsWith("\"")) {
            return ofJson(kept, FlatJson.read(text));
        }
        String beginning = text.substring(0, Math.min(text.length(), LONGEST_MARKUP));
        String message = text.startsWith("<") ? visible(beginning) : beginning;
        return new ErrorBody(
                kept, "", shortened(oneLine(message), LONGEST_MESSAGE), new ArrayList<>(), new LinkedHashMap<>());
    }

    private static ErrorBody ofJson(String text, Map<String, List<String>> members) {
        String code = first(members, CODES);
        String message = first(members, MESSAGES);
        if (message.isEmpty()) {
            message = ofFields(members);
        }
        List<String> children = CHILDREN.stream()
                .map(members::get)
                .filter(found -> found != null)
                .findFirst()
                .orElse(List.of());
        Map<String, String> details = new LinkedHashMap<>();
        members.forEach((name, values) -> {
            if (!CODES.contains(name) && !MESSAGES.contains(name) && !CHILDREN.contains(name)) {
                String own = name.startsWith("error.") ? name.substring("error.".length()) : name;
                details.put(own, String.join(", ", values));
            }
        });
        return new ErrorBody(
                text,
                code.equals(message) ? "" : shortened(oneLine(code), 200),
                shortened(oneLine(message), LONGEST_MESSAGE),
                new ArrayList<>(children),
                details);
    }

    private static String first(Map<String, List<String>> members, List<String> names) {
        for (String name : names) {
            List<String> values = members.get(name);
            if (values != null && !values.get(0).isBlank()) {
                return String.join("; ", values);
            }
        }
        return "";
    }

    /** {@code {"errors": {"name": ["is too long"]}}}: what is wrong, by the field that it is wrong with. */
    private static String ofFields(Map<String, List<String>> members) {
        return members.entrySet().stream()
                .filter(member -> member.getKey().startsWith(FIELDS) && !CODES.contains(member.getKey()))
                .map(member -> member.getKey().substring(FIELDS.length()) + ": " + String.join(", ", member.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String visible(String html) {
        Matcher title = TITLE.matcher(html);
        return INVISIBLE.matcher(title.find() ? title.group(1) : html).replaceAll(" ");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    /** The body as text, without secrets, at most 64 K characters of it; empty when there was none. */
    public String text() {
        return text;
    }

    /** The service's own code for what went wrong; empty when the body has none. */
    public String code() {
        return code;
    }

    /** What went wrong, in one line; empty when the body does not say. */
    public String message() {
        return message;
    }

    /** Several problems at once; empty when there are none. */
    public List<String> childMessages() {
        return Collections.unmodifiableList(childMessages);
    }

    /**
     * All other members of the error, by name; the name of a nested one is its path with dots. Texts of any length and
     * content: not for a log by default.
     */
    public Map<String, String> details() {
        return Collections.unmodifiableMap(details);
    }

    /** This one under another code. */
    public ErrorBody withCode(@Nullable String newCode) {
        return new ErrorBody(text, newCode == null ? "" : newCode, message, childMessages, details);
    }

    @Override
    public String toString() {
        return "ErrorBody[" + text.length() + " characters" + (code.isEmpty() ? "" : ", " + code) + "]";
    }
}
