package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Base of the generated classes of entity types: a row of an entity set. */
public abstract class ODataEntity extends ODataObject {

    /** For generated classes. */
    protected ODataEntity() {}

    /** The version of the row that the service sent with it, for updates that must not overwrite somebody else's. */
    public final Optional<String> etag() {
        return control("etag");
    }

    final void putEtag(String etag) {
        removeEtag();
        putControl("etag", etag);
    }

    final void removeEtag() {
        unset("@odata.etag");
        unset("@etag");
    }

    /** Sets a key of one part as if it had been read. */
    final void takeKey(Object key) {
        List<String> names = type().keys();
        if (names.size() == 1) {
            putColumn(names.get(0), JsonValue.of(key));
        }
    }

    /** Whether each part of the key has a value. */
    final boolean hasKey() {
        return type().keys().stream().allMatch(name -> column(name) != null);
    }

    /** The URL that identifies the row, where the service sent it. */
    public final Optional<String> odataId() {
        return control("id");
    }

    /** A row stands where its type is known, unless somebody asks. */
    @Override
    final boolean isDerived() {
        return false;
    }
}
