package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.ObjectType;

/** Rows that have no generated set: those inside of another row, and those of a derived type. */
final class RowsAt<E extends ODataEntity, K> extends ODataSet<E, K> {

    RowsAt(ODataService service, Target target, String name, ObjectType<E> type) {
        super(service, target, name, type);
    }
}
