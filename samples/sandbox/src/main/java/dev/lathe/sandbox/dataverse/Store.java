package dev.lathe.sandbox.dataverse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;
import org.jspecify.annotations.Nullable;

/**
 * All rows. Reads need no lock and see each row whole; writes run one at a time inside {@link #transaction}, which
 * takes everything back when its work throws.
 */
final class Store {

    private final Schema schema;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final Map<Long, Row> bySequence = new ConcurrentHashMap<>();
    private final Links links = new Links();
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Removal> removals = new CopyOnWriteArrayList<>();
    private long lastSequence;
    private volatile long lastVersion = 1_000_000;

    /** A row that was deleted, for those who track changes. */
    record Removal(EdmEntityType type, Key key, long version) {}

    Store(Schema schema) {
        this.schema = schema;
    }

    // ---- reading

    /** The row of {@code type}, or of a type derived from it, that has this key. */
    Optional<Row> find(EdmEntityType type, Key key) {
        for (EdmEntityType concrete : schema.assignableTo(type)) {
            Row row = table(concrete).get(key);
            if (row != null) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** The first row of {@code type}, or of a type derived from it, whose columns have these values. */
    Optional<Row> where(EdmEntityType type, List<String> columns, List<Object> values) {
        return schema.assignableTo(type).stream()
                .flatMap(concrete -> table(concrete).where(columns, values).stream())
                .findFirst();
    }

    /** All rows of {@code type} and of the types derived from it, in order of creation. */
    List<Row> all(EdmEntityType type) {
        return inOrder(schema.assignableTo(type).stream().map(t -> table(t).rows()));
    }

    int count(EdmEntityType type) {
        return schema.assignableTo(type).stream().mapToInt(t -> table(t).size()).sum();
    }

    /** The rows that {@code nav} leads to from {@code row}, in order of creation. */
    List<Row> related(Row row, EdmNavigationProperty nav) {
        Relation relation = schema.relation(row.type(), nav);
        if (relation instanceof Relation.ByColumns columns) {
            return columns.fromDependent() ? principals(row, nav, columns) : dependents(row, columns);
        }
        if (relation instanceof Relation.ByPairs pairs) {
            return links.from(pairs, row.sequence()).stream()
                    .map(bySequence::get)
                    .filter(Objects::nonNull)
                    .toList();
        }
        throw new AssertionError(relation);
    }

    private List<Row> principals(Row row, EdmNavigationProperty nav, Relation.ByColumns relation) {
        List<Object> values = Table.valuesOf(relation.columns(), row);
        if (values == null || !leadsTo(row, relation, nav.getType())) {
            return List.of();
        }
        boolean byKey = relation.referenced().equals(relation.principal().getKeyPredicateNames());
        if (byKey) {
            return find(nav.getType(), new Key(values)).map(List::of).orElse(List.of());
        }
        return inOrder(
                schema.assignableTo(nav.getType()).stream().map(t -> table(t).where(relation.referenced(), values)));
    }

    private List<Row> dependents(Row row, Relation.ByColumns relation) {
        List<Object> values = Table.valuesOf(relation.referenced(), row);
        if (values == null) {
            return List.of();
        }
        List<Row> rows = inOrder(schema.assignableTo(relation.dependent()).stream()
                .map(t -> table(t).where(relation.columns(), values)));
        return rows.stream().filter(r -> leadsTo(r, relation, row.type())).toList();
    }

    /** Whether the lookup of {@code row} may hold a row of {@code type}: a polymorphic one remembers which table. */
    private boolean leadsTo(Row row, Relation.ByColumns relation, EdmEntityType type) {
        String setBy = relation.columns().size() == 1
                ? row.lookups().get(relation.columns().get(0))
                : null;
        if (setBy == null) {
            return true;
        }
        EdmEntityType target = row.type().getNavigationProperty(setBy).getType();
        return Schema.isA(type, target) || Schema.isA(target, type);
    }

    private static List<Row> inOrder(Stream<? extends Collection<Row>> parts) {
        List<? extends Collection<Row>> filled = parts.filter(p -> !p.isEmpty()).toList();
        if (filled.isEmpty()) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        filled.forEach(rows::addAll);
        if (filled.size() > 1) {
            rows.sort((a, b) -> Long.compare(a.sequence(), b.sequence()));
        }
        return rows;
    }

    /** All rows of {@code type}, and of types derived from it, whose columns have these values. */
    List<Row> allWhere(EdmEntityType type, List<String> columns, List<Object> values) {
        return inOrder(schema.assignableTo(type).stream().map(t -> table(t).where(columns, values)));
    }

    private Table table(EdmEntityType type) {
        return tables.computeIfAbsent(Schema.nameOf(type), name -> new Table());
    }

    /** The version that the next change will exceed. */
    long version() {
        return lastVersion;
    }

    // ---- writing

    /** Runs {@code work} alone and all or nothing; a transaction inside another is part of it. */
    <T> T transaction(Supplier<T> work) {
        lock.lock();
        try {
            boolean outermost = lock.getHoldCount() == 1;
            boolean done = false;
            try {
                T result = work.get();
                done = true;
                return result;
            } finally {
                if (outermost) {
                    while (!done && !undo.isEmpty()) {
                        undo.pop().run();
                    }
                    undo.clear();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    Row insert(EdmEntityType type, Key key, Row.Draft draft) {
        Row row = new Row(type, key, ++lastSequence, nextVersion(), draft.columns(), draft.lookups());
        put(null, row);
        return row;
    }

    /** Only inside of a transaction, which runs alone. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private long nextVersion() {
        return ++lastVersion;
    }

    Row update(Row old, Row.Draft draft) {
        Row row = new Row(old.type(), old.key(), old.sequence(), nextVersion(), draft.columns(), draft.lookups());
        put(old, row);
        return row;
    }

    private void put(@Nullable Row old, Row row) {
        table(row.type()).put(old, row);
        bySequence.put(row.sequence(), row);
        undo.push(() -> {
            if (old == null) {
                drop(row);
            } else {
                table(old.type()).put(row, old);
                bySequence.put(old.sequence(), old);
            }
        });
    }

    private void drop(Row row) {
        table(row.type()).remove(row);
        bySequence.remove(row.sequence());
    }

    /** Rows of {@code type}, and of types derived from it, that were deleted after a version. */
    List<Removal> removedSince(EdmEntityType type, long version) {
        return removals.stream()
                .filter(removal -> removal.version() > version && Schema.isA(removal.type(), type))
                .toList();
    }

    /** Removes the row and empties the lookups that held it. */
    void delete(Row row) {
        for (Relation.ByColumns relation : schema.inbound(row.type())) {
            if (!Schema.isLookup(relation.columns().get(0))) {
                continue; // an ordinary foreign key is the caller's to keep right
            }
            for (Row dependent : dependents(row, relation)) {
                if (dependent.sequence() != row.sequence()) {
                    Row.Draft draft = dependent.edit();
                    relation.columns().forEach(column -> draft.set(column, null));
                    update(dependent, draft);
                }
            }
        }
        drop(row);
        var removal = new Removal(row.type(), row.key(), nextVersion());
        removals.add(removal);
        undo.push(() -> {
            removals.remove(removal);
            table(row.type()).put(null, row);
            bySequence.put(row.sequence(), row);
        });
    }

    void link(Relation.ByPairs relation, Row from, Row to) {
        if (!relation.manyThere()) {
            links.from(relation, from.sequence()).forEach(old -> cut(relation, from.sequence(), old));
        }
        if (!relation.manyHere()) {
            Relation.ByPairs back = new Relation.ByPairs(
                    relation.name(), !relation.fromLeft(), relation.manyThere(), relation.manyHere());
            links.from(back, to.sequence()).forEach(old -> cut(relation, old, to.sequence()));
        }
        if (links.add(relation, from.sequence(), to.sequence())) {
            undo.push(() -> links.remove(relation, from.sequence(), to.sequence()));
        }
    }

    void unlink(Relation.ByPairs relation, Row from, Row to) {
        cut(relation, from.sequence(), to.sequence());
    }

    private void cut(Relation.ByPairs relation, long from, long to) {
        if (links.remove(relation, from, to)) {
            undo.push(() -> links.add(relation, from, to));
        }
    }
}
