package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.AudienceSize;
import dev.lathe.audiencemanager.AudienceSizeEstimate;
import dev.lathe.audiencemanager.AudienceSizeTimeWindow;
import dev.lathe.audiencemanager.MergeRuleReplacement;
import dev.lathe.audiencemanager.Permission;
import dev.lathe.audiencemanager.Segment;
import dev.lathe.audiencemanager.SegmentRule;
import dev.lathe.audiencemanager.Status;
import dev.lathe.runtime.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Segments, and Audience Lab's test groups of them. */
class SegmentsTest extends SandboxCalls {

    private SegmentRule rule() {
        return new SegmentRule().setRule(trait("Readers") + "T");
    }

    private static void assertEstimate(AudienceSizeEstimate estimate, AudienceSizeTimeWindow window) {
        AudienceSize size = estimate.getAudienceSize();
        assertThat(size.getTimeWindow()).isEqualTo(window);
        assertThat(size.getSize())
                .isBetween(
                        size.getConfidenceInterval().getLow(),
                        size.getConfidenceInterval().getHigh());
    }

    @Test
    @Operation("GET /segments/")
    void list() {
        assertThat(aam.segments()
                        .list(q -> q.status(Status.ACTIVE)
                                .permissions(List.of(Permission.READ, Permission.WRITE))
                                .includePermissions(true)
                                .sortBy("name")
                                .descending(true)
                                .pageSize(7))
                        .toList())
                .hasSizeGreaterThan(7)
                .isSortedAccordingTo((a, b) -> b.getName().compareToIgnoreCase(a.getName()))
                .allSatisfy(s -> assertThat(s.getPermissions()).contains(Permission.MAP_TO_DESTINATION));
        assertThat(sandbox.requests().last().queryParameters().get("permissions"))
                .containsExactly("READ", "WRITE");
    }

    @Test
    @Operation("POST /segments/")
    void create() {
        Segment created = aam.segments()
                .create(new Segment().setName("Loyal").setFolderId(0L).setDataSourceId(1L));

        assertThat(exists("segments", created.getSid())).isTrue();
    }

    @Test
    @Operation("GET /segments/{sid}")
    void get() {
        Segment segment =
                aam.segments().get(segment("Loyal"), q -> q.includeMetrics(true).includeInUseStatus(true));

        assertThat(segment.getTotalUniques7Day()).isPositive();
        assertThat(segment.getInUse()).isFalse();
    }

    @Test
    @Operation("PUT /segments/{sid}")
    void update() {
        Segment segment = aam.segments().get(segment("Loyal"));

        assertThat(aam.segments()
                        .update(segment.getSid(), segment.setStatus(Status.INACTIVE))
                        .getStatus())
                .isEqualTo(Status.INACTIVE);
    }

    @Test
    @Operation("DELETE /segments/{sid}")
    void delete() {
        long sid = segment("Loyal");

        aam.segments().delete(sid);

        assertThat(exists("segments", sid)).isFalse();
    }

    @Test
    @Operation("GET /segments/ic:{integrationCode}")
    void getByIntegrationCode() {
        long sid = segment("Loyal");

        assertThat(aam.segments().getByIntegrationCode("s-Loyal").getSid()).isEqualTo(sid);
    }

    @Test
    @Operation("PUT /segments/ic:{integrationCode}")
    void updateByIntegrationCode() {
        Segment segment = aam.segments().get(segment("Loyal"));

        assertThat(aam.segments()
                        .updateByIntegrationCode("s-Loyal", segment.setName("Loyaler"))
                        .getName())
                .isEqualTo("Loyaler");
    }

    @Test
    @Operation("DELETE /segments/ic:{integrationCode}")
    void deleteByIntegrationCode() {
        long sid = segment("Loyal");

        aam.segments().deleteByIntegrationCode("s-Loyal");

        assertThat(exists("segments", sid)).isFalse();
    }

    @Test
    @Operation("POST /segments/bulk-delete")
    void bulkDelete() {
        List<Long> sids = List.of(segment("One"), segment("Two"));

        aam.segments().bulkDelete(sids);

        assertThat(sids).noneMatch(sid -> exists("segments", sid));
    }

    @Test
    @Operation("POST /segments/bulk-merge-rule-replace")
    void bulkReplaceMergeRule() {
        long sid = segment("Loyal");

        aam.segments()
                .bulkReplaceMergeRule(new MergeRuleReplacement()
                        .setExistingMergeRuleDataSourceId(7L)
                        .setReplaceWithMergeRuleDataSourceId(8L));

        assertThat(aam.segments().get(sid).getMergeRuleDataSourceId()).isEqualTo(8L);
    }

    @Test
    @Operation("GET /segments/limits")
    void getLimits() {
        assertThat(aam.segments().getLimits().members()).containsKey("maxCount");
    }

    @Test
    @Operation("POST /segments/validate/")
    void validate() {
        assertThat(aam.segments().validate(rule()).getTraits())
                .singleElement()
                .satisfies(trait -> assertThat(trait.getName()).isEqualTo("Readers"));
    }

    @Test
    @Operation("POST /segments/estimate-size")
    void estimateSize() {
        assertThat(aam.segments().estimateSize(rule()).getAudienceSizes())
                .extracting(AudienceSize::getTimeWindow)
                .containsExactly(
                        AudienceSizeTimeWindow.DAYS7, AudienceSizeTimeWindow.DAYS30, AudienceSizeTimeWindow.DAYS60);
    }

    @Test
    @Operation("POST /segments/estimate-7-day-size")
    void estimate7DaySize() {
        assertEstimate(aam.segments().estimate7DaySize(rule()), AudienceSizeTimeWindow.DAYS7);
    }

    @Test
    @Operation("POST /segments/estimate-30-day-size")
    void estimate30DaySize() {
        assertEstimate(aam.segments().estimate30DaySize(rule()), AudienceSizeTimeWindow.DAYS30);
    }

    @Test
    @Operation("POST /segments/estimate-60-day-size")
    void estimate60DaySize() {
        assertEstimate(aam.segments().estimate60DaySize(rule()), AudienceSizeTimeWindow.DAYS60);
    }

    @Test
    @Operation("POST /segment-test-groups/drafts")
    void createTestGroupDraft() {
        JsonValue draft = JsonValue.of(Map.of("name", "Half and half"));

        assertThat(aam.segmentTestGroups().createDraft(draft)).isEqualTo(draft);
    }
}
