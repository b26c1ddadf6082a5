package dev.lathe.runtime.http;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Watches bodies that are on their way. One look at all of them from time to time, instead of a timer for each: that
 * would wake another thread in each call. Thread-safe.
 */
final class Deadlines {

    /** Somebody who may take too long. */
    interface Late {

        /** Ends it when its time is over by then. */
        void endIfLate(long now);
    }

    private static final long PERIOD_MILLIS = 200;

    private final Set<Late> bodies = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    void add(Late body) {
        bodies.add(body);
        if (!looking.get() && looking.compareAndSet(false, true)) {
            lookLater();
        }
    }

    void remove(Late body) {
        bodies.remove(body);
    }

    private void lookLater() {
        CompletableFuture.delayedExecutor(PERIOD_MILLIS, TimeUnit.MILLISECONDS).execute(this::look);
    }

    private void look() {
        long now = System.nanoTime();
        bodies.forEach(body -> body.endIfLate(now));
        looking.set(false);
        // somebody may have come between the look and the line above, and have left the looking to us
        if (!bodies.isEmpty() && looking.compareAndSet(false, true)) {
            lookLater();
        }
    }
}
