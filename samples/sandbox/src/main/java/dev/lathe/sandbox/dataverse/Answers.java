package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The forms that answers of the Web API take. */
final class Answers {

    private static final String JSON = "application/json; odata.metadata=minimal";

    private Answers() {}

    static Answer json(int status, byte[] body) {
        return Answer.of(status, JSON, body);
    }

    static Answer noContent() {
        return Answer.of(204);
    }

    /** A bare number; Dataverse puts a byte order mark in front of it. */
    static Answer number(int value) {
        return Answer.of(200, "text/plain", ("\uFEFF" + value).getBytes(StandardCharsets.UTF_8));
    }

    static Answer error(int status, @Nullable String code, String message) {
        byte[] body = Json.write(json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("error");
            json.writeStringProperty("code", code == null ? "" : code);
            json.writeStringProperty("message", message);
            json.writeEndObject();
            json.writeEndObject();
        });
        return json(status, body);
    }

    static Answer error(DataverseError error) {
        return error(error.status(), error.code(), error.text());
    }

    /** What every answer carries. */
    static Answer finish(Answer answer) {
        return answer.with("OData-Version", "4.0")
                .with("x-ms-service-request-id", UUID.randomUUID().toString())
                .with("REQ_ID", UUID.randomUUID().toString());
    }

    /** Echoes the preferences that were honoured. */
    static Answer withPreferences(Answer answer, Preferences preferences) {
        return preferences.applied().isEmpty()
                ? answer
                : answer.with("Preference-Applied", String.join(", ", preferences.applied()));
    }
}
