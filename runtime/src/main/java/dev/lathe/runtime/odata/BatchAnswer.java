package dev.lathe.runtime.odata;

import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.MediaTypes;
import dev.lathe.runtime.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answers in the body of a batch's answer, in their order. Parts end where a line starts with the delimiter, as they
 * need not say how long they are; lines may end with LF alone.
 *
 * @param answers one of a single request, or of a change set that failed; several of a change set that succeeded
 */
record BatchAnswer(List<List<Response>> answers) {

    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;\"]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)?\\s+(\\d{3})(?:\\s.*)?");

    /** Tells what is wrong with such a body. */
    static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    static boolean isBatch(Response response) {
        return isMultipart(response.headers().firstOrNull("Content-Type"));
    }

    private static boolean isMultipart(@Nullable String contentType) {
        return MediaTypes.essence(contentType).toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    static BatchAnswer parse(Headers headers, byte[] body) throws MalformedException {
        List<List<Response>> answers = new ArrayList<>();
        for (byte[] part : parts(body, boundary(headers))) {
            Section section = Section.of(part);
            answers.add(
                    isMultipart(section.headers.firstOrNull("Content-Type"))
                            ? nested(section)
                            : List.of(response(section.content)));
        }
        return new BatchAnswer(answers);
    }

    private static List<Response> nested(Section changeSet) throws MalformedException {
        List<Response> responses = new ArrayList<>();
        for (byte[] part : parts(changeSet.content, boundary(changeSet.headers))) {
            responses.add(response(Section.of(part).content));
        }
        return responses;
    }

    private static String boundary(Headers headers) throws MalformedException {
        String contentType = headers.firstOrNull("Content-Type");
        Matcher found = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!found.find()) {
            throw new MalformedException("it names no boundary");
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static List<byte[]> parts(byte[] body, String boundary) throws MalformedException {
        byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
        List<byte[]> parts = new ArrayList<>();
        int start = -1;
        for (int line = 0; line < body.length; line = nextLine(body, line)) {
            if (!startsWith(body, line, delimiter)) {
                continue;
            }
            int after = line + delimiter.length;
            boolean last = startsWith(body, after, new byte[] {'-', '-'});
            if (!last && !isBlankUntilLineEnd(body, after)) {
                continue; // another boundary that begins like this one
            }
            if (start >= 0) {
                parts.add(Arrays.copyOfRange(body, start, withoutLineEnd(body, start, line)));
            }
            if (last) {
                return parts;
            }
            start = nextLine(body, line);
        }
        throw new MalformedException("it breaks off after " + parts.size() + " parts");
    }

    private static int nextLine(byte[] body, int from) {
        int i = from;
        while (i < body.length && body[i] != '\n') {
            i++;
        }
        return i + 1;
    }

    private static boolean startsWith(byte[] body, int at, byte[] text) {
        return at + text.length <= body.length && Arrays.equals(body, at, at + text.length, text, 0, text.length);
    }

    private static boolean isBlankUntilLineEnd(byte[] body, int from) {
        for (int i = from; i < body.length && body[i] != '\n'; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The line end before a delimiter belongs to the delimiter (RFC 2046, section 5.1.1). */
    private static int withoutLineEnd(byte[] body, int start, int end) {
        int cut = end > start && body[end - 1] == '\n' ? end - 1 : end;
        return cut > start && body[cut - 1] == '\r' ? cut - 1 : cut;
    }

    /** Headers, an empty line, and what follows. */
    private static final class Section {

        private final Headers headers;
        private final byte[] content;

        private Section(Headers headers, byte[] content) {
            this.headers = headers;
            this.content = content;
        }

        static Section of(byte[] bytes) throws MalformedException {
            Headers.Builder headers = Headers.builder();
            int line = 0;
            while (line < bytes.length) {
                int next = nextLine(bytes, line);
                String text =
                        new String(bytes, line, Math.min(next, bytes.length) - line, StandardCharsets.UTF_8).strip();
                line = Math.min(next, bytes.length);
                if (text.isEmpty()) {
                    break;
                }
                int colon = text.indexOf(':');
                if (colon < 1) {
                    throw new MalformedException("a part has a line that is no header");
                }
                try {
                    headers.add(
                            text.substring(0, colon).strip(),
                            text.substring(colon + 1).strip());
                } catch (IllegalArgumentException e) {
                    throw new MalformedException("a part has a line that is no header");
                }
            }
            return new Section(headers.build(), Arrays.copyOfRange(bytes, line, bytes.length));
        }
    }

    private static Response response(byte[] http) throws MalformedException {
        int start = 0;
        while (start < http.length && (http[start] == '\r' || http[start] == '\n')) {
            start++;
        }
        int headers = Math.min(nextLine(http, start), http.length);
        Matcher status = STATUS.matcher(new String(http, start, headers - start, StandardCharsets.UTF_8).strip());
        if (!status.matches()) {
            throw new MalformedException("a part has no status line");
        }
        Section section = Section.of(Arrays.copyOfRange(http, headers, http.length));
        return Response.of(Integer.parseInt(status.group(1)), section.headers, section.content);
    }
}
