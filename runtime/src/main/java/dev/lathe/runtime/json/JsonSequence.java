package dev.lathe.runtime.json;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * JSON values one after the other while they arrive: one a line, in the form of RFC 7464, or the items of one array. Not
 * thread-safe.
 *
 * @param <T> a value
 */
public final class JsonSequence<T> implements Closeable {

    private final InputStream json;
    private final JsonType<T> type;
    private final boolean array;
    private @Nullable JsonReader reader;

    /**
     * Values of a stream, of which nothing is read yet.
     *
     * @param array whether the values are the items of one array; an answer that is no array is one value then
     */
    public JsonSequence(InputStream json, JsonType<T> type, boolean array) {
        this.json = new WithoutSeparators(json);
        this.type = type;
        this.array = array;
    }

    /**
     * Hands the next value over, and nothing for {@code null}; false at the end.
     *
     * @throws JsonException if the text is not well-formed or not of the type
     */
    public boolean next(Consumer<? super T> action) {
        JsonReader in = reader;
        try {
            if (in == null) {
                in = JsonReader.over(json);
                reader = in;
                if (array && in.parser.nextToken() != JsonToken.START_ARRAY) {
                    return in.parser.currentToken() != null && handOver(in, action);
                }
            }
            JsonToken token = in.parser.nextToken();
            return token != null && token != JsonToken.END_ARRAY && handOver(in, action);
        } catch (JacksonException e) {
            throw JsonException.of(e, in == null ? null : in.parser);
        }
    }

    private boolean handOver(JsonReader in, Consumer<? super T> action) {
        T value = type.read(in);
        if (value != null) {
            action.accept(value);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    /** RFC 7464, section 2: each text begins with a record separator, which is not JSON. */
    private static final class WithoutSeparators extends FilterInputStream {

        private static final byte SEPARATOR = 0x1E;

        WithoutSeparators(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            return next == SEPARATOR ? ' ' : next;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            int read = in.read(into, offset, count);
            for (int i = offset; i < offset + read; i++) {
                if (into[i] == SEPARATOR) {
                    into[i] = ' ';
                }
            }
            return read;
        }
    }
}
