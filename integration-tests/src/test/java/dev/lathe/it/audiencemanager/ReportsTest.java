package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.MetricsType;
import dev.lathe.audiencemanager.RankedSegment;
import dev.lathe.audiencemanager.RankedTrait;
import dev.lathe.audiencemanager.ReportInterval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportsTest extends SandboxCalls {

    private static final Instant START = Instant.parse("2024-07-04T00:00:00Z");
    private static final Instant END = Instant.parse("2024-07-06T00:00:00Z");

    @Test
    @Operation("GET /reports/traits-trend/{sid}")
    void getTraitTrend() {
        assertThat(aam.reports()
                        .getTraitTrend(
                                trait("Readers"),
                                q -> q.startDate(START)
                                        .endDate(END)
                                        .interval(ReportInterval.of("1D"))
                                        .metricsType(MetricsType.DEVICE))
                        .getMetrics()
                        .elements())
                .hasSize(3);
    }

    @Test
    @Operation("POST /reports/traits-trend")
    void exportTraitsTrend() {
        long sid = trait("Readers");

        assertThat(aam.reports()
                        .exportTraitsTrend(
                                q -> q.sids(List.of(sid)).startDate(START).endDate(END))
                        .lines())
                .hasSize(4)
                .element(3)
                .asString()
                .contains("\"Readers\",2024-07-06");
    }

    @Test
    @Operation("GET /reports/segments-trend/{sid}")
    void getSegmentTrend() {
        assertThat(aam.reports()
                        .getSegmentTrend(
                                segment("Loyal"), q -> q.startDate(START).endDate(END))
                        .getMetrics())
                .hasSize(3)
                .containsKey(String.valueOf(START.toEpochMilli()))
                .allSatisfy((day, entry) -> assertThat(entry.getTotalUniques()).isGreaterThan(0));
    }

    @Test
    @Operation("POST /reports/segments-trend")
    void exportSegmentsTrend() {
        List<Long> sids = List.of(segment("One"), segment("Two"));

        assertThat(aam.reports()
                        .exportSegmentsTrend(q -> q.sids(sids).startDate(START).endDate(START))
                        .lines())
                .hasSize(3);
    }

    @Test
    @Operation("GET /reports/traits-for-date")
    void getTraitsForDate() {
        assertThat(aam.reports()
                        .getTraitsForDate(q -> q.parameters(Map.of("search", "buyers")))
                        .elements())
                .isNotEmpty();
        assertThat(sandbox.requests().last().queryParameters()).containsKey("search");
    }

    @Test
    @Operation("GET /reports/segments-for-date")
    void getSegmentsForDate() {
        assertThat(aam.reports().getSegmentsForDate(q -> {}).elements()).isNotEmpty();
    }

    @Test
    @Operation("GET /reports/most-changed-traits")
    void listMostChangedTraits() {
        assertThat(aam.reports()
                        .listMostChangedTraits(
                                q -> q.interval(ReportInterval.of("7D")).pageSize(10)))
                .hasSize(30)
                .extracting(RankedTrait::getSid)
                .doesNotHaveDuplicates();
    }

    @Test
    @Operation("GET /reports/most-changed-segments")
    void listMostChangedSegments() {
        assertThat(aam.reports().listMostChangedSegments())
                .hasSize(20)
                .extracting(RankedSegment::getSid)
                .doesNotHaveDuplicates();
    }

    @Test
    @Operation("GET /reports/largest-traits")
    void listLargestTraits() {
        assertThat(aam.reports().listLargestTraits().stream().limit(2))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.unknownMembers()).containsKey("uniques"));
    }

    @Test
    @Operation("GET /reports/largest-segments")
    void listLargestSegments() {
        assertThat(aam.reports().listLargestSegments(q -> q.cutOff(1_000_000L))).isEmpty();
    }

    @Test
    @Operation("GET /reports/partner-uniques")
    void getPartnerUniques() {
        assertThat(aam.reports().getPartnerUniques(q -> {}).members()).containsKey("uniques");
    }
}
