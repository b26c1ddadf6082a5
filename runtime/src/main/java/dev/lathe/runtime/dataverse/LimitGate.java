package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.Transport;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests of a client pass only as fast as the service's protection limits allow; the others wait at the gate.
 * Thread-safe; the lock is held for a few assignments, never while anything is sent.
 */
final class LimitGate implements Transport {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Transport transport;
    private final Pace pace = new Pace();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turn = lock.newCondition();
    private final long origin = System.nanoTime();
    private int waiting;
    /** When the first of those who wait wakes up by itself; the others wait to be woken. */
    private long alarm = Long.MAX_VALUE;

    LimitGate(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        long number = enter();
        long begin = now();
        @Nullable Response response = null;
        try {
            response = transport.send(request);
            return response;
        } finally {
            leave(number, begin, response);
        }
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    private long enter() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            long number = waiting > 0 ? 0 : pace.start(now());
            return number != 0 ? number : await();
        } finally {
            lock.unlock();
        }
    }

    private long await() throws IOException, InterruptedException {
        long end = now() + LONGEST_WAIT.toNanos();
        waiting++;
        try {
            while (true) {
                long now = now();
                long number = pace.start(now);
                if (number != 0) {
                    return number;
                }
                if (now >= end) {
                    throw new HttpTimeoutException(
                            "The service's protection limits left no room for the request within " + LONGEST_WAIT);
                }
                long room = pace.untilRoom(now);
                sleep(room == Long.MAX_VALUE ? room : now + room, now, end);
            }
        } finally {
            waiting--;
            // whoever leaves wakes the next: there may be room for more than one, and somebody must keep the time
            turn.signal();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the loop is around the call
    private void sleep(long until, long now, long end) throws InterruptedException {
        boolean first = until < alarm;
        if (first) {
            alarm = until;
        }
        try {
            turn.await(Math.max(1, (first ? Math.min(until, end) : end) - now), TimeUnit.NANOSECONDS);
        } finally {
            if (first && alarm == until) {
                alarm = Long.MAX_VALUE;
            }
        }
    }

    private void leave(long number, long begin, @Nullable Response response) {
        lock.lock();
        try {
            long now = now();
            if (response == null) {
                pace.ended(number);
            } else {
                pace.answered(number, now - begin, response, now);
            }
            if (waiting > 0) {
                turn.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "LimitGate[" + transport + "]";
    }
}
