package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.ObjectType;

/** A row of a table that the client has no class for: all its columns are unknown members. */
final class UntypedEntity extends ODataEntity {

    static final ObjectType<UntypedEntity> TYPE = ObjectType.of(new UntypedEntity(), "");

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new UntypedEntity();
    }
}
