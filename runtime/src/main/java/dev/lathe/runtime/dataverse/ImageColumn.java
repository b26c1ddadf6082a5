package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.odata.Column;
import dev.lathe.runtime.odata.EntitySet;
import dev.lathe.runtime.odata.ODataEntity;
import java.util.Optional;

/**
 * The image in an image column of one row, in either size. It is set through the row as bytes in GIF, JPEG, TIFF, BMP or
 * PNG, and cleared with {@code null}; what a row that is read holds is the thumbnail. Immutable and thread-safe. (Microsoft
 * Learn: "Use image column data".)
 */
public final class ImageColumn {

    private final FileRequests requests;

    private ImageColumn(FileRequests requests) {
        this.requests = requests;
    }

    /**
     * The image in a column of a row. Nothing is sent yet.
     *
     * @throws IllegalArgumentException if the column is not one of the table itself, or the key is empty
     */
    public static <E extends ODataEntity, K> ImageColumn of(EntitySet<E, K> table, K key, Column<? super E, ?> column) {
        return new ImageColumn(FileRequests.of(table, key, column));
    }

    /**
     * The image as it was put in, up to 30 MB; empty for columns that keep thumbnails alone.
     *
     * @throws dev.lathe.runtime.error.ApiException if the service refuses or cannot be reached
     */
    public Optional<FileContent> fullSize() {
        return FileColumn.whole(requests.call("GET", "/$value").query("size", "full"));
    }

    /**
     * The image in at most 144 by 144 pixels; empty if there is none.
     *
     * @throws dev.lathe.runtime.error.ApiException if the service refuses or cannot be reached
     */
    public Optional<FileContent> thumbnail() {
        return FileColumn.whole(requests.call("GET", "/$value"));
    }

    /** The address of the column, below the service's root. */
    @Override
    public String toString() {
        return requests.toString();
    }
}
