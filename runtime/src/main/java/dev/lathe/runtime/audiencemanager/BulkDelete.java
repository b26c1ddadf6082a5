package dev.lathe.runtime.audiencemanager;

import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.AuthenticationException;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.error.RateLimitException;
import dev.lathe.runtime.error.UnauthorizedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * A bulk delete that tells what became of each object.
 *
 * <pre>{@code
 * BulkDelete.Result result = BulkDelete.of(sids, aam.segments()::bulkDelete, aam.segments()::delete);
 * result.failed().forEach((sid, why) -> ...);
 * }</pre>
 *
 * <p>The service answers a bulk delete as a whole, and public clients have seen it answer with an error although the
 * objects were gone. So one request is sent first; when it is refused, each object is deleted by itself.
 */
public final class BulkDelete {

    private BulkDelete() {}

    /**
     * What became of each object, in the order of the call.
     *
     * @param deleted ids of those that this call deleted
     * @param missing ids of those that are not there: they never were, or the refused request deleted them all the same
     * @param failed ids of those that are still there, with the reason
     */
    public record Result(List<Long> deleted, List<Long> missing, Map<Long, ApiException> failed) {
        public Result {
            deleted = List.copyOf(deleted);
            missing = List.copyOf(missing);
            failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
        }

        /** Whether none is left. */
        public boolean isComplete() {
            return failed.isEmpty();
        }
    }

    /**
     * Deletes the objects with these ids; one that is named twice counts once. Nothing is sent for no ids.
     *
     * @param bulk deletes all with one request
     * @param single deletes one
     * @throws ApiException when the service cannot be reached, does not know the caller, or wants fewer requests; some
     *     objects may be deleted by then
     */
    public static Result of(Collection<Long> ids, Consumer<? super List<Long>> bulk, LongConsumer single) {
        List<Long> wanted = List.copyOf(new LinkedHashSet<>(ids));
        if (wanted.isEmpty()) {
            return new Result(List.of(), List.of(), Map.of());
        }
        try {
            bulk.accept(wanted);
            return new Result(wanted, List.of(), Map.of());
        } catch (ApiException e) {
            throwUnlessRefused(e);
            return oneByOne(wanted, single);
        }
    }

    private static Result oneByOne(List<Long> ids, LongConsumer single) {
        List<Long> deleted = new ArrayList<>();
        List<Long> missing = new ArrayList<>();
        Map<Long, ApiException> failed = new LinkedHashMap<>();
        for (Long id : ids) {
            try {
                single.accept(id);
                deleted.add(id);
            } catch (NotFoundException e) {
                missing.add(id);
            } catch (ApiException e) {
                throwUnlessRefused(e);
                failed.put(id, e);
            }
        }
        return new Result(deleted, missing, failed);
    }

    /** What would go wrong with each further request as well ends the whole. */
    private static void throwUnlessRefused(ApiException e) {
        boolean hopeless = e instanceof UnauthorizedException
                || e instanceof AuthenticationException
                || e instanceof RateLimitException
                || e.status() < 400;
        if (hopeless) {
            throw e;
        }
    }
}
