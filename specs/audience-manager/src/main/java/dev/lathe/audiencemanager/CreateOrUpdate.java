package dev.lathe.audiencemanager;

import dev.lathe.runtime.error.ConflictException;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.paging.Pages;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Creates an object, or updates the one that has its integration code.
 *
 * <pre>{@code
 * var saved = CreateOrUpdate.segment(aam, new Segment().setIntegrationCode("loyal-1").setName("Loyal")...);
 * }</pre>
 *
 * <p>An update replaces the whole object, so the one that is handed over must have all that shall stay. When somebody
 * else creates the object between the two requests, it is updated. The service has no such operation of its own; the
 * methods use {@code GET .../ic:{integrationCode}}, {@code PUT} and {@code POST}. A code with a slash or a question mark
 * cannot stand in a path; it is looked up with the filter of the list.
 */
public final class CreateOrUpdate {

    private CreateOrUpdate() {}

    /**
     * What came of it.
     *
     * @param value the object as the service has it now
     * @param created whether there was none before
     */
    public record Saved<T>(T value, boolean created) {}

    /**
     * Creates or updates a segment. The update asks the service to refuse when the segment was changed in between.
     *
     * @throws IllegalArgumentException when the segment has no integration code
     * @throws dev.lathe.runtime.error.PreconditionFailedException when somebody changed it in between
     */
    public static Saved<Segment> segment(AudienceManager aam, Segment segment) {
        String code = code(segment.getIntegrationCode());
        Segments segments = aam.segments();
        return save(
                () -> fitsPath(code)
                        ? found(() -> segments.getByIntegrationCode(code))
                        : one(
                                code,
                                segments.list(q -> q.integrationCode(code)),
                                Segment::getIntegrationCode,
                                listed -> segments.get(Objects.requireNonNull(listed.getSid()))),
                () -> segments.create(segment),
                old -> segments.update(Objects.requireNonNull(old.getSid()), segment, q -> q.ifMatch(old.entityTag())));
    }

    /**
     * Creates or updates a trait.
     *
     * @throws IllegalArgumentException when the trait has no integration code
     */
    public static Saved<Trait> trait(AudienceManager aam, Trait trait) {
        String code = code(trait.getIntegrationCode());
        Traits traits = aam.traits();
        return save(
                () -> fitsPath(code)
                        ? found(() -> traits.getByIntegrationCode(code))
                        : one(
                                code,
                                traits.list(q -> q.integrationCode(code).includeDetails(true)),
                                Trait::getIntegrationCode,
                                listed -> traits.get(Objects.requireNonNull(listed.getSid()))),
                () -> traits.create(trait),
                old -> traits.update(Objects.requireNonNull(old.getSid()), trait));
    }

    /**
     * Creates or updates a data source, which is found with the filter of the list.
     *
     * @throws IllegalArgumentException when the data source has no integration code
     */
    public static Saved<DataSource> dataSource(AudienceManager aam, DataSource dataSource) {
        String code = code(dataSource.getIntegrationCode());
        DataSources sources = aam.dataSources();
        return save(
                () -> one(
                        code,
                        sources.list(q -> q.integrationCode(code)),
                        DataSource::getIntegrationCode,
                        UnaryOperator.identity()),
                () -> sources.create(dataSource),
                old -> sources.update(Objects.requireNonNull(old.getDataSourceId()), dataSource));
    }

    private static <T> Saved<T> save(Supplier<Optional<T>> find, Supplier<T> create, Function<T, T> update) {
        Optional<T> old = find.get();
        if (old.isPresent()) {
            return new Saved<>(update.apply(old.get()), false);
        }
        try {
            return new Saved<>(create.get(), true);
        } catch (ConflictException e) {
            // either another caller was quicker, or something else than the code is taken
            return new Saved<>(update.apply(find.get().orElseThrow(() -> e)), false);
        }
    }

    /** A list may leave codes out, and what it says of an object is not all: an update needs the version too. */
    private static <T> Optional<T> one(
            String code, Pages<T> listed, Function<T, @Nullable String> codeOf, UnaryOperator<T> whole) {
        return listed.stream()
                .filter(object ->
                        Objects.requireNonNullElse(codeOf.apply(object), code).equals(code))
                .map(whole)
                .filter(object -> code.equals(codeOf.apply(object)))
                .findFirst();
    }

    private static <T> Optional<T> found(Supplier<T> get) {
        try {
            return Optional.of(get.get());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static boolean fitsPath(String code) {
        return code.chars().noneMatch(c -> "/\\?".indexOf(c) >= 0);
    }

    private static String code(@Nullable String integrationCode) {
        if (integrationCode == null || integrationCode.isBlank()) {
            throw new IllegalArgumentException("The object has no integration code to find it by.");
        }
        return integrationCode;
    }
}
