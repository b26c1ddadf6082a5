package dev.lathe.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked of the sandbox, oldest first. A request is here before its answer is sent. Keeps the latest
 * {@link SandboxOptions#keptRequests()} only. Safe for use by many threads.
 */
public final class RequestLog {

    private final int capacity;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private long total;

    RequestLog(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(RecordedRequest request) {
        total++;
        requests.addLast(request);
        while (requests.size() > capacity) {
            requests.removeFirst();
        }
    }

    /** A snapshot of the kept requests. */
    public synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    /** The kept requests of one method. */
    public List<RecordedRequest> ofMethod(String method) {
        return all().stream().filter(r -> r.method().equals(method)).toList();
    }

    /**
     * The latest request.
     *
     * @throws IllegalStateException when there is none
     */
    public synchronized RecordedRequest last() {
        if (requests.isEmpty()) {
            throw new IllegalStateException("Nothing was asked of the sandbox yet.");
        }
        return requests.getLast();
    }

    /** How many requests came in since the start or the last {@link #clear()}, those no longer kept included. */
    public synchronized long count() {
        return total;
    }

    /** Forgets everything. */
    public synchronized void clear() {
        requests.clear();
        total = 0;
    }
}
