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
import dev.lathe.runtime.error.ConflictException;
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
    @Operation({"GET /segments/ic:{integrationCode}", "PUT /segments/{sid}"})
    void aSegmentThatSomebodyCreatesInBetweenIsUpdated() {
        AudienceManager mine = meanwhile("POST", () -> aam.segments().create(loyal().setDescription("theirs")));

        CreateOrUpdate.Saved<Segment> saved = CreateOrUpdate.segment(mine, loyal().setDescription("mine"));

        assertThat(saved.created()).isFalse();
        assertThat(saved.value().getDescription()).isEqualTo("mine");
        assertThat(aam.segments().list(q -> q.search("loyal"))).hasSize(1);
        assertThat(sandbox.requests().all().stream()
                        .filter(request -> request.path().startsWith("/v1/"))
                        .map(request -> request.method() + " " + request.status()))
                .containsExactly("GET 404", "POST 201", "POST 409", "GET 200", "PUT 200", "GET 200");
        assertThat(sandbox.requests().ofMethod("PUT").get(0).header("If-Match")).isPresent();
    }

    @Test
    @Operation("GET /traits/ic:{integrationCode}")
    void aTraitAndADataSourceLikewise() {
        AudienceManager mine = meanwhile("POST", () -> aam.traits().create(visited("visited-1")));
        assertThat(CreateOrUpdate.trait(mine, visited("visited-1")).created()).isFalse();

        DataSource kiosk = new DataSource().setName("Kiosk").setIntegrationCode("kiosk");
        AudienceManager again = meanwhile("POST", () -> aam.dataSources().create(kiosk));
        assertThat(CreateOrUpdate.dataSource(again, kiosk).created()).isFalse();
    }

    @Test
    @Operation("POST /segments/")
    void aConflictOverAnythingButTheCodeIsThrown() {
        aam.segments().create(loyal().setIntegrationCode("another"));

        assertThatThrownBy(() -> CreateOrUpdate.segment(aam, loyal())).isInstanceOf(ConflictException.class);
        assertThat(sandbox.requests().ofMethod("PUT")).isEmpty();
    }

    @Test
    @Operation("POST /segments/")
    void aSegmentThatSomebodyChangesInBetweenIsLeftAlone() {
        Segment theirs = aam.segments().create(loyal());
        AudienceManager mine = meanwhile("PUT", () -> aam.segments().update(theirs.getSid(), theirs));

        assertThatThrownBy(() -> CreateOrUpdate.segment(mine, loyal().setName("Mine")))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(aam.segments().get(theirs.getSid()).getName()).isEqualTo("Loyal");
    }

    private static Trait visited(String code) {
        return new Trait()
                .setName("Visited")
                .setIntegrationCode(code)
                .setTraitType(TraitType.ON_BOARDED_TRAIT)
                .setDataSourceId(1L)
                .setFolderId(0L);
    }

    @Test
    @Operation({"GET /segments/", "PUT /segments/{sid}"})
    void aCodeThatNoPathTakesIsLookedUpInTheList() {
        for (String code : List.of("a/b", "a?b=c", "a\\b")) {
            Segment segment = loyal().setName(code).setIntegrationCode(code);
            assertThat(CreateOrUpdate.segment(aam, segment).created()).isTrue();
            CreateOrUpdate.Saved<Segment> saved = CreateOrUpdate.segment(aam, segment.setDescription("again"));

            assertThat(saved.created()).isFalse();
            assertThat(aam.segments().get(saved.value().getSid()).getDescription())
                    .isEqualTo("again");
        }
        assertThat(sandbox.requests().ofMethod("PUT"))
                .allSatisfy(put -> assertThat(put.header("If-Match")).isPresent());
    }

    @Test
    @Operation({"PUT /segments/ic:{integrationCode}"})
    void theVersionGoesAlongWithTheIntegrationCodeAsWell() {
        aam.segments().create(loyal());
        Segment mine = aam.segments().getByIntegrationCode("loyal-1");

        Segment updated = aam.segments().updateByIntegrationCode("loyal-1", mine, q -> q.ifMatch(mine.entityTag()));

        assertThat(updated.entityTag()).isNotEqualTo(mine.entityTag());
        assertThatThrownBy(
                        () -> aam.segments().updateByIntegrationCode("loyal-1", mine, q -> q.ifMatch(mine.entityTag())))
                .isInstanceOf(PreconditionFailedException.class);
    }

    @Test
    @Operation({"POST /traits/", "PUT /traits/{sid}"})
    void traitsLikewise() {
        for (Trait trait : List.of(visited("visited-1"), visited("visited/2").setName("Visited twice"))) {
            assertThat(CreateOrUpdate.trait(aam, trait).created()).isTrue();
            CreateOrUpdate.Saved<Trait> saved = CreateOrUpdate.trait(aam, trait.setTtl(30));
            assertThat(saved.created()).isFalse();
            assertThat(saved.value().getTtl()).isEqualTo(30);
        }
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
