package dev.lathe.runtime.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.BadRequestException;
import dev.lathe.runtime.error.ErrorBody;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.ServerException;
import dev.lathe.runtime.error.UnauthorizedException;
import dev.lathe.runtime.http.Headers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkDeleteTest {

    private final List<Object> asked = new ArrayList<>();

    private static ApiException failure(int status) {
        return ApiException.of(
                Failure.of("DELETE", "/traits/{sid}").withAnswer(status, Headers.empty(), ErrorBody.empty()));
    }

    @Test
    void oneRequestIsEnoughWhenItSucceeds() {
        BulkDelete.Result result = BulkDelete.of(List.of(1L, 2L, 1L), asked::add, asked::add);

        assertThat(asked).containsExactly(List.of(1L, 2L));
        assertThat(result.deleted()).containsExactly(1L, 2L);
        assertThat(result.isComplete()).isTrue();
    }

    @Test
    void aRefusalIsFollowedUpOneByOne() {
        BulkDelete.Result result = BulkDelete.of(
                List.of(1L, 2L, 3L),
                ids -> {
                    throw failure(500);
                },
                id -> {
                    if (id == 2) {
                        throw failure(404);
                    }
                    if (id == 3) {
                        throw failure(400);
                    }
                });

        assertThat(result.deleted()).containsExactly(1L);
        assertThat(result.missing()).containsExactly(2L);
        assertThat(result.failed()).containsOnlyKeys(3L);
        assertThat(result.failed().get(3L)).isInstanceOf(BadRequestException.class);
        assertThat(result.isComplete()).isFalse();
    }

    @Test
    void whatWouldFailEachTimeEndsTheWhole() {
        assertThatThrownBy(() -> BulkDelete.of(
                        List.of(1L),
                        ids -> {
                            throw failure(401);
                        },
                        asked::add))
                .isInstanceOf(UnauthorizedException.class);
        assertThatThrownBy(() -> BulkDelete.of(
                        List.of(1L, 2L),
                        ids -> {
                            throw failure(400);
                        },
                        id -> {
                            throw failure(429);
                        }))
                .isInstanceOf(ApiException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void nothingIsSentForNothing() {
        assertThat(BulkDelete.of(List.of(), asked::add, asked::add).isComplete())
                .isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void aFailureOfTheServerWithOneObjectIsThatObjects() {
        BulkDelete.Result result = BulkDelete.of(
                List.of(1L),
                ids -> {
                    throw failure(400);
                },
                id -> {
                    throw failure(500);
                });

        assertThat(result.failed().get(1L)).isInstanceOf(ServerException.class);
    }
}
