package dev.lathe.runtime.odata;

import dev.lathe.runtime.Call;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.paging.Pages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Base of the generated implementations of entity sets.
 *
 * @param <E> the class of the rows
 * @param <K> the class of their keys
 */
public abstract class ODataSet<E extends ODataEntity, K> implements EntitySet<E, K> {

    private final ODataService service;
    private final Target target;
    private final String entitySet;
    private final ObjectType<E> type;
    private final RowKeys keys;
    private final RowCalls<E> calls;
    private final Query<E> all;

    /** For generated classes. */
    protected ODataSet(ODataService service, String entitySet, ObjectType<E> type) {
        this(service, Target.of(entitySet), entitySet, type);
    }

    /** @param entitySet what the rows are called where they are */
    ODataSet(ODataService service, Target target, String entitySet, ObjectType<E> type) {
        this.service = Objects.requireNonNull(service);
        this.target = target;
        this.entitySet = Objects.requireNonNull(entitySet);
        this.type = Objects.requireNonNull(type);
        this.keys = new RowKeys(type, entitySet);
        this.calls = new RowCalls<>(service, type, keys);
        this.all = new ODataQuery<>(service, target, type);
    }

    @Override
    public final ODataService service() {
        return service;
    }

    @Override
    public final String path() {
        return entitySet;
    }

    final Target target() {
        return target;
    }

    private Target at(Object key) {
        return target.key(key);
    }

    private Target at(E row) {
        return target.key(keys.of(row));
    }

    @Override
    public final E get(K key, UnaryOperator<Projection<E>> projection) {
        return calls.get(at(key), Projection.of(projection));
    }

    @Override
    public final E get(EntityReference<? extends E> reference, UnaryOperator<Projection<E>> projection) {
        return calls.get(Target.of(reference), Projection.of(projection));
    }

    @Override
    public final Optional<E> find(K key, UnaryOperator<Projection<E>> projection) {
        return find(at(key), Projection.of(projection));
    }

    @Override
    public final Optional<E> find(EntityReference<? extends E> reference, UnaryOperator<Projection<E>> projection) {
        return find(Target.of(reference), Projection.of(projection));
    }

