package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import java.net.URLConnection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmProperty;
import org.jspecify.annotations.Nullable;

/**
 * File columns: the row holds the identifier and the name of a file, whose content comes and goes by requests of its own,
 * whole or in blocks.
 */
final class FileColumns {

    /** The longest block, in bytes. */
    static final int BLOCK = 4 << 20;

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)?");
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

    private final Store store;
    private final FileStore files;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private volatile boolean blocks = true;

    /** An upload that is under way. */
    private record Session(Row row, String column, FileStore.Stored file) {}

    FileColumns(Store store, FileStore files) {
        this.store = store;
        this.files = files;
    }

    /** An environment that keeps files in its database has no blocks. */
    void withoutBlocks() {
        blocks = false;
    }

    /** A binary column with a name beside it; an image has an address there. */
    static boolean isFile(EdmEntityType type, EdmProperty property) {
        String name = property.getName();
        return property.isPrimitive()
                && property.getType().getName().equals("Binary")
                && type.getStructuralProperty(name + "_name") != null
                && type.getStructuralProperty(name + "_url") == null;
    }

    Answer answer(DataverseCall call, Target.Column target) {
        String column = target.property().getName();
        return switch (call.call().method()) {
            case "PATCH" -> upload(call, target.owner(), column);
            case "GET" -> download(call, target.owner(), column);
            case "DELETE" -> {
                put(target.owner(), column, null);
                yield Answers.noContent();
            }
            default -> throw DataverseError.methodNotAllowed("A file column takes PATCH, GET and DELETE.");
        };
    }

    // ---- up

    private Answer upload(DataverseCall call, Row row, String column) {
        Optional<String> token = call.option("sessiontoken");
        if (token.isPresent()) {
            return block(call, token.get());
        }
        if (call.header("x-ms-transfer-mode").filter("chunked"::equals).isPresent()) {
            if (!blocks) {
                throw noBlocks();
            }
            String session = UUID.randomUUID().toString();
            sessions.put(session, new Session(row, column, create(name(call))));
            return Answer.of(200)
                    .with("Location", call.root() + call.path() + "?sessiontoken=" + session)
                    .with("x-ms-chunk-size", String.valueOf(BLOCK))
                    .with("Accept-Ranges", "bytes");
        }
        checkBytes(call);
        FileStore.Stored file = create(name(call));
        file.append(call.call().body());
        put(row, column, file);
        return Answers.noContent();
    }

    private Answer block(DataverseCall call, String token) {
        Session session = sessions.get(token);
        Matcher range = CONTENT_RANGE.matcher(call.header("Content-Range").orElse(""));
        if (session == null || !range.matches()) {
            throw DataverseError.query("The block belongs to no upload, or has no Content-Range.");
        }
        checkBytes(call);
        byte[] body = call.call().body();
        long from = Long.parseLong(range.group(1));
        long to = Long.parseLong(range.group(2));
        long total = Long.parseLong(range.group(3));
        if (from != session.file().size() || to - from + 1 != body.length || body.length > BLOCK || to >= total) {
            throw DataverseError.query("The Content-Range '" + range.group() + "' does not fit the block.");
        }
        session.file().append(body);
        if (to + 1 < total) {
            return Answer.of(206);
        }
        sessions.remove(token);
        put(session.row(), session.column(), session.file());
        return Answers.noContent();
    }

    private static void checkBytes(DataverseCall call) {
        if (!call.header("Content-Type").orElse("").equals("application/octet-stream")) {
            throw new DataverseError(415, DataverseError.QUERY, "A file travels as application/octet-stream.");
        }
    }

    /** The header wins over the address. */
    private static String name(DataverseCall call) {
        return call.header("x-ms-file-name")
                .or(() -> call.option("x-ms-file-name"))
                .orElseThrow(() -> DataverseError.query("The file has no name: send x-ms-file-name."));
    }

    FileStore.Stored create(String name) {
        String type = URLConnection.guessContentTypeFromName(name);
        return files.create(name, type == null ? "application/octet-stream" : type);
    }

    /** Puts a file into the column, or takes the one that is there away. */
    void put(Row row, String column, FileStore.@Nullable Stored file) {
        store.transaction(() -> {
            Row current = store.find(row.type(), row.key())
                    .orElseThrow(() -> DataverseError.noRow(row.type().getName(), row.key()));
            if (current.get(column) instanceof UUID old) {
                files.delete(old);
            }
            Row.Draft draft = current.edit();
            draft.set(column, file == null ? null : file.id());
            draft.set(column + "_name", file == null ? null : file.name());
            return store.update(current, draft);
        });
    }

    // ---- down

    private Answer download(DataverseCall call, Row row, String column) {
        FileStore.Stored file = file(row, column);
        if (file == null) {
            return Answers.noContent();
        }
        Matcher range = RANGE.matcher(call.header("Range").orElse(""));
        if (!range.matches()) {
            return described(Answer.of(200, "application/octet-stream", file.read(0, file.size())), file);
        }
        if (!blocks) {
            throw noBlocks();
        }
        long from = Long.parseLong(range.group(1));
        if (from >= file.size() && file.size() > 0) {
            throw new DataverseError(416, "", "The range begins behind the end of the file.");
        }
        long to = range.group(2) == null ? file.size() - 1 : Long.parseLong(range.group(2));
        byte[] bytes = file.read(from, Math.min(to - from + 1, BLOCK));
        return described(Answer.of(206, "application/octet-stream", bytes), file)
                .with("x-ms-chunk-size", String.valueOf(BLOCK));
    }

    private static Answer described(Answer answer, FileStore.Stored file) {
        return answer.with("x-ms-file-size", String.valueOf(file.size()))
                .with("x-ms-file-name", file.name())
                .with("mimetype", file.mediaType());
    }

    FileStore.@Nullable Stored file(Row row, String column) {
        return row.get(column) instanceof UUID id ? files.find(id) : null;
    }

    private static DataverseError noBlocks() {
        return new DataverseError(400, "0x80090017", "Blocks are not supported for files in the database.");
    }
}
