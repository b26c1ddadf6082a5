package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.DataSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataSourcesTest extends SandboxCalls {

    @Test
    @Operation("GET /datasources/")
    void list() {
        assertThat(aam.dataSources().list(q -> q.integrationCode("source-1").pageSize(5)))
                .extracting(DataSource::getName)
                .containsExactly("Web site analytics");
    }

    @Test
    @Operation("GET /datasources/")
    void listByDirection() {
        insert("datasources", Map.of("name", "Takes", "inboundS2S", true));
        insert("datasources", Map.of("name", "Gives", "outboundS2S", true));

        assertThat(aam.dataSources().list(q -> q.inboundOnly(true).search("akes")))
                .hasSize(1);
        assertThat(aam.dataSources().list(q -> q.outboundOnly(true)))
                .extracting(DataSource::getName)
                .contains("Gives")
                .doesNotContain("Takes");
        assertThat(aam.dataSources().list(q -> q.outboundOnly(false)))
                .extracting(DataSource::getName)
                .contains("Gives", "Takes");
    }

    @Test
    @Operation("POST /datasources/")
    void create() {
        DataSource created = aam.dataSources()
                .create(new DataSource().setName("Till receipts").setUniqueTraitIntegrationCodes(true));

        assertThat(created.getUniqueTraitIntegrationCodes()).isTrue();
        assertThat(exists("datasources", created.getDataSourceId())).isTrue();
    }

    @Test
    @Operation("GET /datasources/{dataSourceId}")
    void get() {
        assertThat(aam.dataSources().get(dataSource("Kiosk")).getName()).isEqualTo("Kiosk");
    }

    @Test
    @Operation("PUT /datasources/{dataSourceId}")
    void update() {
        DataSource source = aam.dataSources().get(dataSource("Kiosk"));

        assertThat(aam.dataSources()
                        .update(source.getDataSourceId(), source.setName("Kiosks"))
                        .getName())
                .isEqualTo("Kiosks");
    }

    @Test
    @Operation("DELETE /datasources/{dataSourceId}")
    void delete() {
        long id = dataSource("Kiosk");

        aam.dataSources().delete(id);

        assertThat(exists("datasources", id)).isFalse();
    }

    @Test
    @Operation("POST /datasources/bulk-delete")
    void bulkDelete() {
        List<Long> ids = List.of(dataSource("One"), dataSource("Two"));

        aam.dataSources().bulkDelete(ids);

        assertThat(ids).noneMatch(id -> exists("datasources", id));
    }

    @Test
    @Operation("GET /datasources/configurations/available-id-types")
    void listIdTypes() {
        assertThat(aam.dataSources().listIdTypes()).contains("CROSS_DEVICE");
    }

    @Test
    @Operation("GET /datasources/configurations/marketing-cloud-visitorid-versions")
    void listVisitorIdVersions() {
        assertThat(aam.dataSources().listVisitorIdVersions()).containsExactly(0, 1);
    }

    @Test
    @Operation("GET /datasources/{dataSourceId}/history/inbound")
    void listInboundHistory() {
        assertThat(aam.dataSources().listInboundHistory(dataSource("Kiosk"), q -> q.includeSamplingDetails(true)))
                .singleElement()
                .satisfies(job -> assertThat(job.members()).containsKeys("dataFileName", "samplingDetails"));
    }

    @Test
    @Operation("GET /datasources/{dataSourceId}/inbound-mailing-list/")
    void listInboundMailingList() {
        assertThat(aam.dataSources().listInboundMailingList(dataSource("Kiosk")).elements())
                .hasSize(1);
    }

    @Test
    @Operation("GET /datasources/{dataSourceId}/inbound-mailing-list/{email}")
    void getInboundMailingListEntry() {
        assertThat(aam.dataSources()
                        .getInboundMailingListEntry(dataSource("Kiosk"), "user@sandbox.example")
                        .members())
                .containsKey("email");
    }
}