    private Optional<E> find(Target target, Options options) {
        try {
            return Optional.of(calls.get(target, options));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public final Optional<E> getIfChanged(E row) {
        return calls.getIfChanged(at(row), row);
    }

    @Override
    @SuppressWarnings("unchecked") // the set's document says of which class its keys are
    public final K create(E row) {
        calls.create(target, row);
        return (K) keys.of(row);
    }

    @Override
    public final E createAndReturn(E row, UnaryOperator<Projection<E>> projection) {
        return calls.createAndReturn(target, row, Projection.of(projection));
    }

    @Override
    public final void createIfAbsent(E row) {
        calls.createIfAbsent(at(row), row, Set.of());
    }

    @Override
    public final void createIfAbsent(EntityReference<? extends E> reference, E row) {
        calls.createIfAbsent(Target.of(reference), row, reference.keyNames());
    }

    @Override
    public final void update(E row, Concurrency concurrency) {
        Target target = at(row);
        if (calls.hasChanges(row)) {
            calls.update(target, row, concurrency);
        }
    }

    @Override
    public final void update(EntityReference<? extends E> reference, E changes) {
        if (calls.hasChanges(changes)) {
            calls.update(Target.of(reference), changes, Concurrency.OVERWRITE);
        }
    }

    @Override
    public final E updateAndReturn(E row, UnaryOperator<Projection<E>> projection) {
        Options options = Projection.of(projection);
        return calls.hasChanges(row) ? calls.updateAndReturn(at(row), row, options) : calls.get(at(row), options);
    }

    @Override
    public final Upsert upsert(E row) {
        return calls.upsert(at(row), row, Set.of());
    }

    @Override
    public final Upsert upsert(EntityReference<? extends E> reference, E row) {
        return calls.upsert(Target.of(reference), row, reference.keyNames());
    }

    @Override
    public final Upserted<E> upsertAndReturn(E row, UnaryOperator<Projection<E>> projection) {
        return calls.upsertAndReturn(at(row), row, Projection.of(projection), Set.of());
    }

    @Override
    public final Upserted<E> upsertAndReturn(
            EntityReference<? extends E> reference, E row, UnaryOperator<Projection<E>> projection) {
        return calls.upsertAndReturn(Target.of(reference), row, Projection.of(projection), reference.keyNames());
    }

    @Override
    public final void delete(K key) {
        calls.delete(at(key));
    }

    @Override
    public final void delete(E row) {
        calls.delete(at(row));
    }

    @Override
    public final void delete(EntityReference<? extends E> reference) {
        calls.delete(Target.of(reference));
    }

    @Override
    public final void deleteIfUnchanged(E row) {
        calls.deleteIfUnchanged(at(row), row);
    }

    @Override
    public final <T> void associate(K key, ToMany<? super E, T> navigation, EntityReference<? extends T> target) {
        link("POST", at(key).then(navigation.name()), target);
    }

    @Override
    public final <T> void associate(K key, ToOne<? super E, T> navigation, EntityReference<? extends T> target) {
        link("PUT", at(key).then(navigation.name()), target);
    }

    private void link(String method, Target navigation, EntityReference<?> target) {
        Call call = navigation.then("$ref").call(service.client(), method, Map.of());
        call.json(Map.of("@odata.id", service.absolute(target))).send();
    }

    @Override
    public final <T> void disassociate(K key, ToMany<? super E, T> navigation, EntityReference<? extends T> target) {
        at(key).then(navigation.name())
                .then("$ref")
                .call(service.client(), "DELETE", Map.of("$id", service.absolute(target)))
                .send();
    }

    @Override
    public final void disassociate(K key, ToOne<? super E, ?> navigation) {
        at(key).then(navigation.name())
                .then("$ref")
                .call(service.client(), "DELETE", Map.of())
                .send();
    }

    @Override
    public final <T extends ODataEntity> void replace(K key, ToMany<? super E, T> navigation, List<? extends T> rows) {
        calls.replace(at(key).then(navigation.name()), rows);
    }

    @Override
    public final <T extends ODataEntity> Query<T> related(K key, ToMany<? super E, T> navigation) {
        return new ODataQuery<>(service, at(key).then(navigation.name()), Beyond.type(type, navigation.name()));
    }

    @Override
    public final <T extends ODataEntity> Optional<T> related(
            K key, ToOne<? super E, T> navigation, UnaryOperator<Projection<T>> projection) {
        ObjectType<T> beyond = Beyond.type(type, navigation.name());
        return new RowCalls<>(service, beyond, new RowKeys(beyond, entitySet))
                .getIfAny(at(key).then(navigation.name()), Projection.of(projection));
    }

    @Override
    public final <D extends E> EntitySet<D, K> as(ObjectType<D> derived) {
        return new RowsAt<>(service, target.then(derived.typeName()), entitySet, derived);
    }

    @Override
    public final <T extends ODataEntity, C> EntitySet<T, C> within(K key, Contained<? super E, T, C> navigation) {
        return Beyond.rows(service, at(key), type, navigation);
    }

    @Override
    public final <T extends ODataEntity> Singleton<T> within(K key, ToOne<? super E, T> navigation) {
        return Beyond.row(service, at(key), type, navigation);
    }

    @Override
    public final Media media(K key, StreamColumn<? super E> column) {
        return Media.of(service, at(key), column);
    }

    @Override
    public final Media media(E row, StreamColumn<? super E> column) {
        return Media.of(service, at(row), column, row);
    }

    @Override
    public final E create(StreamColumn<? super E> media, MediaContent content) {
        if (!media.isRow()) {
            throw new IllegalArgumentException(
                    "'" + media + "' is a property of rows that exist; a row is created from what it is about");
        }
        return calls.create(target, content);
    }

    @Override
    public final Query<E> select(List<? extends Column<? super E, ?>> columns) {
        return all.select(columns);
    }

    @Override
    public final <U> Query<E> expand(ToOne<? super E, U> navigation, UnaryOperator<Projection<U>> projection) {
        return all.expand(navigation, projection);
    }

    @Override
    public final <U> Query<E> expand(ToMany<? super E, U> navigation, UnaryOperator<Expansion<U>> expansion) {
        return all.expand(navigation, expansion);
    }

    @Override
    public final Query<E> filter(Filter<? super E> filter) {
        return all.filter(filter);
    }

    @Override
    public final Query<E> orderBy(List<? extends Order<? super E>> order) {
        return all.orderBy(order);
    }

    @Override
    public final Query<E> top(int rows) {
        return all.top(rows);
    }

    @Override
    public final Query<E> pageSize(int rows) {
        return all.pageSize(rows);
    }

    @Override
    public final Query<E> withCount() {
        return all.withCount();
    }

    @Override
    public final Query<E> includeAnnotations(String... names) {
        return all.includeAnnotations(names);
    }

    @Override
    public final Query<E> withoutAnnotations() {
        return all.withoutAnnotations();
    }

    @Override
    public final Query<E> option(String name, String value) {
        return all.option(name, value);
    }

    @Override
    public final Aggregation<E> aggregate() {
        return all.aggregate();
    }

    @Override
    public final <V> @Nullable V getValue(K key, Column<? super E, V> column) {
        return new SingleValues(service, type).get(at(key), column);
    }

    @Override
    public final <V> void setValue(K key, Column<? super E, V> column, @Nullable V value) {
        var values = new SingleValues(service, type);
        if (value == null) {
            values.clear(at(key), column);
        } else {
            values.set(at(key), column, value);
        }
    }

    @Override
    public final Delta<E, K> changes(UnaryOperator<Projection<E>> projection) {
        Options options = Projection.of(projection);
        if (!options.expand().isEmpty()) {
            throw new IllegalArgumentException("Changes cannot be tracked beyond navigations");
        }
        return new Delta<>(service, target, type, keys, options.values(), "");
    }

    @Override
    public final Delta<E, K> changesSince(String deltaLink) {
        if (deltaLink.isBlank()) {
            throw new IllegalArgumentException("The delta link is empty");
        }
        return new Delta<>(service, target, type, keys, Map.of(), deltaLink);
    }

    @Override
    public final Pages<E> pages() {
        return all.pages();
    }

    @Override
    public final long count() {
        return all.count();
    }

    /** The set's name. */
    @Override
    public final String toString() {
        return entitySet;
    }
}
