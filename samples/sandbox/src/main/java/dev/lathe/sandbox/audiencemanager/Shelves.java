package dev.lathe.sandbox.audiencemanager;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The shelf of each kind. */
final class Shelves {

    private final Map<Kind, Shelf> shelves = new HashMap<>();

    Shelves(Clock clock) {
        AtomicInteger sids = new AtomicInteger(80_000); // traits and segments have their ids in common
        int first = 4_000;
        for (Kind kind : Kind.ALL) {
            boolean shared = kind.equals(Kind.TRAIT) || kind.equals(Kind.SEGMENT);
            shelves.put(kind, new Shelf(kind, shared ? sids : new AtomicInteger(first), clock));
            first += 1_000;
        }
    }

    Shelf of(Kind kind) {
        Shelf shelf = shelves.get(kind);
        if (shelf == null) {
            throw new IllegalArgumentException(kind.path());
        }
        return shelf;
    }
}
