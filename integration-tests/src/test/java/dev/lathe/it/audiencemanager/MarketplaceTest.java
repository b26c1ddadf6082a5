package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.DataFeed;
import dev.lathe.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Audience Marketplace, from the seller's side and from the buyer's. */
class MarketplaceTest extends SandboxCalls {

    @Test
    @Operation("GET /data-feeds")
    void list() {
        long id = dataSource("Kiosk");

        assertThat(aam.dataFeeds().list()).extracting(DataFeed::getDataSourceId).contains(id);
    }

    @Test
    @Operation("GET /data-feeds/{dataSourceId}/plans/")
    void listPlans() {
        assertThat(aam.dataFeeds().listPlans(dataSource("Kiosk")))
                .singleElement()
                .satisfies(plan -> assertThat(new BigDecimal(String.valueOf(plan.getPrice())))
                        .isEqualByComparingTo("12.5"));
    }

    @Test
    @Operation({"GET /data-feeds/{dataSourceId}/subscriptions", "POST /available-data-feeds/{dataSourceId}/requests"})
    void requestAccessAndListSubscriptions() {
        long id = dataSource("Kiosk");

        aam.availableDataFeeds().requestAccess(id, JsonValue.of(Map.of("comment", "please")));

        assertThat(aam.dataFeeds().listSubscriptions(id).elements()).hasSize(1);
    }

    @Test
    @Operation("GET /data-feeds/billing-report")
    void getBillingReport() {
        assertThat(aam.dataFeeds().getBillingReport().members()).containsKey("total");
    }

    @Test
    @Operation("GET /available-data-feeds/")
    void listAvailable() {
        assertThat(aam.availableDataFeeds().list()).isNotEmpty();
    }
}
