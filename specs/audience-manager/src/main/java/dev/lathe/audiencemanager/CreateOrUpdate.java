package dev.lathe.audiencemanager;

import dev.lathe.runtime.error.ConflictException;
import dev.lathe.runtime.error.NotFoundException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
 * methods use {@code GET .../ic:{integrationCode}}, {@code PUT} and {@code POST}.
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
                () -> found(() -> segments.getByIntegrationCode(code)),
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
                () -> found(() -> traits.getByIntegrationCode(code)),
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
                () -> sources.list(q -> q.integrationCode(code)).stream()
                        .filter(found -> code.equals(found.getIntegrationCode()))
                        .findFirst(),
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

    private static <T> Optional<T> found(Supplier<T> get) {
        try {
            return Optional.of(get.get());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static String code(@Nullable String integrationCode) {
        if (integrationCode == null || integrationCode.isBlank()) {
            throw new IllegalArgumentException("The object has no integration code to find it by.");
        }
        return integrationCode;
    }
}
