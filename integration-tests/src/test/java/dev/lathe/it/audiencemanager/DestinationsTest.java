package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.Destination;
import dev.lathe.audiencemanager.DestinationType;
import dev.lathe.audiencemanager.Mapping;
import dev.lathe.audiencemanager.MappingTraitType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Destinations and the segments that are mapped to them. */
class DestinationsTest extends SandboxCalls {

    private static final LocalDate START = LocalDate.of(2024, 7, 4);

    private static Mapping mapping(long sid) {
        return new Mapping()
                .setSid(sid)
                .setTraitType(MappingTraitType.SEGMENT)
                .setStartDate(START)
                .setTraitAlias("123");
    }

    private long mapped(long destination) {
        return insert(
                "mappings",
                Map.of(
                        "destinationId", destination,
                        "sid", segment("Mapped to " + destination),
                        "traitType", "SEGMENT",
                        "startDate", "2024-07-04",
                        "traitAlias", "1"));
    }

    @Test
    @Operation("GET /destinations")
    void list() {
        assertThat(aam.destinations().list(q -> q.restrictType(List.of(DestinationType.PUSH))))
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.getDestinationType()).isEqualTo(DestinationType.PUSH));
    }

    @Test
    @Operation("POST /destinations/")
    void create() {
        Destination created = aam.destinations()
                .create(new Destination()
                        .setName("Banners")
                        .setDestinationType(DestinationType.ADS)
                        .setCookieName("adobe")
                        .setMaxSize(2048L));

        assertThat(created.getMaxSize()).isEqualTo(2048L);
        assertThat(exists("destinations", created.getDestinationId())).isTrue();
    }

    @Test
    @Operation("GET /destinations/{destinationId}")
    void get() {
        long id = destination("Banners");
        mapped(id);

        assertThat(aam.destinations().get(id).getMappings()).isNull();
        assertThat(aam.destinations().get(id, q -> q.includeMappings(true)).getMappings())
                .hasSize(1);
    }

    @Test
    @Operation("PUT /destinations/{destinationId}")
    void update() {
        long id = destination("Banners");

        assertThat(aam.destinations()
                        .update(id, aam.destinations().get(id).setDelimiter(";"))
                        .getDelimiter())
                .isEqualTo(";");
    }

    @Test
    @Operation("DELETE /destinations/{destinationId}")
    void delete() {
        long id = destination("Banners");

        aam.destinations().delete(id);

        assertThat(exists("destinations", id)).isFalse();
    }

    @Test
    @Operation("POST /destinations/bulk-delete/")
    void bulkDelete() {
        List<Long> ids = List.of(destination("One"), destination("Two"));

        aam.destinations().bulkDelete(ids);

        assertThat(ids).noneMatch(id -> exists("destinations", id));
    }

    @Test
    @Operation("GET /destinations/limits")
    void getLimits() {
        assertThat(aam.destinations().getLimits().members()).containsKey("maxCount");
    }

    @Test
    @Operation("GET /destinations/configurations/available-platforms/")
    void listPlatforms() {
        assertThat(aam.destinations().listPlatforms()).containsExactly("BROWSER", "ANDROID", "iOS", "ALL");
    }

    @Test
    @Operation("GET /destinations/{destinationId}/history/outbound")
    void listOutboundHistory() {
        Instant start = Instant.parse("2024-07-04T00:00:00Z");
        long id = destination("Banners");

        assertThat(aam.destinations().listOutboundHistory(id, start, start.plusSeconds(86_400)))
                .hasSize(2)
                .allSatisfy(job -> assertThat(job.getOrderID()).isEqualTo(id))
                .first()
                .satisfies(job -> assertThat(job.getStartTime()).isEqualTo(start));
    }

    @Test
    @Operation("GET /destinations/segment-impressions")
    void listSegmentImpressions() {
        assertThat(aam.destinations()
                        .listSegmentImpressions(q -> q.includeSegmentName(true))
                        .toJson())
                .contains("segmentName");
    }

    @Test
    @Operation("GET /destinations/{destinationId}/mappings")
    void listMappings() {
        long id = destination("Banners");
        long mapping = mapped(id);

        assertThat(aam.destinationMappings().list(id))
                .extracting(Mapping::getDestinationMappingId)
                .containsExactly(mapping);
    }

    @Test
    @Operation("POST /destinations/{destinationId}/mappings/")
    void createMapping() {
        Mapping created = aam.destinationMappings().create(destination("Banners"), mapping(segment("Loyal")));

        assertThat(created.getElementName()).isEqualTo("Loyal");
        assertThat(created.getStartDate()).isEqualTo(START);
    }

    @Test
    @Operation("GET /destinations/{destinationId}/mappings/{mappingId}")
    void getMapping() {
        long id = destination("Banners");

        assertThat(aam.destinationMappings().get(id, mapped(id)).getTraitAlias())
                .isEqualTo("1");
    }

    @Test
    @Operation("PUT /destinations/{destinationId}/mappings/{mappingId}")
    void updateMapping() {
        long id = destination("Banners");
        long mapping = mapped(id);

        assertThat(aam.destinationMappings()
                        .update(id, mapping, mapping(segment("Loyal")).setTraitAlias("2"))
                        .getTraitAlias())
                .isEqualTo("2");
    }

    @Test
    @Operation("DELETE /destinations/{destinationId}/mappings/{mappingId}")
    void deleteMapping() {
        long id = destination("Banners");
        long mapping = mapped(id);

        aam.destinationMappings().delete(id, mapping);

        assertThat(exists("mappings", mapping)).isFalse();
    }

    @Test
    @Operation("PUT /destinations/mappings/{mappingId}")
    void updateMappingById() {
        long mapping = mapped(destination("Banners"));

        assertThat(aam.destinationMappings()
                        .updateById(mapping, mapping(segment("Loyal")).setTraitAlias("3"))
                        .getTraitAlias())
                .isEqualTo("3");
    }

    @Test
    @Operation("DELETE /destinations/{destinationId}/segments/{mappingId}")
    void deleteMappingOfSegment() {
        long id = destination("Banners");
        long mapping = mapped(id);

        aam.destinationMappings().deleteSegment(id, mapping);

        assertThat(exists("mappings", mapping)).isFalse();
    }

    @Test
    @Operation("POST /destinations/{destinationId}/bulk-create")
    void bulkCreateMappings() {
        assertThat(aam.destinationMappings()
                        .bulkCreate(destination("Banners"), List.of(mapping(segment("One")), mapping(segment("Two")))))
                .extracting(Mapping::getElementName)
                .containsExactly("One", "Two");
    }

    @Test
    @SuppressWarnings("deprecation")
    @Operation("POST /destinations/{dataOrderId}/traits/")
    void createMappingByDataOrder() {
        assertThat(aam.destinationMappings()
                        .createByDataOrder(destination("Banners"), mapping(segment("Loyal")))
                        .getSid())
                .isPositive();
    }
}
