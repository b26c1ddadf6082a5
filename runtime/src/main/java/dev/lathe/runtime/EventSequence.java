package dev.lathe.runtime;

import dev.lathe.runtime.json.JsonType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Takes a {@code text/event-stream} apart (WHATWG HTML, section 9.2.6), which is always UTF-8. */
final class EventSequence<T> implements ItemStream.Source<ServerSentEvent<T>> {

    private final BufferedReader lines;
    private final JsonType<T> type;
    private String lastId = "";
    private boolean begun;

    EventSequence(InputStream body, JsonType<T> type) {
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        this.type = type;
    }

    @Override
    public boolean next(Consumer<? super ServerSentEvent<T>> action) throws IOException {
        StringBuilder data = new StringBuilder();
        String event = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!begun && line.startsWith("\uFEFF")) {
                line = line.substring(1);
            }
            begun = true;
            if (line.isEmpty()) {
                if (data.length() > 0) {
                    data.setLength(data.length() - 1);
                    action.accept(
                            new ServerSentEvent<>(event.isEmpty() ? "message" : event, lastId, data.toString(), type));
                    return true;
                }
                event = "";
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(line.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
            switch (field) {
                case "data" -> data.append(value).append('\n');
                case "event" -> event = value;
                case "id" -> lastId = value.indexOf('\0') < 0 ? value : lastId;
                default -> {
                    // comments, the time to wait before connecting again, and what later versions may bring
                }
            }
        }
        // An event that was not ended by an empty line is not one.
        return false;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
