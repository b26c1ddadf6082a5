package dev.lathe.runtime.odata;

import dev.lathe.runtime.error.ErrorBody;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.json.JsonException;
import dev.lathe.runtime.json.JsonType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads answers of which more than the body counts. */
final class Answers {

    private Answers() {}

    /**
     * The value in the body; {@code null} without one.
     *
     * @throws InvalidResponseException if the body is not of that type
     */
    static <T> @Nullable T parse(Response response, JsonType<T> type, String method, Target target) {
        try {
            byte[] body = response.bytes();
            return body.length == 0 ? null : type.parse(body);
        } catch (JsonException | IOException e) {
            throw invalid(response, method, target, "The answer cannot be read. " + e.getMessage(), e);
        }
    }

    static InvalidResponseException invalid(
            Response response, String method, Target target, String message, @Nullable Throwable cause) {
        return new InvalidResponseException(
                Failure.of(method, target.template())
                        .withAnswer(response.status(), response.headers(), ErrorBody.empty())
                        .withMessage(message),
                cause);
    }
}
