package dev.lathe.runtime;

import dev.lathe.runtime.error.ApiException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Writes a line for each request that has ended. */
final class LoggingListener implements CallListener {

    private final Logger logger;
    private final Level level;

    LoggingListener(Logger logger, Level level) {
        this.logger = logger;
        this.level = level;
    }

    @Override
    public void after(Ended event) {
        boolean well = event.status() >= 200 && event.status() < 400;
        Level used = well ? level : Level.WARNING;
        if (logger.isLoggable(used)) {
            logger.log(used, line(event));
        }
    }

    private static String line(Ended event) {
        StringBuilder line = new StringBuilder(100)
                .append(event.started().method())
                .append(' ')
                .append(event.started().uriTemplate())
                .append(" -> ");
        ApiException failure = event.failure();
        if (failure == null) {
            line.append(event.status());
        } else {
            line.append("no answer (").append(failure.getMessage()).append(')');
        }
        line.append(" in ").append(event.duration().toMillis()).append(" ms");
        if (event.started().attempt() > 1) {
            line.append(", attempt ").append(event.started().attempt());
        }
        if (!event.requestId().isEmpty()) {
            line.append(", request ").append(event.requestId());
        }
        event.retry()
                .ifPresent(wait ->
                        line.append(", again in ").append(wait.toMillis()).append(" ms"));
        return line.toString();
    }
}
