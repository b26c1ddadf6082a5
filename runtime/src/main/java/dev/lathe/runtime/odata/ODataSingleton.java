package dev.lathe.runtime.odata;

import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.json.ObjectType;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Base of the generated implementations of singletons.
 *
 * @param <E> the class of the row
 */
public abstract class ODataSingleton<E extends ODataEntity> implements Singleton<E> {

    private final ODataService service;
    private final Target target;
    private final String name;
    private final ObjectType<E> type;
    private final RowCalls<E> calls;

    /** For generated classes. */
    protected ODataSingleton(ODataService service, String name, ObjectType<E> type) {
        this(service, Target.of(name), name, type);
    }

    /** @param name what the row is called where it is */
    ODataSingleton(ODataService service, Target target, String name, ObjectType<E> type) {
        this.service = Objects.requireNonNull(service);
        this.target = target;
        this.name = Objects.requireNonNull(name);
        this.type = Objects.requireNonNull(type);
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
        return calls.get(target, Projection.of(projection));
    }

    @Override
    public final Optional<E> find(UnaryOperator<Projection<E>> projection) {
        try {
            return calls.getIfAny(target, Projection.of(projection));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public final void update(E row) {
        if (calls.hasChanges(row)) {
            calls.update(target, row, Concurrency.OVERWRITE);
        }
    }

    @Override
    public final <D extends E> Singleton<D> as(ObjectType<D> derived) {
        return new RowAt<>(service, target.then(derived.typeName()), name, derived);
    }

    @Override
    public final <T extends ODataEntity> Query<T> related(ToMany<? super E, T> navigation) {
        return new ODataQuery<>(service, target.then(navigation.name()), Beyond.type(type, navigation.name()));
    }

    @Override
    public final <T extends ODataEntity> Optional<T> related(
            ToOne<? super E, T> navigation, UnaryOperator<Projection<T>> projection) {
        ObjectType<T> beyond = Beyond.type(type, navigation.name());
        return new RowCalls<>(service, beyond, new RowKeys(beyond, navigation.name()))
                .getIfAny(target.then(navigation.name()), Projection.of(projection));
    }

    @Override
    public final <T extends ODataEntity, C> EntitySet<T, C> within(Contained<? super E, T, C> navigation) {
        return Beyond.rows(service, target, type, navigation);
    }

    @Override
    public final <T extends ODataEntity> Singleton<T> within(ToOne<? super E, T> navigation) {
        return Beyond.row(service, target, type, navigation);
    }

    @Override
    public final Media media(StreamColumn<? super E> column) {
        return Media.of(service, target, column);
    }

    /** The singleton's name. */
    @Override
    public final String toString() {
        return name;
    }
}
