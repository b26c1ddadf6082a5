package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.ObjectType;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Base of the generated implementations of singletons.
 *
 * @param <E> the class of the row
 */
public abstract class ODataSingleton<E extends ODataEntity> implements Singleton<E> {

    private final ODataService service;
    private final String name;
    private final RowCalls<E> calls;

    /** For generated classes. */
    protected ODataSingleton(ODataService service, String name, ObjectType<E> type) {
        this.service = Objects.requireNonNull(service);
        this.name = Objects.requireNonNull(name);
        this.calls = new RowCalls<>(service, type, new RowKeys(type, name));
    }

    /** For generated classes: where functions and actions are called. */
    protected final ODataService service() {
        return service;
    }

    /** For generated classes: the singleton's name. */
    protected final String path() {
        return name;
    }

    @Override
    public final E get(UnaryOperator<Projection<E>> projection) {
        return calls.get(Target.of(name), Projection.of(projection));
    }

    @Override
    public final void update(E row) {
        if (calls.hasChanges(row)) {
            calls.update(Target.of(name), row, Concurrency.OVERWRITE);
        }
    }

    /** The singleton's name. */
    @Override
    public final String toString() {
        return name;
    }
}
