package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.audiencemanager.AudienceManager;
import dev.lathe.audiencemanager.CreateOrUpdate;
import dev.lathe.audiencemanager.DataSource;
import dev.lathe.audiencemanager.Segment;
import dev.lathe.audiencemanager.Trait;
import dev.lathe.audiencemanager.TraitType;
import dev.lathe.runtime.audiencemanager.BulkDelete;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.BadRequestException;
import dev.lathe.runtime.error.PreconditionFailedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What takes more than one request, or what a header of the answer is needed for. */
class ConveniencesTest extends SandboxCalls {

    private static Segment loyal() {
        return new Segment()
                .setName("Loyal")
                .setIntegrationCode("loyal-1")
                .setFolderId(0L)
                .setDataSourceId(1L);
    }

    @Test
    @Operation({"GET /segments/ic:{integrationCode}", "PUT /segments/{sid}"})
    void aSegmentIsUpdatedWhenItsCodeIsKnown() {
        long sid = insert(
                "segments", Map.of("name", "Old", "integrationCode", "loyal-1", "folderId", 0, "dataSourceId", 1));

        CreateOrUpdate.Saved<Segment> saved = CreateOrUpdate.segment(aam, loyal());

        assertThat(saved.created()).isFalse();
        assertThat(saved.value().getSid()).isEqualTo(sid);
        assertThat(aam.segments().get(sid).getName()).isEqualTo("Loyal");
        assertThat(sandbox.requests().ofMethod("PUT").get(0).header("If-Match")).isPresent();
    }

    @Test
    @Operation("POST /segments/")
    void aSegmentIsCreatedWhenItsCodeIsNew() {
        assertThat(CreateOrUpdate.segment(aam, loyal()).created()).isTrue();
        assertThat(CreateOrUpdate.segment(aam, loyal()).created()).isFalse();
    }

    @Test
    @Operation({"POST /traits/", "PUT /traits/{sid}"})
    void traitsLikewise() {
        Trait trait = new Trait()
                .setName("Visited")
                .setIntegrationCode("visited/1")
                .setTraitType(TraitType.ON_BOARDED_TRAIT)
                .setDataSourceId(1L)
                .setFolderId(0L);

        assertThat(CreateOrUpdate.trait(aam, trait).created()).isTrue();
        assertThat(CreateOrUpdate.trait(aam, trait.setTtl(30)).value().getTtl()).isEqualTo(30);
    }

    @Test
    @Operation({"POST /datasources/", "PUT /datasources/{dataSourceId}"})
    void dataSourcesLikewise() {
        DataSource source = new DataSource().setName("Kiosk").setIntegrationCode("kiosk");

        assertThat(CreateOrUpdate.dataSource(aam, source).created()).isTrue();
        assertThat(CreateOrUpdate.dataSource(aam, source.setName("Kiosks")).created())
                .isFalse();
        assertThat(aam.dataSources().list(q -> q.search("kiosks"))).hasSize(1);
    }

    @Test
    @Operation({})
    void withoutACodeNothingIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreateOrUpdate.segment(aam, new Segment().setName("Loyal")))
                .withMessageContaining("integration code");
        assertThat(sandbox.requests().count()).isZero();
    }

    @Test
    @Operation({"GET /segments/{sid}", "PUT /segments/{sid}"})
    void anUpdateOfAStaleSegmentIsRefusedWhenItsVersionGoesAlong() {
        long sid = segment("Loyal");
        Segment mine = aam.segments().get(sid);
        Segment theirs = aam.segments().get(sid);
        assertThat(mine.entityTag()).isNotEmpty().isEqualTo(theirs.entityTag());
        assertThat(mine.hasChanges()).isFalse();

        Segment updated = aam.segments().update(sid, theirs.setName("Theirs"), q -> q.ifMatch(theirs.entityTag()));

        assertThat(updated.entityTag()).isNotEqualTo(mine.entityTag());
        assertThatThrownBy(() -> aam.segments().update(sid, mine.setName("Mine"), q -> q.ifMatch(mine.entityTag())))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(sandbox.requests().last().bodyText()).doesNotContain(mine.entityTag());
        assertThat(aam.segments().update(sid, mine).getName()).isEqualTo("Mine");
    }

    @Test
    @Operation({"POST /segments/bulk-delete", "DELETE /segments/{sid}"})
    void aBulkDeleteTellsWhichObjectsAreLeftAndWhy() {
        long free = segment("Free");
        long mapped = segment("Mapped");
        insert(
                "mappings",
                Map.of(
                        "destinationId",
                        destination("Banners"),
                        "sid",
                        mapped,
                        "traitType",
                        "SEGMENT",
                        "startDate",
                        "2024-07-04"));
        aam.segments().bulkDelete(List.of(segment("First")));

        BulkDelete.Result result =
                BulkDelete.of(List.of(free, mapped, 999_999L), aam.segments()::bulkDelete, aam.segments()::delete);

        assertThat(result.deleted()).containsExactly(free);
        assertThat(result.missing()).containsExactly(999_999L);
        assertThat(result.failed()).containsOnlyKeys(mapped);
        assertThat(result.failed().get(mapped))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("mapped");
    }

    @Test
    @Operation({})
    void theEnvironmentOfAnyTokenMustBeNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AudienceManager.connect(Credentials.bearer("token")))
                .withMessageContaining("AudienceManager.PRODUCTION");
    }
}
