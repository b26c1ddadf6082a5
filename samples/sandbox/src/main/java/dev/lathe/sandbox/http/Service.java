package dev.lathe.sandbox.http;

import java.util.Optional;

/** One of the services behind the server. Called from many threads at once. */
@FunctionalInterface
public interface Service {

    /** The answer, or empty when the path belongs to somebody else. */
    Optional<Answer> answer(Call call);
}
