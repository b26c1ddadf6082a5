package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.Call;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.http.Body;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.odata.Column;
import dev.lathe.runtime.odata.EntitySet;
import dev.lathe.runtime.odata.ODataEntity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * The file in a file column of one row. What a row itself holds there is no more than the file's identifier; content has
 * requests of its own, and is never in memory as a whole.
 *
 * <pre>{@code
 * FileColumn report = FileColumn.of(crm.latheAudiencesegments(), id, LatheAudiencesegments.LATHE_REPORT);
 * report.upload("report.pdf", Body.of(Path.of("report.pdf")));
 * try (FileContent file = report.download().orElseThrow()) {
 *     file.stream().transferTo(out);
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe. (Microsoft Learn: "Use file column data".)
 */
public final class FileColumn {

    /** Length of a block in bytes, where the service names no other: 4 MB. */
    static final int BLOCK = 4 << 20;

    /** Files of this length and more, in bytes, do not go up or down in one request: 128 MB. */
    static final long TOO_LONG_FOR_ONE_REQUEST = 128L << 20;

    private static final int LONGEST_BLOCK = 64 << 20;
    private static final String FILE_NAME = "x-ms-file-name";
    private static final String BYTES = "application/octet-stream";
    private static final String NO_BLOCKS = "0x80090017";

    private final FileRequests requests;

    private FileColumn(FileRequests requests) {
        this.requests = requests;
    }

    /**
     * The file in a column of a row. Nothing is sent yet.
     *
     * @throws IllegalArgumentException if the column is not one of the table itself, or the key is empty
     */
    public static <E extends ODataEntity, K> FileColumn of(EntitySet<E, K> table, K key, Column<? super E, ?> column) {
        return new FileColumn(FileRequests.of(table, key, column));
    }

    /**
     * Puts a file in, in place of the one that is there: in one request up to 4 MB, beyond that in blocks of which one at a
     * time is in memory.
     *
     * @param name with its extension
     * @param content of known length
     * @throws IllegalArgumentException if the name is empty, or nobody knows how long the content is
     * @throws UncheckedIOException if the content cannot be read, or is not as long as it says
     * @throws ApiException if the service refuses or cannot be reached; a file that was there before stays
     */
    public void upload(String name, Body content) {
        if (content.length() <= BLOCK) {
            uploadAtOnce(name, content);
            return;
        }
        check(name, content);
        Response session = requests.call("PATCH", "")
                .query(FILE_NAME, name)
                .header("x-ms-transfer-mode", "chunked")
                .exchange();
        String location = session.headers()
                .first("Location")
                .orElseThrow(() -> requests.invalid("PATCH", session, "The answer does not tell where blocks go."));
        byte[] block = new byte[blockLength(session)];
        try (InputStream in = content.open()) {
            for (long sent = 0; sent < content.length(); ) {
                int length = in.readNBytes(block, 0, (int) Math.min(block.length, content.length() - sent));
                long end = sent + length;
                // The last block ends the upload, so a wrong length is to be found before it.
                if (length == 0 || end == content.length() && in.read() >= 0) {
                    throw new IOException("it is " + (length == 0 ? "shorter" : "longer") + " than the "
                            + content.length() + " bytes that were announced");
                }
                Call call = requests.at("PATCH", location)
                        .header("Content-Range", "bytes " + sent + "-" + (end - 1) + "/" + content.length())
                        .body(BYTES, length == block.length ? block : Arrays.copyOf(block, length));
                named(call, name).send();
                sent = end;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The content of '" + name + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private int blockLength(Response session) {
        String text = session.headers().first("x-ms-chunk-size").orElse("");
        try {
            int length = text.isEmpty() ? BLOCK : Integer.parseInt(text.strip());
            if (length > 0 && length <= LONGEST_BLOCK) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw requests.invalid("PATCH", session, "The length of a block is no number: '" + text + "'.");
        }
        throw requests.invalid("PATCH", session, "Blocks cannot be " + text + " bytes long.");
    }

    /**
     * Puts a file in as one request, for environments that take no blocks.
     *
     * @param content shorter than 128 MB
     * @throws IllegalArgumentException if the name is empty, or the content is too long or nobody knows how long it is
     * @throws ApiException if the service refuses or cannot be reached
     */
    public void uploadAtOnce(String name, Body content) {
        check(name, content);
        if (content.length() >= TOO_LONG_FOR_ONE_REQUEST) {
            throw new IllegalArgumentException(
                    "'" + name + "' has " + content.length() + " bytes, and 128 MB are too many for one request");
        }
        Call call = requests.call("PATCH", "").body(BYTES, content);
        if (isAscii(name)) {
            named(call, name).send();
        } else {
            call.query(FILE_NAME, name).send();
        }
    }

    private static void check(String name, Body content) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A file needs a name");
        }
        if (content.length() < 0) {
            throw new IllegalArgumentException(
                    "The length of '" + name + "' is needed: use Body.of(source, length), or a file");
        }
    }

    /** The header takes ASCII alone, and wins over the address, where the name stands in any case. */
    private static Call named(Call call, String name) {
        return isAscii(name) ? call.header(FILE_NAME, name) : call;
    }

    private static boolean isAscii(String name) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(name);
    }

    /**
     * The file, in blocks that are fetched as it is read; in one piece from environments that have no blocks.
     *
     * @return empty if there is no file
     * @throws ApiException if the service refuses or cannot be reached
     */
    public Optional<FileContent> download() {
        Response first;
        try {
            first = next(0);
        } catch (ApiException e) {
            if (e.code().equalsIgnoreCase(NO_BLOCKS)) {
                return whole(requests.call("GET", "/$value"));
            }
            throw e;
        }
        if (first.status() == 204) {
            return nothing(first);
        }
        boolean blocks = first.status() == 206;
        return Optional.of(content(
                first, blocks ? new BlockStream(first, size(first.headers()), requests, this::next) : first.stream()));
    }

    private Response next(long from) {
        return range(from, BLOCK).open();
    }

    private Call range(long from, int length) {
        return requests.call("GET", "/$value")
                .accept("*/*")
                .header("Range", "bytes=" + from + "-" + (from + length - 1))
                // a range of packed bytes is no range of the file
                .header("Accept-Encoding", "identity");
    }

    /**
     * Some bytes of the file.
     *
     * @param from 0 for the first byte
     * @param length at least 1
     * @return fewer where the file ends; none if there is no file
     * @throws IllegalArgumentException if a number is out of range
     * @throws ApiException if the service refuses, as it does when the file ends before {@code from}, or cannot be reached
     */
    public byte[] read(long from, int length) {
        if (from < 0 || length < 1) {
            throw new IllegalArgumentException("No range of a file: " + length + " bytes from " + from);
        }
        try (Response answer = range(from, length).open();
                InputStream in = answer.stream()) {
            if (answer.status() == 200) { // the whole file, from a service that knows no ranges
                in.skip(from);
            }
            return in.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException("The answer broke off", e);
        }
    }

    /**
     * The identifier of the file, which the action {@code DeleteFile} takes: what the row holds in this column.
     *
     * @return empty if there is no file
     * @throws ApiException if the service refuses or cannot be reached
     */
    public Optional<UUID> id() {
        JsonValue id = requests.row().member(requests.column());
        return id == null || id.isNull() ? Optional.empty() : Optional.of(UUID.fromString(id.asString()));
    }

    /**
     * Takes the file away; nothing happens if there is none.
     *
     * @throws ApiException if the service refuses or cannot be reached
     */
    public void delete() {
        requests.call("DELETE", "").send();
    }

    /** What one answer holds, as it arrives; empty for 204. */
    static Optional<FileContent> whole(Call call) {
        Response answer = call.accept("*/*").open();
        return answer.status() == 204 ? nothing(answer) : Optional.of(content(answer, answer.stream()));
    }

    private static Optional<FileContent> nothing(Response answer) {
        try (answer) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The answer broke off", e);
        }
    }

    private static FileContent content(Response answer, InputStream stream) {
        Headers headers = answer.headers();
        return new FileContent(
                headers.first(FILE_NAME).orElse(""),
                headers.first("mimetype")
                        .or(() -> headers.first("Content-Type"))
                        .orElse(""),
                size(headers),
                stream);
    }

    static long size(Headers headers) {
        try {
            return Long.parseLong(headers.first("x-ms-file-size").orElse("-1").strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The address of the column, below the service's root. */
    @Override
    public String toString() {
        return requests.toString();
    }
}
