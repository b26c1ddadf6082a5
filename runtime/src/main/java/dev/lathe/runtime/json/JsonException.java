package dev.lathe.runtime.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * A text is not the JSON that was expected.
 *
 * <p>The message names the place (path of members, line and column) and what was expected there, never a value: a
 * value may be personal or secret.
 */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final int line;
    private final int column;

    private JsonException(String problem, String path, int line, int column) {
        super(problem + " at " + (path.isEmpty() ? "the root" : path) + " (line " + line + ", column " + column + ")");
        this.path = path;
        this.line = line;
        this.column = column;
    }

    /** The place in the text as a JSON pointer, such as {@code /value/3/revenue}; empty for the root. */
    public String path() {
        return path;
    }

    /** The line in the text, from 1. */
    public int line() {
        return line;
    }

    /** The column in the line, from 1, counted in bytes. */
    public int column() {
        return column;
    }

    static JsonException at(JsonParser parser, String problem) {
        return new JsonException(problem, parser, parser.currentTokenLocation());
    }

    private JsonException(String problem, @Nullable JsonParser parser, @Nullable TokenStreamLocation at) {
        this(
                problem,
                parser == null ? "" : parser.streamReadContext().pathAsPointer().toString(),
                at == null ? 1 : Math.max(at.getLineNr(), 1),
                at == null ? 1 : Math.max(at.getColumnNr(), 1));
    }

    /** Translates a failure of the parser, whose own message may quote the text. */
    static RuntimeException of(JacksonException failure, @Nullable JsonParser parser) {
        if (failure instanceof JacksonIOException && failure.getCause() instanceof IOException io) {
            return new UncheckedIOException(io);
        }
        // The failure is not kept as the cause: its message would bring the text into a log.
        JsonException translated = new JsonException(problem(failure), parser, failure.getLocation());
        translated.setStackTrace(failure.getStackTrace());
        return translated;
    }

    private static String problem(JacksonException failure) {
        if (failure instanceof UnexpectedEndOfInputException) {
            return "The JSON text ends too early";
        }
        if (failure instanceof StreamConstraintsException) {
            return "The JSON text exceeds a limit of the reader (depth, or length of a name, number or string)";
        }
        if (failure instanceof InputCoercionException) {
            return "A number is out of the range of its type";
        }
        return "The text is not well-formed JSON";
    }
}
