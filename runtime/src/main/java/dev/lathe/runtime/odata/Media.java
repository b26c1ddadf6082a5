package dev.lathe.runtime.odata;

import dev.lathe.runtime.Call;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that belong to a row and have an address of their own: a {@linkplain StreamColumn stream property}, or what a
 * media entity is about (OData Protocol 4.01, sections 11.2.4, 11.2.6 and 11.4.8). Nothing is sent before one of the
 * methods is called. Immutable and thread-safe.
 *
 * <p>All methods throw {@link dev.lathe.runtime.error.ApiException}.
 */
public final class Media {

    private final ODataService service;
    private final Target source;
    private final Target destination;
    private final @Nullable String entityTag;

    private Media(ODataService service, Target source, Target destination, @Nullable String entityTag) {
        this.service = service;
        this.source = source;
        this.destination = destination;
        this.entityTag = entityTag;
    }

    static Media of(ODataService service, Target row, StreamColumn<?> column) {
        Target target = row.then(column.name());
        return new Media(service, target, target, null);
    }

    /** As above, at the addresses that the row names where it names any (OData JSON Format 4.01, section 4.6.13). */
    static Media of(ODataService service, Target target, StreamColumn<?> column, ODataEntity row) {
        Target usual = target.then(column.name());
        Target edit = link(row, column, "mediaEditLink").orElse(usual);
        return new Media(service, link(row, column, "mediaReadLink").orElse(edit), edit, null);
    }

    private static Optional<Target> link(ODataEntity row, StreamColumn<?> column, String term) {
        JsonValue link = row.annotations().get(column.annotation(term));
        return link == null || link.isNull() ? Optional.empty() : Optional.of(Target.ofLink(link.asString()));
    }

    /**
     * The same bytes, to be written or deleted only if they are as they were.
     *
     * @param newEntityTag of {@link MediaContent#entityTag}
     * @return its methods that write throw {@link dev.lathe.runtime.error.PreconditionFailedException} if they are not
     */
    public Media ifUnchangedSince(String newEntityTag) {
        return new Media(service, source, destination, newEntityTag);
    }

    /**
     * The bytes as they arrive; to be closed.
     *
     * @throws NotFoundException if there is no such row, and from some services if it has no bytes
     */
    public MediaContent read() {
        Response response =
                source.call(service.client(), "GET", Map.of()).accept("*/*").streamed();
        return MediaContent.of(response);
    }

    /** The bytes as they arrive, to be closed; empty if there are none. */
    public Optional<MediaContent> find() {
        Response response;
        try {
            response =
                    source.call(service.client(), "GET", Map.of()).accept("*/*").streamed();
        } catch (NotFoundException e) {
            return Optional.empty();
        }
        return Optional.of(MediaContent.of(response)).filter(content -> response.status() != 204);
    }

    /** Writes the bytes, in place of those that are there. Closes a stream that it read them from. */
    public void write(MediaContent content) {
        conditional(destination.call(service.client(), "PUT", Map.of()))
                .body(content.contentType(), content.body())
                .send();
    }

    /** Takes the bytes away; the row stays, and other columns of it too. */
    public void delete() {
        conditional(destination.call(service.client(), "DELETE", Map.of())).send();
    }

    private Call conditional(Call call) {
        return entityTag == null ? call : call.header("If-Match", entityTag);
    }

    /** Where the bytes are, without keys. */
    @Override
    public String toString() {
        return "Media[" + destination.template() + "]";
    }
}
