package dev.lathe.sandbox.dataverse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Pairs of rows that no column connects: many-to-many, and navigation properties without a foreign key. */
final class Links {

    private record End(String relation, boolean left, long row) {}

    private final Map<End, Set<Long>> others = new ConcurrentHashMap<>();

    /** Sequences of the rows on the other side, in order of creation. */
    List<Long> from(Relation.ByPairs relation, long row) {
        Set<Long> found = others.get(new End(relation.name(), relation.fromLeft(), row));
        return found == null ? List.of() : List.copyOf(found);
    }

    /** Whether the pair is new. */
    boolean add(Relation.ByPairs relation, long from, long to) {
        at(new End(relation.name(), !relation.fromLeft(), to)).add(from);
        return at(new End(relation.name(), relation.fromLeft(), from)).add(to);
    }

    /** Whether there was such a pair. */
    boolean remove(Relation.ByPairs relation, long from, long to) {
        at(new End(relation.name(), !relation.fromLeft(), to)).remove(from);
        return at(new End(relation.name(), relation.fromLeft(), from)).remove(to);
    }

    private Set<Long> at(End end) {
        return others.computeIfAbsent(end, e -> new ConcurrentSkipListSet<>());
    }
}
