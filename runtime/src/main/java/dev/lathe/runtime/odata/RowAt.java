package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.ObjectType;

/** A row that has no generated singleton: the one to which a navigation leads, and one of a derived type. */
final class RowAt<E extends ODataEntity> extends ODataSingleton<E> {

    RowAt(ODataService service, Target target, String name, ObjectType<E> type) {
        super(service, target, name, type);
    }
}
