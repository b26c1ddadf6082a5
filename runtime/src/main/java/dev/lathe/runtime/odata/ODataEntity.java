package dev.lathe.runtime.odata;

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
