package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lathe.audiencemanager.Trait;
import dev.lathe.it.audiencemanager.CannedServer.Answer;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.BadRequestException;
import dev.lathe.runtime.error.ConflictException;
import dev.lathe.runtime.error.ForbiddenException;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.error.PreconditionFailedException;
import dev.lathe.runtime.error.RateLimitException;
import dev.lathe.runtime.error.ServerException;
import dev.lathe.runtime.error.ServiceUnavailableException;
import dev.lathe.runtime.error.UnauthorizedException;
import dev.lathe.runtime.error.UnsupportedMediaTypeException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller learns of an answer that is no success. */
class ErrorsTest {

    private static ApiException failure(Answer answer) {
        try (CannedServer server = new CannedServer(query -> answer)) {
            return catchThrowableOfType(
                    ApiException.class, () -> server.client().traits().create(new Trait().setName("Visited")));
        }
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(400, BadRequestException.class, ""),
                Arguments.of(401, UnauthorizedException.class, "adobe.io"),
                Arguments.of(403, ForbiddenException.class, "users/self"),
                Arguments.of(404, NotFoundException.class, ""),
                Arguments.of(409, ConflictException.class, ""),
                Arguments.of(412, PreconditionFailedException.class, ""),
                Arguments.of(415, UnsupportedMediaTypeException.class, "application/json"),
                Arguments.of(429, RateLimitException.class, ""),
                Arguments.of(500, ServerException.class, ""),
                Arguments.of(503, ServiceUnavailableException.class, ""));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void eachStatusHasItsException(int status, Class<? extends ApiException> type, String hint) {
        ApiException e = failure(new Answer(
                status,
                "application/json",
                "{\"code\":\"SOME_CODE\",\"message\":\"Says why.\",\"childMessages\":[\"first\",\"second\"]}"));

        assertThat(e).isInstanceOf(type).hasMessageContaining("POST /traits/").hasMessageContaining("Says why.");
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.code()).isEqualTo("SOME_CODE");
        assertThat(e.serviceMessage()).isEqualTo("Says why.");
        assertThat(e.childMessages()).containsExactly("first", "second");
        assertThat(String.valueOf(e.hint())).contains(hint);
    }

    @Test
    void roleBasedAccessIsExplained() {
        assertThat(failure(new Answer(403, "", "")).hint())
                .contains("role-based access", "users/self", "technical user", "group");
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void anEmptyBodyIsEnough(int status, Class<? extends ApiException> type, String hint) {
        ApiException e = failure(new Answer(status, "", ""));

        assertThat(e).isInstanceOf(type).hasMessageContaining(String.valueOf(status));
        assertThat(e.childMessages()).isEmpty();
    }

    @Test
    void ofAnHtmlPageTheTextIsTold() {
        ApiException e = failure(new Answer(
                503, "text/html", "<html><head><title>Down for maintenance</title></head><body>x</body></html>"));

        assertThat(e).hasMessageContaining("Down for maintenance").hasMessageNotContaining("<");
    }

    @Test
    void anAnswerThatIsNoJsonIsAnInvalidResponse() {
        assertThat(failure(new Answer(200, "text/html", "<html>Log in</html>")))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("text/html");
    }
}
