package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.ObjectType;

/** What stands beyond the navigations of a row. */
final class Beyond {

    private Beyond() {}

    /** The type of the rows; one without columns where the client does not have it. */
    @SuppressWarnings("unchecked") // a navigation constant and its type in the row's class come from the same place
    static <T extends ODataEntity> ObjectType<T> type(ObjectType<? extends ODataObject> from, String navigation) {
        JsonType<?> target = from.newObject().navigation(navigation);
        return (ObjectType<T>) (target instanceof ObjectType<?> known ? known : UntypedEntity.TYPE);
    }

    static <T extends ODataEntity, C> EntitySet<T, C> rows(
            ODataService service, Target row, ObjectType<? extends ODataObject> from, ToMany<?, T> navigation) {
        String name = navigation.name();
        return new RowsAt<>(service, row.then(name), name, type(from, name));
    }

    static <T extends ODataEntity> Singleton<T> row(
            ODataService service, Target row, ObjectType<? extends ODataObject> from, ToOne<?, T> navigation) {
        String name = navigation.name();
        return new RowAt<>(service, row.then(name), name, type(from, name));
    }
}
